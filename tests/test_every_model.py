"""One contract, every model: walks the catalogue, so that a new model is tested by being listed."""

from __future__ import annotations

import ast
import importlib
import inspect
import math
import pkgutil
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

import servicemodel
from engines import ENGINES, column
from servicemodel import CATALOGUE, Bands, Evidence, Label, Model, Text, explain
from servicemodel.arguments import Category, Conditions, Flag, Instant, Quantity
from servicemodel.errors import DomainError, MissingError
from servicemodel.strategies import inputs
from thoroughness import at_most

BY_NAME = {model.name: model for model in CATALOGUE}
COLUMN_MODELS = [model for model in CATALOGUE if model.columns]

every_model = pytest.mark.parametrize("model", CATALOGUE, ids=list(BY_NAME))
every_column_model = pytest.mark.parametrize("model", COLUMN_MODELS, ids=[model.name for model in COLUMN_MODELS])
settled = settings(
    deadline=None, max_examples=at_most(25), suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


# --- what a model says about itself ---------------------------------------------------------------------------------


def test_the_catalogue_lists_every_model_record_of_the_package():
    found = set()
    for module in pkgutil.walk_packages(servicemodel.__path__, "servicemodel."):
        if ".report" in module.name or ".plots" in module.name or ".strategies" in module.name:
            continue
        loaded = importlib.import_module(module.name)
        found |= {value.name for value in vars(loaded).values() if isinstance(value, Model)}

    unlisted = sorted(found - set(BY_NAME))
    assert not unlisted, (
        f"add to src/servicemodel/catalogue.py the import of MODEL and its line in CATALOGUE: {unlisted}"
    )
    assert len(BY_NAME) == len(CATALOGUE)


@every_model
def test_a_model_is_public_under_its_own_name_in_a_file_of_that_name(model):
    name, family = model.name, f"servicemodel.{model.family}"
    package = importlib.import_module(family)

    assert name in vars(package).get("__all__", ()), (
        f"add to src/{family.replace('.', '/')}/__init__.py: from {family}.{name} import {name}, and {name!r} to __all__"
    )
    assert name in servicemodel.__all__, f"add to src/servicemodel/__init__.py: {name} to _HOMES[{family!r}]"
    assert getattr(servicemodel, name) is model.function
    assert model.function.__module__ == f"{family}.{name}", f"move {name} to src/{family.replace('.', '/')}/{name}.py"


@every_model
def test_a_model_is_bilingual_and_cited(model):
    for text in (
        model.title,
        model.question,
        *(a.meaning for a in model.arguments),
        *(r.text for r in model.requirements),
    ):
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh), text
    assert model.citations or model.evidence in (Evidence.CONVENTION, Evidence.ASSUMED)
    for table in model.tables:
        assert any("\u4e00" <= letter <= "\u9fff" for letter in table.title.zh)


@every_model
def test_arguments_are_keyword_only_and_in_the_order_of_the_record(model):
    parameters = inspect.signature(model.function).parameters

    assert all(p.kind is inspect.Parameter.KEYWORD_ONLY for p in parameters.values())
    named = [name for name in parameters if name in model.by_name]
    assert named == [argument.name for argument in model.arguments]


@every_model
def test_the_docstring_has_its_parts_and_the_equation_of_the_record(model):
    text = inspect.getdoc(model.function)

    assert text is not None
    for part in _parts_of(model):
        assert f"\n{part}\n---" in text, (
            f"the docstring of {model.name} has no {part}: write the heading and '---' below it"
        )
    assert " ".join(model.equation.split()) in " ".join(text.split()), (
        f"the Notes of {model.name} begin with its equation: ``{model.equation}``"
    )
    assert text.count(">>> ") >= 2, f"{model.name} shows the simplest case and one edge under Examples, each after >>>"
    for name in inspect.signature(model.function).parameters:
        assert name in text, f"describe {name} under Parameters of {model.name}"


def _parts_of(model: Model) -> list[str]:
    """Return the sections of a docstring; a convention of ours without citations has nothing to refer to."""
    references = ["References"] if model.citations else []
    return ["Parameters", "Returns", "Raises", "Notes", *references, "Examples"]


def test_a_convention_that_cites_nothing_needs_no_references():
    cited = CATALOGUE[0]

    assert "References" in _parts_of(cited)
    assert "References" not in _parts_of(attrs.evolve(cited, citations=(), evidence=Evidence.CONVENTION))


# --- one answer, however it is asked --------------------------------------------------------------------------------


def _plain(inputs_: dict[str, Any]) -> dict[str, Any]:
    """Decimals are for numbers alone; arrays and frames hold floats."""
    return {name: float(value) if isinstance(value, Decimal) else value for name, value in inputs_.items()}


def _answer(model: Model, row: dict[str, Any]) -> Any:
    """Answer one row, with missing where an array or a frame would have it."""
    if any(value is None and isinstance(model.by_name[name], Quantity) for name, value in row.items()):
        return None  # also of an optional quantity: None has a meaning of its own for all rows together only
    try:
        return model.function(**{**model.example, **row})
    except MissingError:
        return None


def _as_array(model: Model, name: str, values: list[Any]) -> Any:
    argument = model.by_name[name]
    if isinstance(argument, Instant):
        return np.array([np.datetime64("NaT", "us") if v is None else v.replace(tzinfo=None) for v in values], "M8[us]")
    if isinstance(argument, Category):
        return argument.labels.codes(values)
    if isinstance(argument, Quantity):
        return np.array([math.nan if v is None else v for v in values])
    return values


def _same(expected: Any, found: Any) -> bool:
    if expected is None or found is None or (isinstance(found, float) and math.isnan(found)):
        return (expected is None or expected != expected) and (found is None or found != found)
    if isinstance(expected, str):
        return expected == found
    if getattr(expected, "key", None) is not None:
        return expected.key == getattr(found, "key", found)
    return math.isclose(expected, found, rel_tol=1e-12, abs_tol=0) or expected == found


@cache
def rows_of(model: Model) -> list[dict[str, Any]]:
    """Valid rows as Hypothesis generates them, edges and equal values included; every fourth one lacks a value."""
    collected: list[dict[str, Any]] = []

    @settings(settled, max_examples=60, derandomize=True, database=None, phases=[Phase.generate])
    @given(inputs(model, exact=False))
    def collect(row: dict[str, Any]) -> None:
        collected.append(row)

    collect()
    names = [argument.name for argument in model.arguments]
    for number in range(3, len(collected), 4):
        collected[number] = {**collected[number], names[number // 4 % len(names)]: None}
    return collected


def _chosen(model: Model, rows: list[dict[str, Any]], *, only_needed: bool) -> tuple[list[str], list[dict[str, Any]]]:
    names = [a.name for a in model.arguments if not (only_needed and a.name in model.defaults)]
    return names, [{name: row[name] for name in names} for row in rows]


def _columns_of(model: Model, names: list[str], rows: list[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the columns of a frame and, for each argument, the names of its columns."""
    columns: dict[str, list[Any]] = {"row": [float(number) for number in range(len(rows))]}
    arguments: dict[str, Any] = dict.fromkeys(names)
    for name in names:
        values = [row[name] for row in rows]
        argument = model.by_name[name]
        if isinstance(argument, Conditions):
            arguments[name] = {flag: f"{name}_{flag.name}" for flag in argument.flags}
            for flag in argument.flags:
                columns[f"{name}_{flag.name}"] = [None if v is None else bool(v & flag.value) for v in values]
        else:
            arguments[name] = name
            columns[name] = [str(v) if isinstance(v, Label) else v for v in values]
    return columns, arguments


only_needed = pytest.mark.parametrize("only_needed", [False, True], ids=["all_arguments", "needed_arguments"])


@only_needed
@every_column_model
def test_an_array_answers_as_its_numbers_do(model, only_needed):
    names, rows = _chosen(model, rows_of(model), only_needed=only_needed)
    expected = [_answer(model, row) for row in rows]

    found = model.function(
        **model.example, **{name: _as_array(model, name, [row[name] for row in rows]) for name in names}
    )

    classes = model.labels or model.example.get("tiers")
    assert found.dtype == (np.float64 if classes is None else np.int8)
    decoded = found.tolist() if classes is None else [[*classes, None][code] for code in found]
    different = [(row, e, f) for row, e, f in zip(rows, expected, decoded, strict=True) if not _same(e, f)]
    assert different == []


@only_needed
@pytest.mark.parametrize("make", ENGINES)
@every_column_model
def test_every_frame_engine_answers_as_the_numbers_do(model, make, only_needed):
    frames = pytest.importorskip("servicemodel.frames", reason="needs narwhals")
    names, rows = _chosen(model, rows_of(model), only_needed=only_needed)
    expected = [_answer(model, row) for row in rows]
    columns, arguments = _columns_of(model, names, rows)

    scored = frames.score(make(columns), model, name="what_it_answers", **model.example, **arguments)
    refused = frames.rejects(make(columns), model, **model.example, **arguments)

    by_row = dict(zip(column(scored, "row"), column(scored, "what_it_answers"), strict=True))
    found = [by_row[float(number)] for number in range(len(rows))]  # an engine may return rows in any order
    different = [(row, e, f) for row, e, f in zip(rows, expected, found, strict=True) if not _same(e, f)]
    assert different == []
    assert column(refused, "row") == []


@every_model
@settled
@given(data=st.data())
def test_every_answer_can_be_explained_in_both_languages(model, data):
    row = {**model.example, **data.draw(inputs(model))}

    english = explain(model, **row)
    chinese = explain(model, language="zh", **row)

    assert english.startswith(model.title.en)
    assert english.endswith(").")
    assert chinese.startswith(model.title.zh)
    assert chinese.endswith("。")


# --- the edges -------------------------------------------------------------------------------------------------------


@every_model
@settled
@given(data=st.data())
def test_what_lies_outside_the_domain_is_refused_by_name(model, data):
    quantities = [a for a in model.arguments if isinstance(a, Quantity)]
    if not quantities:
        return
    argument = data.draw(st.sampled_from(quantities))
    row = {**model.example, **data.draw(inputs(model))}
    low, high = argument.limits
    outside = [math.inf, -math.inf]
    if argument.bounded:
        outside += [v for v in (math.nextafter(low, -math.inf), math.nextafter(high, math.inf)) if math.isfinite(v)]
    if argument.whole:
        outside.append(low + 0.5)
    value = data.draw(st.sampled_from(outside))
    row = {name: float(v) if isinstance(v, Decimal) else v for name, v in row.items()}

    with pytest.raises(DomainError, match=argument.name):
        model.function(**{**row, argument.name: value})


@every_model
@settled
@given(data=st.data())
def test_a_missing_argument_is_an_error_for_one_case(model, data):
    needed = [a for a in model.arguments if not a.optional and a.name not in model.defaults]
    row = {**model.example, **data.draw(inputs(model))}

    for argument in needed:
        for nothing in (None, math.nan):
            with pytest.raises((MissingError, TypeError), match=argument.name):
                model.function(**{**row, argument.name: nothing})


@every_model
def test_every_edge_of_every_band_belongs_to_the_row_that_says_so(model):
    from servicemodel.evaluate.verbs import arrays, numbers

    for table in model.tables:
        for bands in (
            [table] if isinstance(table, Bands) else [getattr(table, "rows", None), getattr(table, "columns", None)]
        ):
            if not isinstance(bands, Bands):
                continue
            for edge, _ in bands.edges:
                for value in (math.nextafter(edge, -math.inf), edge, math.nextafter(edge, math.inf)):
                    row = bands.row_of(value)
                    out = np.empty(1, np.int8)
                    assert value in row
                    assert numbers.classify(bands, value) is row.label
                    assert arrays.BlockVerbs(out).classify(bands, np.array([value]))[0] == row.label.code


@every_model
def test_no_flag_argument_is_read_as_a_number(model):
    row_flags = [a.name for a in model.arguments if isinstance(a, Flag)]
    fitting = {Category: lambda a: a.labels.members[0], Flag: lambda _: False}
    others = {a.name: fitting.get(type(a), lambda _: 0)(a) for a in model.arguments}
    for name in row_flags:
        with pytest.raises(TypeError, match=name):
            model.function(**{**model.example, **others, name: "yes"})


def test_titles_and_questions_are_all_different():
    assert len({model.title.en for model in CATALOGUE}) == len(CATALOGUE)
    assert len({model.question.en for model in CATALOGUE}) == len(CATALOGUE)
    assert all(isinstance(model.title, Text) for model in CATALOGUE)


def test_no_model_file_writes_a_domain_check_of_its_own():
    """A range belongs to the record; a model that compares an argument with a literal and raises has written it twice."""
    for model in CATALOGUE:
        tree = ast.parse(inspect.getsource(inspect.getmodule(model.function)))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == model.name]
        raised = [node for node in ast.walk(functions[-1]) if isinstance(node, ast.Raise)]
        assert not raised, f"{model.name} raises by itself"
