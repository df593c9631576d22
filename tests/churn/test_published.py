from __future__ import annotations

import csv
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

import servicemodel
from servicemodel import CATALOGUE, Evidence, dissatisfied_behind, margin_multiple, model_of

PUBLISHED = Path(__file__).parents[1] / "published" / "churn.csv"


def _rows():
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        assert file.readline().startswith("# ")
        return list(csv.DictReader(file))


def _silent_behind(**inputs):
    return dissatisfied_behind(**inputs) - inputs["complaints"]


def _serious_behind(*, serious_share, **inputs):
    return _silent_behind(**inputs) * serious_share


def _value(text):
    return Decimal(text) if text[0].isdigit() else text


def _taken(name, inputs):
    """Return the inputs as the model takes them: Decimals where it deals in money."""
    exact = name not in {model.name for model in CATALOGUE} or model_of(name).decimal
    return inputs if exact else {key: float(v) if isinstance(v, Decimal) else v for key, v in inputs.items()}


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['model']}({row['inputs']})")
def test_a_worked_example_comes_out_as_it_is_printed(row):
    parts = {"silent_behind": _silent_behind, "serious_behind": _serious_behind}
    name, _, figure = row["model"].partition(".")
    function = parts.get(name) or getattr(servicemodel, name)
    inputs = {name: _value(text) for name, _, text in (pair.partition("=") for pair in row["inputs"].split(";"))}

    answer = function(**_taken(name, inputs))
    answer = Decimal(str(getattr(answer, figure) if figure else answer))

    places = Decimal(1).scaleb(-int(row["places"]))
    assert answer.quantize(places, ROUND_HALF_UP) == Decimal(row["expected"])


def test_every_worked_example_says_where_it_comes_from_and_what_was_checked():
    for row in _rows():
        assert Evidence(row["evidence"]) in set(Evidence)
        assert row["source"]


def test_the_multiple_that_ends_in_half_a_cent_does_so_exactly():
    # Printed as 3.13: rounding 3.125 up takes the exact figure, which floats only come near.
    assert margin_multiple(retention=Decimal("0.8"), discount=Decimal("0.12"), growth=Decimal("0.08")) == Decimal(
        "3.125"
    )
