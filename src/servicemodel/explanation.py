"""Say in a sentence what a model answers, which row or term decided, and who published it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from enum import Flag
from typing import Any

import attrs
import numpy as np

from servicemodel.arguments import Argument, Records
from servicemodel.catalogue import model_of
from servicemodel.errors import ServiceModelError
from servicemodel.evaluate import is_expression
from servicemodel.labels import Label, Language, Text, check_language
from servicemodel.markup import NOTHING
from servicemodel.model import Model
from servicemodel.tables import Table


def explain(model: Callable[..., Any] | Model | str, /, *, language: Language = "en", **inputs: Any) -> str:
    """Explain one answer of a model.

    Parameters
    ----------
    model : function, Model or str
        The model, as its function, its record or its name.
    language : {"en", "zh"}
    **inputs
        What the model's function takes; single values.

    Returns
    -------
    str
        One sentence: the answer, what decided it, the source and what stands behind it.

    Raises
    ------
    ServiceModelError
        If the model is unknown or an input is an array or an expression.

    Examples
    --------
    >>> from servicemodel import satisfaction_state
    >>> print(explain(satisfaction_state, performance=4, expectation=5))
    Satisfaction state: dissatisfied, because performance minus expectation is -1 (Oliver (1980): credited to the source, whose text was not checked).
    """
    check_language(language)
    record = model_of(model)
    _refuse_columns(record, inputs)
    inputs = {name: _plain(record.by_name.get(name), value) for name, value in inputs.items()}
    answer = record.function(**inputs)
    reason = (record.reason or _equation(record))(**inputs)
    table = inputs.get("table")
    rests_on = table if isinstance(table, Table) and table not in record.tables else record  # a table of the user's own
    words = {
        "title": record.title.in_language(language),
        "answer": _shown(answer, language) + _unit(record, language),
        "reason": _after_chinese(reason.in_language(language)) if language == "zh" else reason.en,
        "grounds": _grounds(rests_on, language),
    }
    return _SENTENCE[language].format_map(words)


_SENTENCE = {
    "en": "{title}: {answer}, because {reason} ({grounds}).",
    "zh": "{title}：{answer}，因为{reason}（{grounds}）。",
}


def _grounds(rests_on: Model | Table, language: Language) -> str:
    """Say who is cited for what, and, where that is another thing, what the answer as a whole rests on."""
    evidence = rests_on.evidence.in_language(language)
    if not rests_on.citations:
        return evidence
    first = rests_on.citations[0]
    cited = first.source.short + _WORDS["cited"][language] + first.evidence.in_language(language)
    return cited if first.evidence is rests_on.evidence else cited + _WORDS["as a whole"][language] + evidence


_WORDS = {
    "cited": {"en": ": ", "zh": "，"},
    "as a whole": {"en": "; this answer: ", "zh": "；本答案："},
}


def _after_chinese(words: str) -> str:
    """Set words that begin with a number or a Latin name off from the Chinese before them."""
    return f" {words}" if words[:1].isascii() else words


def _plain(argument: Argument | None, value: Any) -> Any:
    """Return an input that a reason may read twice and reckon with: a NumPy number would wrap around."""
    if isinstance(argument, Records):
        return tuple(value)
    return value.item() if isinstance(value, np.number | np.bool_) else value


def _refuse_columns(record: Model, inputs: dict[str, Any]) -> None:
    for name, value in inputs.items():
        argument = record.by_name.get(name)
        if argument is None or isinstance(argument, Records):
            continue
        if isinstance(value, np.ndarray | list | tuple) or is_expression(value):
            msg = f"explain says why one answer came about; {name} has many values: choose one"
            raise ServiceModelError(msg)


def _equation(record: Model) -> Callable[..., Text]:
    """Return a reason that shows the equation with the numbers that went into it."""

    def reason(**inputs: Any) -> Text:
        given = {name: inputs.get(name, record.defaults.get(name)) for name in record.by_name}

        def words(language: Language) -> str:
            values = "{}".join(
                f"{name} = {_shown(value, language)}" for name, value in given.items() if value is not None
            )
            joined = values.replace("{}", {"en": ", ", "zh": "，"}[language])
            return {"en": f"{record.equation}, with {joined}", "zh": f"{record.equation}，其中 {joined}"}[language]

        return Text(words("en"), words("zh"))

    return reason


def _unit(record: Model, language: Language) -> str:
    return f" [{record.answer.in_language(language)}]" if isinstance(record.answer, Text) else ""


def _shown(value: Any, language: Language) -> str:
    """Show a value as a person would write it; never less exact than six figures."""
    if isinstance(value, Label):
        return value.in_language(language)
    if isinstance(value, tuple):
        return {"en": ", ", "zh": "，"}[language].join(_shown(part, language) for part in value) or NOTHING
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool | Flag)):
        return f"{value:,}"
    if isinstance(value, float):
        whole = value == value // 1 and abs(value) < 1e15  # noqa: PLR2004 - beyond this float64 has no fractions to show
        return f"{value:,.0f}" if whole else f"{value:,.2f}" if abs(value) >= 1e6 else f"{value:.6g}"  # noqa: PLR2004
    if attrs.has(type(value)) and hasattr(value, "in_language"):
        return str(value.in_language(language))
    return str(value)
