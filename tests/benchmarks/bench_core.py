"""Speed beside what one would write instead, in one run; pytest-benchmark prints the ratio to the fastest of a group.

Run with ``make bench``. Ten million rows, float64, one thread each. Machines are shared and noisy: read the ratios.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import polars as pl
import pytest

from servicemodel import ANCHORED, SatisfactionState, WaitCondition, perceived_wait, satisfaction_state

ROWS = 10_000_000
RNG = np.random.default_rng(0)
PERFORMANCE = RNG.uniform(1, 7, ROWS)
EXPECTATION = RNG.uniform(1, 7, ROWS)
MINUTES = RNG.uniform(0, 60, ROWS)
BITS = [flag.value for flag in WaitCondition]
MASKS = np.bitwise_or.reduce([np.where(RNG.random(ROWS) < 0.4, bit, 0).astype(np.uint8) for bit in BITS])
FRAME = pl.DataFrame({"performance": PERFORMANCE, "expectation": EXPECTATION, "minutes": MINUTES, "mask": MASKS})
FACTORS = {flag.value: ANCHORED.rules.row_of(flag).by for flag in WaitCondition} | {64: 1.0}  # all eight bits


def run(benchmark: Any, function: Any, **kwargs: Any) -> None:
    benchmark.pedantic(function, kwargs=kwargs, rounds=15, warmup_rounds=3)


# --- satisfaction_state, ten million rows ----------------------------------------------------------------------------


@pytest.mark.benchmark(group="satisfaction_state, 10 million rows")
class TestSatisfactionState:
    def test_servicemodel(self, benchmark):
        run(benchmark, satisfaction_state, performance=PERFORMANCE, expectation=EXPECTATION, tolerance=1.0)

    def test_numpy_select(self, benchmark):
        def select() -> Any:
            gap = PERFORMANCE - EXPECTATION
            return np.select([gap < -1, gap > 1], [0, 2], 1)

        run(benchmark, select)

    def test_polars_when(self, benchmark):
        gap = pl.col("performance") - pl.col("expectation")
        chain = (
            pl.when(gap < -1)
            .then(pl.lit("dissatisfied"))
            .when(gap > 1)
            .then(pl.lit("delighted"))
            .otherwise(pl.lit("satisfied"))
        )
        run(benchmark, lambda: FRAME.select(chain))

    def test_polars_when_codes(self, benchmark):
        gap = pl.col("performance") - pl.col("expectation")
        chain = pl.when(gap < -1).then(0).when(gap > 1).then(2).otherwise(1)
        run(benchmark, lambda: FRAME.select(chain))


# --- perceived_wait, ten million rows --------------------------------------------------------------------------------


@pytest.mark.benchmark(group="perceived_wait, 10 million rows, power law and seven conditions")
class TestPerceivedWait:
    def test_servicemodel(self, benchmark):
        run(benchmark, perceived_wait, minutes=MINUTES, conditions=MASKS)

    def test_eight_numpy_where(self, benchmark):
        def where() -> Any:
            felt = 0.85 * 5 * (MINUTES / 5) ** 0.9
            for bit, factor in FACTORS.items():
                felt = felt * np.where((MASKS & bit) != 0, factor, 1.0)
            return felt

        run(benchmark, where)

    def test_polars_when(self, benchmark):
        felt = 0.85 * 5 * (pl.col("minutes") / 5) ** 0.9
        for bit, factor in FACTORS.items():
            felt = felt * pl.when((pl.col("mask") & bit) != 0).then(factor).otherwise(1.0)
        run(benchmark, lambda: FRAME.select(felt))


# --- one number ------------------------------------------------------------------------------------------------------


def plain(
    *, performance: float, expectation: float, tolerance: float = 0.0, tolerance_above: float | None = None
) -> Any:
    above = tolerance if tolerance_above is None else tolerance_above
    gap = performance - expectation
    if gap < -tolerance:
        return SatisfactionState.DISSATISFIED
    if gap > above:
        return SatisfactionState.DELIGHTED
    return SatisfactionState.SATISFIED


@pytest.mark.benchmark(group="satisfaction_state, one number")
@pytest.mark.parametrize("function", [satisfaction_state, plain], ids=["servicemodel", "plain_python"])
def test_one_number(benchmark, function):
    benchmark.pedantic(
        function, kwargs={"performance": 4.0, "expectation": 5.0}, rounds=20, iterations=20_000, warmup_rounds=1
    )


# --- import ----------------------------------------------------------------------------------------------------------


@pytest.mark.benchmark(group="import")
@pytest.mark.parametrize(
    "statement", ["import numpy", "import numpy, servicemodel", "import numpy, servicemodel.catalogue"]
)
def test_import(benchmark, statement):
    benchmark.pedantic(
        subprocess.run, args=([sys.executable, "-c", statement],), kwargs={"check": True}, rounds=10, warmup_rounds=2
    )
