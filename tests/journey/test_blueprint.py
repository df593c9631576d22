from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, strategies as st

from servicemodel import LabelError, ServiceModelError, Text, strategies
from servicemodel.journey import (
    BLUEPRINT_LANES,
    BLUEPRINT_STEPS,
    Blueprint,
    BlueprintAction,
    BlueprintLane,
    BlueprintLine,
    BlueprintLink,
    BlueprintStep,
    lines_crossed,
)

LANES = st.sampled_from(BlueprintLane)
DESK = Text("desk", "柜台")


@pytest.mark.parametrize(
    ("source", "target", "lines"),
    [
        ("evidence", "customer", []),
        ("customer", "onstage", ["interaction"]),
        ("onstage", "backstage", ["visibility"]),
        ("backstage", "support", ["internal_interaction"]),
        ("customer", "backstage", ["interaction", "visibility"]),
        ("customer", "support", ["interaction", "visibility", "internal_interaction"]),
    ],
)
def test_a_link_crosses_the_lines_between_its_lanes(source, target, lines):
    assert [line.value for line in lines_crossed(source=source, target=target)] == lines
    assert [line.value for line in lines_crossed(source=target, target=source)] == lines[::-1]


@given(LANES, LANES, LANES)
def test_on_the_way_down_lines_are_crossed_one_after_another(one, two, three):
    top, middle, bottom = sorted((one, two, three), key=lambda lane: lane.code)

    way = lines_crossed(source=top, target=middle) + lines_crossed(source=middle, target=bottom)
    assert way == lines_crossed(source=top, target=bottom)
    assert lines_crossed(source=top, target=top) == ()


@pytest.mark.parametrize(("source", "target"), list(product(BlueprintLane, BlueprintLane)))
def test_whoever_is_seen_and_whoever_is_not_are_on_two_sides_of_the_line_of_visibility(source, target):
    crossed = BlueprintLine.VISIBILITY in lines_crossed(source=source, target=target)

    assert crossed == (source.visible != target.visible)


def test_the_customer_sees_the_lanes_above_the_line_of_visibility():
    assert [lane.value for lane in BlueprintLane if lane.visible] == ["evidence", "customer", "onstage"]
    assert [entry.visible for entry in BLUEPRINT_LANES.entries] == [lane.visible for lane in BlueprintLane]
    assert len(BLUEPRINT_STEPS.entries) == 6
    assert all(a < b for a, b in pairwise(BlueprintStep))


def test_an_unknown_lane_is_refused():
    with pytest.raises(LabelError, match="stage"):
        lines_crossed(source="stage", target="customer")


@given(strategies.blueprints())
def test_every_action_lies_in_one_lane_and_links_across_a_line_have_ends_on_both_sides(plan):
    assert sum((plan.in_lane(lane) for lane in BlueprintLane), ()) == tuple(
        sorted(plan.actions, key=lambda action: action.lane.code)
    )
    assert {a.key for a in plan.visible()} == {a.key for a in plan.actions if a.lane.visible}
    for line in BlueprintLine:
        assert all(line in plan.lines_of(link) for link in plan.links_across(line.value))
    for link in plan.links_past_contact():
        ends = {plan.action(link.source).lane, plan.action(link.target).lane}
        assert BlueprintLane.SUPPORT in ends
        assert ends & {BlueprintLane.CUSTOMER, BlueprintLane.EVIDENCE}
    assert len(plan.grid().rows) == len(BlueprintLane) + len(BlueprintLine)
    assert plan.describe("zh").count("跨越的连接：") == 3


def action(key, lane="customer"):
    return BlueprintAction(key=key, lane=lane, text=DESK)


def test_a_blueprint_prints_its_lanes_with_the_lines_between():
    plan = Blueprint(
        title=Text("Check-in", "入住登记"),
        actions=[action("ask"), BlueprintAction(key="book", lane="support", text=Text("<system>", "<系统>"))],
        links=[BlueprintLink(source="ask", target="book")],
    )

    assert str(plan).splitlines()[2:5] == [
        "  customer actions: desk",
        "  — line of interaction —: links across: 1",
        "  onstage contact-employee actions: ",
    ]
    assert "&lt;system&gt;" in plan.to_html()
    assert plan._repr_html_() == plan.to_html()
    assert repr(plan) == "<Blueprint Check-in: 2 actions, 1 links>"
    assert plan.links_past_contact() == plan.links
    with pytest.raises(LabelError, match="no action 'pay'; it has ask, book"):
        plan.action("pay")


@pytest.mark.parametrize(
    ("actions", "links"),
    [
        ([], []),
        ([action("a"), action("a")], []),
        ([action("a"), action("b")], [BlueprintLink(source="a", target="c")]),
        ([action("a"), action("b")], [BlueprintLink(source="a", target="a")]),
    ],
)
def test_a_blueprint_that_does_not_hang_together_is_refused(actions, links):
    with pytest.raises(ServiceModelError):
        Blueprint(title=DESK, actions=actions, links=links)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "desk", "actions": [action("a")]},
        {"title": DESK, "actions": ["a"]},
        {"title": DESK, "actions": [action("a")], "links": [("a", "a")]},
    ],
)
def test_a_blueprint_is_made_of_actions_and_links_under_a_title(fields):
    with pytest.raises(TypeError):
        Blueprint(**fields)


@pytest.mark.parametrize(("key", "error"), [(" ", ServiceModelError), (1, TypeError), (None, TypeError)])
def test_a_key_is_a_word(key, error):
    with pytest.raises(error, match="of a blueprint"):
        action(key)
    with pytest.raises(error, match="of a blueprint"):
        BlueprintLink(source="a", target=key)
