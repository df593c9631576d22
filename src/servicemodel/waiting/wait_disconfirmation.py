"""Disconfirmation of a wait: how much shorter it felt than expected."""

from __future__ import annotations

from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import OLIVER_1980, WYCKOFF_MAISTER_1984
from servicemodel.waiting.perceived_wait import MINUTES


@overload
def wait_disconfirmation(*, expected_minutes: Number, perceived_minutes: Number) -> float: ...
@overload
def wait_disconfirmation(*, expected_minutes: Values | Number, perceived_minutes: Values | Number) -> Array: ...
@overload
def wait_disconfirmation(
    *, expected_minutes: Expression | Number, perceived_minutes: Expression | Number
) -> Expression: ...
def wait_disconfirmation(*, expected_minutes: Any, perceived_minutes: Any) -> Any:
    """Return how much shorter a wait felt than expected: **positive is better**, negative is an overrun.

    Parameters
    ----------
    expected_minutes : number, array or expression [minutes]
        How long the customer expected to wait; at least 0.
    perceived_minutes : number, array or expression [minutes]
        How long the wait felt, such as :func:`~servicemodel.waiting.perceived_wait` gives; at least 0.

    Returns
    -------
    float, array of float64, or expression [minutes]
        Positive: shorter than expected. Missing where an input is missing.

    Raises
    ------
    DomainError
        If a number is negative or infinite.
    MissingError
        If a single number is missing.

    Notes
    -----
    ``disconfirmation = expected − perceived``

    Mind the sign. The first law of service is satisfaction = perception − expectation [1]_. A longer wait is worse, so
    for minutes the difference is taken the other way round, and positive still means better than expected, as in
    :func:`~servicemodel.satisfaction.disconfirmation`. Both sides are psychological: give the perceived wait, not the
    clock's.

    References
    ----------
    .. [1] Wyckoff & Maister (1984), the first law of service (item 5).
    .. [2] Oliver (1980), disconfirmation.

    Examples
    --------
    >>> wait_disconfirmation(expected_minutes=10, perceived_minutes=7)
    3

    As long as expected is neither; missing stays missing:

    >>> wait_disconfirmation(expected_minutes=[10, 10, None], perceived_minutes=[10, 12, 5])
    array([ 0., -2., nan])
    """
    return run(MODEL, _difference, expected_minutes, perceived_minutes)


def _difference(_: Verbs, expected_minutes: Any, perceived_minutes: Any) -> Any:
    return expected_minutes - perceived_minutes


MODEL = Model(
    function=wait_disconfirmation,
    title=Text("Disconfirmation of a wait", "等待的期望不一致"),
    question=Text("How much shorter did the wait feel than expected?", "感觉等的时间比期望短多少？"),
    arguments=(
        Quantity(
            name="expected_minutes",
            unit=MINUTES,
            at_least=0,
            meaning=Text("how long the customer expected to wait", "客户期望的等待时长"),
        ),
        Quantity(
            name="perceived_minutes",
            unit=MINUTES,
            at_least=0,
            meaning=Text("how long the wait felt", "感觉到的等待时长"),
        ),
    ),
    answer=MINUTES,
    equation="disconfirmation = expected − perceived",
    evidence=Evidence.DERIVED,
    citations=(
        Citation(
            WYCKOFF_MAISTER_1984,
            Evidence.PUBLISHED,
            "item 5, the first law of service",
            Text(
                "perception minus expectation; for waits longer is worse, so the sign is turned",
                "感知减期望；等待越长越差，故符号相反",
            ),
        ),
        Citation(OLIVER_1980, Evidence.ATTRIBUTED),
    ),
)
