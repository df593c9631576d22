from __future__ import annotations

import math
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import DomainError, LabelError, MissingError, ServiceModelError, TableError, explain, strategies
from servicemodel.journey import (
    SERVICE_ELEMENTS,
    SERVICE_TYPES,
    ServiceElement,
    ServiceStandard,
    ServiceType,
    StandardDimension,
    TrustEntry,
    TrustMove,
    TrustState,
    emotional_bank_account,
    service_compliance,
    service_type,
    trust_state,
)
from servicemodel.survey import Direction

SHARES = st.floats(0, 1)
STANDARDS = st.lists(strategies.service_standards(), min_size=1, max_size=8, unique_by=lambda s: s.metric)
TIMELY = ServiceStandard(
    element="timeliness", metric="answered", unit="s", target=20, direction="lower_is_better", owner="desk"
)


# --- elements and standards ------------------------------------------------------------------------------------------


def test_there_are_seven_procedural_seven_personal_and_four_facility_elements_as_printed():
    words = [row["entry"] for row in printed("journey_lists") if row["list"] == "SERVICE_ELEMENTS"]

    assert [entry.key for entry in SERVICE_ELEMENTS.entries] == list(ServiceElement)
    assert all(word in entry.key.zh for word, entry in zip(words, SERVICE_ELEMENTS.entries, strict=True))
    counts = [sum(entry.dimension is d for entry in SERVICE_ELEMENTS.entries) for d in StandardDimension]
    assert counts == [7, 7, 4]


@pytest.mark.parametrize(
    ("direction", "below", "on", "above"),
    [("higher_is_better", False, True, True), ("lower_is_better", True, True, False)],
)
def test_a_measurement_on_the_target_meets_it(direction, below, on, above):
    standard = attrs.evolve(TIMELY, direction=direction)

    assert [standard.met(value) for value in (19.99, 20, 20.01)] == [below, on, above]


@given(strategies.service_standards(), st.floats(-1e6, 1e6))
def test_turned_round_a_standard_is_met_by_what_failed_it_and_by_the_target(standard, measured):
    other = Direction.LOWER_IS_BETTER if standard.direction is Direction.HIGHER_IS_BETTER else "higher_is_better"
    turned = attrs.evolve(standard, direction=other)

    assert standard.met(measured) or turned.met(measured)
    assert (standard.met(measured) and turned.met(measured)) == (measured == standard.target)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"element": "speed"}, LabelError),
        ({"metric": " "}, DomainError),
        ({"owner": 5}, TypeError),
        ({"channel": ""}, DomainError),
        ({"target": None}, MissingError),
        ({"target": math.inf}, DomainError),
        ({"target": "20"}, TypeError),
        ({"target": True}, TypeError),
        ({"direction": "up"}, LabelError),
    ],
)
def test_what_does_not_make_a_standard_is_refused(fields, error):
    with pytest.raises(error):
        attrs.evolve(TIMELY, **fields)
    assert attrs.evolve(TIMELY, channel="phone").channel == "phone"


@pytest.mark.parametrize(("measured", "error"), [(math.nan, MissingError), (-math.inf, DomainError), ("1", TypeError)])
def test_what_is_no_measurement_is_refused(measured, error):
    with pytest.raises(error, match="measured"):
        TIMELY.met(measured)


@given(STANDARDS, st.data())
def test_shares_count_what_was_measured_and_nothing_twice(standards, data):
    values = data.draw(
        st.fixed_dictionaries({}, optional={s.metric: st.none() | st.integers(-(10**6), 10**6) for s in standards})
    )
    result = service_compliance(standards=standards, measured=values)
    met = {s.metric for s in standards if values.get(s.metric) is not None and s.met(values[s.metric])}

    whole = result.overall
    assert (whole.standards, whole.met) == (len(standards), len(met))
    assert whole.measured == len(standards) - len(result.unmeasured) == whole.met + len(result.failed)
    for dimension in StandardDimension:
        part = result.of(dimension)
        assert part.met <= part.measured <= part.standards
        assert part.share is None if not part.measured else 0 <= part.share == part.met / part.measured <= 1
    assert set(result.without_standard) == set(ServiceElement) - {s.element for s in standards}
    assert result.describe("zh").startswith("服务标准达成情况")


def test_compliance_prints_itself_in_both_languages():
    result = service_compliance(standards=[TIMELY], measured={"answered": 30})

    assert repr(result) == "<ServiceCompliance: 0 of 1 measured standards met>"
    assert "程序面：0（已测量 1 项，达标 0 项）" in result.describe("zh")
    assert "not met: answered" in str(result)
    assert result._repr_html_() == result.to_html()
    assert "not measured" not in str(result)


def test_standards_and_measurements_must_fit():
    with pytest.raises(ServiceModelError, match="at least one"):
        service_compliance(standards=[], measured={})
    with pytest.raises(ServiceModelError, match="metric of its own"):
        service_compliance(standards=[TIMELY, TIMELY], measured={})
    with pytest.raises(LabelError, match="'asnwered' is the metric of no standard"):
        service_compliance(standards=[TIMELY], measured={"asnwered": 3})
    with pytest.raises(TypeError, match="ServiceStandard"):
        service_compliance(standards=["answered"], measured={})
    with pytest.raises(TypeError, match="mapping"):
        service_compliance(standards=[TIMELY], measured=[20])


# --- Martin's types --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("procedural", "personal", "answer"),
    [
        (0.59, 0.59, ServiceType.FREEZER),
        (0.6, 0.59, ServiceType.FACTORY),
        (0.59, 0.6, ServiceType.FRIENDLY_ZOO),
        (0.6, 0.6, ServiceType.QUALITY),
    ],
)
def test_a_score_on_the_threshold_is_high(procedural, personal, answer):
    assert service_type(procedural=procedural, personal=personal, threshold=0.6) is answer
    assert answer.en in explain(service_type, procedural=procedural, personal=personal, threshold=0.6)


_ABOVE = {
    ServiceType.FREEZER: set(ServiceType),
    ServiceType.FACTORY: {ServiceType.FACTORY, ServiceType.QUALITY},
    ServiceType.FRIENDLY_ZOO: {ServiceType.FRIENDLY_ZOO, ServiceType.QUALITY},
    ServiceType.QUALITY: {ServiceType.QUALITY},
}


@given(SHARES, SHARES, SHARES, SHARES, SHARES)
def test_better_scores_only_lead_up_the_lattice(procedural, personal, more, still_more, threshold):
    before = service_type(procedural=procedural, personal=personal, threshold=threshold)
    after = service_type(procedural=max(procedural, more), personal=max(personal, still_more), threshold=threshold)

    assert after in _ABOVE[before]


@given(SHARES, SHARES, SHARES)
def test_with_the_axes_swapped_factory_and_zoo_change_places_and_the_others_stay(procedural, personal, threshold):
    swapped = {ServiceType.FACTORY: ServiceType.FRIENDLY_ZOO, ServiceType.FRIENDLY_ZOO: ServiceType.FACTORY}
    one = service_type(procedural=procedural, personal=personal, threshold=threshold)

    assert service_type(procedural=personal, personal=procedural, threshold=threshold) is swapped.get(one, one)


def test_the_threshold_must_be_given_on_the_scale_of_the_scores():
    with pytest.raises(TypeError, match="threshold"):
        service_type(procedural=1, personal=1)
    assert service_type(procedural=5, personal=3, threshold=4, scale=(1, 5)) is ServiceType.FACTORY
    with pytest.raises(DomainError, match="threshold"):
        service_type(procedural=5, personal=3, threshold=0.5, scale=(1, 5))
    tactful = attrs.evolve(SERVICE_TYPES, cells=[[ServiceElement.TACT] * 2] * 2)
    with pytest.raises(TableError, match="members of ServiceType"):
        service_type(procedural=1, personal=1, threshold=1, table=tactful)


# --- trust -----------------------------------------------------------------------------------------------------------

ENTRIES = st.lists(strategies.trust_entries().filter(lambda e: not isinstance(e.amount, Decimal)), max_size=8)
EXACT = st.lists(strategies.trust_entries().filter(lambda e: not isinstance(e.amount, float)), max_size=8)


def signed(entry):
    return entry.amount if entry.move is TrustMove.DEPOSIT else -entry.amount


@given(EXACT, st.integers(-100, 100))
def test_the_balance_changes_by_the_sum_of_the_entries(entries, opening):
    account = emotional_bank_account(entries=entries, opening=opening)

    assert account.balance == opening + sum(map(signed, entries)) == opening + account.deposits - account.withdrawals
    assert account.state is trust_state(balance=account.balance)


@given(ENTRIES, st.randoms(use_true_random=False), st.floats(-1e3, 1e3))
def test_the_order_of_the_entries_does_not_count(entries, random, opening):
    mixed = entries[:]
    random.shuffle(mixed)

    assert emotional_bank_account(entries=mixed, opening=opening) == emotional_bank_account(
        entries=entries, opening=opening
    )


@given(ENTRIES)
def test_what_is_taken_back_leaves_nothing(entries):
    account = emotional_bank_account(entries=[*entries, *(entry.undone() for entry in entries)])

    assert account.balance == 0
    assert account.state is TrustState.EMPTY


@pytest.mark.parametrize(
    ("balance", "state"),
    [(-0.01, TrustState.OVERDRAWN), (0, TrustState.EMPTY), (Decimal("0.01"), TrustState.IN_CREDIT)],
)
def test_the_edge_is_at_nothing(balance, state):
    assert trust_state(balance=balance) is state


def test_an_account_prints_itself():
    entry = TrustEntry(move="deposit", amount=2, kind="apology")

    assert "余额：2" in emotional_bank_account(entries=[entry]).describe("zh")
    assert entry.undone() == TrustEntry(move="withdrawal", amount=2)
    assert entry.undone().undone() == attrs.evolve(entry, kind=None)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"amount": 0}, DomainError),
        ({"amount": -1}, DomainError),
        ({"amount": math.inf}, DomainError),
        ({"amount": math.nan}, MissingError),
        ({"amount": True}, TypeError),
        ({"amount": "1"}, TypeError),
        ({"move": "loan"}, LabelError),
        ({"kind": "gift"}, LabelError),
        ({"move": "withdrawal", "kind": "apology"}, DomainError),
        ({"text": "sorry"}, TypeError),
    ],
)
def test_what_is_no_entry_is_refused(fields, error):
    with pytest.raises(error):
        TrustEntry(**{"move": "deposit", "amount": 1, **fields})


@pytest.mark.parametrize(
    ("given_", "error"),
    [
        ({"entries": [1]}, TypeError),
        ({"entries": [], "opening": None}, MissingError),
        ({"entries": [], "opening": math.inf}, DomainError),
        ({"entries": [TrustEntry(move="deposit", amount=0.5)], "opening": Decimal(1)}, TypeError),
    ],
)
def test_what_is_no_account_is_refused(given_, error):
    with pytest.raises(error):
        emotional_bank_account(**given_)
