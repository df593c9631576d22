"""How many people to ask so that enough answer."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Evidence
from servicemodel.survey.response_rate import SHARE_OF_ASKED


@overload
def contacts_needed(*, answers_needed: Number, expected_rate: Number) -> float: ...
@overload
def contacts_needed(*, answers_needed: Values | Number, expected_rate: Values | Number) -> Array: ...
@overload
def contacts_needed(*, answers_needed: Expression | Number, expected_rate: Expression | Number) -> Expression: ...
def contacts_needed(*, answers_needed: Any, expected_rate: Any) -> Any:
    """Return how many people to ask so that enough of them answer.

    Parameters
    ----------
    answers_needed : number, array or expression [answers]
        Such as ``sample_size(...).n``; at least 0.
    expected_rate : number, array or expression [share of those asked]
        The response rate you expect; above 0, at most 1.

    Returns
    -------
    float, array or expression [people]
        Not rounded: ask the next whole number of people.

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``contacts_needed = answers_needed / expected_rate``

    This makes up for the *number* of those who do not answer, never for their being different.

    Examples
    --------
    >>> contacts_needed(answers_needed=385, expected_rate=0.5)
    770.0
    >>> contacts_needed(answers_needed=385, expected_rate=1)
    385.0
    """
    return run(MODEL, _contacts, answers_needed, expected_rate)


def _contacts(_: Verbs, answers_needed: Any, expected_rate: Any) -> Any:
    return answers_needed / expected_rate


MODEL = Model(
    function=contacts_needed,
    title=Text("Contacts needed", "所需发放量"),
    question=Text("How many people must we ask to get so many answers?", "要得到这么多回答，需要联系多少人？"),
    arguments=(
        Quantity(
            name="answers_needed",
            unit=Text("answers", "份回答"),
            at_least=0,
            meaning=Text("how many answers are wanted", "需要的回答数"),
        ),
        Quantity(
            name="expected_rate",
            unit=SHARE_OF_ASKED,
            above=0,
            at_most=1,
            meaning=Text("the response rate that is expected", "预计的回收率"),
        ),
    ),
    answer=Text("people", "人"),
    equation="contacts_needed = answers_needed / expected_rate",
    evidence=Evidence.CONVENTION,
    citations=(),
)
