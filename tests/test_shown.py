"""What a session shows of models and tables."""

from __future__ import annotations

import attrs
import pytest

from servicemodel import (
    ACCOUNT_PORTFOLIO,
    ANCHORED,
    CATALOGUE,
    HALVES,
    WAITING_RULES,
    ServiceModelError,
    Weight,
    Weights,
)
from servicemodel.catalogue import model_of
from servicemodel.render import to_dict, to_html, to_json, to_markdown


@pytest.mark.parametrize("render", [to_markdown, to_html, to_json, to_dict])
def test_a_model_is_rendered_as_its_function_too(render):
    record = CATALOGUE[0]

    assert render(record.function) == render(record)
    with pytest.raises(ServiceModelError, match="'to_json' is not a model"):
        render(to_json)


ONE = Weights(
    name="own",
    title=WAITING_RULES.title,
    evidence=HALVES.evidence,
    rows=(Weight(key="growth", weight=1, text=WAITING_RULES.title),),
)


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (WAITING_RULES, "<Factors waiting_rules v1: 8 rows, assumed>"),
        (attrs.evolve(HALVES, version=2), "<Bands halves v2: 2 rows, convention>"),
        (ONE, "<Weights own v1: 1 row, convention>"),
        (ACCOUNT_PORTFOLIO, "<Matrix account_portfolio v1: 2 × 2 cells, published>"),
        (ANCHORED, "<WaitProfile anchored v1: base ratio 0.85, exponent 0.9, assumed>"),
        (model_of("perceived_wait"), "<Model perceived_wait(minutes, conditions): assumed>"),
    ],
)
def test_what_holds_much_is_shown_in_one_line(thing, shown):
    assert repr(thing) == shown


@pytest.mark.parametrize("table", [WAITING_RULES, HALVES, ONE, ACCOUNT_PORTFOLIO], ids=repr)
def test_a_table_that_is_printed_is_its_markdown(table):
    assert str(table) == f"{table}" == to_markdown(table)
