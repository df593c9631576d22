import importlib
import re
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ET

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text as Words

from servicemodel.catalogue import CATALOGUE
from servicemodel.errors import FontError, ServiceModelError
from servicemodel.labels import LANGUAGES, Text
from servicemodel.plots import fonts, plot_accounts, plot_table, plot_wait, plot_waits, svg
from servicemodel.plots.pictures import balanced, width_of, wrap
from servicemodel.priority import ACCOUNT_PORTFOLIO, HALVES, LEVELS
from servicemodel.sources import Evidence
from servicemodel.tables import Bands, Matrix, Weight, Weights
from servicemodel.waiting import ANCHORED, NEUTRAL

WEIGHTS = Weights(
    name="criteria",
    title=Text("Criteria", "标准"),
    evidence=Evidence.CONVENTION,
    rows=(
        Weight(key="a", weight=1, text=Text("growth of the market", "市场增长")),
        Weight(key="b", weight=3, text=Text("sales potential", "销售潜力")),
    ),
)
TABLES = {table.name: table for model in CATALOGUE for table in model.tables}
for table in [*TABLES.values()]:
    if isinstance(table, Matrix):
        TABLES |= {axis.name: axis for axis in (table.rows, table.columns) if isinstance(axis, Bands)}
TABLES |= {table.name: table for table in (HALVES, LEVELS, WEIGHTS, NEUTRAL.rules)}

DRAWINGS = {
    **{
        name: (lambda language, ax=None, table=table: plot_table(table, language, ax)) for name, table in TABLES.items()
    },
    "_accounts": lambda language, ax=None: plot_accounts(
        ACCOUNT_PORTFOLIO, [0.5, 0.1, None], [0.2, 0.9, 0.3], ["Acme", "上海客户", "Bolt"], language=language, ax=ax
    ),
    "_wait": lambda language, ax=None: plot_wait(10, 191, language=language, ax=ax),
    "_waits": lambda language, ax=None: plot_waits([3, 5, np.nan], [0, 9, 1], language=language, ax=ax),
}
every_drawing = pytest.mark.parametrize("name", DRAWINGS)
one_of_each_kind = pytest.mark.parametrize(
    "name",
    [
        "halves",
        "waiting_rules",
        "criteria",
        "account_portfolio",
        "repurchase_intention",
        "_accounts",
        "_wait",
        "_waits",
    ],
)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def words_of(figure):
    return [words for words in figure.findobj(Words) if words.get_text().strip()]


def draw(figure):
    FigureCanvasAgg(figure).draw()
    return figure


@pytest.fixture
def no_chinese_font(monkeypatch):
    """A machine with no Chinese font installed and without the package that carries one."""
    monkeypatch.setattr(fonts, "CHINESE_FAMILIES", ())
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_zh_cn", None)
    fonts.find_chinese_font.cache_clear()
    yield
    fonts.find_chinese_font.cache_clear()


@every_drawing
@every_language
def test_no_glyph_is_missing_anywhere(name, language):
    figure = draw(DRAWINGS[name](language).figure)  # a missing glyph is a warning, and a warning is an error
    for words in words_of(figure):
        path = mpl.font_manager.findfont(words.get_fontproperties())
        assert {ord(c) for c in words.get_text()} <= fonts.characters_of(path), words.get_text()


@every_drawing
@every_language
def test_nothing_is_clipped_and_no_words_cover_others(name, language):
    figure = draw(DRAWINGS[name](language).figure)
    renderer = figure.canvas.get_renderer()
    boxes = [(words.get_text(), words.get_window_extent(renderer)) for words in words_of(figure)]
    assert boxes
    for text, box in boxes:
        inside = box.x0 >= 0 and box.y0 >= 0 and box.x1 <= figure.bbox.x1 and box.y1 <= figure.bbox.y1
        assert inside, text
    for number, (text, box) in enumerate(boxes):
        smaller = box.shrunk(1, 0.6)  # lines stand close: ascenders may reach into the space of the line above
        for other_text, other in boxes[:number]:
            assert not smaller.overlaps(other.shrunk(1, 0.6)), (text, other_text)


@one_of_each_kind
@every_language
def test_a_drawing_goes_on_axes_given_and_leaves_global_settings_alone(name, language):
    before = dict(mpl.rcParams)
    ax = Figure().add_subplot()
    assert DRAWINGS[name](language, ax) is ax
    svg(ax.figure)
    assert dict(mpl.rcParams) == before


@every_drawing
def test_the_words_of_the_other_language_stay_out(name):
    if name.startswith("_accounts"):
        return
    english = {w.get_text() for w in words_of(DRAWINGS[name]("en").figure)}
    assert not [text for text in english if re.search("[\u4e00-\u9fff]", text)]
    assert any(re.search("[\u4e00-\u9fff]", w.get_text()) for w in words_of(DRAWINGS[name]("zh").figure))


@one_of_each_kind
@every_language
def test_svg_is_sound_repeatable_and_keeps_its_text(name, language):
    figure = DRAWINGS[name](language).figure
    first = svg(figure, name="a", title='x < "y"')
    assert first == svg(DRAWINGS[name](language).figure, name="a", title='x < "y"')
    root = ET.fromstring(first)  # noqa: S314 - written by ourselves
    space = {"s": "http://www.w3.org/2000/svg"}
    assert root.find("s:title", space).text == root.get("aria-label") == 'x < "y"'
    assert not root.findall(".//s:style", space)
    drawn = {w.get_text().strip() for w in words_of(figure)}
    assert {"".join(element.itertext()).strip() for element in root.findall(".//s:text", space)} == drawn
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(one.startswith("a-") for one in ids)
    used = re.findall(r'(?:href="|url\()#([^")]+)', first)
    assert set(used) <= set(ids)


@one_of_each_kind
@pytest.mark.usefixtures("no_chinese_font")
def test_svg_of_chinese_needs_no_font(name):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        without = svg(DRAWINGS[name]("zh").figure)
    assert re.search("[\u4e00-\u9fff]", without)


def test_svg_is_the_same_with_and_without_a_chinese_font(request):
    drawn = svg(plot_table(ACCOUNT_PORTFOLIO, "zh").figure)
    request.getfixturevalue("no_chinese_font")
    assert svg(plot_table(ACCOUNT_PORTFOLIO, "zh").figure) == drawn


@every_language
@pytest.mark.usefixtures("no_chinese_font")
def test_without_a_font_a_drawing_of_chinese_fails_and_says_what_to_install(language):
    figure = plot_accounts(ACCOUNT_PORTFOLIO, [0.1], [0.1], ["上海"], language=language).figure
    with pytest.raises(FontError, match=r"servicemodel\[plots-zh\]"):
        draw(figure)
    draw(plot_table(HALVES, "en").figure)


def test_a_character_that_no_font_has_is_named_and_svg_still_writes_it():
    figure = plot_accounts(ACCOUNT_PORTFOLIO, [0.1], [0.1], ["\U00012000 Acme"]).figure
    with pytest.raises(FontError, match="\U00012000"):
        draw(figure)
    assert "\U00012000" in svg(figure)


@pytest.mark.usefixtures("no_chinese_font")
def test_a_long_list_of_missing_characters_is_cut():
    with pytest.raises(FontError, match="…"):
        draw(plot_table(ACCOUNT_PORTFOLIO, "zh").figure)


def test_a_text_that_needs_two_fonts_is_refused_rather_than_drawn_by_halves():
    figure = plot_accounts(ACCOUNT_PORTFOLIO, [0.1], [0.1], ["上海 \u0531"]).figure  # Armenian: not in the Chinese font
    with pytest.raises(FontError, match="上海"):
        draw(figure)


def test_an_installed_font_is_found_before_the_packaged_one_and_the_regular_face_first(monkeypatch):
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    def face(path, weight, style="normal", name="SimHei"):
        return mpl.font_manager.FontEntry(fname=str(path), name=name, style=style, weight=weight)

    dejavu = mpl.font_manager.findfont("DejaVu Sans")
    faces = [
        face("/nowhere.ttf", 400), face(dejavu, 400), face(serif_path(), "bold"), face(serif_path(), 400, "italic"),
        face(sans_path(), "regular"),
    ]  # fmt: skip
    monkeypatch.setattr(mpl.font_manager.fontManager, "ttflist", faces)
    fonts.find_chinese_font.cache_clear()
    try:
        assert fonts.find_chinese_font() == str(sans_path())
        monkeypatch.setattr(mpl.font_manager.fontManager, "ttflist", [face(serif_path(), 900)])
        fonts.find_chinese_font.cache_clear()
        assert fonts.find_chinese_font() == str(serif_path())
    finally:
        fonts.find_chinese_font.cache_clear()


def test_a_name_is_never_read_as_mathematics_or_markup():
    written = svg(plot_accounts(ACCOUNT_PORTFOLIO, [0.1], [0.1], ['$x$ <b> & id="q" url(#z)']).figure)
    assert '$x$ &lt;b&gt; &amp; id="q" url(#z)' in written


@pytest.mark.parametrize("name", ["", "1a", "a b", 'a"'])
def test_a_name_that_cannot_begin_an_id_is_refused(name):
    with pytest.raises(ServiceModelError, match="name must be"):
        svg(Figure(), name=name)


def test_a_picture_without_a_title_has_no_label():
    assert "aria-label" not in svg(Figure())


@pytest.mark.parametrize("thing", [None, "text", ANCHORED, CATALOGUE[0]])
def test_what_is_no_table_is_not_drawn(thing):
    with pytest.raises(TypeError, match="plot_table draws"):
        plot_table(thing)


@pytest.mark.parametrize(
    "draw_it",
    [
        lambda: plot_table(HALVES, "fr"),
        lambda: plot_wait(1, language="fr"),
        lambda: plot_waits([1], language="fr"),
        lambda: plot_accounts(ACCOUNT_PORTFOLIO, [0.1], [0.1], language="fr"),
    ],
)
def test_another_language_is_refused(draw_it):
    with pytest.raises(ServiceModelError, match="fr"):
        draw_it()


def test_lines_are_broken_at_spaces_and_between_chinese_characters():
    assert wrap("one two three", width_of("one two")) == ["one two", "three"]
    assert wrap("等待感知时间", width_of("等待感")) == ["等待感", "知时间"]
    assert wrap("等待感\uff0c知", width_of("等待感")) == ["等待感\uff0c", "知"]
    assert wrap("unbreakable", 1) == ["unbreakable"]
    assert wrap("", 10) == [""]
    assert balanced("aa bb cc dd", width_of("aa bb cc")) == ["aa bb", "cc dd"]
    assert balanced("i", 1) == ["i"]


@pytest.mark.parametrize(("absent", "message"), [("matplotlib", r"servicemodel\[plots\]"), ("matplotlib.axes", "axes")])
def test_without_matplotlib_the_import_says_what_to_install(absent, message, monkeypatch):
    for module in [m for m in sys.modules if m.startswith("servicemodel.plots")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, absent, None)
    with pytest.raises(ImportError, match=message):
        importlib.import_module("servicemodel.plots")


def test_drawing_needs_no_display_and_no_pyplot():
    code = "import sys, servicemodel.plots as p, servicemodel.priority as r; p.plot_table(r.HALVES); assert 'matplotlib.pyplot' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_edges_of_bands_are_drawn_full_where_they_belong():
    ax = plot_table(HALVES)
    ends = {
        (float(line.get_xdata()[0]), float(line.get_ydata()[0])): line.get_markerfacecolor() == line.get_color()
        for line in ax.lines
        if line.get_marker() == "o"
    }
    assert ends == {(0.5, 0.0): True, (1.0, 0.0): True, (0.0, 1.0): True, (0.5, 1.0): False}


def test_bands_without_an_edge_and_edges_that_touch_are_drawn():
    one = Bands(
        name="one",
        title=Text("one", "一"),
        evidence=Evidence.ASSUMED,
        rows=(HALVES.rows[0].__class__(label=HALVES.rows[0].label),),
    )
    draw(plot_table(one).figure)
    low, high = HALVES.rows
    import attrs

    near = attrs.evolve(HALVES, rows=(attrs.evolve(low, below=0.001), attrs.evolve(high, at_least=0.001)))
    texts = [w.get_text() for w in words_of(plot_table(near).figure)]
    assert "0.001" not in texts
    assert "0" in texts


@pytest.mark.parametrize(
    "weights", [(1, 1000), (1,), (5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)]
)
def test_weights_are_drawn_heaviest_first_on_an_axis_that_holds_them(weights):
    table = Weights(
        name="w", title=Text("w", "权"), evidence=Evidence.ASSUMED,
        rows=[Weight(key=str(i), weight=w, text=Text(f"c{i}", f"标{i}")) for i, w in enumerate(weights)],
    )  # fmt: skip
    ax = plot_table(table)
    widths = [bar.get_width() for bar in ax.patches]
    assert widths == sorted(widths, reverse=True)
    assert sum(widths) == pytest.approx(100)
    assert ax.get_xlim()[1] >= widths[0]
