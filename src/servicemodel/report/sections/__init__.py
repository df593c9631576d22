"""The parts of the page, in reading order; each answers one question or says why it cannot."""

from __future__ import annotations

from collections.abc import Callable

from servicemodel.report.blocks import Absent, Section
from servicemodel.report.context import Context
from servicemodel.report.sections.answers import answers
from servicemodel.report.sections.calls import calls
from servicemodel.report.sections.churn import churn
from servicemodel.report.sections.clock import clock
from servicemodel.report.sections.complaints import complaints
from servicemodel.report.sections.disputes import disputes
from servicemodel.report.sections.priority import priority
from servicemodel.report.sections.problems import problems
from servicemodel.report.sections.promises import promises
from servicemodel.report.sections.ratings import ratings
from servicemodel.report.sections.satisfaction import satisfaction
from servicemodel.report.sections.waits import waits

SECTIONS: tuple[Callable[[Context], Section | Absent], ...] = (
    promises,
    clock,
    satisfaction,
    ratings,
    problems,
    waits,
    complaints,
    answers,
    disputes,
    churn,
    priority,
    calls,
)

__all__ = ["SECTIONS"]
