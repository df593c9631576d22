"""What customers answered: on which scale, with and without survey weights, and with which problems."""

from __future__ import annotations

import attrs
import pytest

from report_sources import DATA, Words, report, rows
from servicemodel.errors import ReportError
from servicemodel.labels import LANGUAGES
from servicemodel.report import make_report
from servicemodel.report.questions import scale_of
from servicemodel.survey import FIVE_POINT, TEN_POINT, Direction, Scale, csat, dsat, mean_score, nps, without

AIRPORT = without(FIVE_POINT, 0, 6, "Blank")
SURVEY = (
    "id,channel,performance,weight,recommend,problem,rating_signs,Rating_Food\n"
    "a,desk,5,2,10,no,5,1\n"
    "b,desk,4,1,9,no,4,2\n"
    "c,web,1,1,0,yes,0,6\n"
    "d,web,blank,1,7,yes,3,\n"
    "e,,2,,8,,2,3\n"
    "f,web,6.0,3,,no,5,3\n"
)


def words_of(tmp_path, text=SURVEY, **options):
    made, page, refused = report(tmp_path, text, **options)
    return made, Words(page).text, refused


def scores_of(made):
    return {(row["question"], row["measure"], row["weighted"]): row for row in rows(made.folder / "scores.csv")}


def agrees(row, score):
    figures = {"value": score.value, "effective_n": score.effective_n, "standard_error": score.standard_error}
    figures |= {"low": score.low, "high": score.high}
    for name, value in figures.items():
        assert (float(row[name]) if row[name] else None) == pytest.approx(value, rel=1e-9), name
    assert (int(row["n"]), int(row["missing"])) == (score.n, score.missing)


def test_scores_are_those_of_the_survey_functions_with_weights_and_without(tmp_path):
    made, _, refused = words_of(tmp_path, scale=AIRPORT)
    assert refused == []
    assert made.sections == ("ratings", "problems")
    found = scores_of(made)
    overall, weight = [5, 4, 1, None, 2, None], [2, 1, 1, 1, None, 3]
    signs, recommend = [5, 4, None, 3, 2, 5], [10, 9, 0, 7, 8, None]
    for given, weighted in ((None, "false"), (weight, "true")):
        agrees(found["performance", "mean", weighted], mean_score(answers=overall, scale=FIVE_POINT, weight=given))
        agrees(found["performance", "best", weighted], csat(answers=overall, scale=FIVE_POINT, weight=given))
        agrees(found["performance", "worst", weighted], dsat(answers=overall, scale=FIVE_POINT, weight=given))
        agrees(found["rating_signs", "mean", weighted], mean_score(answers=signs, scale=FIVE_POINT, weight=given))
        agrees(found["recommend", "nps", weighted], nps(answers=recommend, weight=given))
    assert found["problem", "share", "false"]["n"] == "5"
    assert float(found["problem", "share", "false"]["value"]) == pytest.approx(2 / 5)
    assert float(found["problem", "share", "true"]["value"]) == pytest.approx(2 / 8)


def test_the_page_sets_weighted_figures_beside_the_others_each_with_its_n(tmp_path):
    _, words, _ = words_of(tmp_path, scale=AIRPORT)
    for line in (
        "mean (unweighted) 3.00 95%:",
        "mean (weighted) 3.75 95%:",
        "n = 4; missing 2",
        "n = 3; missing 3",
        "net promoter score (unweighted) 20.00 95%:",
        "problem reported (weighted)",
        "Answers on overall; missing 2",
        "1 1 25.00% 1 25.00%",
        "2 1 25.00% 0 0.00%",
        "5 1 25.00% 1 50.00%",
        "promoter 2 40.00% 2 60.00%",
        "Shares without weights are of 4 answers; with weights, of the weight of the 3 answers that have one.",
        "Mean of overall by channel",
        "desk 2 0 4.50",
        "(not given) 1 0 2.00 – 0 1 – –",
        "a problem 1 1 1.00 – 1 1 1.00 –",
        "effective n = (Σ w)² / Σ w²",
        "Kish (1965)",
    ):
        assert line in words
    assert words.index("food 4 2 2.25") < words.index("signs 5 1 3.80")  # the lowest first


@pytest.mark.parametrize("text", ["id,performance\na,4\nb,5\nc,3\n", "id,performance,weight\na,4,\nb,5,\nc,3,\n"])
def test_a_page_without_weights_says_that_every_answer_counts_the_same(tmp_path, text):
    made, words, _ = words_of(tmp_path, text, scale=FIVE_POINT)
    assert "No row has a survey weight (column weight)" in words
    assert "promoters" not in words
    assert "mean (unweighted)" in words
    assert "(weighted)" not in words
    assert "Kish" not in words
    assert {row["weighted"] for row in rows(made.folder / "scores.csv")} == {"false"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_ratings_whose_scale_is_not_known_are_no_survey_and_the_page_says_how_to_say_it(tmp_path, language):
    made, words, _ = words_of(tmp_path, "id,performance,rating_signs\na,4,3\n", language=language)
    assert "ratings" in made.absent
    assert "performance, rating_signs" in words
    assert "--scale 1-5" in words
    assert "scores.csv" not in words


def test_recommendation_has_its_own_scale_and_needs_none(tmp_path):
    made, words, refused = words_of(tmp_path, "id,recommend,performance,problem\na,9,4,yes\nb,11,3,no\n")
    assert made.sections == ("ratings", "problems")
    assert "on which scale performance was answered is not known" in words
    assert "There is no rating on a known scale" in words
    assert [(row["column"], row["value"]) for row in refused] == [("recommend", "11")]
    assert [row["nps_group"] for row in rows(made.folder / "encounters.csv")] == ["promoter", ""]
    assert "n = 1; missing 1" in words


def test_what_is_neither_an_answer_nor_a_code_is_refused_as_it_stands(tmp_path):
    text = "id,performance,expected,rating_signs\na,0,6,x\nb,5,5,5\nc,blank,3,0\n"
    made, _, refused = words_of(tmp_path, text, scale=FIVE_POINT)
    assert {(row["column"], row["value"]) for row in refused} == {
        ("performance", "0"), ("performance", "blank"), ("expected", "6"), ("rating_signs", "x"), ("rating_signs", "0"),
    }  # fmt: skip
    assert rows(made.folder / "encounters.csv")[0]["expected"] == ""
    assert "at least 1 and at most 5" in " ".join(row["reason"] for row in refused)


def test_a_scale_of_whole_numbers_refuses_what_lies_between_two(tmp_path):
    _, _, refused = words_of(tmp_path, "id,performance\na,4\nb,4.5\n", scale=attrs.evolve(FIVE_POINT, whole=True))
    assert [row["value"] for row in refused] == ["4.5"]


def test_answers_between_two_points_are_counted_as_such(tmp_path):
    text = "id,performance,problem\na,4,no\nb,4.5,yes\nc,1.5,no\n"
    _, words, _ = words_of(tmp_path, text, scale=FIVE_POINT)
    assert "between two points 2 66.67%" in words
    assert "between two points 2 0 50.00%" in words


@pytest.mark.parametrize(
    "scale", [Scale(name="wide", title=TEN_POINT.title, low=0, high=100), attrs.evolve(TEN_POINT, low=0.5)]
)
def test_scales_without_few_whole_points_have_means_but_no_boxes(tmp_path, scale):
    made, words, _ = words_of(tmp_path, "id,performance,rating_signs,problem\na,4,3,no\nb,5,4,yes\n", scale=scale)
    assert {row["measure"] for row in rows(made.folder / "scores.csv")} == {"mean", "share"}
    assert "Shares of the answers" not in words
    assert "Problems reported, by the rating" not in words


def test_short_scales_have_one_box_at_each_end(tmp_path):
    three = Scale(name="three", title=FIVE_POINT.title, low=1, high=3)
    made, words, _ = words_of(tmp_path, "id,performance\na,1\nb,2\nc,3\n", scale=three)
    assert "share of the 1 best answers" in words
    assert float(scores_of(made)["performance", "best", "false"]["value"]) == pytest.approx(1 / 3)


def test_small_groups_stand_together_and_accounts_have_their_names(tmp_path):
    lines = "".join(f"v{number}-{one},{number},4\n" for number in range(17) for one in range(18 - number))
    source = tmp_path / "book"
    source.mkdir()
    (source / "encounters.csv").write_text(f"id,account_id,performance\n{lines}x,,5\n", encoding="utf-8")
    (source / "accounts.csv").write_text("id,name\n0,The First\n", encoding="utf-8")
    made = make_report(source, tmp_path / "out", scale=FIVE_POINT)
    words = Words(made.index.read_text(encoding="utf-8")).text
    assert "The First 18 0 4.00" in words
    assert "(2 others together) 5 0 4.00" in words
    assert "(not given) 1 0 5.00" in words


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("id,performance\na,\n", "no row of encounters has a usable performance"),
        ("id,weight\na,1\n", "the table of encounters has no column performance"),
    ],
)
def test_a_survey_without_answers_says_so(tmp_path, text, missing):
    made, words, _ = words_of(tmp_path, text, scale=FIVE_POINT)
    assert {"ratings", "problems"} <= set(made.absent)
    assert missing in words


@pytest.mark.parametrize("text", ["id,problem\na,\n", "id,problem,weight\n"])
def test_a_question_on_problems_that_nobody_answered_makes_no_section(tmp_path, text):
    made, words, _ = words_of(tmp_path, text)
    assert "problems" in made.absent
    assert "no row of encounters has a usable problem" in words


def test_the_difference_is_not_told_where_it_cannot_be(tmp_path):
    _, words, _ = words_of(tmp_path, "id,performance,problem\na,4,yes\nb,5,no\n", scale=FIVE_POINT)
    assert "cannot be told (unweighted)" in words
    _, words, _ = words_of(tmp_path, "id,performance,problem\na,4,no\nb,5,no\n", scale=FIVE_POINT)
    assert "cannot be told" not in words


def test_a_difference_that_chance_may_have_made_shows_its_p(tmp_path):
    text = "id,performance,problem\na,4,yes\nb,5,no\nc,3,yes\nd,2,no\n"
    _, words, _ = words_of(tmp_path, text, scale=FIVE_POINT)
    assert "rate +0.00 points against those without (unweighted; 95%: −3.10 … +3.10; p = 1.000)" in words


def test_a_scale_on_which_lower_is_better_is_refused(tmp_path):
    with pytest.raises(ReportError, match=r"turn the answers round first \(Scale.reverse\)"):
        words_of(tmp_path, scale=attrs.evolve(FIVE_POINT, direction=Direction.LOWER_IS_BETTER))
    with pytest.raises(TypeError, match="scale must be a Scale, such as FIVE_POINT; got str"):
        words_of(tmp_path, scale="1-5")


def test_a_preset_that_knows_its_scale_takes_no_other(tmp_path):
    with pytest.raises(ReportError, match="--scale: sfo_survey says itself on which scale was answered"):
        report(tmp_path, "RESPNUM,Q7ALL\n1,4\n", preset="sfo_survey", scale=FIVE_POINT)


def test_scales_are_written_as_their_two_ends_and_codes():
    assert scale_of(None, None) is None
    made = scale_of(" 1-5 ", "0, 6,Blank,")
    assert made is not None
    assert (made.low, made.high, made.missing) == (1, 5, (0, 6, "Blank"))
    assert scale_of("-3 - +3", None) == attrs.evolve(
        made, low=-3, high=3, missing=(), title=scale_of("-3-3", None).title
    )
    assert (made.title.en, made.title.zh) == ("scale from 1 to 5", "1 至 5 分量表")


@pytest.mark.parametrize(
    ("scale", "codes", "message"),
    [
        ("five", None, "--scale: 'five' cannot be read; write the lowest and the highest answer, '1-5'"),
        ("5-1", None, "--scale: .*low must be below high"),
        ("1-5", "3", "--scale: .*3 is an answer, so it cannot stand for a missing one"),
        (None, "0", "--no-answer: say with --scale which numbers are answers"),
    ],
)
def test_a_scale_that_cannot_be_is_refused_with_the_option(scale, codes, message):
    with pytest.raises(ReportError, match=message):
        scale_of(scale, codes)


def test_codes_that_are_no_numbers_at_all_are_emptied_too(tmp_path):
    scale = attrs.evolve(FIVE_POINT, missing=(float("inf"), "n/a"))
    made, _, refused = words_of(tmp_path, "id,performance\na,inf\nb,N/A\nc,4\n", scale=scale)
    assert refused == []
    assert [row["performance"] for row in rows(made.folder / "encounters.csv")] == ["", "", "4.0"]


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_passengers_of_2017_give_the_known_figures(tmp_path, language):
    made = make_report(DATA / "sfo_survey_2017.csv", tmp_path / "out", preset="sfo_survey", language=language)
    assert (made.rows_read, made.tables[0].scored, made.refused_values) == (2_831, 2_831, 0)
    assert made.sections == ("ratings", "problems")
    found = scores_of(made)
    for weighted, mean, promoters in (("false", 4.0644, 39.84), ("true", 4.0712, 40.40)):
        row = found["performance", "mean", weighted]
        assert float(row["value"]) == pytest.approx(mean, abs=5e-5)
        assert (row["n"], row["missing"]) == ("2688", "143")
        row = found["recommend", "nps", weighted]
        assert 100 * float(row["value"]) == pytest.approx(promoters, abs=5e-3)
        assert (row["n"], row["missing"]) == ("2746", "85")
    assert float(found["problem", "share", "false"]["value"]) == pytest.approx(0.1195, abs=5e-5)
    words = Words(made.index.read_text(encoding="utf-8")).text
    for line in ("4.0644", "4.0712", "39.84", "40.40", "11.95%", "2,688", "2,746"):
        assert line in words


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
@pytest.mark.parametrize("year", [2016, 2017])
def test_every_passenger_and_every_answer_is_accounted_for(tmp_path, year):
    made = make_report(DATA / f"sfo_survey_{year}.csv", tmp_path / "out", preset="sfo_survey")
    raw = rows(DATA / f"sfo_survey_{year}.csv")
    assert (made.rows_read, made.tables[0].scored, made.refused_values) == (len(raw), len(raw), 0)
    theirs = made.tables[0].theirs
    ours = rows(made.folder / "encounters.csv")
    assert ("recommend" in theirs) == (year == 2017)
    for column in (name for name in theirs if name == "performance" or name.startswith("rating_")):
        read = [row[column] for row in ours]
        said = [row[theirs[column]] for row in raw]
        assert read == [f"{float(one)}" if one in "12345" else "" for one in said]
    by_weight = [float(row["weight"]) for row in ours]
    assert by_weight == [float(row["WEIGHT"]) for row in raw]


@pytest.mark.skipif(not DATA.is_dir(), reason="the real records are not beside the checkout")
def test_the_passengers_of_2016_were_not_asked_whether_they_would_recommend(tmp_path):
    made = make_report(DATA / "sfo_survey_2016.csv", tmp_path / "out", preset="sfo_survey")
    found = scores_of(made)
    assert (found["performance", "mean", "false"]["n"], found["performance", "mean", "false"]["missing"]) == (
        "2919",
        "168",
    )
    assert not any(measure == "nps" for _, measure, _ in found)
    assert found["problem", "share", "true"]["n"] == "2907"
