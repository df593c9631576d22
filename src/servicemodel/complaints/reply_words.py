"""The nine parts of a reply to a complaint, and the words that carry what the writer has to say."""

from __future__ import annotations

from datetime import date

from servicemodel.labels import OrderedLabel, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4
from servicemodel.tables.listing import Entry, Listing


class ReplyPart(OrderedLabel):
    """The nine parts of a fine reply to a complaint, first to last; course text T4."""

    EMPATHY = "empathy", "empathy", "理解并同情其遭遇"
    SHARED_VIEW = "shared_view", "shared view", "强调同样的看法"
    CREDIT = "credit", "credit from the complaint", "利用投诉给自己贴金"
    APOLOGY = "apology", "apology for the company", "代表公司表示歉意"
    SPECIFICS = "specifics", "specifics of the case", "特定情况的特点特征"
    DECISION = "decision", "decision", "我们的处理决定"
    COMPENSATION = "compensation", "compensation", "提出补偿性方案"
    COMMITMENT = "commitment", "commitment", "做出承诺"
    WELCOME = "welcome", "welcome back", "欢迎再来"


_P = ReplyPart

#: The nine parts. Printed without a space between the last two they could be counted as eight.
REPLY_PARTS = Listing(
    title=Text("Nine parts of a reply to a complaint", "抱怨信回复函的九个部分"),
    evidence=Evidence.COURSE,
    citations=(Citation(COURSE_T4, Evidence.COURSE),),
    entries=(
        Entry(key=_P.EMPATHY, meaning=Text("understand what the customer went through", "理解并同情客户的遭遇")),
        Entry(key=_P.SHARED_VIEW, meaning=Text("stress that we see it the same way", "强调同样的看法，获取一致的感觉")),
        Entry(key=_P.CREDIT, meaning=Text("let the complaint speak for us: we learn from it", "借投诉展现改进的诚意")),
        Entry(key=_P.APOLOGY, meaning=Text("apologise on behalf of the company", "代表公司表示歉意")),
        Entry(key=_P.SPECIFICS, meaning=Text("what is particular to this case", "说明本次情况的具体特点")),
        Entry(key=_P.DECISION, meaning=Text("what we decided", "告知我们的处理决定")),
        Entry(
            key=_P.COMPENSATION,
            meaning=Text("offer amends, such as a voucher or a VIP card", "提出补偿性方案，如寄送礼券及 VIP 卡"),
        ),
        Entry(key=_P.COMMITMENT, meaning=Text("promise what will be different", "承诺今后的改进")),
        Entry(
            key=_P.WELCOME,
            meaning=Text("invite the customer back, as an honorary supervisor", "欢迎再来，聘为荣誉监督员"),
        ),
    ),
)

#: The sentences of each part; the words in braces are the writer's.
TEMPLATES = {
    _P.EMPATHY: Text(
        "Thank you for telling us about the trouble you have had with {product}. {trouble} I can well understand how disappointing this was.",
        "您就{product}向我们反映的问题，我们已经收到。{trouble}您的心情，我们完全理解。",
    ),
    _P.SHARED_VIEW: Text(
        "We see it just as you do. {shared_view}",
        "您的看法，我们十分认同。{shared_view}",
    ),
    _P.CREDIT: Text(
        "A customer who speaks openly gives us the chance to do better, and we mean to use it. {lesson}",
        "您坦诚地提出意见，让我们有机会改进，我们十分珍惜。{lesson}",
    ),
    _P.APOLOGY: Text(
        "On behalf of {company}, I sincerely apologise to you.",
        "在此，我谨代表{company}，向您致以诚挚的歉意。",
    ),
    _P.SPECIFICS: Text(
        "We have looked into your case. {findings}",
        "我们对您反映的情况作了调查。{findings}",
    ),
    _P.DECISION: Text(
        "This is what we have decided. {decision}",
        "我们的处理决定如下：{decision}",
    ),
    _P.COMPENSATION: Text(
        "We would also like to make up for the trouble you have had. {compensation}",
        "为弥补此事给您带来的不便，我们还为您作了如下安排：{compensation}",
    ),
    _P.COMMITMENT: Text(
        "You have our word for the future. {commitment}",
        "我们郑重承诺：{commitment}",
    ),
    _P.WELCOME: Text(
        "We hope to welcome you again.",
        "期待您再次光临。",
    ),
}

#: What is said where nothing more is offered than the decision.
NO_COMPENSATION = Text(
    "Beyond this decision we do not offer any further compensation, and I ask for your understanding.",
    "除上述处理外，本次不再另行补偿，敬请谅解。",
)

#: What is added where the writer invites the customer to judge the service from now on.
HONORARY_SUPERVISOR = Text(
    "Your judgement is of great value to us, and I should be glad if you would watch over our service as an honorary"
    " supervisor.",
    "您的意见对我们十分宝贵，诚邀您担任我们的荣誉监督员，继续监督我们的服务。",
)

CONTACT = Text(
    "If anything is still open, please reach me here: {contact}.", "如还有任何问题，请随时与我联系：{contact}。"
)

#: A paragraph of a Chinese letter begins two characters in.
INDENT = {"en": "", "zh": "\u3000\u3000"}

#: What stands around the nine parts.
SUBJECT = Text("Your complaint {id} of {received}", "关于您{received}所提投诉的答复（编号：{id}）")
SALUTATION = Text("Dear {customer},", "尊敬的{customer}：\n　　您好！")
CLOSING = Text("Yours sincerely,", "　　此致\n敬礼！")

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def written_date(day: date, language: str) -> str:
    """Return a date as a letter has it, whatever the machine's own settings.

    Examples
    --------
    >>> written_date(date(2024, 5, 1), "en"), written_date(date(2024, 5, 1), "zh")
    ('1 May 2024', '2024年5月1日')
    """
    english = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return Text(english, f"{day.year}年{day.month}月{day.day}日").in_language(language)
