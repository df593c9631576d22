"""What to ask about: the course's fifteen indicators of performance."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, DUTKA_1994
from servicemodel.tables import Entry, Listing


class IndicatorGroup(Label):
    """What an indicator belongs to."""

    PRODUCT = "product", "the product", "产品"
    SERVICE = "service", "the service", "服务"
    PURCHASE = "purchase", "the purchase", "购买"


class Indicator(Label):
    """An indicator of performance that satisfaction is asked about."""

    VALUE_FOR_PRICE = "value_for_price", "value for the price", "价值价格的关系"
    PRODUCT_QUALITY = "product_quality", "quality", "产品质量"
    PRODUCT_FEATURES = "product_features", "features", "产品特色"
    PRODUCT_DESIGN = "product_design", "design", "产品设计"
    PRODUCT_RELIABILITY = "product_reliability", "reliability and consistency", "产品可靠性和统一性"
    PRODUCT_RANGE = "product_range", "range of products or services", "产品或服务的范围"
    GUARANTEE = "guarantee", "guarantee or warranty", "保修期或担保期"
    DELIVERY = "delivery", "delivery", "送货服务"
    COMPLAINT_HANDLING = "complaint_handling", "complaint handling", "处理客户抱怨"
    PROBLEM_RESOLUTION = "problem_resolution", "problem resolution", "问题的解决"
    COURTESY = "courtesy", "courtesy", "礼貌"
    COMMUNICATION = "communication", "communication", "沟通"
    EASE_OF_PURCHASE = "ease_of_purchase", "ease and convenience of buying", "获得的难易和方便程度"
    COMPANY_REPUTATION = "company_reputation", "reputation of the company", "公司名誉"
    COMPANY_COMPETENCE = "company_competence", "competence of the company", "公司能力"


@attrs.frozen(kw_only=True)
class IndicatorEntry(Entry):
    """An indicator.

    Attributes
    ----------
    group : IndicatorGroup
    """

    group: IndicatorGroup = attrs.field(metadata=headed(Text("belongs to", "所属")))


_ASKED = {
    Indicator.VALUE_FOR_PRICE: ("Is it worth what it costs?", "是否物有所值？"),
    Indicator.PRODUCT_QUALITY: ("How good is it?", "质量如何？"),
    Indicator.PRODUCT_FEATURES: ("What can it do that others cannot?", "有哪些特色？"),
    Indicator.PRODUCT_DESIGN: ("Is it well designed?", "设计是否合理？"),
    Indicator.PRODUCT_RELIABILITY: ("Is it the same, and working, every time?", "是否稳定一致？"),
    Indicator.PRODUCT_RANGE: ("Is there enough to choose from?", "可选范围是否足够？"),
    Indicator.GUARANTEE: ("How long and how fully is it covered?", "保障期限与范围如何？"),
    Indicator.DELIVERY: ("Does it arrive whole and on time?", "是否按时完好送达？"),
    Indicator.COMPLAINT_HANDLING: ("Is a complaint heard and answered?", "投诉是否得到倾听与答复？"),
    Indicator.PROBLEM_RESOLUTION: ("Is the problem gone?", "问题是否解决？"),
    Indicator.COURTESY: ("Are people courteous?", "员工是否礼貌？"),
    Indicator.COMMUNICATION: ("Are customers kept informed?", "是否及时告知信息？"),
    Indicator.EASE_OF_PURCHASE: ("Is it easy to get?", "购买是否方便？"),
    Indicator.COMPANY_REPUTATION: ("What is the company known for?", "公司口碑如何？"),
    Indicator.COMPANY_COMPETENCE: ("Does the company know its trade?", "公司是否内行？"),
}
_LAST_OF_PRODUCT, _LAST_OF_SERVICE = Indicator.PRODUCT_RANGE.code, Indicator.PROBLEM_RESOLUTION.code


def _group(indicator: Indicator) -> IndicatorGroup:
    if indicator.code <= _LAST_OF_PRODUCT:
        return IndicatorGroup.PRODUCT
    return IndicatorGroup.SERVICE if indicator.code <= _LAST_OF_SERVICE else IndicatorGroup.PURCHASE


#: Six of the product, four of the service, five of the purchase, in the course's order.
SATISFACTION_INDICATORS = Listing(
    title=Text("Fifteen indicators of performance", "十五项绩效指标"),
    entries=[
        IndicatorEntry(key=indicator, meaning=Text(*asked), group=_group(indicator))
        for indicator, asked in _ASKED.items()
    ],
    evidence=Evidence.COURSE,
    citations=(
        Citation(
            COURSE_T1,
            Evidence.COURSE,
            "",
            Text(
                "the list; it prints competitive strength (公司竞争实力) where the original has competence",
                "列表；其中“公司竞争实力”应为“公司能力”（company competence）",
            ),
        ),
        Citation(
            DUTKA_1994,
            Evidence.ATTRIBUTED,
            "",
            Text("where the list comes from; it has product benefits too", "列表的出处，另有“产品利益”一项"),
        ),
    ),
    notes=(Text("The questions are ours.", "各项提问由本库撰写。"),),
)
