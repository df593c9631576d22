from __future__ import annotations

from itertools import permutations

import attrs
import pytest
from hypothesis import assume, given, strategies as st

from printed import printed
from servicemodel import (
    BuyingOrientation,
    CourseMaslowNeed,
    DomainError,
    DriverLevel,
    ExpressionFeelingType,
    Listing,
    MaslowNeed,
    MissingError,
    SocialStyle,
    TableError,
    Text,
    explain,
    people,
)
from servicemodel.people import (
    DRIVER_LEVELS,
    EXPRESSION_FEELING,
    SOCIAL_STYLES,
    Assertiveness,
    Responsiveness,
    Valence,
    buying_orientation,
    course_dominant_need,
    dominant_need,
    expression_feeling,
    social_style,
)
from servicemodel.tables import Cell, Matrix

SHARES = st.floats(0, 1)
LISTS = {name: value for name, value in vars(people).items() if isinstance(value, Listing)}


# --- social styles ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tells", "shows", "style"),
    [
        (0.5, 0.49, SocialStyle.DRIVING),
        (0.5, 0.5, SocialStyle.EXPRESSIVE),
        (0.49, 0.5, SocialStyle.AMIABLE),
        (0.49, 0.49, SocialStyle.ANALYTICAL),
    ],
)
def test_each_half_has_its_edge_on_the_high_side(tells, shows, style):
    assert social_style(assertiveness=tells, responsiveness=shows, threshold=0.5) is style


@given(SHARES, SHARES, SHARES)
def test_the_style_has_the_halves_its_scores_fall_into(tells, shows, threshold):
    style = social_style(assertiveness=tells, responsiveness=shows, threshold=threshold)

    assert style.axes == (
        tuple(Assertiveness)[tells >= threshold],
        tuple(Responsiveness)[shows >= threshold],
    )


@given(SHARES, SHARES, st.floats(0, 1, exclude_min=True))
def test_both_axes_turned_over_give_the_opposite_style(tells, shows, threshold):
    assume(threshold not in (tells, shows))
    style = social_style(assertiveness=tells, responsiveness=shows, threshold=threshold)
    turned = social_style(
        assertiveness=0 if tells > threshold else 1, responsiveness=0 if shows > threshold else 1, threshold=threshold
    )

    assert turned is style.opposite
    assert style.opposite.opposite is style


def test_driving_and_amiable_expressive_and_analytical_are_opposites():
    assert SocialStyle.DRIVING.opposite is SocialStyle.AMIABLE
    assert SocialStyle.EXPRESSIVE.opposite is SocialStyle.ANALYTICAL


def test_styles_differ_on_no_axis_one_or_both():
    for one, other in permutations(SocialStyle, 2):
        assert one.steps_to(other) == other.steps_to(one.value) == (2 if other is one.opposite else 1)
        assert one.steps_to(one) == 0


def test_another_scale_is_said_and_held_to():
    on_five = {"threshold": 3, "scale": (1, 5)}
    assert social_style(assertiveness=5, responsiveness=1, **on_five) is SocialStyle.DRIVING
    with pytest.raises(DomainError, match="assertiveness"):
        social_style(assertiveness=6, responsiveness=1, **on_five)
    with pytest.raises(DomainError, match="threshold"):
        social_style(assertiveness=5, responsiveness=1, threshold=0.5, scale=(1, 5))
    with pytest.raises(TypeError, match="threshold"):
        social_style(assertiveness=1, responsiveness=1)
    with pytest.raises(MissingError, match="responsiveness"):
        social_style(assertiveness=1, responsiveness=None, threshold=1)


def test_a_table_of_the_users_own_must_be_of_the_same_make():
    with pytest.raises(TypeError, match="must be a Matrix"):
        social_style(assertiveness=1, responsiveness=1, threshold=1, table={})
    with pytest.raises(TableError, match="rows of Assertiveness"):
        social_style(assertiveness=1, responsiveness=1, threshold=1, table=SOCIAL_STYLES.transposed())
    cells = [[Cell(Valence.SATISFIED)] * 2] * 2
    with pytest.raises(TableError, match="members of SocialStyle"):
        social_style(assertiveness=1, responsiveness=1, threshold=1, table=attrs.evolve(SOCIAL_STYLES, cells=cells))
    silent = attrs.evolve(SOCIAL_STYLES, cells=[[Cell(cell.answer) for cell in row] for row in SOCIAL_STYLES.cells])
    given_ = {"assertiveness": 0.2, "responsiveness": 1, "threshold": 0.5}
    assert social_style(**given_, table=silent) is SocialStyle.AMIABLE
    said = explain(social_style, **given_, table=silent)
    assert "assertiveness 0.2 is low (asks) (below 0.5)" in said
    assert "support" not in said
    assert "support" in explain(social_style, **given_)
    assert "不低于 0.5" in explain(social_style, **given_, language="zh")


# --- expression and feeling ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("says", "feels", "type_"),
    [
        (True, True, ExpressionFeelingType.TRUE_SATISFACTION),
        (False, False, ExpressionFeelingType.OPEN_DISSATISFACTION),
        (True, False, ExpressionFeelingType.SILENT_DISSATISFACTION),
        (False, True, ExpressionFeelingType.BARGAINER),
    ],
)
def test_says_and_feels_meet_in_four_types_as_the_table_prints_them(says, feels, type_):
    assert expression_feeling(says_satisfied=says, feels_satisfied=feels) is type_
    row, column = (tuple(Valence)[holds] for holds in (says, feels))
    assert EXPRESSION_FEELING.cell_of(row, column).answer is type_


def test_own_advice_for_the_types_is_said_and_another_table_refused():
    silent = attrs.evolve(
        EXPRESSION_FEELING, cells=[[Cell(cell.answer) for cell in row] for row in EXPRESSION_FEELING.cells]
    )
    said = explain(expression_feeling, says_satisfied=True, feels_satisfied=False, table=silent)
    assert "says satisfied and is not satisfied" in said
    assert "ask again" not in said
    assert "ask again" in explain(expression_feeling, says_satisfied=True, feels_satisfied=False)
    with pytest.raises(TableError, match="rows of Valence"):
        expression_feeling(says_satisfied=True, feels_satisfied=True, table=SOCIAL_STYLES)
    with pytest.raises(TypeError, match="says_satisfied"):
        expression_feeling(says_satisfied=1, feels_satisfied=True)


# --- needs -----------------------------------------------------------------------------------------------------------

NEEDS = [(dominant_need, MaslowNeed), (course_dominant_need, CourseMaslowNeed)]


@pytest.mark.parametrize(("model", "labels"), NEEDS)
@given(st.tuples(SHARES, SHARES, SHARES, SHARES), SHARES)
def test_the_dominant_need_is_the_lowest_below_the_threshold_else_the_highest(model, labels, scores, threshold):
    levels = tuple(labels)
    asked = {level.value: score for level, score in zip(levels, scores, strict=False)}

    below = [level for level, score in zip(levels, scores, strict=False) if score < threshold]
    assert model(**asked, threshold=threshold) is (below[0] if below else levels[-1])


@pytest.mark.parametrize(("model", "labels"), NEEDS)
@given(st.tuples(SHARES, SHARES, SHARES, SHARES), SHARES, st.tuples(st.integers(0, 3), SHARES))
def test_satisfying_a_need_better_never_lowers_the_dominant_one(model, labels, scores, threshold, change):
    which, higher = change
    names = [level.value for level in labels][:4]
    asked = dict(zip(names, scores, strict=True))
    better = {**asked, names[which]: max(scores[which], higher)}

    assert model(**better, threshold=threshold) >= model(**asked, threshold=threshold)


@pytest.mark.parametrize(("model", "labels"), NEEDS)
def test_a_need_on_the_threshold_is_satisfied(model, labels):
    names = [level.value for level in labels][:4]
    on = dict.fromkeys(names, 3)
    assert model(**on, threshold=3, scale=(1, 5)) is tuple(labels)[-1]
    under = {**on, names[2]: 2.99}
    assert model(**under, threshold=3, scale=(1, 5)) is tuple(labels)[2]
    assert "at 2.99" in explain(model, **under, threshold=3, scale=(1, 5))
    assert "no need below the highest" in explain(model, **on, threshold=3, scale=(1, 5))
    with pytest.raises(DomainError, match=names[0]):
        model(**on, threshold=0.5)


def test_the_course_has_development_where_maslow_has_belonging():
    assert [need.name for need in MaslowNeed][2:] == ["BELONGING", "ESTEEM", "SELF_ACTUALISATION"]
    assert [need.name for need in CourseMaslowNeed][2:] == ["DEVELOPMENT", "ESTEEM", "SELF_ACTUALISATION"]


# --- what a customer buys by -----------------------------------------------------------------------------------------


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_half_of_all_weight_on_cost_makes_a_buyer_by_price(cost, rest):
    assume(cost + rest > 0)
    orientation = buying_orientation(cost_weight=cost, value_weight=rest)

    assert (orientation is BuyingOrientation.PRICE) == (cost / (cost + rest) >= 0.5)
    assert buying_orientation(cost_weight=7 * cost, value_weight=7 * rest) is orientation


@pytest.mark.parametrize(("cost", "rest"), [(0, 0), (-1, 2), (float("nan"), 1)])
def test_weights_that_say_nothing_are_refused(cost, rest):
    with pytest.raises((DomainError, MissingError)):
        buying_orientation(cost_weight=cost, value_weight=rest)


def test_the_reason_says_which_weight_is_the_larger():
    assert "less than all else" in explain(buying_orientation, cost_weight=1, value_weight=2)
    assert "at least as much" in explain(buying_orientation, cost_weight=2, value_weight=2)


# --- lists -----------------------------------------------------------------------------------------------------------


def _words(name):
    return [row["entry"] for row in printed("people_lists") if row["list"] == name]


@pytest.mark.parametrize("name", ["FIVE_SATISFACTIONS", "CHECKING_METHODS"])
def test_the_lists_of_the_course_are_complete_and_in_order(name):
    entries = LISTS[name].entries

    assert len(entries) == len(_words(name))
    assert all(entry.key.zh.startswith(words) for entry, words in zip(entries, _words(name), strict=True))


@pytest.mark.parametrize("level", DriverLevel)
def test_the_plus_and_minus_words_of_each_level_are_the_courses(level):
    entry = DRIVER_LEVELS.entry_of(level)

    assert [text.zh for text in entry.raises] == _words(f"raises {level}")
    assert [text.zh for text in entry.lowers] == (_words(f"lowers {level}") or _words(f"raises {level}"))


def test_the_needs_of_the_course_are_printed_as_the_course_has_them():
    assert [need.zh for need in CourseMaslowNeed] == _words("CourseMaslowNeed")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_prints_in_both_languages_and_says_who_stands_behind_it(name):
    listing = LISTS[name]

    assert len(listing.describe().splitlines()) == len(listing.entries) + 1
    for language in ("en", "zh"):
        notes = "".join(listing.grid(language).notes)
        assert all(citation.source.short in notes for citation in listing.citations)
    assert listing.citations
    assert isinstance(listing.title, Text)


def test_levels_of_drivers_and_of_satisfaction_are_ordered_from_below():
    assert DriverLevel.CORE < DriverLevel.EMOTION
    assert people.SatisfactionLevel.MATERIAL < people.SatisfactionLevel.SOCIAL


@pytest.mark.parametrize("table", [SOCIAL_STYLES, EXPRESSION_FEELING], ids=lambda table: table.name)
def test_every_cell_has_a_type_of_its_own(table):
    assert isinstance(table, Matrix)
    answers = [answer for row in table.answers for answer in row]
    assert sorted(answers, key=lambda a: a.code) == list(type(answers[0]))
