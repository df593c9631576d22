"""ISO 10002: its principles of handling complaints, and the steps of its clause on operation."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ISO_10002_2018
from servicemodel.tables.listing import Entry, Listing


class Iso10002Principle(Label):
    """The fourteen principles of ISO 10002:2018, clauses 4.2 to 4.15."""

    COMMITMENT = "commitment", "commitment", "承诺"
    CAPACITY = "capacity", "capacity", "能力"
    TRANSPARENCY = "transparency", "transparency", "透明"
    ACCESSIBILITY = "accessibility", "accessibility", "可获取"
    RESPONSIVENESS = "responsiveness", "responsiveness", "响应"
    OBJECTIVITY = "objectivity", "objectivity", "客观"
    CHARGES = "charges", "charges", "费用"
    INFORMATION_INTEGRITY = "information_integrity", "information integrity", "信息完整"
    CONFIDENTIALITY = "confidentiality", "confidentiality", "保密"
    CUSTOMER_FOCUSED_APPROACH = "customer_focused_approach", "customer-focused approach", "以顾客为关注焦点"
    ACCOUNTABILITY = "accountability", "accountability", "责任"
    IMPROVEMENT = "improvement", "improvement", "改进"
    COMPETENCE = "competence", "competence", "胜任"
    TIMELINESS = "timeliness", "timeliness", "及时"

    @property
    def clause(self) -> str:
        """The clause that states it, such as ``4.2``."""
        return f"4.{self.code + 2}"


class Iso10002Step(Label):
    """The steps of the complaints-handling process of ISO 10002:2018, clauses 7.1 to 7.9."""

    COMMUNICATION = "communication", "communication", "沟通"
    RECEIPT = "receipt", "receipt of the complaint", "受理"
    TRACKING = "tracking", "tracking of the complaint", "跟踪"
    ACKNOWLEDGEMENT = "acknowledgement", "acknowledgement of the complaint", "确认"
    INITIAL_ASSESSMENT = "initial_assessment", "initial assessment of the complaint", "初步评估"
    INVESTIGATION = "investigation", "investigation of the complaint", "调查"
    RESPONSE = "response", "response to the complaint", "响应"
    COMMUNICATING_THE_DECISION = "communicating_the_decision", "communicating the decision", "告知决定"
    CLOSING = "closing", "closing the complaint", "终止"

    @property
    def clause(self) -> str:
        """The clause that describes it, such as ``7.1``."""
        return f"7.{self.code + 1}"


@attrs.frozen(kw_only=True)
class Clause(Entry):
    """An entry of a list whose key has a clause of the standard.

    Attributes
    ----------
    clause : str
        The clause; not given but read from the key.
    """

    clause: str = attrs.field(init=False, metadata=headed(Text("clause", "条款")))

    @clause.default
    def _clause(self) -> str:
        return str(self.key.clause)  # type: ignore[attr-defined] # the enums of this file have one


_P, _S = Iso10002Principle, Iso10002Step
_OWN_WORDS = Text("The explanations are this library's.", "说明文字为本库所加。")

#: The fourteen principles of ISO 10002:2018 with their clauses. The edition of 2014 had nine.
ISO_10002_PRINCIPLES = Listing(
    title=Text("Principles of ISO 10002:2018", "ISO 10002:2018（GB/T 19012-2019）的原则"),
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(ISO_10002_2018, Evidence.ATTRIBUTED, "clauses 4.2-4.15"),),
    notes=(_OWN_WORDS,),
    entries=(
        Clause(key=_P.COMMITMENT, meaning=Text("the organisation means to handle complaints, and says so", "组织决心处理投诉，并公开表明")),
        Clause(key=_P.CAPACITY, meaning=Text("people, time and means enough to do it", "有足够的人员、时间和资源")),
        Clause(key=_P.TRANSPARENCY, meaning=Text("everyone can know how to complain and what happens then", "人人都能知道如何投诉、之后如何处理")),
        Clause(key=_P.ACCESSIBILITY, meaning=Text("complaining is easy, also for those with special needs", "投诉方便，有特殊需要的人也不例外")),
        Clause(key=_P.RESPONSIVENESS, meaning=Text("what customers need and expect is answered", "回应顾客的需求和期望")),
        Clause(key=_P.OBJECTIVITY, meaning=Text("every complaint is handled fairly and without bias", "公平、不带偏见地处理每一起投诉")),
        Clause(key=_P.CHARGES, meaning=Text("complaining costs nothing", "投诉不收费")),
        Clause(key=_P.INFORMATION_INTEGRITY, meaning=Text("what is said about complaints is true and complete", "有关投诉的信息真实、完整")),
        Clause(key=_P.CONFIDENTIALITY, meaning=Text("who complained is told to those only who need to know", "投诉人的信息只告知必须知道的人")),
        Clause(key=_P.CUSTOMER_FOCUSED_APPROACH, meaning=Text("feedback is welcome, complaints included", "欢迎反馈，包括投诉")),
        Clause(key=_P.ACCOUNTABILITY, meaning=Text("someone answers for each decision", "每项决定都有人负责")),
        Clause(key=_P.IMPROVEMENT, meaning=Text("complaints make the service better, again and again", "以投诉不断改进服务")),
        Clause(key=_P.COMPETENCE, meaning=Text("those who handle complaints can do it", "处理投诉的人员能够胜任")),
        Clause(key=_P.TIMELINESS, meaning=Text("each complaint is handled as fast as its nature allows", "按投诉的性质尽快处理")),
    ),
)  # fmt: skip

#: The steps of handling a complaint in ISO 10002:2018, clause 7.
ISO_10002_STEPS = Listing(
    title=Text("Operation of the process, ISO 10002:2018", "ISO 10002:2018（GB/T 19012-2019）的投诉处理步骤"),
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(ISO_10002_2018, Evidence.ATTRIBUTED, "clauses 7.1-7.9"),),
    notes=(_OWN_WORDS,),
    entries=(
        Clause(key=_S.COMMUNICATION, meaning=Text("how to complain is made known beforehand", "事先让人知道如何投诉")),
        Clause(key=_S.RECEIPT, meaning=Text("the complaint is recorded, with a code of its own", "登记投诉，并给出编号")),
        Clause(key=_S.TRACKING, meaning=Text("from receipt to closing its state can be told; spans all steps", "从受理到终止随时可知状态；贯穿所有步骤")),
        Clause(key=_S.ACKNOWLEDGEMENT, meaning=Text("the customer is told that it has come in", "告知顾客投诉已收到")),
        Clause(
            key=_S.INITIAL_ASSESSMENT,
            meaning=Text(
                "severity, safety, complexity, impact, need and possibility of acting at once",
                "严重程度、安全影响、复杂程度、影响、立即行动的必要与可能",
            ),
        ),
        Clause(key=_S.INVESTIGATION, meaning=Text("what happened is found out, as far as the matter deserves", "查明经过，深度与事情的轻重相称")),
        Clause(key=_S.RESPONSE, meaning=Text("what is wrong is put right, and kept from coming back", "纠正问题，并防止再次发生")),
        Clause(key=_S.COMMUNICATING_THE_DECISION, meaning=Text("the customer is told at once what was decided", "立即告知顾客处理决定")),
        Clause(
            key=_S.CLOSING,
            meaning=Text(
                "accepted: carried out and closed; rejected: stays open, and the customer is told what else can be done",
                "接受：执行并终止；不接受：保持未结，并告知顾客其他可行的途径",
            ),
        ),
    ),
)  # fmt: skip
