"""Directives that print what the code says about itself, so that no table in these pages is typed.

``{model} name``
    one model: question, rule, arguments, sources, and its function;
``{public} package``
    every other public name of a package: classes, categories with their codes and words, tables in both languages;
``{names}``, ``{catalogue}``, ``{works}``, ``{columns}``, ``{commands}``
    all arguments, all models, all sources, the flat columns of all objects, the command line.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.errors import ExtensionError
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

import servicemodel
from servicemodel import render
from servicemodel.arguments import Argument, Quantity
from servicemodel.catalogue import CATALOGUE, model_of
from servicemodel.labels import LANGUAGES, Label, OrderedLabel
from servicemodel.model import Model
from servicemodel.objects import FLAT_COLUMNS, WAIT_FLAG_COLUMNS
from servicemodel.report.cli import main as commands
from servicemodel.sources import Citation, Source, works
from servicemodel.waiting import WaitProfile

WORDS = {
    "en": {
        "argument": "argument", "unit": "unit", "takes": "takes", "meaning": "meaning", "models": "models",
        "model": "model", "question": "question", "answer": "answers with", "evidence": "evidence", "sources": "sources",
        "optional": "may be left out: None",
    },
    "zh": {
        "argument": "参数", "unit": "单位", "takes": "取值", "meaning": "含义", "models": "所用模型",
        "model": "模型", "question": "问题", "answer": "给出", "evidence": "依据", "sources": "来源",
        "optional": "可为空：None", "satisfaction": "满意", "waiting": "等待", "churn": "流失", "priority": "优先级",
        "loyalty": "忠诚", "complaints": "投诉", "survey": "调查", "contact_centre": "客户联络中心",
        "quality": "质量", "people": "客户", "journey": "旅程",
    },
}  # fmt: skip


#: Written out before autodoc looks at the functions: it puts texts of its own in the place of their defaults.
CATALOGUE_JSON = render.to_json(CATALOGUE)


class Generated(SphinxDirective):
    """Base: turns Markdown text and tables of strings into nodes."""

    def markdown(self, text: str) -> list[nodes.Node]:
        """Parse Markdown as if it stood in the page."""
        node = nodes.container()
        node.document = self.state.document
        source = f"<{self.name} {' '.join(self.arguments)}>"
        self.state.nested_parse(StringList(text.splitlines(), source), self.content_offset, node)
        return node.children

    def rst(self, *lines: str) -> list[nodes.Node]:
        """Parse reStructuredText, the language of docstrings."""
        return self.markdown("\n".join(["````{eval-rst}", *lines, "````"]))

    @staticmethod
    def html(text: str) -> nodes.raw:
        """Put HTML into the page as it is."""
        return nodes.raw("", text, format="html")

    def table(
        self, header: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "", language: str = "en"
    ) -> Any:
        """Print a table; cells that are HTML already come as :class:`Html`."""
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
        body = "".join(
            "<tr>" + "".join(f"<td>{cell if isinstance(cell, Html) else escape(cell)}</td>" for cell in row) + "</tr>"
            for row in rows
        )
        title = f"<caption>{escape(caption)}</caption>" if caption else ""
        return self.html(
            f'<table class="generated" lang="{language}">{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        )


class Html(str):
    """A cell that is HTML already."""

    __slots__ = ()


def code(text: str) -> Html:
    """Return ``text`` as code."""
    return Html(f"<code>{escape(text)}</code>")


def plain(text: str) -> str:
    """Return ``text`` so that Markdown takes no character of it for a mark."""
    return "".join(f"\\{character}" if character in "\\`*_{}[]<>#|~$" else character for character in text)


def path_of(package: Any, name: str) -> str:
    """Return the shortest public path of a name."""
    at_top = name in servicemodel.__all__ and getattr(servicemodel, name) is getattr(package, name)
    return f"servicemodel.{name}" if at_top else f"{package.__name__}.{name}"


def public_path(thing: Any) -> str | None:
    """Return the path under which the top level exports ``thing``, if it does."""
    for name in servicemodel.__all__:
        if getattr(servicemodel, name) is thing:
            return f"servicemodel.{name}"
    return None


def cited(citation: Citation) -> str:
    """Return a citation as Markdown, linked to the bibliography."""
    place = f", {plain(citation.place)}" if citation.place else ""
    note = f": {plain(citation.note.en)} · {plain(citation.note.zh)}" if citation.note else ""
    return f"{work(citation.source)}{place} ({citation.evidence.en} · {citation.evidence.zh}){note}"


def work(source: Source) -> str:
    """Return the short name of a source as a link to the bibliography."""
    return f"{{ref}}`{source.short} <work-{source.key}>`"


class ModelDirective(Generated):
    """One model."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Print what the record says, the arguments, and the function's own page."""
        model = model_of(self.arguments[0])
        path = public_path(model.function)
        if path is None:
            msg = f"the model {model.name} is not public"
            raise ExtensionError(msg)
        facts = [
            f"{plain(model.question.en)} {plain(model.question.zh)}",
            f"`{model.equation}`",
            f"Answers with {answer(model)}. Evidence: {model.evidence.en} · {model.evidence.zh}.",
            "\n".join(f"- {cited(citation)}" for citation in model.citations),
        ]
        tables = [
            f"{{py:data}}`{name} <{public_path(table)}>`"
            for table in model.tables
            if (name := (public_path(table) or "").rpartition(".")[2])
        ]
        if tables:
            options = [name for name in ("table", "profile") if name in inspect.signature(model.function).parameters]
            yours = f"; `{options[0]}=` takes yours" if options else ""
            facts.append(f"Printed as {', '.join(tables)}{yours}.")
        printed = [
            self.table(
                [WORDS[language][word] for word in ("argument", "unit", "takes", "meaning")],
                ([code(a.name), *described(a, language)] for a in model.arguments),
                language=language,
            )
            for language in LANGUAGES
        ]
        section = nodes.section(ids=[f"model-{model.name}"], names=[])
        section += nodes.title("", f"{model.title.en} · {model.title.zh}")
        section += [*self.markdown("\n\n".join(facts)), *printed, *self.rst(f".. autofunction:: {path}")]
        return [section]


def answer(model: Model) -> str:
    """Return what a model answers with, as Markdown."""
    if isinstance(model.answer, type):
        path = public_path(model.answer)
        return f"{{py:class}}`{model.answer.__name__} <{path}>`" if path else f"`{model.answer.__name__}`"
    return f"{plain(model.answer.en)} · {plain(model.answer.zh)}"


def described(argument: Argument, language: str) -> tuple[str, str, str]:
    """Return unit, range and meaning of an argument."""
    unit, takes = "", argument.allowed(language)
    if isinstance(argument, Quantity):
        unit = argument.unit.in_language(language)
        takes = takes.removesuffix(f" [{unit}]")
    if argument.optional:
        takes += {"en": "; ", "zh": "；"}[language] + WORDS[language]["optional"]
    return unit, takes, argument.meaning.in_language(language)


class PublicDirective(Generated):
    """The public names of a package that are not models."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Print each name in the way of its kind."""
        package = import_module(self.arguments[0])
        functions = {model.function for model in CATALOGUE}
        printed = self.rst(f".. py:module:: {package.__name__}", "", ".. py:currentmodule:: None")
        for name in public_names(package):
            thing = getattr(package, name)
            home = getattr(thing, "__module__", None) or ""
            elsewhere = home.startswith("servicemodel.") and not f"{home}.".startswith(f"{package.__name__}.")
            if elsewhere and (inspect.isclass(thing) or inspect.isfunction(thing)):
                continue  # lent from another package, which has it on its own page
            if not (inspect.isfunction(thing) and thing in functions):
                printed += self.entry(path_of(package, name), thing, package)
        return printed

    def entry(self, path: str, thing: Any, package: Any) -> list[nodes.Node]:
        """Print one name."""
        if isinstance(thing, type) and issubclass(thing, Label) and len(thing):
            return [*self.rst(f".. autoclass:: {path}", "   :no-members:"), self.labels(thing)]
        if inspect.isclass(thing):
            return self.rst(f".. autoclass:: {path}", "   :members:")
        if inspect.isfunction(inspect.unwrap(thing)):
            return self.rst(f".. autofunction:: {path}")
        entry = self.rst(f".. py:data:: {path}", "", *(f"   {line}" for line in comment(package, path)))
        if hasattr(thing, "grid") or isinstance(thing, WaitProfile):
            entry += [
                self.html(f'<div class="generated" lang="{lg}">{render.to_html(thing, lg)}</div>') for lg in LANGUAGES
            ]
        return entry

    def labels(self, labels: type[Label]) -> nodes.raw:
        """Print the categories of an enum."""
        order = "worst or lowest first · 由劣到优(由低到高)" if issubclass(labels, OrderedLabel) else ""
        return self.table(
            ("code", "member", "value", "English", "中文"),
            ((str(m.code), code(f"{labels.__name__}.{m.name}"), code(m.value), m.en, m.zh) for m in labels),
            caption=order,
        )


def public_names(module: Any) -> list[str]:
    """Return what a package exports, or what a module itself defines and documents."""
    if hasattr(module, "__all__"):
        return list(module.__all__)
    commented = {name for _, name in ModuleAnalyzer.for_module(module.__name__).find_attr_docs()}
    return [
        name
        for name, thing in vars(module).items()
        if not name.startswith("_")
        and (name in commented or getattr(thing, "__module__", None) == module.__name__)
        and not isinstance(thing, TypeVar)
    ]


def modules_of(package: Any) -> list[str]:
    """Return the names of a package and of the modules in it."""
    folder = Path(package.__file__)
    inside = sorted(folder.parent.rglob("[a-z]*.py")) if folder.name == "__init__.py" else []
    return [
        package.__name__,
        *(".".join([package.__name__, *file.relative_to(folder.parent).with_suffix("").parts]) for file in inside),
    ]


def comment(package: Any, path: str) -> list[str]:
    """Return the comment that documents a constant, from the module of the package that defines it."""
    name = path.rpartition(".")[2]
    for module in modules_of(package):
        found = ModuleAnalyzer.for_module(module).find_attr_docs().get(("", name))
        if found:
            return found
    msg = f"{path} has no documenting comment (#:) where it is defined"
    raise ExtensionError(msg)


class NamesDirective(Generated):
    """All arguments of all models, once for each meaning."""

    def run(self) -> list[nodes.Node]:
        """Print the arguments in alphabetical order, in each language."""
        uses: dict[Argument, list[str]] = {}
        found = sorted(((a, m.name) for m in CATALOGUE for a in m.arguments), key=lambda pair: pair[0].name)
        for argument, model in found:
            uses.setdefault(argument, []).append(model)
        header = ("argument", "unit", "takes", "meaning", "models")
        return [
            self.table(
                [WORDS[language][word] for word in header],
                ([code(a.name), *described(a, language), ", ".join(models)] for a, models in uses.items()),
                language=language,
            )
            for language in LANGUAGES
        ]


class CatalogueDirective(Generated):
    """All models."""

    def run(self) -> list[nodes.Node]:
        """Print the models by family, in each language."""
        header = ("model", "question", "answer", "evidence", "sources")
        families = list(dict.fromkeys(model.family for model in CATALOGUE))
        return [
            self.table(
                [WORDS[language][word] for word in header],
                (catalogue_row(m, language) for m in CATALOGUE if m.family == family),
                caption=WORDS[language].get(family, family),
                language=language,
            )
            for language in LANGUAGES
            for family in families
        ]


def catalogue_row(model: Model, language: str) -> tuple[str, ...]:
    """Return what the catalogue prints of a model."""
    return (
        Html(f'<a href="{model.family}.html#model-{model.name}"><code>{model.name}</code></a>'),
        model.question.in_language(language),
        code(model.answer.__name__) if isinstance(model.answer, type) else model.answer.in_language(language),
        model.evidence.value if language == "en" else model.evidence.zh,
        "; ".join(dict.fromkeys(citation.source.short for citation in model.citations)),
    )


class ColumnsDirective(Generated):
    """The flat columns of all objects."""

    def run(self) -> list[nodes.Node]:
        """Print a table for each object."""
        flags = ", ".join(f"`{name}`" for name in WAIT_FLAG_COLUMNS)
        return [
            *self.markdown(
                f"Instead of the mask `wait_conditions` a table may have a true-or-false column each: {flags}."
            ),
            *(
                self.table(
                    ("column", "holds", "required", "takes"),
                    ((code(c.name), c.kind, needed(c), taken(c)) for c in columns),
                    caption=owner.__name__,
                )
                for owner, columns in FLAT_COLUMNS.items()
            ),
        ]


def needed(column: Any) -> str:
    """Return whether a row must have a value in a column."""
    if not column.required:
        return ""
    return "yes" if column.part is None else f"in a row with {column.part}"


def taken(column: Any) -> str:
    """Return what a column takes beyond its kind."""
    if column.labels is not None:
        return ", ".join(member.value for member in column.labels)
    return column.domain.allowed() if column.domain is not None else ""


class CommandsDirective(Generated):
    """The commands of the command line, with their options."""

    def run(self) -> list[nodes.Node]:
        """Print what each command says of itself."""
        helped = [
            command.get_help(click.Context(command, info_name=f"servicemodel {name}", max_content_width=88))
            for name, command in commands.commands.items()
        ]
        return [nodes.literal_block(text, text, language="none") for text in helped]


class WorksDirective(Generated):
    """Every cited work."""

    def run(self) -> list[nodes.Node]:
        """Print the works in alphabetical order, the course texts last."""
        found = [thing for thing in vars(works).values() if isinstance(thing, Source)]
        found.sort(key=lambda source: (source.key.startswith("course_"), source.short))
        return self.markdown("\n\n".join(f"(work-{s.key})=\n{plain(str(s))} Key: `{s.key}`." for s in found))


def write_catalogue(app: Any, error: Exception | None) -> None:
    """Write the catalogue as JSON next to its page, for other tools."""
    if error is None and app.builder.format == "html":
        (Path(app.outdir) / "catalogue.json").write_text(CATALOGUE_JSON, encoding="utf-8")


def setup(app: Any) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_directive("model", ModelDirective)
    app.add_directive("public", PublicDirective)
    app.add_directive("names", NamesDirective)
    app.add_directive("catalogue", CatalogueDirective)
    app.add_directive("works", WorksDirective)
    app.add_directive("columns", ColumnsDirective)
    app.add_directive("commands", CommandsDirective)
    app.connect("build-finished", write_catalogue)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
