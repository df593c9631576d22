import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from html.parser import HTMLParser
from math import inf, nan

import attrs
import numpy as np
import pytest

from servicemodel.catalogue import CATALOGUE, model_of
from servicemodel.churn import ChurnCost
from servicemodel.errors import ServiceModelError
from servicemodel.labels import LANGUAGES, Label, Text
from servicemodel.markup import Grid, aligned, escape, escape_markdown, headed, in_words, printed, record_grid
from servicemodel.priority import ACCOUNT_PORTFOLIO, HALVES, LEVELS, Half
from servicemodel.render import grids, to_dict, to_html, to_json, to_markdown
from servicemodel.satisfaction import SATISFACTION_STATES, SatisfactionState
from servicemodel.sources import Evidence
from servicemodel.tables import Band, Bands, Cell, Factor, Factors, Matrix, Table, Weight, Weights
from servicemodel.waiting import ANCHORED, MEASURED_ONLY, NEUTRAL, WAITING_RULES, WaitCondition

WEIGHTS = Weights(
    name="criteria",
    title=Text("Criteria", "标准"),
    evidence=Evidence.CONVENTION,
    rows=(
        Weight(key="growth", weight=3, text=Text("growth", "增长")),
        Weight(key="fit", weight=1, text=Text("fit", "契合")),
    ),
)
TABLES = [*{t.name: t for model in CATALOGUE for t in model.tables}.values(), HALVES, LEVELS, WEIGHTS]
THINGS = [*TABLES, ANCHORED, NEUTRAL, MEASURED_ONLY, *CATALOGUE, CATALOGUE]
TRICKY = '<script>alert("x")</script> & | `code` *bold* _it_ [link](url) $x$\nsecond'

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
every_language = pytest.mark.parametrize("language", LANGUAGES)


class Cells(HTMLParser):
    """Reads back the cells of a table as text, and refuses tags that do not close."""

    def __init__(self, html):
        super().__init__()
        self.open, self.cells, self.tags = [], [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, _):
        self.tags.append(tag)
        if tag != "br":
            self.open.append(tag)
            if tag in {"td", "th"}:
                self.cells.append("")
        elif self.open[-1] in {"td", "th"}:
            self.cells[-1] += "\n"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in {"td", "th"}:
            self.cells[-1] += data


def renamed(table, words):
    return attrs.evolve(table, title=Text(words, words))


@every_language
@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: getattr(thing, "name", "catalogue"))
def test_everything_renders_in_both_languages_with_whole_rows(thing, language):
    for grid in grids(thing, language):
        assert grid.title
        assert grid.rows
        assert all(len(row) == len(grid.header) for row in grid.rows)
        assert all(cell.strip() for row in (grid.header, *grid.rows) for cell in row)
        read = Cells(grid.to_html())
        assert read.cells == [*grid.header, *(cell for row in grid.rows for cell in row)]
        assert f'lang="{"zh-Hans" if language == "zh" else "en"}"' in grid.to_html()
        table = [line for line in grid.to_markdown().splitlines() if line.startswith("|")]
        assert len(table) == len(grid.rows) + 2
        assert len({line.replace("\\|", "").count("|") for line in table}) == 1
    assert to_html(thing, language).count("<table>") == len(grids(thing, language))
    assert to_markdown(thing, language).count("| :---") + to_markdown(thing, language).count("| ---:") >= 1


@every_table
def test_the_two_languages_of_a_table_share_no_header_and_no_row(table):
    english, chinese = table.grid("en"), table.grid("zh")
    assert english.title != chinese.title
    assert not set(english.header) & set(chinese.header)
    assert not [row for row in english.rows if row in chinese.rows]


@every_language
@pytest.mark.parametrize(
    "model", [m for m in CATALOGUE if isinstance(m.answer, type) and attrs.has(m.answer)], ids=lambda model: model.name
)
def test_each_figure_of_a_result_is_named_in_both_languages(model, language):
    for field in attrs.fields(model.answer):
        assert field.metadata["header"].in_language(language)


@every_table
@every_language
def test_the_sources_of_a_table_are_printed_below_it_in_full(table, language):
    notes = "\n".join(table.grid(language).notes)
    assert table.evidence.in_language(language) in notes
    assert f"{table.name} {table.version}" in notes
    for citation in table.citations:
        assert str(citation.source) in notes
        assert citation.evidence.in_language(language) in notes
        if citation.note:
            assert citation.note.in_language(language) in notes


def test_the_rows_of_the_waiting_rules_print_every_column_and_cite_their_studies():
    grid = WAITING_RULES.grid("en")
    assert grid.header[:3] == ("rule", "proposition", "condition")
    assert grid.header[-1] == "do studies agree?"
    assert grid.rows[0][:5] == (
        "1", WAITING_RULES.rows[0].heading.en, "unoccupied", "1.10", "1.00–1.40",
    )  # fmt: skip
    assert grid.rows[6][3:5] == ("—", "—")
    assert any(note.startswith("unoccupied: Maister (1985), proposition 1") for note in grid.notes)
    assert sum(note.startswith("Source: Maister (1985)") for note in grid.notes) == 1


def test_rows_of_different_kinds_leave_the_columns_they_lack_empty():
    plain = Factor(key=WaitCondition.SOLO, by=2, text=Text("alone", "独自"), evidence=Evidence.ASSUMED)
    mixed = attrs.evolve(WAITING_RULES, rows=(*WAITING_RULES.rows[:7], plain))
    assert mixed.grid("en").rows[7][0] == "—"
    assert Factors(
        name="one", title=Text("one", "一"), evidence=Evidence.ASSUMED, rows=(plain,)
    ).grid("en").header == ("condition", "factor", "plausible range", "evidence")  # fmt: skip


def test_bands_print_their_ranges_and_notes():
    assert SATISFACTION_STATES.grid("en").rows[1] == ("satisfied", "exactly 0", "confirmation")
    assert SATISFACTION_STATES.grid("en").header[1] == "range (points)"
    some = attrs.evolve(
        SATISFACTION_STATES, rows=(attrs.evolve(SATISFACTION_STATES.rows[0], note=None), *SATISFACTION_STATES.rows[1:])
    )
    assert some.grid("en").rows[0] == ("dissatisfied", "below 0", "—")
    assert attrs.evolve(LEVELS, unit=None).grid("zh").rows[1] == ("中", "不低于 1/3 且低于 2/3")


def test_weights_print_their_shares():
    assert WEIGHTS.grid("en").rows == (("growth", "3", "75.0 %"), ("fit", "1", "25.0 %"))


def test_a_matrix_prints_its_strategies_once():
    assert ACCOUNT_PORTFOLIO.grid("en").rows[0][1] == "withdraw, or manage for cash"
    other = attrs.evolve(
        ACCOUNT_PORTFOLIO,
        cells=[
            [attrs.evolve(c, strategy=Text("wait", "等"), citation=LEVELS.citations[0]) for c in row]
            for row in ACCOUNT_PORTFOLIO.cells
        ],
    )
    assert other.grid("zh").rows[0][1] == "撤出\uff1a等"
    assert any(note.startswith("withdraw: Day (1986)") for note in other.grid("en").notes)


def test_a_matrix_of_numbers_prints_them_with_equally_many_digits():
    numbers = Matrix(
        name="n", title=Text("n", "数"), evidence=Evidence.ASSUMED, rows=Half, columns=HALVES,
        row_title=Text("a", "甲"), column_title=Text("b", "乙"), cells=((0.5, 0.25), (1.0, Cell(-1.0))),
    )  # fmt: skip
    assert [row[1:] for row in numbers.grid("en").rows] == [("0.50", "0.25"), ("1.00", "−1.00")]
    assert numbers.grid("en").numbers == (1, 2)
    assert to_dict(numbers)["rows"]["members"][0] == {"value": "low", "en": "low", "zh": "低"}


def test_a_notebook_shows_a_table_by_itself():
    assert LEVELS._repr_html_() == to_html(LEVELS)


def test_a_table_without_a_shape_cannot_be_shown():
    shapeless = Table.__new__(Table)
    with pytest.raises(AssertionError):
        shapeless._view("en")


@every_table
def test_text_from_data_is_never_markup(table):
    read = Cells(renamed(table, TRICKY).grid("en").to_html())
    assert "script" not in read.tags
    markdown = renamed(table, TRICKY).grid("en").to_markdown()
    assert "<script>" not in markdown
    assert "\n" not in markdown.partition("\n\n")[0]


def test_html_signs_lose_their_meaning():
    assert escape("a<b>&\"'\nc") == "a&lt;b&gt;&amp;&quot;&#x27;<br>c"


def test_markdown_signs_lose_their_meaning_and_names_stay_readable():
    assert escape_markdown("a\rb\r\nc\nd") == "a<br>b<br>c<br>d"  # each of them would end the row of a table
    assert escape_markdown("base_ratio * 2 | _x_ & &amp; <b>") == "base_ratio \\* 2 \\| \\_x\\_ & &amp;amp; &lt;b&gt;"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "1"), (-0.5, "−0.5"), (1 / 3, "1/3"), (5 / 12, "5/12"), (0.1234567, "0.123457"), (1234567.0, "1,234,567"),
        (inf, "∞"), (-inf, "−∞"), (nan, "—"), (Decimal("1234.50"), "1,234.50"), (Decimal("NaN"), "NaN"),
        (np.int64(12000), "12,000"), (np.float64(0.25), "0.25"), (1e-12, "1e−12"),
    ],
)  # fmt: skip
def test_numbers_are_printed_as_people_write_them(value, words):
    assert printed(value) == words


def test_aligned_columns_of_nothing_stay_empty():
    assert aligned([[], []]) == [[], []]


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (None, "—", "—"), (True, "yes", "是"), (np.False_, "no", "否"), (SatisfactionState.DELIGHTED, "delighted", "惊喜"),
        (WaitCondition.SOLO | WaitCondition.ANXIOUS, "anxious, solo", "anxious, solo"), (WaitCondition(0), "—", "—"),
        (timedelta(minutes=90), "90 min", "90 分钟"), (date(2024, 5, 1), "2024-05-01", "2024-05-01"),
        (datetime(2024, 5, 1, 8, tzinfo=UTC), "2024-05-01 08:00:00+00:00", "2024-05-01 08:00:00+00:00"),
        (("a", "b"), "a; b", "a\uff1bb"), ((), "—", "—"), ("text", "text", "text"),
    ],
)  # fmt: skip
def test_any_value_has_words(value, english, chinese):
    assert (in_words(value, "en"), in_words(value, "zh")) == (english, chinese)


@attrs.frozen
class Result:
    total: float = attrs.field(metadata=headed(Text("total", "合计")))
    state: SatisfactionState = SatisfactionState.SATISFIED
    hidden: str = attrs.field(default="secret", repr=False)


def test_a_result_renders_its_fields_and_hides_what_its_repr_hides():
    assert record_grid(Result(2.5), "zh").rows == (("合计", "2.5"), ("state", "满意"))
    assert record_grid(Result(2.5), "en").numbers == ()
    assert "secret" not in to_html(Result(1)) + to_markdown(Result(1)) + to_json(Result(1))
    assert to_dict(Result(inf)) == {
        "shape": "result",
        "total": None,
        "state": "satisfied",
        "labels": {"SatisfactionState": {s.value: {"en": s.en, "zh": s.zh} for s in SatisfactionState}},
    }


def test_a_result_of_arrays_has_a_row_for_each_case_and_says_where_it_was_cut():
    cost = ChurnCost(direct=np.arange(25.0), replacement=np.ones(25), word_of_mouth=np.zeros(25))
    grid = grids(cost, "zh")[0]
    assert len(grid.rows) == 20
    assert grid.rows[3] == ("3", "1", "0", "4")
    assert grid.notes == ("前 20 行\uff0c共 25 行",)
    short = ChurnCost(direct=np.arange(2.0), replacement=np.ones(2), word_of_mouth=np.zeros(2))
    assert grids(short, "en")[0].notes == ()
    assert to_dict(short)["total"] == [1.0, 2.0]


def test_amounts_in_decimals_stay_exact():
    cost = ChurnCost(direct=Decimal("0.10"), replacement=Decimal(0), word_of_mouth=Decimal("0.20"))
    assert json.loads(to_json(cost))["total"] == "0.30"
    assert "0.30" in to_markdown(cost)
    assert grids(cost)[0].numbers == (1,)


def test_a_list_of_one_kind_is_one_table_and_a_list_of_tables_several():
    (grid,) = grids([Result(1), Result(2, SatisfactionState.DELIGHTED)], "zh")
    assert grid.rows == (("1", "满意"), ("2", "惊喜"))
    assert [g.title for g in grids((HALVES, LEVELS))] == [HALVES.title.en, LEVELS.title.en]
    assert to_dict([Result(1)])["items"][0]["total"] == 1


@pytest.mark.parametrize("thing", [None, 3, "text", [], (), [1, 2], [HALVES, WEIGHTS], {"a": 1}, object()])
@pytest.mark.parametrize("render", [to_dict, to_json, to_markdown, to_html, grids])
def test_what_is_no_record_is_refused(thing, render):
    with pytest.raises(TypeError, match="rendered"):
        render(thing)


@pytest.mark.parametrize("render", [to_markdown, to_html, grids])
@pytest.mark.parametrize("thing", [HALVES, ANCHORED, CATALOGUE[0], CATALOGUE])
def test_another_language_is_refused(render, thing):
    with pytest.raises(ServiceModelError, match="fr"):
        render(thing, "fr")


@attrs.frozen
class Odd:
    thing: object


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (np.float32(0.5), 0.5), (np.int8(3), 3), (np.True_, True), (nan, None), (Decimal("Infinity"), None),
        (date(2024, 5, 1), "2024-05-01"), (timedelta(minutes=2), 120.0), (np.array([1.0, nan]), [1.0, None]),
        ({Half.LOW: Decimal("1.0")}, {"low": "1.0"}), (WaitCondition.SOLO, "solo"), (WaitCondition(0), []),
        (WaitCondition.SOLO | WaitCondition.UNFAIR, ["unfair", "solo"]), (Text("a", "甲"), {"en": "a", "zh": "甲"}),
        (int, {"shape": "class", "name": "int", "fields": []}),
        (Result, {"shape": "class", "name": "Result", "fields": [
            {"name": "total", "header": {"en": "total", "zh": "合计"}}, {"name": "state", "header": None},
            {"name": "hidden", "header": None}]}),
    ],
)  # fmt: skip
def test_any_value_has_a_plain_form(value, plain):
    assert to_dict(Odd(value))["thing"] == plain


def test_a_value_without_a_plain_form_is_refused():
    with pytest.raises(TypeError, match="no plain form of object"):
        to_dict(Odd(object()))


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: getattr(thing, "name", "catalogue"))
def test_json_is_stable_and_complete(thing):
    text = to_json(thing)
    assert text == to_json(thing)
    data = json.loads(text)
    assert data == to_dict(thing)
    assert next(iter(data)) == "shape"
    assert to_json(thing, indent=None).count("\n") == 0
    assert "\\u" not in text


def test_a_table_exports_its_fields_in_order_with_sources_in_full():
    data = to_dict(ACCOUNT_PORTFOLIO)
    fields = [field.name for field in attrs.fields(Matrix)]
    assert list(data) == ["shape", *fields, "labels"]
    assert data["shape"] == "matrix"
    assert data["rows"]["shape"] == "bands"
    assert data["cells"][1][1]["answer"] == "invest_for_growth"
    assert data["citations"][0]["source"]["title"] == ACCOUNT_PORTFOLIO.citations[0].source.title
    assert data["labels"]["PortfolioCell"]["withdraw"] == {"en": "withdraw", "zh": "撤出"}
    assert to_dict(SATISFACTION_STATES)["rows"][0]["above"] is None
    assert to_dict(WAITING_RULES)["rows"][0]["key"] == "unoccupied"
    assert to_dict(WEIGHTS)["shape"] == "weights"
    assert to_dict(ANCHORED)["shape"] == "wait_profile"
    assert to_dict(ANCHORED)["rules"]["shape"] == "factors"


def test_infinite_edges_are_null():
    open_ended = attrs.evolve(
        SATISFACTION_STATES,
        rows=(attrs.evolve(SATISFACTION_STATES.rows[0], at_least=-inf), *SATISFACTION_STATES.rows[1:]),
    )
    assert to_dict(open_ended)["rows"][0]["at_least"] is None


def test_a_model_exports_what_it_takes_and_answers():
    data = to_dict(model_of("satisfaction_state"))
    assert data["family"] == "satisfaction"
    assert [argument["name"] for argument in data["arguments"]] == [
        "performance", "expectation", "tolerance", "tolerance_above",
    ]  # fmt: skip
    first, _, third, _ = data["arguments"]
    assert (first["kind"], first["required"], third["required"], third["default"]) == ("quantity", True, False, 0.0)
    assert "default" not in first
    assert data["answer"]["ordered"] is True
    waits = to_dict(model_of("perceived_wait"))
    assert waits["arguments"][1]["flags"]["members"][-1] == {"value": "solo", "bit": 128}
    assert waits["answer"] == {"en": "minutes", "zh": "分钟"}
    assert to_dict(model_of("churn_cost"))["answer"]["fields"][-1]["header"]["zh"] == "合计"
    assert isinstance(to_dict(model_of("call_order"))["arguments"], list)


def test_a_model_without_arguments_or_tables_is_one_table():
    bare = attrs.evolve(model_of("disconfirmation"), arguments=(), citations=())
    assert len(grids(bare)) == 1
    assert grids((bare,))[0].rows[0][-1] == "—"
    assert to_dict((bare,))["shape"] == "catalogue"
    odd = attrs.evolve(bare, answer=int)
    assert ("answer", "int") in grids(odd)[0].rows


def test_a_grid_keeps_numbers_to_the_right_and_text_to_the_left():
    grid = Grid(title="t", header=["a", "b"], rows=[["x", "1"]], numbers=[1])
    assert grid.to_markdown() == "**t**\n\n| a | b |\n| :--- | ---: |\n| x | 1 |\n"
    assert 'scope="row" style="text-align:left">x' in grid.to_html()
    assert '<td style="text-align:right">1' in grid.to_html()
    assert "<ul" not in grid.to_html()


def test_a_label_is_a_string_and_still_prints_its_words():
    class Mood(Label):
        GOOD = "good", "in good spirits", "心情好"

    bands = Bands(name="m", title=Text("m", "心情"), evidence=Evidence.ASSUMED, rows=(Band(label=Mood.GOOD),))
    assert bands.grid("zh").rows == (("心情好", "任意值"),)


@pytest.mark.parametrize(
    ("value", "shown"), [(2 / 3, "0.666667"), (1e-7, "0.0000001"), (-0.25, "−0.25"), (100.0, "100")]
)
def test_aligned_figures_keep_six_digits(value, shown):
    assert aligned([[value]]) == [[shown]]
