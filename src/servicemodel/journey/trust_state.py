"""Whether an account of trust is overdrawn."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, COVEY_1989
from servicemodel.tables import Band, Bands

_UNIT = Text("your own unit of trust", "自定的信任单位")


class TrustState(OrderedLabel):
    """Where an account of trust stands, worst to best."""

    OVERDRAWN = "overdrawn", "overdrawn", "透支"
    EMPTY = "empty", "empty", "余额为零"
    IN_CREDIT = "in_credit", "in credit", "有余额"


#: States of an account of trust. No threshold is published.
TRUST_STATES = Bands(
    name="trust_states",
    title=Text("States of an emotional bank account", "情感银行账户的状态"),
    unit=_UNIT,
    evidence=Evidence.CONVENTION,
    rows=(
        Band(label=TrustState.OVERDRAWN, below=0),
        Band(label=TrustState.EMPTY, at_least=0, at_most=0),
        Band(label=TrustState.IN_CREDIT, above=0),
    ),
)


@overload
def trust_state(*, balance: Number | Decimal) -> TrustState: ...
@overload
def trust_state(*, balance: Values) -> Array: ...
@overload
def trust_state(*, balance: Expression) -> Expression: ...
def trust_state(*, balance: Any) -> Any:
    """Name where an account of trust stands.

    Parameters
    ----------
    balance : number, Decimal, array or expression [your own unit of trust]
        Opening balance and deposits less withdrawals; any finite number.

    Returns
    -------
    TrustState, array of int8 codes, or string expression
        Codes are positions in :class:`TrustState`; -1 and null where the balance is missing.

    Raises
    ------
    DomainError
        If the balance is infinite.
    MissingError
        If a single balance is missing.

    Notes
    -----
    ``overdrawn if balance < 0; empty if = 0; in credit if > 0``

    Covey [1]_ publishes no unit and no threshold; zero as the edge is a convention of this library.

    References
    ----------
    .. [1] Covey (1989).
    .. [2] Course text T1: the emotional bank account.

    Examples
    --------
    >>> trust_state(balance=3)
    <TrustState.IN_CREDIT: 'in_credit'>

    Nothing is neither credit nor debt:

    >>> trust_state(balance=[-0.5, 0])
    array([0, 1], dtype=int8)
    """
    return run(MODEL, _state, balance)


def _state(do: Verbs, balance: Any) -> Any:
    return do.place(balance, ((0, True), (0, False)), tuple(TrustState))


MODEL = Model(
    function=trust_state,
    title=Text("State of trust", "信任状态"),
    question=Text("Is the account of trust overdrawn?", "情感账户透支了吗？"),
    arguments=(
        Quantity(
            name="balance",
            unit=_UNIT,
            meaning=Text("opening balance and deposits less withdrawals", "期初余额加存入减取出"),
        ),
    ),
    answer=TrustState,
    equation="overdrawn if balance < 0; empty if = 0; in credit if > 0",
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(COVEY_1989, Evidence.PUBLISHED, "", Text("the account, as reported", "账户之喻，转引")),
        Citation(COURSE_T1, Evidence.COURSE, "", Text("names the account (EBA)", "提出情感银行账户（EBA）")),
    ),
    tables=(TRUST_STATES,),
    decimal=True,
)
