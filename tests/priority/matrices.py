"""The four matrices of scores, asked in one way."""

from __future__ import annotations

import pytest

from servicemodel import (
    ACCOUNT_PORTFOLIO,
    DIRECTIONAL_POLICY,
    NEGOTIATION_STANCES,
    POLICY_ZONES,
    account_portfolio,
    directional_policy,
    explain,
    negotiation_stance,
    policy_zone,
)

TABLES = {
    account_portfolio: ACCOUNT_PORTFOLIO,
    directional_policy: DIRECTIONAL_POLICY,
    policy_zone: POLICY_ZONES,
    negotiation_stance: NEGOTIATION_STANCES,
}
_AXES = {negotiation_stance: ("relationship", "result")}

every_matrix = pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
cut_in_halves = pytest.mark.parametrize("model", [account_portfolio, negotiation_stance], ids=lambda m: m.__name__)


def ask(model, row, column, **options):
    return model(**_named(model, row, column), **options)


def why(model, row, column, **options):
    return explain(model, **_named(model, row, column), **options)


def _named(model, row, column):
    return dict(zip(_AXES.get(model, ("attractiveness", "strength")), (row, column), strict=True))
