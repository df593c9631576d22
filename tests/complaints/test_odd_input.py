"""Input that production sends: columns where one value belongs, missing instants, single values where several belong."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from servicemodel import (
    CLEAR,
    LSCIA,
    MONDAY_TO_FRIDAY,
    REGIMES,
    ZENDESK_CLOSING,
    ZENDESK_TICKET,
    BusinessCalendar,
    Complaint,
    DeadlineStage,
    LsciaStep,
    Regime,
    Remedy,
    ServiceGuarantee,
    due_date,
    guarantee_cost,
    handling_script,
    recovery_paradox,
)
from servicemodel.churn import market_damage
from servicemodel.errors import DomainError
from servicemodel.labels import Text

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
OFFICE = BusinessCalendar(hours=dict.fromkeys(MONDAY_TO_FRIDAY, "09:00-17:00"), time_zone="UTC")
SAID = Text("said", "所述")
STAGE = {"key": "answer", "name": SAID, "amount": 2, "unit": "weeks"}
REGIME = {
    "key": "own",
    "name": SAID,
    "jurisdiction": SAID,
    "stages": [],
    "edition": SAID,
    "evidence": "convention",
    "caveat": SAID,
}
GUARANTEE = {"key": "own", "trigger": SAID, "remedies": ["refund"], "evidence": "convention"}


@pytest.mark.parametrize("days", [pd.Series([date(2024, 5, 1)]), pd.Series([date(2024, 5, 1)] * 2), {date(2024, 5, 1)}])
def test_a_column_of_a_frame_is_not_taken_for_one_day(days):
    with pytest.raises(TypeError, match="counted_from must be a date"):
        due_date(counted_from=days, stage=REGIMES["cfpb"].stages[0], calendar=OFFICE)
    with pytest.raises(TypeError, match=r"got Series: write column\.to_numpy\(\)"):
        due_date(counted_from=pd.Series(["2024-05-01"]), stage=REGIMES["cfpb"].stages[0], calendar=OFFICE)


def test_an_instant_that_is_missing_or_too_late_is_named():
    complaint = Complaint(id="k1", received_at=NOON)

    with pytest.raises(DomainError, match="solved_at must be"):
        ZENDESK_CLOSING.closes_at(solved_at=pd.NaT)
    with pytest.raises(DomainError, match="solved_at must be"):
        ZENDESK_CLOSING.closes_at(solved_at=datetime.max.replace(tzinfo=UTC))
    with pytest.raises(TypeError, match="as_of must be a datetime; got NaTType"):
        complaint.state_at(as_of=pd.NaT)


@pytest.mark.parametrize("presumed", ["no", 1, None, np.True_])
def test_what_is_presumed_is_true_or_false(presumed):
    with pytest.raises(TypeError, match="presume_justified must be True or False; got"):
        Complaint(id="k1", received_at=NOON).triage(value="low", presume_justified=presumed)


@pytest.mark.parametrize(
    ("make", "given", "message"),
    [
        (DeadlineStage, STAGE | {"name": "answer"}, "name must be a Text; got 'answer'"),
        (DeadlineStage, STAGE | {"exceptional": 1}, "exceptional must be True or False; got 1"),
        (DeadlineStage, STAGE | {"rule": 7}, "rule must be text; got 7"),
        (Regime, REGIME | {"name": "own"}, "name must be a Text; got 'own'"),
        (
            Regime,
            REGIME | {"stages": ["answer"]},
            "stages must be a sequence of DeadlineStage; got 'answer' at index 0",
        ),
        (Regime, REGIME | {"stages": None}, "stages must be a sequence of DeadlineStage; got None"),
        (Regime, REGIME | {"stages": "answer"}, "stages must be a sequence of DeadlineStage; got 'answer'"),
        (Regime, REGIME | {"citations": [7]}, "citations must be a sequence of Citation; got 7 at index 0"),
        (ServiceGuarantee, GUARANTEE | {"trigger": None}, "trigger must be a Text; got None"),
        (ServiceGuarantee, GUARANTEE | {"start": "order"}, "start must be a Text or None; got 'order'"),
        (ServiceGuarantee, GUARANTEE | {"remedies": None}, "remedies must be kinds of remedy, as .'refund'.; got None"),
        (ServiceGuarantee, GUARANTEE | {"citations": 7}, "citations must be a sequence of Citation; got 7"),
    ],
)
def test_the_wrong_kind_is_refused_in_one_line(make, given, message):
    with pytest.raises(TypeError, match=f"^{message}$") as refused:
        make(**given)

    assert len(refused.value.args) == 1


def test_one_remedy_need_not_be_in_a_list():
    assert ServiceGuarantee(**GUARANTEE | {"remedies": "refund"}).remedies == (Remedy.REFUND,)


@pytest.mark.parametrize("given", [7, "1", (Decimal(one) for one in "1")])
def test_costs_need_sequences(given):
    with pytest.raises(TypeError, match="probabilities must be a sequence of numbers; got"):
        guarantee_cost(probabilities=given, payouts=[1])
    with pytest.raises(TypeError, match="payouts must be a sequence of numbers; got"):
        guarantee_cost(probabilities=[1], payouts=7)


@pytest.mark.parametrize("states", ["open", None, 7])
def test_a_walk_goes_through_several_states(states):
    with pytest.raises(TypeError, match="states must be a sequence of states; got"):
        ZENDESK_TICKET.walk(states)


def test_a_step_of_one_script_is_none_of_another():
    with pytest.raises(TypeError, match="step must hold members of ClearStep"):
        CLEAR.next_after(LsciaStep.LISTEN)
    assert LSCIA.next_after(LsciaStep.LISTEN) is LsciaStep.SHARE
    assert handling_script(Complaint(id="k1", received_at=NOON)) is LSCIA


def test_results_with_a_missing_case_equal_themselves():
    shares = dict.fromkeys(["problem_rate", "complaint_rate", "satisfied", "mollified"], 0.25) | dict.fromkeys(
        ["satisfied_loss", "mollified_loss", "dissatisfied_loss", "silent_loss"], 0.5
    )

    def paradox():
        return recovery_paradox(after=[4.4, None], without_failure=4, standard_error=0.1)

    def damage():
        return market_damage(customers=[100, None], lifetime_value=10, **shares)

    assert paradox() == paradox()
    assert damage() == damage()
    assert paradox() != recovery_paradox(after=[4.4, 4.5], without_failure=4, standard_error=0.1)


def test_closing_still_takes_every_instant_it_can():
    assert ZENDESK_CLOSING.closes_at(solved_at=NOON, after=timedelta(hours=1)) == NOON + timedelta(hours=1)
