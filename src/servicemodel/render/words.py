"""Anything of this library as tables of words: Markdown and HTML."""

from __future__ import annotations

from types import FunctionType
from typing import Any

import attrs

from servicemodel.catalogue import model_of
from servicemodel.labels import Label, OrderedLabel, Text, check_language
from servicemodel.markup import NOTHING, Grid, class_title, header_of, in_words, record_grid
from servicemodel.model import Model
from servicemodel.render.data import is_catalogue, is_list, refusal
from servicemodel.sources import Citation, Evidence
from servicemodel.tables import Table, source_notes


def to_markdown(thing: Any, language: str = "en") -> str:
    """Return a table, a profile, a model, the catalogue or a result as Markdown tables, sources below.

    Parameters
    ----------
    thing : Table, WaitProfile, Model or its function, another attrs object such as a result, or a sequence of a kind
    language : {"en", "zh"}

    Returns
    -------
    str
        Markdown as GitHub and MyST read it; text in it is never markup.

    Examples
    --------
    >>> from servicemodel.satisfaction import SATISFACTION_STATES
    >>> print(to_markdown(SATISFACTION_STATES).splitlines()[4])
    | dissatisfied | below 0 | negative disconfirmation |
    """
    return "\n".join(grid.to_markdown() for grid in grids(thing, language))


def to_html(thing: Any, language: str = "en") -> str:
    """Return the same as :func:`to_markdown` as an HTML fragment; everything in it is escaped."""
    return "".join(grid.to_html() for grid in grids(thing, language))


def grids(thing: Any, language: str = "en") -> tuple[Grid, ...]:
    """Return the tables of words that :func:`to_markdown` and :func:`to_html` write.

    Raises
    ------
    TypeError
        If it is neither a table, a model, a sequence of models nor another attrs object.
    """
    check_language(language)
    if isinstance(thing, FunctionType):
        thing = model_of(thing)
    if isinstance(thing, Model):
        return (_facts(thing, language), *_arguments(thing, language), *(t.grid(language) for t in thing.tables))
    if is_catalogue(thing):
        return (_catalogue(thing, language),)
    if hasattr(thing, "grid"):  # a table, or a result that knows its own title
        return (thing.grid(language),)
    if is_list(thing):
        tables = all(isinstance(item, Table) for item in thing)
        return tuple(item.grid(language) for item in thing) if tables else (_list(thing, language),)
    if not attrs.has(type(thing)):
        raise refusal(thing)
    return _record(thing, language)


def _list(things: Any, language: str) -> Grid:
    """Return objects of one class as one table, a row each."""
    fields = [field for field in attrs.fields(type(things[0])) if field.repr is not False]
    header = [header_of(field, language) for field in fields]
    rows = [[in_words(getattr(thing, field.name), language) for field in fields] for thing in things]
    return Grid(title=class_title(things[0], language), header=header, rows=rows, language=check_language(language))


_SAID_ELSEWHERE = ("title", "evidence", "citations")


def _record(thing: Any, language: str) -> tuple[Grid, ...]:
    """Return an object's fields, its sources below, then the tables it holds."""
    shown = [field.name for field in attrs.fields(type(thing)) if field.repr is not False]
    tables = [name for name in shown if isinstance(getattr(thing, name), Table)]
    evidence, citations = getattr(thing, "evidence", None), getattr(thing, "citations", ())
    if not isinstance(evidence, Evidence):
        grid = record_grid(thing, language, without=tables)
    else:
        grid = record_grid(thing, language, without=(*tables, *_SAID_ELSEWHERE))
        grid = attrs.evolve(grid, notes=(*grid.notes, *source_notes(evidence, citations, language)))
    return (grid, *(getattr(thing, name).grid(language) for name in tables))


_MODEL = Text("model", "模型")
_QUESTION = Text("question", "回答的问题")
_ANSWER = Text("answer", "回答")
_EQUATION = Text("equation", "公式")
_EVIDENCE = Text("evidence", "依据")
_SOURCES = Text("sources", "来源")
_REQUIREMENT = Text("requirement", "条件")
_FUNCTION = Text("function", "函数")
_ITEM = Text("item", "项目")
_SAID = Text("content", "内容")
_ARGUMENT = Text("argument", "参数")
_MEANING = Text("meaning", "含义")
_ALLOWED = Text("allowed values", "允许的取值")
_DEFAULT = Text("default", "默认值")
_REQUIRED = Text("required", "必填")
_CATALOGUE = Text("Catalogue of models", "模型目录")
_ARGUMENTS_OF = Text("Arguments of {}", "{} 的参数")


def _answer(answer: Any, language: str) -> str:
    """Return in words what a model answers with: its labels, the figures of its result, or a unit."""
    if isinstance(answer, Text):
        return answer.in_language(language)
    if issubclass(answer, Label):
        sign = " < " if issubclass(answer, OrderedLabel) else " · "
        return sign.join(label.in_language(language) for label in answer)
    if attrs.has(answer):
        return " · ".join(header_of(field, language) for field in attrs.fields(answer))
    return str(answer.__name__)


def _facts(model: Model, language: str) -> Grid:
    rows = [
        (_FUNCTION, model.name),
        (_QUESTION, model.question.in_language(language)),
        (_ANSWER, _answer(model.answer, language)),
        (_EQUATION, model.equation),
        *((_REQUIREMENT, requirement.text.in_language(language)) for requirement in model.requirements),
    ]
    return Grid(
        title=model.title.in_language(language),
        header=[_ITEM.in_language(language), _SAID.in_language(language)],
        rows=[[name.in_language(language), said] for name, said in rows],
        notes=source_notes(model.evidence, model.citations, language),
        language=check_language(language),
    )


def _arguments(model: Model, language: str) -> tuple[Grid, ...]:
    if not model.arguments:
        return ()
    header = [words.in_language(language) for words in (_ARGUMENT, _MEANING, _ALLOWED, _DEFAULT)]
    rows = [
        [
            argument.name,
            argument.meaning.in_language(language),
            argument.allowed(language),
            in_words(model.defaults[argument.name], language)
            if argument.name in model.defaults
            else _REQUIRED.in_language(language),
        ]
        for argument in model.arguments
    ]
    title = _ARGUMENTS_OF.in_language(language).format(model.name)
    return (Grid(title=title, header=header, rows=rows, language=check_language(language)),)


def _catalogue(models: Any, language: str) -> Grid:
    header = [w.in_language(language) for w in (_MODEL, _FUNCTION, _QUESTION, _ANSWER, _EQUATION, _EVIDENCE, _SOURCES)]
    rows = [
        [
            model.title.in_language(language),
            model.name,
            model.question.in_language(language),
            _answer(model.answer, language),
            model.equation,
            model.evidence.in_language(language),
            _short(model.citations),
        ]
        for model in models
    ]
    return Grid(title=_CATALOGUE.in_language(language), header=header, rows=rows, language=check_language(language))


def _short(citations: tuple[Citation, ...]) -> str:
    return "; ".join(dict.fromkeys(citation.source.short for citation in citations)) or NOTHING
