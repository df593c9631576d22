"""Which tier of a loyalty programme a customer has reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any, overload

import numpy as np

from servicemodel.arguments import Quantity
from servicemodel.errors import TableError
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.loyalty.tier import LoyaltyTier
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ERPNEXT_LOYALTY

_MOST_TIERS = int(np.iinfo(np.int8).max) + 1  # codes are int8

#: The three tiers that ERPNext tests its rule with; an example, not a recommendation.
ERPNEXT_TIERS = (
    LoyaltyTier(key="bronze", en="Bronze", zh="铜牌", minimum_spend=0),
    LoyaltyTier(key="silver", en="Silver", zh="银牌", minimum_spend=10000),
    LoyaltyTier(key="gold", en="Gold", zh="金牌", minimum_spend=20000),
)


@overload
def loyalty_tier(*, spend: Number | Decimal, tiers: Sequence[LoyaltyTier]) -> LoyaltyTier: ...
@overload
def loyalty_tier(*, spend: Values, tiers: Sequence[LoyaltyTier]) -> Array: ...
@overload
def loyalty_tier(*, spend: Expression, tiers: Sequence[LoyaltyTier]) -> Expression: ...
def loyalty_tier(*, spend: Any, tiers: Sequence[LoyaltyTier]) -> Any:
    """Return the highest tier whose minimum spend is reached.

    Parameters
    ----------
    spend : number, Decimal, array or expression [currency]
        What the customer has spent in the period that counts, returns taken off; at least 0. A customer whose returns
        exceed the purchases has a negative net spend, which is refused: decide what it means (0, or an error in the
        books) before asking for a tier.
    tiers : sequence of LoyaltyTier
        The programme, lowest tier first: the first minimum is 0 and each later one is higher.

    Returns
    -------
    LoyaltyTier, array of int8 codes, or string expression
        Codes are places in ``tiers`` (``tiers[code]`` is the tier) and -1 where the spend is missing; an expression
        holds the tier's key.

    Raises
    ------
    DomainError
        If a spend is negative or infinite.
    MissingError
        If a single spend is missing.
    TableError
        If there are no tiers, the first does not begin at 0, two do not rise, or two share a key.

    Notes
    -----
    ``tier = the highest with spend ≥ minimum_spend``

    A minimum belongs to its tier. Decimals are compared exactly; any other number is compared with the minimum as a
    float, as in arrays and frames. ERPNext until 2021 looked for it from the top and answered one tier too high.

    References
    ----------
    .. [1] ERPNext, Loyalty Program: its rule and its tests.

    Examples
    --------
    >>> loyalty_tier(spend=15000, tiers=ERPNEXT_TIERS).key
    'silver'

    The minimum itself is enough:

    >>> loyalty_tier(spend=[9999.99, 10000, None], tiers=ERPNEXT_TIERS)
    array([ 0,  1, -1], dtype=int8)
    """
    programme = _programme(tiers)

    def kernel(do: Verbs, spend: Any) -> Any:
        exact = isinstance(spend, Decimal)
        minimums = [tier.minimum_spend if exact else float(tier.minimum_spend) for tier in programme[1:]]
        return do.place(spend, [(minimum, True) for minimum in minimums], programme)

    return run(_contract(programme), kernel, spend)


def _programme(tiers: Any) -> tuple[LoyaltyTier, ...]:
    programme = tuple(tiers) if isinstance(tiers, Iterable) else (tiers,)
    for tier in programme:
        if tier is tiers or not isinstance(tier, LoyaltyTier):
            msg = f"tiers must be a sequence of LoyaltyTier; got {tier!r}"
            raise TypeError(msg)
    return programme


@lru_cache(maxsize=64)
def _contract(programme: tuple[LoyaltyTier, ...]) -> Model:
    """Return the model that answers with these tiers, once they have been checked."""
    if not 0 < len(programme) <= _MOST_TIERS:
        msg = f"a loyalty programme has 1 to {_MOST_TIERS} tiers; got {len(programme)}"
        raise TableError(msg)
    lowest = programme[0]
    if lowest.minimum_spend != 0:
        msg = (
            f"the lowest tier begins at 0, so that everyone has a tier; {lowest.key!r} begins at {lowest.minimum_spend}"
        )
        raise TableError(msg)
    for lower, higher in pairwise(programme):
        if not lower.minimum_spend < higher.minimum_spend:
            msg = (
                f"tiers must rise: {lower.key!r} begins at {lower.minimum_spend} and {higher.key!r}, which follows it,"
                f" at {higher.minimum_spend}"
            )
            raise TableError(msg)
    seen: dict[str, LoyaltyTier] = {}
    for tier in programme:
        first = seen.setdefault(tier.key, tier)
        if first is not tier:
            msg = f"two tiers have the key {tier.key!r}: {first.en!r} and {tier.en!r}"
            raise TableError(msg)
    return MODEL.with_classes(programme)


def _reason(*, spend: Any, tiers: Sequence[LoyaltyTier]) -> Text:
    reached = loyalty_tier(spend=spend, tiers=tiers)
    above = [tier for tier in tiers if tier.minimum_spend > reached.minimum_spend]
    english = f"a spend of {spend:,} reaches its minimum of {reached.minimum_spend:,}"
    chinese = f"消费额 {spend:,} 达到其门槛 {reached.minimum_spend:,}"
    if above:
        english += f"; {above[0].en} begins at {above[0].minimum_spend:,}"
        chinese += f"；{above[0].zh}的门槛为 {above[0].minimum_spend:,}"
    return Text(english, chinese)


MODEL = Model(
    function=loyalty_tier,
    title=Text("Loyalty tier", "会员等级"),
    question=Text("Which tier has this customer reached?", "这位客户达到了哪一等级？"),
    arguments=(
        Quantity(
            name="spend",
            unit=Text("currency", "货币"),
            at_least=0,
            meaning=Text(
                "what the customer spent in the period that counts, net of returns", "计算期内的消费额，已扣除退货"
            ),
        ),
    ),
    answer=LoyaltyTier,
    equation="tier = the highest with spend ≥ minimum_spend",
    evidence=Evidence.PUBLISHED,
    citations=(Citation(ERPNEXT_LOYALTY, Evidence.PUBLISHED, "tier rule and its tests"),),
    reason=_reason,
    decimal=True,
    classes=ERPNEXT_TIERS,
    example={"tiers": ERPNEXT_TIERS},
)
