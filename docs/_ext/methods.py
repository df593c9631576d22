"""The directive ``{methods}``: which method of which object asks which model, read from the methods' own texts."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from servicemodel import objects
from servicemodel.catalogue import model_of
from servicemodel.model import Model

WORDS = {
    "en": ("object", "method", "model", "question"),
    "zh": ("对象", "方法", "模型", "问题"),
}
ASKED = re.compile(r":func:`servicemodel\.(\w+)`")


def methods() -> Iterator[tuple[type[Any], str, Model]]:
    """Yield every public method of an object that names the model it asks."""
    for name in objects.__all__:
        kind = getattr(objects, name)
        for method, function in vars(kind).items() if inspect.isclass(kind) else ():
            asked = ASKED.search(function.__doc__ or "") if inspect.isfunction(function) else None
            if asked and not method.startswith("_"):
                yield kind, method, model_of(asked[1])


class MethodsDirective(SphinxDirective):
    """All methods that ask a model."""

    def run(self) -> list[nodes.Node]:
        """Print them by object, in each language."""
        found = list(methods())
        tables = []
        for language, header in WORDS.items():
            head = "".join(f'<th scope="col">{word}</th>' for word in header)
            body = "".join(
                f"<tr><td><code>{kind.__name__}</code></td><td><code>{method}</code></td>"
                f"<td><code>{model.name}</code></td><td>{escape(model.question.in_language(language))}</td></tr>"
                for kind, method, model in found
            )
            table = f'<table class="generated" lang="{language}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
            tables.append(nodes.raw("", table, format="html"))
        return tables


def setup(app: Any) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_directive("methods", MethodsDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
