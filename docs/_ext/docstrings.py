"""Docstrings on pages: references find the public name, citations and defaults read as they were written."""

from __future__ import annotations

import inspect
import re
from enum import Enum
from typing import Any

import attrs
from docutils import nodes

LONGEST_DEFAULT = 40


def find_public(app: Any, env: Any, node: Any, contnode: Any) -> Any:
    """Lead a reference to where a name is defined, as docstrings write it, to where the name is public."""
    if node.get("refdomain") != "py":
        return None
    name = node["reftarget"].rpartition(".")[2]
    domain = env.get_domain("py")
    own = [path for path, entry in domain.objects.items() if not entry.aliased and path.rpartition(".")[2] == name]
    found = [path for path in own if path == f"servicemodel.{name}"] or own
    if len(found) != 1:
        return None
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", found[0], node, contnode)


def show_defaults(*event: Any) -> Any:
    """Show the defaults of an attrs class, whose generated ``__init__`` takes them from a table of its own."""
    _, _, _, thing, _, signature, returns = event
    if not (inspect.isclass(thing) and attrs.has(thing) and signature):
        return None
    fields = attrs.fields_dict(thing)

    def shown(match: re.Match[str]) -> str:
        default = fields[match[1]].default
        text = str(default) if isinstance(default, Enum) else repr(default)
        return text if len(text) <= LONGEST_DEFAULT and not {"(", "<"} & set(text.strip("()")) else "…"

    return re.sub(r"attr_dict\['(\w+)'\]\.default", shown, signature), returns


def shorten_citations(app: Any, doctree: Any, docname: str) -> None:
    """Show a reference of a docstring under its own number, not under the one that makes it unique on the page."""
    del app, docname
    for text in list(doctree.findall(nodes.Text)):
        short = re.sub(r"\[R[0-9a-f]{12}-(\d+)\]", r"[\1]", text)
        if short != text:
            text.parent.replace(text, nodes.Text(short))


def setup(app: Any) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("autodoc-process-signature", show_defaults)
    app.connect("doctree-resolved", shorten_citations)
    app.connect("missing-reference", find_public)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
