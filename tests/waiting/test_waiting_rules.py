"""The table against what was found in the literature: figures, grades and wording, typed a second time here."""

from __future__ import annotations

import attrs
import pytest

from servicemodel import WAITING_RULES, Evidence, EvidenceGrade, RuleEffect, WaitCondition, WaitingRule
from servicemodel.errors import TableError

C, B, A = EvidenceGrade

HEADINGS = (
    "Occupied Time Feels Shorter Than Unoccupied Time",
    "People Want to Get Started",
    "Anxiety Makes Waits Seem Longer",
    "Uncertain Waits Are Longer than Known, Finite Waits",
    "Unexplained Waits Are Longer than Explained Waits",
    "Unfair Waits Are Longer than Equitable Waits",
    "The More Valuable the Service, the Longer the Customer Will Wait",
    "Solo Waits Feel Longer than Group Waits",
)
WORDING = (
    "等待时无事可干比有事可干感觉更长",
    "过程前等待的时间感觉比过程中等待的时间更长",
    "焦虑使等待看起来时间更长",
    "不确定的等待比已知的、有限的等待时间更长",
    "没有说明理由的等待比说明理由的等待时间更长",
    "不公平的等待比平等的等待时间更长",
    "服务的价值越高，人们愿意等待的时间就更长",
    "单个人等待比许多人一起等待感觉时间更长",
)
FIGURES = {  # default, plausible range, grade for duration, grade for evaluation
    1: (1.10, 1.00, 1.40, A, A),
    2: (1.08, 1.00, 1.30, C, B),
    3: (1.10, 0.95, 1.50, A, A),
    4: (1.15, 1.00, 1.25, A, A),
    5: (1.05, 1.00, 1.20, C, A),
    6: (1.10, 1.00, 1.50, C, B),
    7: (1.00, None, None, None, A),
    8: (1.03, 0.90, 1.25, A, A),
}


def test_there_are_eight_rules_in_maisters_order():
    assert [rule.number for rule in WAITING_RULES.rows] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert all(isinstance(rule, WaitingRule) for rule in WAITING_RULES.rows)


def test_the_headings_are_maisters_and_the_courses():
    assert tuple(rule.heading.en for rule in WAITING_RULES.rows) == HEADINGS
    assert tuple(rule.heading.zh for rule in WAITING_RULES.rows) == WORDING


@pytest.mark.parametrize("rule", WAITING_RULES.rows, ids=lambda rule: str(rule.number))
def test_the_figures_and_grades_of_each_rule(rule):
    assert (rule.by, rule.low, rule.high, rule.grade_duration, rule.grade_evaluation) == FIGURES[rule.number]


@pytest.mark.parametrize("rule", WAITING_RULES.rows, ids=lambda rule: str(rule.number))
def test_every_rule_has_its_heading_cited_and_says_whether_studies_agree(rule):
    heading, *_ = rule.citations

    assert heading.source.key == "maister_1985"
    assert heading.place == f"proposition {rule.number}"
    assert "directions, not sizes" in heading.note.en
    assert rule.consistency.en
    assert rule.consistency.zh


def test_the_seventh_rule_alone_acts_on_tolerance_and_has_no_factor():
    tolerance = [rule for rule in WAITING_RULES.rows if rule.effect is RuleEffect.TOLERANCE]

    assert [rule.number for rule in tolerance] == [7]
    assert tolerance[0].key is None
    assert {rule.key for rule in WAITING_RULES.rows} - {None} == set(WaitCondition)


def test_the_fourth_rule_alone_rests_on_published_ratios_and_the_others_are_assumed():
    evidence = {rule.number: rule.evidence for rule in WAITING_RULES.rows}

    assert evidence.pop(4) is Evidence.DERIVED
    assert evidence.pop(7) is Evidence.CONVENTION
    assert set(evidence.values()) == {Evidence.ASSUMED}
    assert WAITING_RULES.evidence is Evidence.ASSUMED


def test_the_ratios_said_of_the_fourth_rule_follow_from_the_percentages():
    notes = " ".join(citation.note.en for citation in WAITING_RULES.row_of(WaitCondition.UNCERTAIN).citations)

    assert f"−20 %, so 1/0.80 = {1 / 0.80:.2f}" in notes
    assert f"−13 %, so 1/0.87 = {1 / 0.87:.3f}" in notes


def test_grades_are_ordered_from_no_measurement_to_a_direct_one():
    assert EvidenceGrade.C < EvidenceGrade.B < EvidenceGrade.A


def test_a_range_that_does_not_hold_the_factor_is_refused():
    with pytest.raises(TableError, match="low <= by <= high"):
        attrs.evolve(WAITING_RULES.rows[0], by=2.0)
