"""Strategies for cycles of service, blueprints, standards, impact cards and entries of trust."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.journey import (
    Blueprint,
    BlueprintAction,
    BlueprintLane,
    BlueprintLink,
    ImpactCard,
    MomentOfTruth,
    ServiceCycle,
    ServiceElement,
    ServiceStandard,
    TrustDeposit,
    TrustEntry,
    TrustMove,
)
from servicemodel.strategies.tables import texts
from servicemodel.strategies.values import words
from servicemodel.survey import Direction

_MOST = 8
_LARGEST = 10**6
_SHARES = st.none() | st.floats(0, 1)


def moments_of_truth() -> SearchStrategy[MomentOfTruth]:
    """Make single moments, some with the share of customers for whom they go well."""
    return st.builds(MomentOfTruth, number=st.integers(1, _MOST), text=texts(), success=_SHARES)


def service_cycles() -> SearchStrategy[ServiceCycle]:
    """Make closed cycles of two to eight moments."""
    parts = st.lists(st.tuples(texts(), _SHARES), min_size=2, max_size=_MOST)
    moments = parts.map(
        lambda rows: [
            MomentOfTruth(number=number, text=text, success=success)
            for number, (text, success) in enumerate(rows, start=1)
        ]
    )
    return st.builds(ServiceCycle, title=texts(), moments=moments)


def impact_cards() -> SearchStrategy[ImpactCard]:
    """Make cards with up to three words on each side."""
    side = st.lists(texts(), max_size=3)
    return st.builds(ImpactCard, moment=texts(), expectations=side, enhancers=side, detractors=side)


def blueprint_actions() -> SearchStrategy[BlueprintAction]:
    """Make single actions in any lane."""
    return st.builds(BlueprintAction, key=words(), lane=st.sampled_from(BlueprintLane), text=texts())


def blueprint_links() -> SearchStrategy[BlueprintLink]:
    """Make links between two keys; those of a blueprint join its actions."""
    return st.builds(BlueprintLink, source=words(), target=words())


@st.composite
def blueprints(draw: st.DrawFn) -> Blueprint:
    """Make blueprints of up to eight actions, with links among them."""
    actions = draw(st.lists(blueprint_actions(), min_size=1, max_size=_MOST, unique_by=lambda action: action.key))
    keys = [action.key for action in actions]
    pairs = st.tuples(st.sampled_from(keys), st.sampled_from(keys)).filter(lambda pair: pair[0] != pair[1])
    ends = draw(st.lists(pairs, max_size=_MOST, unique=True)) if len(keys) > 1 else []
    links = [BlueprintLink(source=source, target=target) for source, target in ends]
    return Blueprint(title=draw(texts()), actions=actions, links=links)


def service_standards() -> SearchStrategy[ServiceStandard]:
    """Make standards for any element, in either direction."""
    return st.builds(
        ServiceStandard,
        element=st.sampled_from(ServiceElement),
        metric=words(),
        unit=words(),
        target=st.integers(-_LARGEST, _LARGEST),
        direction=st.sampled_from(Direction),
        owner=words(),
        channel=st.none() | words(),
    )


@st.composite
def trust_entries(draw: st.DrawFn) -> TrustEntry:
    """Make deposits, of a kind or of none, and withdrawals; amounts are whole numbers, floats or Decimals."""
    move = draw(st.sampled_from(TrustMove))
    kind = draw(st.none() | st.sampled_from(TrustDeposit)) if move is TrustMove.DEPOSIT else None
    amounts = (
        st.integers(1, _LARGEST)
        | st.floats(0, _LARGEST, exclude_min=True)
        | st.decimals("0.01", _LARGEST, places=2, allow_nan=False, allow_infinity=False)
    )
    return TrustEntry(move=move, amount=draw(amounts), kind=kind, text=draw(st.none() | texts()))
