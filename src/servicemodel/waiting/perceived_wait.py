"""How long a wait feels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, overload

from servicemodel.arguments import Conditions, Quantity
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.evaluate.numbers import mask_of
from servicemodel.labels import Text
from servicemodel.markup import joined, labelled
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import EISLER_1976, MAISTER_1985
from servicemodel.tables import Factor
from servicemodel.waiting.wait_condition import WaitCondition
from servicemodel.waiting.wait_profile import ANCHORED, WaitProfile
from servicemodel.waiting.waiting_rules import WAITING_RULES

MINUTES = Text("minutes", "分钟")
NO_CONDITION = WaitCondition(0)


@overload
def perceived_wait(
    *, minutes: Number, conditions: int | Mapping[Any, bool] = ..., profile: WaitProfile = ...
) -> float: ...
@overload
def perceived_wait(
    *,
    minutes: Values | Number,
    conditions: int | Values | Mapping[Any, Values | bool] = ...,
    profile: WaitProfile = ...,
) -> Array: ...
@overload
def perceived_wait(
    *,
    minutes: Expression | Number,
    conditions: int | Mapping[Any, Expression | bool] = ...,
    profile: WaitProfile = ...,
) -> Expression: ...
def perceived_wait(
    *,
    minutes: Any,
    conditions: Any = NO_CONDITION,
    profile: WaitProfile = ANCHORED,
) -> Any:
    """Return how long a wait feels, from its clock length and the conditions it is spent in.

    Parameters
    ----------
    minutes : number, array or expression [minutes]
        Clock length of the wait; at least 0.
    conditions : WaitCondition, integer array of masks, or mapping, default none
        The adverse states that hold: a flag such as ``WaitCondition.UNOCCUPIED | WaitCondition.SOLO``; an array of
        such masks; or ``{WaitCondition.UNOCCUPIED: booleans, …}`` with booleans, arrays or expressions. A state that is not
        mentioned does not hold; one that is missing makes the row missing.
    profile : WaitProfile, default ANCHORED
        The numbers: base ratio, exponent, reference wait and the factor of each condition.

    Returns
    -------
    float, array of float64, or expression [minutes]

    Raises
    ------
    DomainError
        If a wait is negative or infinite, or a mask has other bits than those of :class:`WaitCondition`.
    MissingError
        If a single number is missing.
    TypeError
        If the profile is no :class:`WaitProfile`.

    Notes
    -----
    ``perceived = base_ratio × reference × (minutes / reference) ** exponent × product of factors``

    Maister gives directions, not sizes [1]_: the factors of the default profile are assumed, except that of an
    unknown length. Felt duration does not depend on the value of the service, which acts on tolerance alone.

    References
    ----------
    .. [1] Maister (1985), the eight propositions.
    .. [2] Eisler (1976): psychophysical exponents of duration, 0.90 on average.

    Examples
    --------
    >>> perceived_wait(minutes=5)
    4.25

    An ordinary queue, nothing to do, not begun, length unknown, nothing explained, alone:

    >>> round(perceived_wait(minutes=10, conditions=1 | 2 | 8 | 16 | 128), 6)
    11.718087
    """
    _check_profile(profile)

    def kernel(do: Verbs, minutes: Any, conditions: Any) -> Any:
        return do.power_law(
            minutes,
            scale=profile.base_ratio * profile.reference_minutes,
            reference=profile.reference_minutes,
            exponent=profile.exponent,
            factors=profile.rules,
            condition=conditions,
        )

    return run(MODEL, kernel, minutes, conditions)


def _check_profile(profile: Any) -> None:
    if not isinstance(profile, WaitProfile):
        msg = f"profile must be a WaitProfile, such as ANCHORED; got {profile!r}"
        raise TypeError(msg)


def _reason(*, minutes: float, conditions: Any = NO_CONDITION, profile: WaitProfile = ANCHORED) -> Text:
    mask = mask_of(_CONDITIONS, conditions)
    rows = [row for row in profile.rules.rows if row.key is not None and row.key & mask]
    english = "".join(f" × {row.by:g} ({_factor(row, profile, 'en')})" for row in rows)
    chinese = "".join(f" × {row.by:g}（{_factor(row, profile, 'zh')}）" for row in rows)
    start = (
        f"{profile.base_ratio:g} × {profile.reference_minutes:g} × "
        f"({minutes:g}/{profile.reference_minutes:g})^{profile.exponent:g}"
    )
    return Text(
        f"{start}{english}; profile {profile.name!r}: {profile.evidence.en}",
        f"{start}{chinese}；参数组 {profile.name!r}：{profile.evidence.zh}",
    )


def _factor(row: Factor, profile: WaitProfile, language: str) -> str:
    """Name the condition, and what stands behind its factor where that is not what stands behind the profile."""
    name = row.text.in_language(language)
    if row.evidence is profile.evidence:
        return name
    cited = [citation.source.short for citation in row.citations if citation.evidence is row.evidence]
    return labelled(name, joined([row.evidence.in_language(language), *cited], language), language)


_CONDITIONS = Conditions(
    name="conditions",
    flags=WaitCondition,
    meaning=Text("the adverse states of the wait", "等待的不利状态"),
    note=Text(
        "64 is rule 7, the value of the service, which acts on tolerance: give it to wait_tolerance",
        "64 属第 7 条原则（服务的价值），作用于容忍度，请用 wait_tolerance",
    ),
)

MODEL = Model(
    function=perceived_wait,
    title=Text("Perceived wait", "感知等待时间"),
    question=Text("How long did the wait feel?", "这次等待感觉有多久？"),
    arguments=(
        Quantity(name="minutes", unit=MINUTES, at_least=0, meaning=Text("clock length of the wait", "等待的实际时长")),
        _CONDITIONS,
    ),
    answer=MINUTES,
    equation="perceived = base_ratio × reference × (minutes / reference) ** exponent × product of factors",
    evidence=Evidence.ASSUMED,
    citations=(
        Citation(
            MAISTER_1985,
            Evidence.PUBLISHED,
            "propositions 1-6 and 8",
            Text("directions, no sizes", "只有方向，没有数值"),
        ),
        Citation(
            EISLER_1976,
            Evidence.PUBLISHED,
            "",
            Text("mean exponent 0.90, as reported by a later paper", "平均指数 0.90，据后来的论文转述"),
        ),
    ),
    tables=(WAITING_RULES,),
    reason=_reason,
)
