"""How much smaller an error is when a good part of all people answered."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity, Requirement
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COCHRAN_1977


@overload
def finite_population_correction(*, answers: Number, population: Number) -> float: ...
@overload
def finite_population_correction(*, answers: Values | Number, population: Values | Number) -> Array: ...
@overload
def finite_population_correction(*, answers: Expression | Number, population: Expression | Number) -> Expression: ...
def finite_population_correction(*, answers: Any, population: Any) -> Any:
    """Return what a standard error is multiplied by when the population is not much larger than the sample.

    Parameters
    ----------
    answers : number, array or expression [answers]
        From 1 to ``population``.
    population : number, array or expression [people]
        All there are; at least 2.

    Returns
    -------
    float, array or expression [factor]
        From 0, where all answered, to 1.

    Raises
    ------
    DomainError
        If a number is outside its range, or more answered than there are.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``factor = √((population − answers) / (population − 1))``

    For a sample drawn at random, without asking anyone twice.

    References
    ----------
    .. [1] Cochran (1977), Sampling Techniques.

    Examples
    --------
    >>> finite_population_correction(answers=76, population=101)
    0.5

    Everybody answered, so that no chance is left:

    >>> finite_population_correction(answers=[1, 100], population=100)
    array([1., 0.])
    """
    return run(MODEL, _factor, answers, population)


def _factor(do: Verbs, answers: Any, population: Any) -> Any:
    return do.power((population - answers) / (population - 1), 0.5)


def _not_more(*, answers: Any, population: Any) -> Any:
    return answers <= population


MODEL = Model(
    function=finite_population_correction,
    title=Text("Finite-population correction", "有限总体修正系数"),
    question=Text(
        "How much smaller is the error because so many of all people answered?", "由于总体有限，误差缩小到多少？"
    ),
    arguments=(
        Quantity(
            name="answers", unit=Text("answers", "份回答"), at_least=1, meaning=Text("how many answered", "回答数")
        ),
        Quantity(
            name="population",
            unit=Text("people", "人"),
            at_least=2,
            meaning=Text("how many there are in all", "总体人数"),
        ),
    ),
    answer=Text("factor", "系数"),
    equation="factor = √((population − answers) / (population − 1))",
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(COCHRAN_1977, Evidence.ATTRIBUTED),),
    requirements=(
        Requirement(
            arguments=("answers", "population"),
            text=Text("answers ≤ population", "answers ≤ population，回答数不超过总体人数"),
            holds=_not_more,
        ),
    ),
)
