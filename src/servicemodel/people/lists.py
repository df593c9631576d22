"""What the course texts list of customers: five satisfactions, ways to check them, five levels of drivers, kinds of buyers."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import (
    BARNES_2001,
    COURSE_T0,
    COURSE_T4,
    CS_STRATEGY,
    KOTLER_COPIES,
    RACKHAM_1999,
)
from servicemodel.tables import Entry, Listing


class SatisfactionContent(Label):
    """The five things a customer is satisfied with, side by side, as course text T0 lists them."""

    CONCEPT = "concept", "concept (MS)", "理念满意（MS）"
    BEHAVIOUR = "behaviour", "behaviour (BS)", "行为满意（BS）"
    VISUAL = "visual", "sight and sound (VS)", "视听满意（VS）"
    PRODUCT = "product", "product (PS)", "产品满意（PS）"
    SERVICE = "service", "service (SS)", "服务满意（SS）"


class SatisfactionLevel(OrderedLabel):
    """How deep satisfaction goes, lowest first."""

    MATERIAL = "material", "material", "物质满意"
    SPIRITUAL = "spiritual", "spiritual", "精神满意"
    SOCIAL = "social", "social", "社会满意"


class CheckingMethod(Label):
    """Four ways to find out whether customers are satisfied."""

    COMPLAINTS = "complaints", "complaint and suggestion systems", "投诉和建议制度"
    GHOST_SHOPPING = "ghost_shopping", "ghost shopping", "佯装购物者"
    SURVEY = "survey", "satisfaction survey", "客户满意调查"
    LOST_CUSTOMERS = "lost_customers", "analysis of lost customers", "分析流失的客户"


class DriverLevel(OrderedLabel):
    """Five levels of what drives satisfaction, from the core upwards."""

    CORE = "core", "core product or service", "核心产品或服务"
    PROCESS = "process", "support services and systems", "流程和系统支持"
    TECHNICAL = "technical", "technical performance", "技术表现"
    INTERACTION = "interaction", "interaction with the organisation", "与组织的互动"
    EMOTION = "emotion", "affective and emotional", "情感因素"


class BuyerValue(Label):
    """What a business customer wants of a seller."""

    INTRINSIC = "intrinsic", "intrinsic value", "内在价值型"
    EXTRINSIC = "extrinsic", "extrinsic value", "外在价值型"
    STRATEGIC = "strategic", "strategic value", "战略价值型"


_OWN_WORDS = Text("The explanations are this library's.", "说明文字为本库所加。")


def _entry(key: Label, en: str, zh: str) -> Entry:
    return Entry(key=key, meaning=Text(en, zh))


#: The five satisfactions of course text T0. No formula for a score is published.
FIVE_SATISFACTIONS = Listing(
    title=Text("Five satisfactions", "客户满意的五项内容"),
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T0, Evidence.COURSE, "", Text("the five, in this order", "五项内容及其次序")),
        Citation(CS_STRATEGY, Evidence.ATTRIBUTED, "", Text("extends MI, BI and VI of a company", "由企业识别 MI、BI、VI 扩展而来")),
    ),
    notes=(
        _OWN_WORDS,
        Text("No formula for a score is published.", "计分公式未见发表。"),
    ),
    entries=(
        _entry(SatisfactionContent.CONCEPT, "with what the house stands for", "对企业理念的满意"),
        _entry(SatisfactionContent.BEHAVIOUR, "with what it does", "对企业行为的满意"),
        _entry(SatisfactionContent.VISUAL, "with how it looks and sounds", "对企业视觉与听觉形象的满意"),
        _entry(SatisfactionContent.PRODUCT, "with what is bought", "对产品的满意"),
        _entry(SatisfactionContent.SERVICE, "with how one is served", "对服务的满意"),
    ),
)  # fmt: skip

#: The vertical levels that usually go with the five.
SATISFACTION_LEVELS = Listing(
    title=Text("Levels of satisfaction", "客户满意的纵向层次"),
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(CS_STRATEGY, Evidence.ATTRIBUTED, "", Text("lowest first", "由低到高")),),
    notes=(_OWN_WORDS,),
    entries=(
        _entry(SatisfactionLevel.MATERIAL, "the thing is useful", "产品有用、好用"),
        _entry(SatisfactionLevel.SPIRITUAL, "dealing with the house is pleasant", "与企业打交道心情愉快"),
        _entry(SatisfactionLevel.SOCIAL, "the house does good to society", "企业有益于社会"),
    ),
)

#: Four ways to check satisfaction, in the order of course text T0.
CHECKING_METHODS = Listing(
    title=Text("Ways to check satisfaction", "客户满意的检验方法"),
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T0, Evidence.COURSE, "", Text("the four, in this order", "四种方法及其次序")),
        Citation(KOTLER_COPIES, Evidence.PUBLISHED, "", Text("the same four, surveys second", "同样四种，调查列第二")),
    ),
    entries=(
        _entry(
            CheckingMethod.COMPLAINTS,
            "forms, boxes, rating cards, a hotline; few of the dissatisfied use them",
            "表格、建议箱、评议卡、顾客热线；不满者中很少有人使用",
        ),
        _entry(
            CheckingMethod.GHOST_SHOPPING,
            "someone buys here and at a competitor's, and notes strengths and weaknesses",
            "派人到本公司及竞争对手处购买，记录优点与缺点",
        ),
        _entry(
            CheckingMethod.SURVEY,
            "at regular times, a random sample: impressions, competitors, repurchase, recommendation",
            "定期随机抽样：各方面印象、对竞争者的看法、再购买意图、推荐意愿",
        ),
        _entry(
            CheckingMethod.LOST_CUSTOMERS,
            "ask who stopped or switched why; watch whether the rate rises",
            "询问停止购买或转向者的原因；关注流失率是否上升",
        ),
    ),
)


@attrs.frozen(kw_only=True)
class DriverLevelEntry(Entry):
    """A level of drivers, with the words for what raises and what lowers satisfaction there.

    Attributes
    ----------
    raises, lowers : tuple of Text
        At the core the course has one list for both.
    """

    raises: tuple[Text, ...] = attrs.field(metadata=headed(Text("+", "+")))
    lowers: tuple[Text, ...] = attrs.field(metadata=headed(Text("−", "−")))


def _texts(*pairs: tuple[str, str]) -> tuple[Text, ...]:
    return tuple(Text(en, zh) for en, zh in pairs)


_CORE = _texts(("performance", "产品性能"), ("quality", "产品质量"), ("price", "价格"))

#: Five levels of drivers, from the core upwards, with the plus and minus words of course text T4.
DRIVER_LEVELS = Listing(
    title=Text("Five levels of drivers of satisfaction", "影响满意的五个层次"),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(BARNES_2001, Evidence.PUBLISHED, "", Text("the five levels, as reported by Barnes", "五个层次，据 Barnes 转述")),
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the words; which list goes with which level is read off a flattened figure", "词语；各组词语与层次的对应由版式丢失的图推读")),
    ),
    notes=(
        Text(
            "A level counts for little while one below it fails: get the core right first.",
            "下层未做好，上层作用有限：先做好核心。",
        ),
        Text(
            "The pairing of words and levels is read with a confidence of 0.85; the core has one list, without signs.",
            "词语与层次的对应为推读，把握约 0.85；核心层原文只有一组词，不分正负。",
        ),
    ),
    entries=(
        DriverLevelEntry(
            key=DriverLevel.CORE,
            meaning=Text("what is bought", "所购之物"),
            raises=_CORE,
            lowers=_CORE,
        ),
        DriverLevelEntry(
            key=DriverLevel.PROCESS,
            meaning=Text("what helps to buy and to use it", "便于购买和使用的支持"),
            raises=_texts(("transport", "运输"), ("warranty", "担保"), ("choice of payment", "支付选择"), ("longer hours", "营业时间延长")),
            lowers=_texts(("rigidity", "不灵活"), ("complexity", "复杂"), ("red tape", "文牍主义")),
        ),
        DriverLevelEntry(
            key=DriverLevel.TECHNICAL,
            meaning=Text("whether the promise is kept", "是否兑现承诺"),
            raises=_texts(("timely supply", "及时供应"), ("accuracy", "精确性"), ("information", "获得信息"), ("assured service", "服务保证")),
            lowers=_texts(("delay", "延迟"), ("blockage", "阻塞"), ("queueing", "排队等待")),
        ),
        DriverLevelEntry(
            key=DriverLevel.INTERACTION,
            meaning=Text("how the customer is treated", "如何对待客户"),
            raises=_texts(("better reception", "更好的接待"), ("friendly", "友善"), ("helpful", "有益"), ("modest", "谦逊")),
            lowers=_texts(("rude", "粗鲁"), ("indifferent", "漠不关心"), ("wrong treatment", "错误对待")),
        ),
        DriverLevelEntry(
            key=DriverLevel.EMOTION,
            meaning=Text("how the customer is made to feel", "给客户的感受"),
            raises=_texts(("respect", "尊重"), ("appreciation", "欣赏"), ("recognition", "认同")),
            lowers=_texts(("confusion", "迷惑"), ("sense of loss", "失落"), ("disappointment", "失望")),
        ),
    ),
)  # fmt: skip


@attrs.frozen(kw_only=True)
class BuyerValueEntry(Entry):
    """A kind of business customer, and how to sell to it.

    Attributes
    ----------
    selling : Text
    """

    selling: Text = attrs.field(metadata=headed(Text("selling", "销售方式")))


#: What business customers value, and the way of selling that goes with it.
BUYER_VALUES = Listing(
    title=Text("What business customers value", "企业客户看重的价值"),
    evidence=Evidence.PUBLISHED,
    citations=(Citation(RACKHAM_1999, Evidence.PUBLISHED, "", Text("as reported in a public summary", "据公开摘要")),),
    notes=(Text("The explanations and the Chinese words are this library's.", "说明文字与中文译名为本库所加。"),),
    entries=(
        BuyerValueEntry(
            key=BuyerValue.INTRINSIC,
            meaning=Text("knows the product and wants it cheap and easy", "熟悉产品，看重成本，视同通用商品"),
            selling=Text("transactional", "交易型销售"),
        ),
        BuyerValueEntry(
            key=BuyerValue.EXTRINSIC,
            meaning=Text("wants advice and solutions", "看重建议与解决方案"),
            selling=Text("consultative", "顾问型销售"),
        ),
        BuyerValueEntry(
            key=BuyerValue.STRATEGIC,
            meaning=Text("wants a partner at the level of the whole firm", "看重企业层面的合作伙伴"),
            selling=Text("enterprise", "企业型销售"),
        ),
    ),
)
