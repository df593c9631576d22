"""Models of customer service: satisfaction, perceived waiting, churn, account priority, loyalty.

Public names load when they are first used (PEP 562), so that ``import servicemodel`` stays cheap; type checkers read
the imports below.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from servicemodel.catalogue import (
        CATALOGUE as CATALOGUE,
        model_of as model_of,
    )
    from servicemodel.errors import (
        CurrencyError as CurrencyError,
        DomainError as DomainError,
        FontError as FontError,
        LabelError as LabelError,
        MissingError as MissingError,
        RecordError as RecordError,
        ReportError as ReportError,
        ServiceModelError as ServiceModelError,
        TableError as TableError,
    )
    from servicemodel.explanation import (
        explain as explain,
    )
    from servicemodel.labels import (
        Label as Label,
        OrderedLabel as OrderedLabel,
        Text as Text,
    )
    from servicemodel.model import (
        Model as Model,
    )
    from servicemodel.priority import (
        ACCOUNT_PORTFOLIO as ACCOUNT_PORTFOLIO,
        HALVES as HALVES,
        LEVELS as LEVELS,
        Half as Half,
        Level as Level,
        PortfolioCell as PortfolioCell,
        account_portfolio as account_portfolio,
    )
    from servicemodel.satisfaction import (
        SATISFACTION_STATES as SATISFACTION_STATES,
        SatisfactionState as SatisfactionState,
        disconfirmation as disconfirmation,
        satisfaction_state as satisfaction_state,
    )
    from servicemodel.sources import (
        Citation as Citation,
        Evidence as Evidence,
        Source as Source,
    )
    from servicemodel.tables import (
        Band as Band,
        Bands as Bands,
        Cell as Cell,
        Factor as Factor,
        Factors as Factors,
        Matrix as Matrix,
        Table as Table,
        Weight as Weight,
        Weights as Weights,
    )
    from servicemodel.waiting import (
        ANCHORED as ANCHORED,
        MEASURED_ONLY as MEASURED_ONLY,
        NEUTRAL as NEUTRAL,
        WAITING_RULES as WAITING_RULES,
        EvidenceGrade as EvidenceGrade,
        RuleEffect as RuleEffect,
        WaitCondition as WaitCondition,
        WaitingRule as WaitingRule,
        WaitProfile as WaitProfile,
        perceived_wait as perceived_wait,
    )

#: Where each public name lives.
_HOMES = {
    "servicemodel.catalogue": "CATALOGUE model_of",
    "servicemodel.errors": (
        "CurrencyError DomainError FontError LabelError MissingError RecordError ReportError "
        "ServiceModelError TableError"
    ),
    "servicemodel.explanation": "explain",
    "servicemodel.labels": "Label OrderedLabel Text",
    "servicemodel.model": "Model",
    "servicemodel.priority": "ACCOUNT_PORTFOLIO HALVES Half LEVELS Level PortfolioCell account_portfolio",
    "servicemodel.satisfaction": "SATISFACTION_STATES SatisfactionState disconfirmation satisfaction_state",
    "servicemodel.sources": "Citation Evidence Source",
    "servicemodel.tables": "Band Bands Cell Factor Factors Matrix Table Weight Weights",
    "servicemodel.waiting": (
        "ANCHORED EvidenceGrade MEASURED_ONLY NEUTRAL RuleEffect WAITING_RULES WaitCondition WaitProfile "
        "WaitingRule perceived_wait"
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - a list, sorted, of the names above


def __getattr__(name: str) -> Any:
    """Load a public name from its home."""
    if name == "__version__":
        return import_module("importlib.metadata").version("servicemodel")
    if name not in _HOME_OF:
        msg = f"module 'servicemodel' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return [*__all__, "__version__"]
