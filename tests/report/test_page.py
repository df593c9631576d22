"""The page needs nothing else, runs nothing, and speaks the language asked for."""

from __future__ import annotations

import re

import pytest

from report_sources import VISITS, Words, report, write
from servicemodel.report import make_report, page as pages
from servicemodel.report.blocks import bar, columns_chart
from servicemodel.report.words import WORDS, Words as Speaker
from servicemodel.survey import TEN_POINT

NASTY = "<script>alert(1)</script>&\"'"


@pytest.fixture(scope="module", params=["en", "zh"])
def demo_page(request, tmp_path_factory):
    from servicemodel.report.demo import write_book
    from servicemodel.samples import dealership

    folder = tmp_path_factory.mktemp("demo")
    book = dealership(language=request.param)
    write_book(book, folder / "book")
    made = make_report(
        folder / "book",
        folder / "out",
        language=request.param,
        time_zone="Asia/Shanghai",
        clock=book.clock,
        scale=TEN_POINT,
        simulated=True,
    )
    assert made.absent == ("problems",)  # the book holds no question on problems
    return request.param, made.index.read_text(encoding="utf-8")


def test_the_page_loads_and_runs_nothing(demo_page):
    _, page = demo_page
    assert "<script" not in page
    assert "@import" not in page
    assert "url(" not in re.sub(r"url\(#[^)]*\)", "", page)
    for tag, attributes in Words(page).tags:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "image"}
        for name in ("src", "href", "xlink:href"):
            assert "//" not in (attributes.get(name) or ""), (tag, attributes)
        assert not any(name.startswith("on") for name in attributes)


def test_every_link_inside_the_page_leads_somewhere_and_ids_are_unique(demo_page):
    _, page = demo_page
    ids = [attributes["id"] for _, attributes in Words(page).tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    for _, attributes in Words(page).tags:
        for name in ("href", "xlink:href"):
            if (attributes.get(name) or "").startswith("#"):
                assert attributes[name][1:] in ids


def test_the_page_is_marked_up_for_those_who_do_not_see_it(demo_page):
    language, page = demo_page
    tags = Words(page).tags
    assert ("html", {"lang": {"en": "en", "zh": "zh-Hans"}[language]}) in tags
    names = [tag for tag, _ in tags]
    assert names.count("h1") == 1
    assert names.count("caption") == names.count("table") > 10
    for tag, attributes in tags:
        if tag == "th":
            assert attributes.get("scope") in {"col", "row"}
        if tag == "svg" and attributes.get("aria-hidden") != "true":
            assert attributes.get("role") == "img"
            assert attributes.get("aria-label")


def test_charts_keep_their_text_as_text(demo_page):
    language, page = demo_page
    charts = re.findall(r"<figure>.*?</figure>", page, re.DOTALL)
    assert len(charts) == 4
    for chart in charts:
        assert chart.count("<text") > 5
    assert {"en": "unoccupied", "zh": "无事可做"}[language] in Words(charts[2]).text


def test_the_simulated_book_is_marked_and_versions_are_printed(demo_page):
    language, page = demo_page
    words = Words(page).text
    assert {"en": "Simulated data.", "zh": "模拟数据。"}[language] in words
    assert "waiting_rules, v1" in words
    assert "account_portfolio, v1" in words
    assert "anchored" in words
    assert "Asia/Shanghai" in words
    assert re.search(r"servicemodel \d", words)


def test_the_chinese_page_has_no_english_words_of_ours(demo_page):
    language, page = demo_page
    if language == "zh":
        words = Words(page).text
        english = {
            text.en for key, text in WORDS.items() if len(text.en) > 12 and "{" not in text.en and key != "simulated"
        }
        assert [text for text in english if text in words] == []


def test_a_real_source_is_not_called_simulated(tmp_path):
    _, page, _ = report(tmp_path, VISITS)
    assert "imulated" not in Words(page).text


def test_text_from_data_is_escaped_wherever_it_stands(tmp_path):
    cell = '"' + NASTY.replace('"', '""') + '"'
    write(tmp_path, "accounts.csv", f"id,name,attractiveness,strength\n{cell},{cell},0.9,0.9\n$x$,$\\frac$,0.1,0.2\n")
    write(
        tmp_path,
        "encounters.csv",
        f"id,account_id,channel,performance,expected,{cell}\nv,{cell},{cell},4,5,1\nw,q,{cell},x{cell[1:]},5,1\n".replace(
            "x<", '"x<'
        ),
    )
    made = make_report(tmp_path, tmp_path / "out", as_of="2024-05-01T00:00+00:00")
    page = made.index.read_text(encoding="utf-8")
    assert made.tables[1].scored == 2
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 3
    assert "$\\frac$" in page


def test_a_bar_is_as_wide_as_its_shares_and_says_them():
    drawn = bar([(1, "good", "kept"), (0, "open", "pending"), (3, "bad", "broken <i>")])
    assert re.findall(r'x="([\d.]+)" y="0" width="([\d.]+)"', drawn) == [("0.00", "25.00"), ("25.00", "75.00")]
    assert 'aria-label="kept 25.0%, pending 0.0%, broken &lt;i&gt; 75.0%"' in drawn
    assert bar([(0, "good", "kept")]) == ""


def test_columns_are_as_high_as_their_counts_even_if_all_are_zero():
    drawn = columns_chart("counts", [("a", 2, "good"), ("b", 1, "bad")]).svg
    heights = [float(height) for height in re.findall(r'width="76" height="([\d.]+)"', drawn)]
    assert heights == [150, 75]
    assert 'height="0.0"' in columns_chart("none", [("a", 0, "good")]).svg


def test_more_kinds_of_rejects_than_a_page_holds_are_summed_up(tmp_path, monkeypatch):
    text = "id,performance,started_at,wait_value,wait_solo\na,?,?,?,?\nb,?,?,?,1\n"
    _, page, refused = report(tmp_path, text)
    assert "most frequent" not in page
    assert len(refused) == 7
    monkeypatch.setattr(pages, "_MOST_REASONS", 3)
    _, page, _ = report(tmp_path, text)
    words = Words(page).text
    assert "The 3 most frequent of 4 kinds" in words
    assert "neither true nor false" not in words


def test_every_phrase_is_in_both_languages_with_the_same_places_to_fill():
    for key, text in WORDS.items():
        places = re.findall(r"\{\w+\}", text.en)
        assert sorted(re.findall(r"\{\w+\}", text.zh)) == sorted(places) or key == "absent_refused", key


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (-59.94, "−1.0 min", "−1.0 分钟"),
        (3600, "1.0 h", "1.0 小时"),
        (86_400 * 2.5, "2.5 days", "2.5 天"),
        (0, "0.0 min", "0.0 分钟"),
    ],
)
def test_a_stretch_of_time_is_written_in_the_unit_that_suits_it(seconds, english, chinese):
    assert Speaker("en").span(seconds) == english
    assert Speaker("zh").span(seconds) == chinese
