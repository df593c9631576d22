from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import attrs
import numpy as np
import pytest

from servicemodel import (
    ACCOUNT_PORTFOLIO,
    ANCHORED,
    WAITING_RULES,
    Evidence,
    Model,
    Text,
    WaitCondition,
    account_portfolio,
    explain,
    lifetime_value,
    margin_multiple,
    perceived_wait,
    promise_state,
    satisfaction_state,
)
from servicemodel.arguments import Flag, Instant
from servicemodel.errors import MissingError, ServiceModelError


def test_an_explanation_names_the_answer_what_decided_and_the_source():
    said = explain(satisfaction_state, performance=6, expectation=5, tolerance=1)

    assert said == (
        "Satisfaction state: satisfied, because performance minus expectation is +1, and -1 to +1 counts as what was "
        "expected (Oliver (1980): credited to the source, whose text was not checked)."
    )


def test_the_same_in_chinese():
    said = explain(satisfaction_state, performance=4, expectation=5, language="zh")

    assert said == "满意状态：不满意，因为实际绩效减期望为 -1（Oliver (1980)，归于该来源，未核对原文）。"


def test_a_felt_wait_shows_every_factor_and_that_sizes_are_assumed():
    said = explain(perceived_wait, minutes=10, conditions=WaitCondition.UNOCCUPIED | WaitCondition.SOLO)

    assert "0.85 × 5 × (10/5)^0.9 × 1.1 (unoccupied) × 1.03 (alone)" in said
    assert "an assumed size that no study gives" in said


def test_a_cell_of_a_matrix_shows_both_bands_and_the_advice():
    said = explain(account_portfolio, attractiveness=3, strength=2.9, scale=(1, 5))

    assert "attractiveness 3 is high" in said
    assert "business strength 2.9 is low" in said
    assert "invest selectively" in said


def test_an_equation_is_shown_with_its_numbers():
    said = explain(lifetime_value, annual_sales=Decimal("37200.50"), years=10)

    assert "annual_sales = 37,200.50" in said
    assert "372,005.00" in said


@pytest.mark.parametrize(("discount", "shown"), [(0.1, "2.66667"), (0.25, "1.77778")])
def test_figures_are_shown_to_six_digits(discount, shown):
    assert f": {shown} " in explain(margin_multiple, retention=0.8, discount=discount)


def test_instants_are_shown_with_their_zone():
    noon = datetime(2026, 1, 5, 12, tzinfo=UTC)

    assert "2026-01-05 12:00:00+00:00" in explain(promise_state, promised_at=noon, completed_at=None, as_of=noon)


def test_a_model_may_be_given_by_name():
    assert explain("satisfaction_state", performance=4, expectation=5).startswith("Satisfaction state: dissatisfied")


def test_many_values_bad_values_and_unknown_languages_are_refused():
    with pytest.raises(ServiceModelError, match="performance has many values: choose one"):
        explain(satisfaction_state, performance=[4, 5], expectation=5)
    with pytest.raises(MissingError, match="performance is missing"):
        explain(satisfaction_state, performance=None, expectation=5)
    with pytest.raises(ServiceModelError, match="language must be"):
        explain(satisfaction_state, performance=4, expectation=5, language="fr")
    with pytest.raises(ServiceModelError, match="'nothing' is not a model"):
        explain("nothing")


def test_large_and_whole_figures_are_shown_as_a_person_would():
    assert "annual_sales = 1,234,567.89" in explain(lifetime_value, annual_sales=1234567.891, years=1)
    assert ": 20 [" in explain(lifetime_value, annual_sales=10.0, years=2.0)


def test_short_numpy_numbers_do_not_wrap_around_in_the_reason():
    said = explain(satisfaction_state, performance=np.uint8(4), expectation=np.uint8(5))

    assert "performance minus expectation is -1" in said


def test_an_answer_from_a_table_of_ones_own_does_not_claim_the_evidence_of_the_published_one():
    own = attrs.evolve(ACCOUNT_PORTFOLIO, evidence=Evidence.ASSUMED, citations=())
    asked = {"attractiveness": 0.7, "strength": 0.7}

    assert explain(account_portfolio, **asked, table=own).endswith("(an assumed size that no study gives).")
    assert explain(account_portfolio, **asked, table=ACCOUNT_PORTFOLIO) == explain(account_portfolio, **asked)


def test_a_profile_without_a_rule_leaves_it_out_of_the_reason():
    solo = [row for row in WAITING_RULES.rows if row.key is WaitCondition.SOLO]
    profile = attrs.evolve(ANCHORED, rules=attrs.evolve(WAITING_RULES, rows=solo))

    said = explain(perceived_wait, minutes=5, conditions=WaitCondition.SOLO | WaitCondition.UNFAIR, profile=profile)

    assert "(5/5)^0.9 × 1.03 (alone);" in said


def test_a_model_of_one_s_own_is_explained_by_its_equation():
    def in_time(*, done_at, urgent):
        return 1.0 if urgent else float(done_at.year)

    own = Model(
        function=in_time,
        title=Text("In time", "及时"),
        question=Text("Was it in time?", "及时吗？"),
        arguments=(
            Instant(name="done_at", meaning=Text("when it was done", "完成时间")),
            Flag(name="urgent", meaning=Text("whether it was urgent", "是否紧急")),
        ),
        answer=Text("share", "比例"),
        equation="in_time = 1 if urgent",
        evidence=Evidence.CONVENTION,
        citations=(),
    )

    said = explain(own, done_at=datetime(2026, 1, 5, 12, tzinfo=UTC), urgent=True)

    assert said == (
        "In time: 1 [share], because in_time = 1 if urgent, with done_at = 2026-01-05 12:00:00+00:00, urgent = True"
        " (a convention of this library; nothing is published)."
    )
