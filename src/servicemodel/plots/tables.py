"""Any table, drawn by its shape."""

from __future__ import annotations

from matplotlib.axes import Axes

from servicemodel.labels import check_language
from servicemodel.plots.matrices import draw_matrix
from servicemodel.plots.rows import draw_bands, draw_factors, draw_weights
from servicemodel.tables import Bands, Factors, Matrix, Table, Weights


def plot_table(table: Table, language: str = "en", ax: Axes | None = None) -> Axes:
    """Draw a table: bands, factors, weights or a matrix.

    Parameters
    ----------
    table : Bands, Factors, Weights or Matrix
    language : {"en", "zh"}
    ax : Axes, optional
        Where to draw; a figure of the right size is made if left out, found as ``plot_table(…).figure``.

    Returns
    -------
    Axes

    Raises
    ------
    TypeError
        If it is not a table.
    FontError
        When the figure is drawn and no font has its characters; :func:`svg` needs none.

    Examples
    --------
    >>> from servicemodel.priority import LEVELS
    >>> plot_table(LEVELS, "zh").figure.get_size_inches().round(1)[0] > 4
    np.True_
    """
    check_language(language)
    if isinstance(table, Bands):
        return draw_bands(table, language, ax)
    if isinstance(table, Factors):
        return draw_factors(table, language, ax)
    if isinstance(table, Weights):
        return draw_weights(table, language, ax)
    if isinstance(table, Matrix):
        return draw_matrix(table, language, ax)
    msg = f"plot_table draws Bands, Factors, Weights or a Matrix; got {type(table).__name__}"
    raise TypeError(msg)
