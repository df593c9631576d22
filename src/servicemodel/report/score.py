"""Apply the models to the typed tables: ``scored_<kind>`` holds the table and an answer a model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import attrs
import duckdb

from servicemodel import frames
from servicemodel.catalogue import model_of
from servicemodel.churn import lifetime_value
from servicemodel.complaints import complaint_type
from servicemodel.objects.columns import WAIT_FLAG_COLUMNS
from servicemodel.priority import account_portfolio, directional_policy, policy_zone, purchase_class
from servicemodel.report.stage import Staged
from servicemodel.satisfaction import (
    disconfirmation,
    promise_state,
    satisfaction_state,
    service_adequacy,
    service_superiority,
    tolerance_zone,
)
from servicemodel.survey import nps_group
from servicemodel.waiting import ANCHORED, ServiceValue, perceived_wait, wait_disconfirmation, wait_tolerance


@attrs.frozen
class Answer:
    """A model, the columns it needs, those it uses where they are there, and what its answer is called."""

    model: Callable[..., Any]
    needs: Mapping[str, str]
    uses: Mapping[str, str] = attrs.field(factory=dict)
    name: str | None = None

    @property
    def column(self) -> str:
        """Name of the new column."""
        return self.name or model_of(self.model).name


ANSWERS: Mapping[str, tuple[Answer, ...]] = {
    "customers": (Answer(lifetime_value, {"annual_sales": "annual_sales", "years": "expected_years"}),),
    "accounts": (
        Answer(account_portfolio, {"attractiveness": "attractiveness", "strength": "strength"}),
        Answer(directional_policy, {"attractiveness": "attractiveness", "strength": "strength"}),
        Answer(policy_zone, {"attractiveness": "attractiveness", "strength": "strength"}),
        Answer(purchase_class, {"current": "current", "capacity": "capacity"}, {"influential": "influential"}),
    ),
    "encounters": (
        Answer(promise_state, {"promised_at": "promised_at"}, {"completed_at": "completed_at"}),
        Answer(disconfirmation, {"performance": "performance", "expectation": "expected"}),
        Answer(
            satisfaction_state,
            {"performance": "performance", "expectation": "expected"},
            {"tolerance": "tolerance", "tolerance_above": "tolerance_above"},
        ),
        Answer(service_adequacy, {"performance": "performance", "adequate": "adequate"}),
        Answer(service_superiority, {"performance": "performance", "desired": "desired"}),
        Answer(tolerance_zone, {"performance": "performance", "adequate": "adequate", "desired": "desired"}),
        Answer(perceived_wait, {"minutes": "wait_minutes"}),
        Answer(
            wait_disconfirmation, {"expected_minutes": "wait_expected_minutes", "perceived_minutes": "perceived_wait"}
        ),
        Answer(nps_group, {"likelihood": "recommend"}),
        Answer(wait_tolerance, {"minutes": "wait_acceptable_minutes"}, {"value": "wait_value"}),
    ),
    "complaints": (
        Answer(promise_state, {"promised_at": "due_at"}, {"completed_at": "resolved_at"}),
        Answer(complaint_type, {"severity": "severity", "justified": "justified"}),
    ),
    "events": (),
}


def score(connection: duckdb.DuckDBPyConnection, staged: Staged, as_of: datetime | None) -> tuple[str, ...]:
    """Write ``scored_<kind>`` and return the names of its columns."""
    relation = connection.table(staged.kind)
    names = list(staged.columns)
    for answer in ANSWERS[staged.kind]:
        if not set(answer.needs.values()) <= set(names) or (answer.model is promise_state and as_of is None):
            continue
        given: dict[str, Any] = dict(answer.needs)
        given |= {argument: column for argument, column in answer.uses.items() if column in names}
        given |= _constants(answer, names, as_of)
        relation = frames.score(relation, answer.model, name=answer.column, **given)
        names.append(answer.column)
    relation.create(f"scored_{staged.kind}")
    connection.execute(f"DROP TABLE {staged.kind}")
    _forget_refused(connection, staged.kind, names)
    return tuple(names)


def _forget_refused(connection: duckdb.DuckDBPyConnection, kind: str, names: list[str]) -> None:
    """Empty the answers that rest on a refused value: a promise that cannot be read is not no promise."""
    for answer in ANSWERS[kind]:
        read = [*answer.needs.values(), *answer.uses.values()]
        if answer.column in names:
            connection.execute(
                f"UPDATE scored_{kind} SET {answer.column} = NULL WHERE row IN"
                ' (SELECT "row" FROM rejects WHERE "table" = ? AND list_contains(?, "column"))',
                [kind, read],
            )


def _constants(answer: Answer, names: list[str], as_of: datetime | None) -> dict[str, Any]:
    """Return what a model is given besides columns."""
    if answer.model is promise_state:
        absent = {} if "completed_at" in names or "resolved_at" in names else {"completed_at": None}
        return {"as_of": as_of, **absent}
    if answer.model is perceived_wait:
        return {
            "conditions": {flag: column for column, flag in WAIT_FLAG_COLUMNS.items() if column in names} or 0,
            "profile": ANCHORED,
        }
    if answer.model is wait_tolerance and "wait_value" not in names:
        return {"value": ServiceValue.ORDINARY}
    return {}
