"""Which models a report applied, and which versions of which tables."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from servicemodel.catalogue import model_of
from servicemodel.churn import churn_cost, dissatisfied_behind, repurchase_intention, sales_behind
from servicemodel.model import Model
from servicemodel.priority import call_order
from servicemodel.report.context import Context
from servicemodel.report.score import ANSWERS
from servicemodel.tables import Table

#: Models that sections apply to sums, beside those applied to every row: what must be there for it.
_OF_SECTIONS = (
    (dissatisfied_behind, "complaints", ()),
    (sales_behind, "customers", ("annual_sales",)),
    (repurchase_intention, "complaints", ("resolved_at",)),
    (churn_cost, "customers", ("lifetime_value",)),
    (call_order, "accounts", ("attractiveness", "strength")),
)


def library_version() -> str:
    """Return the version of the library, or what a checkout that was not installed is called."""
    try:
        return version("servicemodel")
    except PackageNotFoundError:
        return "0+unknown"


def models_used(ctx: Context) -> tuple[Model, ...]:
    """Return the models applied, in the order of the page."""
    of_rows = [
        model_of(answer.model)
        for kind in ("encounters", "complaints", "customers", "accounts")
        for answer in ANSWERS[kind]
        if ctx.has(kind, answer.column)
    ]
    of_sections = [
        model_of(function)
        for function, kind, columns in _OF_SECTIONS
        if ctx.has("complaints" if function is sales_behind else kind) and ctx.has(kind, *columns)
    ]
    return tuple({model.name: model for model in [*of_rows, *of_sections]}.values())


def tables_used(ctx: Context) -> tuple[Table, ...]:
    """Return the tables that the models applied read, and those a preset reads words by."""
    read = () if ctx.preset is None else ctx.preset.tables
    return tuple(
        {table.name: table for table in (*(t for model in models_used(ctx) for t in model.tables), *read)}.values()
    )
