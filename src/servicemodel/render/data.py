"""Anything of this library as plain data, for other tools."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import IntFlag
from math import isfinite
from typing import Any

import attrs
import numpy as np

from servicemodel.arguments import Argument
from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.model import Model
from servicemodel.tables import Bands, Factors, Matrix, Table, Weights

_SHAPES = {Bands: "bands", Factors: "factors", Weights: "weights", Matrix: "matrix"}


def to_dict(thing: Any) -> dict[str, Any]:
    """Return a table, a profile, a model, the catalogue or a result as a plain dict.

    Parameters
    ----------
    thing : Table, WaitProfile, Model, another attrs object such as a result, or a sequence of one kind of these

    Returns
    -------
    dict
        ``"shape"`` first, then the fields in their order. Numbers are numbers, a ``Decimal`` a string, an infinite or
        missing number ``None``; a label is its value, a flag its name in lower case; sources are full records. The
        words of all labels that occur stand under ``"labels"``. Fields kept out of ``repr`` are left out, and a
        customer's personal card stands there as its ``repr``, which shows nothing of it.

    Raises
    ------
    TypeError
        If it is none of these.

    Examples
    --------
    >>> from servicemodel.priority import HALVES
    >>> to_dict(HALVES)["rows"][0]
    {'label': 'low', 'above': None, 'at_least': 0.0, 'below': 0.5, 'at_most': None, 'note': None}
    """
    if isinstance(thing, Model):
        return _model(thing)
    if is_catalogue(thing):
        return {"shape": "catalogue", "models": [_model(model) for model in thing]}
    if is_list(thing):
        return {"shape": "list", "items": [to_dict(item) for item in thing]}
    if not attrs.has(type(thing)):
        raise refusal(thing)
    enums = dict.fromkeys(_enums(thing))
    words = {kind.__name__: {label.value: _plain(Text(label.en, label.zh)) for label in kind} for kind in enums}
    return {"shape": shape_of(thing), **_fields(thing), "labels": words}


def to_json(thing: Any, *, indent: int | None = 2) -> str:
    """Return what :func:`to_dict` gives as JSON; the same thing always gives the same text."""
    return json.dumps(to_dict(thing), ensure_ascii=False, indent=indent, allow_nan=False)


def is_catalogue(thing: Any) -> bool:
    """Whether something is a sequence of models and nothing else."""
    return isinstance(thing, tuple | list) and bool(thing) and all(isinstance(model, Model) for model in thing)


def is_list(thing: Any) -> bool:
    """Whether something is a sequence of attrs objects of one class, such as a list of calls, and nothing else."""
    kinds = {type(item) for item in thing} if isinstance(thing, tuple | list) else set()
    return len(kinds) == 1 and attrs.has(kinds.pop())


def refusal(thing: Any) -> TypeError:
    """Say what can be rendered."""
    kind = type(thing).__name__
    return TypeError(f"a table, a model, an attrs object or a sequence of one kind of these is rendered; got {kind}")


def shape_of(thing: Any) -> str:
    """Return the name of a table's shape, or of another object's class in lower case."""
    for kind, shape in _SHAPES.items():
        if isinstance(thing, kind):
            return shape
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type(thing).__name__).lower()


def _fields(thing: Any) -> dict[str, Any]:
    return {
        field.name: _plain(getattr(thing, field.name)) for field in attrs.fields(type(thing)) if field.repr is not False
    }


def _plain(value: Any) -> Any:  # noqa: C901, PLR0912 - one case per kind of value
    if value is None or (isinstance(value, bool | int) and not isinstance(value, IntFlag)):
        return value
    if isinstance(value, IntFlag):
        names = [str(flag.name).lower() for flag in value]
        return names[0] if len(names) == 1 else names
    if isinstance(value, Label):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, float | np.floating):
        return float(value) if isfinite(value) else None
    if isinstance(value, np.bool_ | np.integer):
        return value.item()
    if isinstance(value, Decimal):
        return str(value) if value.is_finite() else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, np.ndarray):
        return _plain(value.tolist())
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, type):
        return _kind(value)
    if isinstance(value, Table):
        return {"shape": shape_of(value), **_fields(value)}
    if attrs.has(type(value)):
        return str(value) if getattr(value, "personal", False) else _fields(value)
    msg = f"no plain form of {type(value).__name__}"
    raise TypeError(msg)


def _kind(kind: type[Any]) -> dict[str, Any]:
    """Return an enum with its members, or a class with its fields."""
    if issubclass(kind, Label):
        members = [{"value": label.value, "en": label.en, "zh": label.zh} for label in kind]
        ordered = issubclass(kind, OrderedLabel)
        return {"shape": "labels", "name": kind.__name__, "ordered": ordered, "members": members}
    if issubclass(kind, IntFlag):
        flags = [{"value": str(flag.name).lower(), "bit": flag.value} for flag in kind]
        return {"shape": "flags", "name": kind.__name__, "members": flags}
    named = [
        {"name": field.name, "header": _plain(field.metadata.get("header"))}
        for field in (attrs.fields(kind) if attrs.has(kind) else ())
    ]
    return {"shape": "class", "name": kind.__name__, "fields": named}


def _enums(value: Any) -> Iterator[type[Label]]:
    """Yield the enums of labels that occur in a value, in the order met."""
    if isinstance(value, Label):
        yield type(value)
    elif isinstance(value, type) and issubclass(value, Label):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _enums(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.repr is not False:
                yield from _enums(getattr(value, field.name))


def _model(model: Model) -> dict[str, Any]:
    return {
        "shape": "model",
        "name": model.name,
        "family": model.family,
        "title": _plain(model.title),
        "question": _plain(model.question),
        "arguments": [_argument(model, argument) for argument in model.arguments],
        "answer": _plain(model.answer),
        "equation": model.equation,
        "evidence": model.evidence.value,
        "citations": _plain(model.citations),
        "requirements": [
            {"arguments": list(requirement.arguments), "text": _plain(requirement.text)}
            for requirement in model.requirements
        ],
        "tables": _plain(model.tables),
        "decimal": model.decimal,
        "columns": model.columns,
    }


def _argument(model: Model, argument: Argument) -> dict[str, Any]:
    said = {
        "kind": type(argument).__name__.lower(),
        **{field.name: _said(getattr(argument, field.name)) for field in attrs.fields(type(argument)) if field.init},
        "allowed": {"en": argument.allowed("en"), "zh": argument.allowed("zh")},
        "required": argument.name not in model.defaults,
    }
    return said if said["required"] else {**said, "default": _plain(model.defaults[argument.name])}


def _said(value: Any) -> Any:
    """Return a field of an argument; arguments of records hold arguments themselves."""
    if isinstance(value, tuple) and any(isinstance(item, Argument) for item in value):
        return [
            {field.name: _said(getattr(item, field.name)) for field in attrs.fields(type(item)) if field.init}
            for item in value
        ]
    return _plain(value)
