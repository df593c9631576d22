"""Four kinds of service factor, as the course names them, beside what the literature calls them."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.quality.contrast import ContrastType
from servicemodel.quality.impact_type import ImpactType
from servicemodel.quality.kano_labels import KanoCategory
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import (
    ALBRECHT_CARD,
    CADOTTE_TURGEON_1988,
    COURSE_T1,
    KANO_2001,
    LLOSA_1997,
    SILVESTRO_JOHNSTON_1990,
)
from servicemodel.tables import Entry, Listing


class ServiceFactor(Label):
    """The course's four factors, B, P, M and P; two begin with the same letter."""

    BASIC = "basic", "basic factor", "基本因子"
    PERFORMANCE = "performance", "performance factor", "绩效因子"
    MOTIVATION = "motivation", "motivation factor", "奖励因子"
    PUNISHMENT = "punishment", "punishment factor", "惩罚因子"


@attrs.frozen(kw_only=True)
class FactorEntry(Entry):
    """A factor and its relatives.

    Attributes
    ----------
    kano : KanoCategory
    contrast : ContrastType
        Of penalty–reward contrast analysis.
    impact : ImpactType
    cadotte, silvestro, llosa, albrecht : Text or None
        What others call it; ``None`` where they have no such kind.
    """

    kano: KanoCategory = attrs.field(metadata=headed(Text("Kano", "卡诺类别")))
    contrast: ContrastType = attrs.field(metadata=headed(Text("penalty–reward", "惩罚—奖励对比")))
    impact: ImpactType = attrs.field(metadata=headed(Text("impact", "影响类型")))
    cadotte: Text | None = attrs.field(default=None, metadata=headed(Text("Cadotte & Turgeon", "Cadotte 与 Turgeon")))
    silvestro: Text | None = attrs.field(
        default=None, metadata=headed(Text("Silvestro & Johnston", "Silvestro 与 Johnston"))
    )
    llosa: Text | None = attrs.field(default=None, metadata=headed(Text("Llosa", "Llosa")))
    albrecht: Text | None = attrs.field(default=None, metadata=headed(Text("Albrecht's card", "Albrecht 卡片")))


def _credited(source: object) -> Citation:
    return Citation(source, Evidence.ATTRIBUTED)  # type: ignore[arg-type]


#: The course prints the names alone; every line between its factors and the literature is ours.
SERVICE_FACTORS = Listing(
    title=Text("Service factors of the course, and their relatives", "课程的服务因子及其对应概念"),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(COURSE_T1, Evidence.COURSE, "", Text("the four names", "四个名称")),
        _credited(CADOTTE_TURGEON_1988),
        _credited(SILVESTRO_JOHNSTON_1990),
        _credited(LLOSA_1997),
        _credited(ALBRECHT_CARD),
        Citation(KANO_2001, Evidence.ATTRIBUTED, "", Text("the life cycle", "生命周期")),
    ),
    notes=(
        Text(
            "Rewards sink: what delights becomes expected, then basic. The course calls it settling, Kano a life cycle.",
            "奖励因子会“不断沉积”：令人惊喜的逐渐成为期望，再成为基本要求；卡诺称之为生命周期。",
        ),
    ),
    entries=(
        FactorEntry(
            key=ServiceFactor.BASIC,
            meaning=Text("its lack annoys, its presence is not noticed", "缺失引起不满，具备时不被注意"),
            kano=KanoCategory.MUST_BE,
            contrast=ContrastType.BASIC,
            impact=ImpactType.DISSATISFIER,
            cadotte=Text("dissatisfier", "不满因素"),
            silvestro=Text("hygiene", "保健因素"),
            llosa=Text("basic", "基本要素"),
            albrecht=Text("standard expectations", "标准期望"),
        ),
        FactorEntry(
            key=ServiceFactor.PERFORMANCE,
            meaning=Text("the better it is, the more content they are", "做得越好，客户越满意"),
            kano=KanoCategory.ONE_DIMENSIONAL,
            contrast=ContrastType.PERFORMANCE,
            impact=ImpactType.HYBRID,
            cadotte=Text("critical", "关键因素"),
            silvestro=Text("dual-threshold", "双阈值因素"),
            llosa=Text("key", "关键要素"),
            albrecht=Text("a matter of degree", "程度之别"),
        ),
        FactorEntry(
            key=ServiceFactor.MOTIVATION,
            meaning=Text("its presence pleases, its lack is not missed", "具备带来惊喜，缺失不引起不满"),
            kano=KanoCategory.ATTRACTIVE,
            contrast=ContrastType.EXCITEMENT,
            impact=ImpactType.SATISFIER,
            cadotte=Text("satisfier", "满意因素"),
            silvestro=Text("enhancing", "增强因素"),
            llosa=Text("plus", "附加要素"),
            albrecht=Text("experience enhancers", "体验增强项"),
        ),
        FactorEntry(
            key=ServiceFactor.PUNISHMENT,
            meaning=Text("an irritant whose presence hurts", "出现即令人反感"),
            kano=KanoCategory.REVERSE,
            contrast=ContrastType.BASIC,
            impact=ImpactType.FRUSTRATOR,
            albrecht=Text("experience detractors", "体验减损项"),
        ),
    ),
)
