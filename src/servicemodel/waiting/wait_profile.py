"""Profiles: how a clock minute becomes a felt minute."""

from __future__ import annotations

from math import inf

import attrs

from servicemodel.errors import TableError
from servicemodel.labels import Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence, works as w
from servicemodel.tables import Factors, as_number, as_tuple
from servicemodel.waiting.wait_condition import WaitCondition
from servicemodel.waiting.waiting_rules import WAITING_RULES


@attrs.frozen(kw_only=True)
class WaitProfile:
    """The numbers of a perceived wait.

    Attributes
    ----------
    name : str
    title : Text
    base_ratio : float
        Perceived over actual, at the reference wait, with nothing adverse; above 0.
    exponent : float
        Of the power law; above 0. Below 1, short waits are overestimated more.
    reference_minutes : float
        The wait at which ``base_ratio`` holds exactly; above 0. It keeps the profile free of units.
    rules : Factors
        Factor of each adverse condition, keyed by :class:`WaitCondition`.
    evidence : Evidence
    citations : tuple of Citation
    version : int

    Notes
    -----
    Bring your own numbers with ``attrs.evolve(ANCHORED, exponent=0.95)`` or
    ``attrs.evolve(ANCHORED, rules=WAITING_RULES.with_factors({WaitCondition.SOLO: 1.0}, …))``.
    """

    name: str = attrs.field(metadata=headed(Text("profile", "参数组")))
    title: Text
    base_ratio: float = attrs.field(
        converter=as_number,
        metadata=headed(Text("perceived over actual, at the reference wait", "感知与实际之比（基准等待时）")),
    )
    exponent: float = attrs.field(converter=as_number, metadata=headed(Text("exponent", "指数")))
    reference_minutes: float = attrs.field(
        default=5.0, converter=as_number, metadata=headed(Text("reference wait [minutes]", "基准等待 [分钟]"))
    )
    rules: Factors = WAITING_RULES
    evidence: Evidence
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_tuple)
    version: int = attrs.field(default=1, metadata=headed(Text("version", "版本")))

    def __attrs_post_init__(self) -> None:
        for field in ("base_ratio", "exponent", "reference_minutes"):
            if not 0 < getattr(self, field) < inf:
                msg = f"profile {self.name!r}: {field} must be above 0 and finite; got {getattr(self, field)!r}"
                raise TableError(msg)
        if not isinstance(self.rules, Factors):
            msg = f"profile {self.name!r}: the rules are Factors; got {type(self.rules).__qualname__}"
            raise TypeError(msg)
        if self.rules.key_type is not WaitCondition:
            msg = f"profile {self.name!r}: the rules are keyed by WaitCondition, not {self.rules.key_type.__name__}"
            raise TableError(msg)


NEUTRAL = WaitProfile(
    name="neutral",
    title=Text("a minute is a minute", "一分钟就是一分钟"),
    base_ratio=1,
    exponent=1,
    rules=WAITING_RULES.with_factors(
        dict.fromkeys(WaitCondition, 1.0),
        evidence=Evidence.CONVENTION,
        name="neutral_rules",
        title=Text("No condition changes how long a wait feels", "任何条件都不改变等待的感觉"),
    ),
    evidence=Evidence.CONVENTION,
)
"""Perceived equals actual; the profile to compare the others with."""

MEASURED_ONLY = WaitProfile(
    name="measured_only",
    title=Text("only what rests on a published ratio", "仅采用有发表比值的部分"),
    base_ratio=1,
    exponent=0.9,
    rules=WAITING_RULES.with_factors(
        {flag: 1.0 for flag in WaitCondition if flag is not WaitCondition.UNCERTAIN},
        evidence=Evidence.CONVENTION,
        name="measured_rules",
        title=Text("Only an unknown length changes how long a wait feels", "只有时长未知改变等待的感觉"),
    ),
    evidence=Evidence.DERIVED,
    citations=(
        Citation(
            w.EISLER_1976,
            Evidence.PUBLISHED,
            "",
            Text("mean exponent 0.90, as reported by a later paper", "平均指数 0.90，据后来的论文转述"),
        ),
        Citation(w.WATKINS_2011, Evidence.DERIVED, "", Text("factor 1.149 of not knowing", "未知时长的系数 1.149")),
        Citation(
            w.DZIEKAN_VERMEULEN_2006, Evidence.DERIVED, "", Text("factor 1.25 of not knowing", "未知时长的系数 1.25")
        ),
    ),
)
"""Only the exponent and rule 4, which rest on published figures."""

ANCHORED = WaitProfile(
    name="anchored",
    title=Text(
        "all rules, set so that an ordinary queue of a few minutes feels 1.2 to 1.4 times as long",
        "采用全部原则，使几分钟的普通排队感觉为实际的 1.2 至 1.4 倍",
    ),
    base_ratio=0.85,
    exponent=0.90,
    evidence=Evidence.ASSUMED,
    citations=(
        Citation(
            w.EISLER_1976,
            Evidence.PUBLISHED,
            "",
            Text("mean exponent 0.90, as reported by a later paper", "平均指数 0.90，据后来的论文转述"),
        ),
        Citation(
            w.JONES_PEPPIATT_1996,
            Evidence.PUBLISHED,
            "",
            Text("anchor: 158 s felt like 221 s, as reported by a review", "锚点：158 秒感觉为 221 秒，据综述转述"),
        ),
        Citation(w.FAN_2016, Evidence.PUBLISHED, "", Text("anchor: 1.21 on average", "锚点：平均 1.21 倍")),
        Citation(
            w.WATKINS_2011, Evidence.PUBLISHED, "", Text("anchor: real-time information, −13 %", "锚点：实时信息 −13%")
        ),
        Citation(
            w.MISHALANI_2006,
            Evidence.PUBLISHED,
            "",
            Text("anchor: +0.84 minutes, as reported by others", "锚点：+0.84 分钟，据他人转述"),
        ),
    ),
)
"""The default: assumed factors anchored on the overall levels that field studies report."""
