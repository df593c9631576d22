"""The pages say what the code says: their examples run, every model and every public name has its place."""

from __future__ import annotations

import ast
import doctest
import re
import tomllib
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import pytest

import servicemodel
from servicemodel import objects
from servicemodel.catalogue import CATALOGUE

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").rglob("[a-z]*.md"))
PAGES = [page for page in PAGES if not {"_build", "jupyter_execute"} & set(page.parts)]
ENGLISH_LESSONS = sorted((ROOT / "docs" / "lessons").glob("*_en.md"))
LESSONS = [page.with_stem(page.stem[:-2] + language) for page in ENGLISH_LESSONS for language in ("en", "zh")]
TEXT_PAGES = [ROOT / "README.md", *PAGES]


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def cells(page):
    found = re.findall(r"^```\{code-cell\}.*?\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [re.sub(r"^(:tags:.*\n|---\n.*?---\n)", "", cell, flags=re.DOTALL).strip("\n") for cell in found]


def directives(name):
    pattern = rf"^```\{{{name}\}} *(\S*)$"
    return [found for page in PAGES for found in re.findall(pattern, page.read_text(encoding="utf-8"), re.MULTILINE)]


@pytest.mark.parametrize(
    "page", [p for p in TEXT_PAGES if ">>>" in p.read_text(encoding="utf-8")], ids=lambda p: p.name
)
def test_examples_in_text_pages_give_what_they_show(page):
    source = "\n\n".join(blocks(page, "python"))
    examples = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    assert examples.examples
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(examples)
    assert runner.summarize(verbose=False).failed == 0


def test_the_quick_tour_of_the_readme_is_run():
    assert sum(block.count(">>>") for block in blocks(ROOT / "README.md", "python")) >= 10


def test_no_example_hides_outside_a_block_that_is_run():
    for page in TEXT_PAGES:
        shown = page.read_text(encoding="utf-8").count(">>> ")
        assert shown == sum(block.count(">>> ") for block in blocks(page, "python")), page.name


def test_every_model_has_its_place_on_exactly_one_page():
    placed = directives("model")
    missing = [
        f"docs/{model.family}.md: ```{{model}} {model.name} and ``` below it"
        for model in CATALOGUE
        if model.name not in placed
    ]
    assert not missing, f"add to {'; '.join(missing)}"
    unknown = {name for name in placed if name not in {model.name for model in CATALOGUE} or placed.count(name) > 1}
    assert not unknown, f"these {{model}} lines stand twice or name no model of the catalogue: {sorted(unknown)}"


def test_every_model_has_a_line_in_the_changelog():
    listed = re.findall(r"^- `(\w+)`: ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    missing = [f"- `{model.name}`: {model.question.en}" for model in CATALOGUE if model.name not in listed]
    assert not missing, "add to CHANGELOG.md a line for each, such as\n" + "\n".join(missing)


def test_every_public_name_is_on_a_page():
    written = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    listed = set(re.findall(r"^\.\. (?:py:data|auto\w+):: servicemodel\.(\w+)$", written, flags=re.MULTILINE))
    listed |= {model.name for model in CATALOGUE}
    for package in map(import_module, directives("public")):
        own = [n for n, thing in vars(package).items() if getattr(thing, "__module__", "") == package.__name__]
        listed |= set(getattr(package, "__all__", own))
    absent = sorted(set(servicemodel.__all__) - listed)
    assert not absent, (
        f"on no page: {absent}; add each to __all__ of its family, whose page has a {{public}} line, or name it"
    )


@pytest.mark.parametrize("page", TEXT_PAGES, ids=lambda p: p.name)
def test_links_between_files_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http", "mailto")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("lesson", ENGLISH_LESSONS, ids=lambda p: p.stem[:-3])
def test_a_lesson_takes_the_same_steps_in_both_languages(lesson):
    english, chinese = (
        [[type(node).__name__ for node in ast.parse(cell).body] for cell in cells(page)]
        for page in (lesson, lesson.with_stem(lesson.stem[:-2] + "zh"))
    )
    assert english == chinese
    assert len(english) > 20


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda p: p.stem)
def test_lessons_say_that_their_data_are_simulated(lesson):
    text = lesson.read_text(encoding="utf-8")
    assert ("simulated" in text) if lesson.stem.endswith("en") else ("模拟" in text)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda p: p.stem)
def test_each_exercise_has_a_solution_that_can_be_left_out(lesson):
    text = lesson.read_text(encoding="utf-8")
    exercises = re.findall(r"^\*\*(\d+)\.\*\*", text, re.MULTILINE)
    assert exercises == ["1", "2", "3", "4", "5"]
    assert text.count("\n:tags: [hide-cell, solution]\n") == len(exercises)


def test_the_extras_listed_are_those_that_can_be_installed():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "docs" / "compatibility.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE) == sorted(project["optional-dependencies"])


def test_every_lesson_is_on_the_list_of_lessons_as_page_and_as_notebook():
    listed = (ROOT / "docs" / "lessons" / "index.md").read_text(encoding="utf-8")
    assert len(ENGLISH_LESSONS) > 1
    for name in (lesson.stem for lesson in LESSONS):
        assert re.search(rf"^{name}$", listed, re.MULTILINE), name
        assert all(f"{name}{end}" in listed for end in (".md", ".ipynb", "_exercises.ipynb")), name


def test_every_page_can_be_reached_from_the_index():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("[a-z]*.md"):
        assert page.stem == "index" or re.search(rf"^{page.stem}$", index, re.MULTILINE), page.name


def test_the_steps_of_extending_name_files_that_exist_and_all_layers():
    text = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
    steps = re.findall(r"^\| (\d+) \| (.*?) \|.*\| (.*?) \|$", text, re.MULTILINE)
    named = {name for _, *columns in steps for column in columns for name in re.findall(r"`([\w/]+\.\w+)`", column)}
    own = {"src/servicemodel/waiting/lateness.py", "tests/waiting/test_lateness.py"}  # what the reader is to write
    homes = {path.stem for path in (ROOT / "src" / "servicemodel").iterdir() if not path.name.startswith(("_", "py."))}
    listed = re.findall(r"`(\w+)/?`", "".join(re.findall(r"^\| (`\w+/?`.*?) \|", text, re.MULTILINE)))

    assert [int(number) for number, *_ in steps] == list(range(1, len(steps) + 1))
    assert {name for name in named if not (ROOT / name).exists()} == own
    assert sorted(listed) == sorted(homes)


def test_each_method_of_an_object_names_the_one_model_it_asks():
    """The table on the page of objects is made of these names."""
    names = {model.name for model in CATALOGUE}
    kinds = [
        thing
        for thing in vars(objects).values()
        if isinstance(thing, type) and thing.__module__.startswith(objects.__name__)
    ]
    methods = [(kind, name, thing) for kind in kinds for name, thing in vars(kind).items() if isfunction(thing)]
    asking = [(kind, name, names & set(thing.__code__.co_names), thing) for kind, name, thing in methods]
    wrong = [
        f"{kind.__name__}.{name} asks {', '.join(called) or 'none'}"
        for kind, name, called, method in asking
        if not name.startswith(("_", "try_"))
        and set(re.findall(r":func:`servicemodel\.(\w+)`", method.__doc__ or "")) != called
    ]
    assert sum(bool(called) for *_, called, _ in asking) > 10
    assert not wrong, f"name the model as :func:`servicemodel.name` in the text of: {wrong}"
