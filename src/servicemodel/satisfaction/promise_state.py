"""Promises: what was due, what was done, as of a given instant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, overload

from servicemodel.arguments import Instant
from servicemodel.evaluate import Array, Expression, Verbs, run
from servicemodel.labels import Label, Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import PARASURAMAN_1988


class PromiseState(Label):
    """What has become of a promise."""

    KEPT = "kept", "kept", "已兑现"
    BROKEN = "broken", "broken", "已失约"
    PENDING = "pending", "not yet due", "尚未到期"
    NOT_PROMISED = "not_promised", "nothing promised", "未作承诺"


@overload
def promise_state(*, promised_at: datetime | None, completed_at: datetime | None, as_of: datetime) -> PromiseState: ...
@overload
def promise_state(
    *,
    promised_at: Array | Sequence[datetime | None] | datetime | None,
    completed_at: Array | Sequence[datetime | None] | datetime | None,
    as_of: Array | Sequence[datetime | None] | datetime,
) -> Array: ...
@overload
def promise_state(
    *,
    promised_at: Expression | datetime | None,
    completed_at: Expression | datetime | None,
    as_of: Expression | datetime,
) -> Expression: ...
def promise_state(*, promised_at: Any, completed_at: Any, as_of: Any) -> Any:
    """Say whether a promise was kept, as far as could be known at a given instant.

    Parameters
    ----------
    promised_at : datetime, array or expression, or None [instant]
        By when it was promised; ``None``, NaT or null: nothing was promised.
    completed_at : datetime, array or expression, or None [instant]
        When it was done; ``None``, NaT or null: not yet.
    as_of : datetime, array or expression [instant]
        The instant of the judgement. What was done later had not happened yet. The clock is never read.

    Returns
    -------
    PromiseState, array of int8 codes, or string expression
        Codes are positions in :class:`PromiseState`; -1 and null where ``as_of`` is missing.

    Raises
    ------
    DomainError
        If a datetime has no time zone.
    MissingError
        If a single ``as_of`` is missing.

    Notes
    -----
    ``not promised; or kept if completed ≤ promised; broken if promised < completed or, still open, < as_of; else pending``

    Done exactly on time is kept, and what is due exactly at ``as_of`` is not yet broken. Single datetimes have a time
    zone, arrays are ``datetime64`` in UTC, expressions are zoned datetimes in one zone (``frames.score`` sees to that).
    On time without a promise is not a kept promise: count only where something was promised.

    References
    ----------
    .. [1] Parasuraman, Zeithaml & Berry (1988): reliability is to perform the promised service dependably and
       accurately. The rule itself is a convention of this library.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> noon = datetime(2024, 5, 1, 12, tzinfo=UTC)
    >>> promise_state(promised_at=noon, completed_at=noon, as_of=noon.replace(hour=18))
    <PromiseState.KEPT: 'kept'>

    As of eleven, that promise was still pending; nothing promised is a state of its own:

    >>> promise_state(promised_at=[noon, None], completed_at=noon, as_of=noon.replace(hour=11))
    array([2, 3], dtype=int8)
    """
    return run(MODEL, _state, promised_at, completed_at, as_of)


def _state(do: Verbs, promised_at: Any, completed_at: Any, as_of: Any) -> Any:
    promised = do.known(promised_at)
    done = do.not_after(completed_at, as_of)
    in_time = do.not_after(do.smaller(completed_at, as_of), promised_at)
    return do.choose(
        (do.both(in_time, done), PromiseState.KEPT),
        (do.both(in_time, do.negated(done)), PromiseState.PENDING),
        (do.both(promised, do.negated(in_time)), PromiseState.BROKEN),
        (do.negated(promised), PromiseState.NOT_PROMISED),
    )


def _reason(*, promised_at: Any, completed_at: Any, as_of: Any) -> Text:
    if promise_state(promised_at=promised_at, completed_at=completed_at, as_of=as_of) is PromiseState.NOT_PROMISED:
        return Text("nothing was promised", "未作任何承诺")
    done = promise_state(promised_at=as_of, completed_at=completed_at, as_of=as_of) is PromiseState.KEPT
    if done:
        return Text(
            f"it was due {promised_at} and done {completed_at}", f"承诺不迟于 {promised_at}，实际完成于 {completed_at}"
        )
    return Text(
        f"it was due {promised_at} and not done as of {as_of}", f"承诺不迟于 {promised_at}，截至 {as_of} 尚未完成"
    )


MODEL = Model(
    function=promise_state,
    title=Text("Promise state", "承诺兑现状态"),
    question=Text("Was the promise kept?", "承诺兑现了吗？"),
    arguments=(
        Instant(name="promised_at", optional=True, meaning=Text("by when it was promised", "承诺完成的时刻")),
        Instant(name="completed_at", optional=True, meaning=Text("when it was done", "实际完成的时刻")),
        Instant(name="as_of", meaning=Text("the instant of the judgement", "判断所依据的时刻")),
    ),
    answer=PromiseState,
    equation=(
        "not promised; or kept if completed ≤ promised; broken if promised < completed or, still open, < as_of;"
        " else pending"
    ),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(
            PARASURAMAN_1988,
            Evidence.PUBLISHED,
            "reliability",
            Text(
                "why promises count, as reported by others; the rule is ours",
                "承诺为何重要，据他人转述；规则为本库约定",
            ),
        ),
    ),
    reason=_reason,
)
