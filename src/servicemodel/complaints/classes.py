"""What a complaint is about, how grave it is, and the words the course has for handling it."""

from __future__ import annotations

from servicemodel.labels import Label, OrderedLabel, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4
from servicemodel.tables.listing import Entry, Listing


class ComplaintCategory(Label):
    """What a complaint is about: the three records of course text T4."""

    PRODUCT_QUALITY = "product_quality", "product quality", "产品品质"
    TRANSACTION_PROCESS = "transaction_process", "transaction process", "交易过程"
    COMMUNICATION = "communication", "communication", "沟通冲突"


class Severity(OrderedLabel):
    """How grave a complaint is, lesser to greater; course text T3 has the word for the first, T4 the one for the second."""

    ORDINARY = "ordinary", "ordinary", "一般"
    SERIOUS = "serious", "serious", "重大"


class ComplaintSubject(Label):
    """Whether a complaint is about a matter or about a person; course text T4."""

    MATTER = "matter", "a matter", "对事"
    PERSON = "person", "a person", "对人"


class HandlingPrinciple(Label):
    """How to treat whoever complains: the five principles of course text T4, in its order."""

    FAIR_AND_MUTUAL = "fair_and_mutual", "fairness, both sides gain", "公平、双赢"
    CALM = "calm", "calm", "平和"
    PROTECT_THE_COMPANY = "protect_the_company", "protect the company's interests", "维护公司利益"
    SELF_RESPECT = "self_respect", "self-respect", "自重"
    REASONED_AND_RESTRAINED = "reasoned_and_restrained", "grounds, advantage, restraint", "有理、有利、有节"


class BitMore(Label):
    """The five "a bit more" of course text T4, in its order."""

    PATIENCE = "patience", "a bit more patience", "耐心多一点"
    ATTITUDE = "attitude", "a bit better in attitude", "态度好一点"
    SPEED = "speed", "a bit faster", "时间快一点"
    COMPENSATION = "compensation", "a bit more compensation", "补偿多一点"
    RANK = "rank", "a bit higher in rank", "规格高一点"


_T4 = (Citation(COURSE_T4, Evidence.COURSE),)
_OWN_WORDS = Text("The explanations are this library's.", "说明文字为本库所加。")

#: The three records of complaints and what belongs in each.
COMPLAINT_CATEGORIES = Listing(
    title=Text("Categories of complaints", "投诉记录的三类"),
    evidence=Evidence.COURSE,
    citations=_T4,
    entries=(
        Entry(
            key=ComplaintCategory.PRODUCT_QUALITY,
            meaning=Text("what can be touched: documents, signs, goods", "有形的、物质的：文件资料、标志、货物"),
        ),
        Entry(
            key=ComplaintCategory.TRANSACTION_PROCESS,
            meaning=Text(
                "the system, transport, speed, information, how the service is carried out",
                "体系、运输、速度、信息、服务执行",
            ),
        ),
        Entry(
            key=ComplaintCategory.COMMUNICATION,
            meaning=Text("attitude, guidance, care, close contact", "态度、指导、关心、密切联系"),
        ),
    ),
)

#: The five principles of handling. Which suits which type of complaint is said in ``COMPLAINT_TYPES``.
HANDLING_PRINCIPLES = Listing(
    title=Text("Principles of handling complaints", "投诉处理原则"),
    evidence=Evidence.COURSE,
    citations=_T4,
    notes=(_OWN_WORDS,),
    entries=(
        Entry(
            key=HandlingPrinciple.FAIR_AND_MUTUAL,
            meaning=Text("a solution that both sides can call fair", "解决办法应让双方都觉得公平"),
        ),
        Entry(key=HandlingPrinciple.CALM, meaning=Text("stay even, whatever the tone", "无论对方语气如何，都心平气和")),
        Entry(
            key=HandlingPrinciple.PROTECT_THE_COMPANY,
            meaning=Text("give what is owed, not whatever is demanded", "该给的给足，不该给的不随意答应"),
        ),
        Entry(
            key=HandlingPrinciple.SELF_RESPECT,
            meaning=Text("polite without grovelling", "有礼貌，不卑不亢"),
        ),
        Entry(
            key=HandlingPrinciple.REASONED_AND_RESTRAINED,
            meaning=Text("argue from facts, from a sound position, and stop in time", "以事实为据，立场稳妥，适可而止"),
        ),
    ),
)

#: The five "a bit more", to check a handling against.
FIVE_BITS_MORE = Listing(
    title=Text("The five “a bit more”", "五个“一点”"),
    evidence=Evidence.COURSE,
    citations=_T4,
    notes=(_OWN_WORDS,),
    entries=(
        Entry(key=BitMore.PATIENCE, meaning=Text("hear the customer out", "让客户把话说完")),
        Entry(key=BitMore.ATTITUDE, meaning=Text("friendly, in word and manner", "言语和举止都友善")),
        Entry(key=BitMore.SPEED, meaning=Text("answer sooner than expected", "比客户预期的更早答复")),
        Entry(key=BitMore.COMPENSATION, meaning=Text("make amends for the trouble, too", "对添的麻烦也有所补偿")),
        Entry(key=BitMore.RANK, meaning=Text("someone higher up takes it on", "由更高一级的人员出面处理")),
    ),
)
