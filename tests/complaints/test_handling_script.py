"""Scripts: which one, in which order, and what was jumped."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import attrs
import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    CLEAR,
    LSCIA,
    SIX_STEPS,
    ClearStep,
    Complaint,
    HandlingScript,
    LsciaStep,
    SequenceStep,
    Severity,
    handling_script,
    render,
)
from servicemodel.errors import DomainError, LabelError

SCRIPTS = {"LSCIA": LSCIA, "CLEAR": CLEAR, "six steps": SIX_STEPS}
every_script = pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)


def complaint(severity):
    return Complaint(id="k1", received_at=datetime(2024, 5, 1, tzinfo=UTC), severity=severity)


def test_an_ordinary_complaint_takes_lscia_and_a_serious_one_clear():
    assert handling_script(complaint(Severity.ORDINARY)) is LSCIA
    assert handling_script(complaint(Severity.SERIOUS)) is CLEAR
    assert handling_script(SimpleNamespace(severity="serious")) is CLEAR


def test_what_has_no_known_severity_has_no_script():
    with pytest.raises(TypeError, match="complaint must have a severity; got str"):
        handling_script("serious")
    with pytest.raises(LabelError, match="None is not a Severity"):
        handling_script(SimpleNamespace(severity=None))


@pytest.mark.parametrize("script", [LSCIA, CLEAR], ids=["LSCIA", "CLEAR"])
def test_the_acronym_is_made_of_the_initials_of_five_steps(script):
    assert len(script.steps) == 5
    assert "".join(step.en[0] for step in script.steps) == script.acronym
    assert all(step.zh.startswith(step.en) for step in script.steps)
    with pytest.raises(DomainError, match=f"acronym must be the initials of the steps, '{script.acronym}'"):
        attrs.evolve(script, acronym="LSCPA")


def test_the_six_steps_say_how_sure_their_order_is():
    assert SIX_STEPS.acronym is None
    assert SIX_STEPS.steps == tuple(SequenceStep)
    assert "about 80 % sure" in SIX_STEPS.to_html()
    assert "约 80%" in SIX_STEPS.to_html("zh")


def test_lscia_warns_of_its_namesake():
    assert "LSCPA" in LSCIA.to_html()


@every_script
def test_following_the_script_from_nothing_takes_every_step_once(script):
    taken, step = [], script.next_after(None)
    while step is not None:
        taken.append(step)
        step = script.next_after(step.value)

    assert tuple(taken) == script.steps
    assert script.check_order(taken).complete


@every_script
@given(data=st.data())
def test_what_was_done_so_far_is_in_order_and_not_yet_complete(script, data):
    count = data.draw(st.integers(0, len(script.steps) - 1))
    check = script.check_order(script.steps[:count])

    assert check.in_order
    assert not check.complete
    assert check.missing == script.steps[count:]
    assert check.skipped == ()


@every_script
@given(data=st.data())
def test_any_order_but_the_right_one_is_found_out(script, data):
    done = data.draw(st.permutations(script.steps))
    check = script.check_order(done)

    assert check.complete == (tuple(done) == script.steps)
    assert check.in_order == check.complete
    for misplaced in check.out_of_order:
        assert done.index(misplaced.behind) < done.index(misplaced.step)
        assert misplaced.behind > misplaced.step


@every_script
@given(data=st.data())
def test_present_and_missing_together_are_the_script(script, data):
    done = data.draw(st.lists(st.sampled_from(script.steps), max_size=12))
    check = script.check_order(done)

    assert set(check.present) | set(check.missing) == set(script.steps)
    assert not set(check.present) & set(check.missing)
    assert set(check.skipped) <= set(check.missing)
    assert set(check.repeated) == {step for step in done if done.count(step) > 1}
    assert (len(done) == len(check.present)) == (not check.repeated)


def test_nothing_is_resolved_before_somebody_apologized():
    check = CLEAR.check_order(["control", "listen", "establish", "resolve"])

    assert check.skipped == (ClearStep.APOLOGIZE,)
    assert not check.in_order
    late = CLEAR.check_order(["control", "listen", "establish", "resolve", "apologize"])
    assert [(m.step, m.behind) for m in late.out_of_order] == [(ClearStep.APOLOGIZE, ClearStep.RESOLVE)]


def test_a_step_done_twice_is_said_so():
    check = LSCIA.check_order(["listen", "share", "listen"])

    assert check.repeated == (LsciaStep.LISTEN,)
    assert not check.in_order
    assert "repeated: Listen" in str(check)
    assert check._repr_html_() == check.to_html()
    assert render.to_markdown(check, "zh") == check.grid("zh").to_markdown()


def test_a_check_prints_itself_in_both_languages():
    check = CLEAR.check_order(["resolve", "apologize"])

    assert "Apologize stands behind Resolve" in check.describe()
    assert "“Apologize 道歉”排在“Resolve 解决”之后" in check.describe("zh")
    assert CLEAR.check_order(ClearStep).describe("zh").endswith("齐全，顺序正确")


def test_a_step_of_no_script_or_of_another_is_refused():
    with pytest.raises(LabelError, match="'shout' is not a ClearStep"):
        CLEAR.check_order(["shout"])
    with pytest.raises(TypeError, match="done must hold members of ClearStep or their values; got <LsciaStep"):
        CLEAR.check_order([LsciaStep.LISTEN])
    with pytest.raises(TypeError, match="done must hold members of ClearStep or their values; got 1"):
        CLEAR.check_order([1])
    for done in ("listen", 5, None):
        with pytest.raises(TypeError, match="done must be a sequence of steps"):
            CLEAR.check_order(done)
    with pytest.raises(LabelError, match="'shout' is not a LsciaStep"):
        LSCIA.next_after("shout")


@every_script
def test_a_script_prints_itself(script):
    assert isinstance(script, HandlingScript)
    assert script.title.en in str(script)
    assert script.title.zh in script.describe("zh")
    assert script._repr_html_() == script.to_html()
    assert render.to_html(script, "zh") == script.to_html("zh")
    assert script.grid("zh").rows[0][1] == script.steps[0].zh
