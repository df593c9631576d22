"""The emotional bank account: deposits and withdrawals of trust."""

from __future__ import annotations

from decimal import Decimal
from math import fsum, isfinite
from typing import Any, ClassVar, TypeAlias

import attrs

from servicemodel.errors import DomainError, MissingError
from servicemodel.journey.trust_state import TrustState, trust_state
from servicemodel.labels import Label, Text, is_missing
from servicemodel.markup import Figures, headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, COVEY_1989
from servicemodel.tables import Entry, Listing, as_tuple

#: An amount of trust: nobody has published a unit for it.
Amount: TypeAlias = int | float | Decimal


class TrustDeposit(Label):
    """Covey's six major deposits, in his order."""

    UNDERSTANDING = "understanding", "understanding the individual", "理解个人"
    LITTLE_THINGS = "little_things", "attending to the little things", "注意小节"
    COMMITMENTS = "commitments", "keeping commitments", "信守承诺"
    EXPECTATIONS = "expectations", "clarifying expectations", "明确期望"
    INTEGRITY = "integrity", "showing personal integrity", "正直诚信"
    APOLOGY = "apology", "apologising sincerely when you make a withdrawal", "真诚致歉"


def _deposit(key: TrustDeposit, en: str, zh: str) -> Entry:
    return Entry(key=key, meaning=Text(en, zh))


#: The six major deposits. No size of any is published.
TRUST_DEPOSITS = Listing(
    title=Text("Six deposits of trust", "情感银行账户的六种存款"),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(COVEY_1989, Evidence.PUBLISHED, "", Text("the six and their order, as reported", "六种存款及其次序，转引")),
        Citation(COURSE_T1, Evidence.COURSE, "", Text("names the account (EBA)", "提出情感银行账户（EBA）")),
    ),
    notes=(
        Text("The explanations are this library's.", "说明文字为本库所加。"),
        Text("An apology that is repeated becomes a withdrawal.", "反复道歉会变成取款。"),
    ),
    entries=(
        _deposit(TrustDeposit.UNDERSTANDING, "what counts as a deposit is for the customer to say", "什么算存款，由客户说了算"),
        _deposit(TrustDeposit.LITTLE_THINGS, "small kindnesses, small courtesies", "细小的关心与礼貌"),
        _deposit(TrustDeposit.COMMITMENTS, "do what was promised; promise little", "言出必行，谨慎承诺"),
        _deposit(TrustDeposit.EXPECTATIONS, "say at the start what each may expect", "一开始就讲清彼此的期望"),
        _deposit(TrustDeposit.INTEGRITY, "be loyal to those who are not there", "对不在场的人也忠实"),
        _deposit(TrustDeposit.APOLOGY, "soon, and meaning it", "及时，发自内心"),
    ),
)  # fmt: skip


def _amount(name: str, value: Any) -> Amount:
    if is_missing(value):
        raise MissingError(f"{name} is missing; give a finite number")
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TypeError(f"{name} must be a number; got {value!r}")
    if not isfinite(value):
        raise DomainError(name, value, "a finite number")
    return value


def _positive(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if _amount(attribute.name, value) <= 0:
        raise DomainError(attribute.name, value, "a finite number above 0")


class TrustMove(Label):
    """Which way an entry goes."""

    DEPOSIT = "deposit", "deposit", "存入"
    WITHDRAWAL = "withdrawal", "withdrawal", "取出"


def _kind(value: Any) -> TrustDeposit | None:
    return None if value is None else TrustDeposit(value)


@attrs.frozen(kw_only=True)
class TrustEntry:
    """One deposit into the account, or one withdrawal from it.

    Attributes
    ----------
    move : TrustMove or its value
    amount : int, float or Decimal [your own unit]
        Above 0. Nobody has published a unit; one deposit does not outweigh one withdrawal of the same name.
    kind : TrustDeposit or its value, or None
        Which of the six it is; of a deposit only.
    text : Text or None

    Raises
    ------
    DomainError
        If the amount is not above 0, or a withdrawal has a kind.
    """

    move: TrustMove = attrs.field(converter=TrustMove)
    amount: Amount = attrs.field(validator=_positive)
    kind: TrustDeposit | None = attrs.field(default=None, converter=_kind)
    text: Text | None = attrs.field(
        default=None, validator=attrs.validators.optional(attrs.validators.instance_of(Text))
    )

    def __attrs_post_init__(self) -> None:
        if self.kind is not None and self.move is TrustMove.WITHDRAWAL:
            raise DomainError("kind", self.kind, "None for a withdrawal: the six are deposits")

    def undone(self) -> TrustEntry:
        """Return the entry that takes this one back."""
        other = TrustMove.WITHDRAWAL if self.move is TrustMove.DEPOSIT else TrustMove.DEPOSIT
        return attrs.evolve(self, move=other, kind=None)


def _sum(amounts: list[Amount]) -> Amount:
    """Add up: exactly for whole numbers and Decimals, and rounded once for floats, so that no order counts."""
    return fsum(amounts) if any(isinstance(amount, float) for amount in amounts) else sum(amounts)


@attrs.frozen(kw_only=True)
class TrustAccount(Figures):
    """Where the account stands; prints itself.

    Attributes
    ----------
    opening, deposits, withdrawals, balance : int, float or Decimal [your own unit]
    state : TrustState
    """

    title: ClassVar[Text] = Text("Emotional bank account", "情感银行账户")

    opening: Amount = attrs.field(metadata=headed(Text("opening balance", "期初余额")))
    deposits: Amount = attrs.field(metadata=headed(Text("deposits", "存入")))
    withdrawals: Amount = attrs.field(metadata=headed(Text("withdrawals", "取出")))
    balance: Amount = attrs.field(metadata=headed(Text("balance", "余额")))
    state: TrustState = attrs.field(metadata=headed(Text("state", "状态")))


def emotional_bank_account(*, entries: Any, opening: Amount = 0) -> TrustAccount:
    """Add up deposits and withdrawals of trust, and say where the account stands.

    Parameters
    ----------
    entries : sequence of TrustEntry
        In any order; none leaves the account as it was.
    opening : int, float or Decimal, default 0 [your own unit]
        What was there before; may be below 0.

    Returns
    -------
    TrustAccount

    Raises
    ------
    DomainError
        If the opening balance is infinite.
    MissingError
        If the opening balance is missing.
    TypeError
        If an entry is something else, or a float stands among Decimals.

    Notes
    -----
    ``balance = opening + deposits − withdrawals``

    A picture of trust and no measurement: the unit is the user's, a withdrawal usually weighs more than a deposit, and
    nobody has published sizes. For columns of balances see :func:`servicemodel.trust_state`.

    References
    ----------
    .. [1] Covey (1989): the account and its six deposits.
    .. [2] Course text T1: the emotional bank account.

    Examples
    --------
    >>> kept = TrustEntry(move="deposit", amount=3, kind="commitments")
    >>> late = TrustEntry(move="withdrawal", amount=5)
    >>> print(emotional_bank_account(entries=[kept, late], opening=1))
    Emotional bank account
      opening balance: 1
      deposits: 3
      withdrawals: 5
      balance: −1
      state: overdrawn

    What is taken back leaves nothing:

    >>> emotional_bank_account(entries=[late, late.undone()]).state
    <TrustState.EMPTY: 'empty'>
    """
    given = as_tuple(entries)
    for entry in given:
        if not isinstance(entry, TrustEntry):
            raise TypeError(f"entries are TrustEntry; got {entry!r}")
    amounts: list[Any] = [_amount("opening", opening), *(entry.amount for entry in given)]
    if any(isinstance(a, Decimal) for a in amounts) and any(isinstance(a, float) for a in amounts):
        raise TypeError("a float stands among Decimals; use Decimals throughout, or none")
    put = [entry.amount for entry in given if entry.move is TrustMove.DEPOSIT]
    taken = [entry.amount for entry in given if entry.move is TrustMove.WITHDRAWAL]
    balance = _sum([opening, *put, *(-amount for amount in taken)])
    return TrustAccount(
        opening=opening,
        deposits=_sum(put),
        withdrawals=_sum(taken),
        balance=balance,
        state=trust_state(balance=balance),
    )
