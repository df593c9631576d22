"""Which of two offers a customer takes, by what each is worth to him."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.people.customer_delivered_value import Exact
from servicemodel.people.words import MONEY
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import KOTLER_KELLER_14E


class OfferChoice(Label):
    """Which of two offers is taken."""

    SECOND = "second", "the second offer", "第二个方案"
    INDIFFERENT = "indifferent", "either", "无差异"
    FIRST = "first", "the first offer", "第一个方案"


@overload
def offer_choice(*, first_value: Number, second_value: Number) -> OfferChoice: ...
@overload
def offer_choice(*, first_value: Exact, second_value: Exact) -> OfferChoice: ...
@overload
def offer_choice(*, first_value: Values | Number, second_value: Values | Number) -> Array: ...
@overload
def offer_choice(*, first_value: Expression | Number, second_value: Expression | Number) -> Expression: ...
def offer_choice(*, first_value: Any, second_value: Any) -> Any:
    """Name the offer a customer takes: the one of which more value is delivered.

    Parameters
    ----------
    first_value : number, Decimal, array or expression [currency units]
        Delivered value of the first offer; any finite number.
    second_value : number, Decimal, array or expression [currency units]
        Delivered value of the second offer; above 0, as the source divides by it.

    Returns
    -------
    OfferChoice, array of int8 codes, or string expression
        Codes are positions in :class:`OfferChoice`; -1 and null where a value is missing.

    Raises
    ------
    DomainError
        If the second value is not above 0, or a number is infinite.
    MissingError
        If a single value is missing.
    TypeError
        If a float stands among Decimals.

    Notes
    -----
    ``first if first_value : second_value > 1; second if < 1; indifferent if = 1``

    The values themselves are compared, as a quotient would be rounded. People also take what is good enough, stay with
    what they have, and buy for their firm what is best for themselves: the rule is what a buyer *would* do who knew.

    References
    ----------
    .. [1] Kotler & Keller, 14th edition, p. 125.

    Examples
    --------
    >>> offer_choice(first_value=30, second_value=20)
    <OfferChoice.FIRST: 'first'>

    At a ratio of 1 either will do:

    >>> offer_choice(first_value=[20, -5], second_value=20)
    array([1, 0], dtype=int8)
    """
    return run(MODEL, _choice, first_value, second_value)


def _choice(do: Verbs, first_value: Any, second_value: Any) -> Any:
    return do.place(first_value, ((second_value, True), (second_value, False)), tuple(OfferChoice))


def _reason(*, first_value: Any, second_value: Any) -> Text:
    sign = ">" if first_value > second_value else "<" if first_value < second_value else "="
    return Text(
        f"the first is worth {first_value:g} and the second {second_value:g}: a ratio {sign} 1",
        f"两个方案的让渡价值为 {first_value:g} 与 {second_value:g}，其比值 {sign} 1",
    )


MODEL = Model(
    function=offer_choice,
    title=Text("Choice between two offers", "两个方案的选择"),
    question=Text("Which of two offers will the customer take?", "两个方案中客户会选哪一个？"),
    arguments=(
        Quantity(
            name="first_value", unit=MONEY, meaning=Text("delivered value of the first offer", "第一个方案的让渡价值")
        ),
        Quantity(
            name="second_value",
            unit=MONEY,
            above=0,
            meaning=Text("delivered value of the second offer", "第二个方案的让渡价值"),
        ),
    ),
    answer=OfferChoice,
    equation="first if first_value : second_value > 1; second if < 1; indifferent if = 1",
    evidence=Evidence.PUBLISHED,
    citations=(Citation(KOTLER_KELLER_14E, Evidence.PUBLISHED, "p. 125"),),
    decimal=True,
    reason=_reason,
)
