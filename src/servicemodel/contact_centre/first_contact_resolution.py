"""The share of contacts settled the first time."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.contact_centre.counts import SHARE_OF_CONTACTS, contacts, not_more
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CONTACT_CENTRE_GLOSSARIES


@overload
def first_contact_resolution(*, resolved_first: Number, total_contacts: Number) -> float: ...
@overload
def first_contact_resolution(*, resolved_first: Values | Number, total_contacts: Values | Number) -> Array: ...
@overload
def first_contact_resolution(
    *, resolved_first: Expression | Number, total_contacts: Expression | Number
) -> Expression: ...
def first_contact_resolution(*, resolved_first: Any, total_contacts: Any) -> Any:
    """Return the share of contacts that were resolved the first time (FCR).

    Parameters
    ----------
    resolved_first : number, array or expression [contacts]
        Resolved on the first contact; from 0 to ``total_contacts``.
    total_contacts : number, array or expression [contacts]
        All contacts judged; above 0. Contacts whose window is still running are not among them yet.

    Returns
    -------
    float, array of float64, or expression [share of contacts]
        From 0 to 1.

    Raises
    ------
    DomainError
        If a number is outside its range, or more were resolved than there were.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``first_contact_resolution = resolved_first / total_contacts``

    The figure says nothing without its **window** (within how many days nobody came back) and without **who judged**:
    the customer, the agent, or silence. A shorter window and a kinder judge both raise it. From the contacts themselves
    :func:`servicemodel.first_contacts` counts both numbers with a stated window.

    References
    ----------
    .. [1] Contact-centre glossaries: resolved on first contact over all; the window must be stated.

    Examples
    --------
    >>> first_contact_resolution(resolved_first=90, total_contacts=100)
    0.9

    None, and all:

    >>> first_contact_resolution(resolved_first=[0, 8], total_contacts=8)
    array([0., 1.])
    """
    return run(MODEL, _share, resolved_first, total_contacts)


def _share(_: Verbs, resolved_first: Any, total_contacts: Any) -> Any:
    return resolved_first / total_contacts


MODEL = Model(
    function=first_contact_resolution,
    title=Text("First contact resolution", "首次联系解决率"),
    question=Text("What share of contacts was settled the first time?", "多大比例的联络首次即告解决？"),
    arguments=(
        contacts("resolved_first", "contacts resolved the first time", "首次联系即解决的联络数"),
        contacts("total_contacts", "all contacts judged", "参与判定的联络总数", some=True),
    ),
    answer=SHARE_OF_CONTACTS,
    equation="first_contact_resolution = resolved_first / total_contacts",
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            CONTACT_CENTRE_GLOSSARIES,
            Evidence.PUBLISHED,
            "",
            Text("the window must be stated", "须注明观察期"),
        ),
    ),
    requirements=(not_more("resolved_first", "total_contacts"),),
)
