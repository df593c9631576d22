"""The recovery paradox: an interval for satisfaction, and nothing about loyalty."""

from __future__ import annotations

import attrs
import numpy as np
import pytest
from hypothesis import given, strategies as st

from servicemodel import RecoveryFinding, RecoveryParadox, explain, recovery_paradox
from servicemodel.errors import DomainError, MissingError

means = st.floats(-100, 100)
errors = st.floats(1e-3, 50)
levels = st.floats(0.01, 0.999)
BELOW, UNDECIDED, PARADOX = RecoveryFinding


@given(after=means, without=means, error=errors, confidence=levels)
def test_the_interval_is_about_the_difference_and_its_sign_decides(after, without, error, confidence):
    found = recovery_paradox(after=after, without_failure=without, standard_error=error, confidence=confidence)

    assert found.difference == after - without
    assert found.low <= found.difference <= found.high
    assert found.high - found.difference == pytest.approx(found.difference - found.low, abs=1e-9)
    assert found.finding is (PARADOX if found.low > 0 else BELOW if found.high < 0 else UNDECIDED)


@given(after=means, without=means, error=errors, one=levels, other=levels)
def test_more_confidence_and_more_error_make_it_wider(after, without, error, one, other):
    def width(**more):
        asked = {"after": after, "without_failure": without, "standard_error": error, **more}
        found = recovery_paradox(**asked)
        return found.high - found.low

    lower, higher = sorted((one, other))
    assert width(confidence=lower) <= width(confidence=higher) + 1e-9
    assert width(standard_error=2 * error) == pytest.approx(2 * width(), abs=1e-9)


@given(after=means, without=means, error=errors)
def test_exchanging_the_groups_turns_the_finding_round(after, without, error):
    one = recovery_paradox(after=after, without_failure=without, standard_error=error)
    other = recovery_paradox(after=without, without_failure=after, standard_error=error)

    assert other.low == pytest.approx(-one.high)
    assert other.finding.code == 2 - one.finding.code


def test_ninety_five_per_cent_reach_the_well_known_1_96_errors():
    found = recovery_paradox(after=0, without_failure=0, standard_error=1)

    assert found.high == pytest.approx(1.959964, abs=1e-6)
    assert recovery_paradox(after=0, without_failure=0, standard_error=1, confidence=np.nextafter(1, 0)).high < 9


def test_zero_on_an_end_is_undecided():
    ends = {"difference": 1.0, "confidence": 0.95}

    for low, high, expected in (
        (0.0, 2.0, UNDECIDED),
        (-2.0, 0.0, UNDECIDED),
        (5e-324, 2.0, PARADOX),
        (-2, -5e-324, BELOW),
    ):
        assert RecoveryParadox(low=low, high=high, **ends).finding is expected


def test_it_speaks_of_satisfaction_alone():
    fields = {field.name for field in attrs.fields(RecoveryParadox)}

    assert fields == {"difference", "low", "high", "confidence"}
    assert "satisf" in " ".join(member.en for member in RecoveryFinding)


def test_columns_give_columns_with_codes_for_findings():
    found = recovery_paradox(after=[4.4, 4.4, 3.0, None], without_failure=4.1, standard_error=[0.1, 0.2, 0.1, 0.1])

    assert found.finding.tolist() == [2, 1, 0, -1]
    assert found.finding.dtype == np.int8
    assert "Service recovery paradox\n  difference in satisfaction: 0.3; from: 0.104004; " in found.describe()


@pytest.mark.parametrize(
    ("name", "outside"),
    [
        ("after", [float("inf")]),
        ("without_failure", [float("-inf")]),
        ("standard_error", [0, -1]),
        ("confidence", [0, 1, 1.1]),
    ],
)
def test_what_is_no_mean_no_error_and_no_level_is_refused(name, outside):
    given_ = {"after": 4, "without_failure": 4, "standard_error": 0.1, "confidence": 0.9}

    for value in outside:
        with pytest.raises(DomainError, match=f"{name} must be a finite number"):
            recovery_paradox(**{**given_, name: value})
    with pytest.raises(MissingError, match=f"{name} is missing"):
        recovery_paradox(**{**given_, name: None})


def test_one_level_holds_for_all_and_no_expression_is_taken():
    nw = pytest.importorskip("narwhals", reason="needs narwhals")

    with pytest.raises(TypeError, match="confidence must be a finite number"):
        recovery_paradox(after=1, without_failure=1, standard_error=1, confidence=[0.9, 0.95])
    with pytest.raises(TypeError, match="after is a frame expression; recovery_paradox answers with several figures"):
        recovery_paradox(after=nw.col("a"), without_failure=1, standard_error=1)


def test_it_prints_itself_in_both_languages_and_cites_what_was_found_over_many_studies():
    found = recovery_paradox(after=4.1, without_failure=4.4, standard_error=0.1)

    assert found.describe("zh").startswith("服务补救悖论（不如未发生失误时满意）\n  满意度之差：")
    said = explain(recovery_paradox, after=4.1, without_failure=4.4, standard_error=0.1)
    assert "de Matos, Henrique & Rossi (2007): seen printed in the source" in said
