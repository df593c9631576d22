"""The deadlines of some regimes, as they were read; each with its day, its source and what to beware of."""

from __future__ import annotations

from datetime import date

from servicemodel.complaints.regime import DeadlineStage, DeadlineStart, DeadlineUnit, Regime, Regimes
from servicemodel.labels import Text
from servicemodel.sources import Citation, Evidence, Source
from servicemodel.sources.works import (
    CFPB_RESPONSE,
    CN_BANKING_2020,
    CN_SAMR_2020,
    FCA_DISP,
    ISO_10002_2018,
    OFCOM_2025,
    OFGEM_COMPLAINTS,
    PSD2,
)

_BUSINESS, _CALENDAR, _WEEKS = DeadlineUnit.BUSINESS_DAYS, DeadlineUnit.CALENDAR_DAYS, DeadlineUnit.WEEKS
_UK, _EU, _US, _CN = (
    Text("United Kingdom", "英国"),
    Text("European Union", "欧盟"),
    Text("United States", "美国"),
    Text("China", "中国"),
)
_FINAL = Text("final response", "最终答复")
_EXCEPTIONAL_FINAL = Text("final response after a holding response", "先行答复之后的最终答复")
_DAY_AFTER = Text(
    "That counting begins the day after is taken over from other regimes; the text read does not say.",
    "“次日起算”系参照其他制度，所读文本未说明。",
)


def _cited(source: Source, place: str = "", note: Text | None = None) -> tuple[Citation, ...]:
    return (Citation(source, Evidence.PUBLISHED, place, note),)


#: Regimes by key, such as ``fca_disp`` or ``cn_samr``. Notes about rules as they were read, **never law**.
REGIMES = Regimes(
    rows=(
        Regime(
            key="fca_disp",
            name=Text("FCA DISP, complaints in general", "FCA DISP：一般投诉"),
            jurisdiction=_UK,
            stages=(
                DeadlineStage(
                    key="summary_resolution",
                    name=Text(
                        "resolved, with a summary resolution communication (the other time limits then do not apply)",
                        "已解决并发出解决情况摘要（其余时限不再适用）",
                    ),
                    amount=3,
                    unit=_BUSINESS,
                    rule="1.5.1R, 1.5.4R",
                ),
                DeadlineStage(key="final_response", name=_FINAL, amount=8, unit=_WEEKS, rule="1.6.2R"),
            ),
            as_of=date(2026, 6, 1),
            edition=Text("DISP 1.6; 1.5 was read without a date", "DISP 1.6；1.5 所读文本未注明日期"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(FCA_DISP, "DISP 1.5.1R, 1.5.4R, 1.6.2R"),
            caveat=Text(
                "The day of receipt is day 0, to the close of the last day; no cut-off hour. A prompt written"
                " acknowledgement is owed besides, and the customer has 6 months for the ombudsman.",
                "收到当日为第 0 日，至末日结束；无当日截止时刻。另须及时书面确认；客户可在 6 个月内提交申诉专员。",
            ),
        ),
        Regime(
            key="fca_payments",
            name=Text("FCA DISP, payment services and electronic money", "FCA DISP：支付服务与电子货币"),
            jurisdiction=_UK,
            stages=(
                DeadlineStage(key="final_response", name=_FINAL, amount=15, unit=_BUSINESS, rule="1.6.2AR"),
                DeadlineStage(
                    key="exceptional_final_response",
                    name=_EXCEPTIONAL_FINAL,
                    amount=35,
                    unit=_BUSINESS,
                    exceptional=True,
                    rule="1.6.2AR",
                ),
            ),
            as_of=date(2026, 6, 1),
            edition=Text("DISP 1.6 and 2.8.2R", "DISP 1.6 与 2.8.2R"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(FCA_DISP, "DISP 1.6.2AR, 2.8.2R"),
            caveat=Text(
                "In exceptional cases a holding response is owed within the 15 business days.",
                "特殊情形下，仍须在 15 个工作日内先行答复。",
            ),
        ),
        Regime(
            key="eu_psd2",
            name=Text("PSD2, payment services", "欧盟支付服务指令（PSD2）"),
            jurisdiction=_EU,
            stages=(
                DeadlineStage(key="final_response", name=_FINAL, amount=15, unit=_BUSINESS, rule="art. 101"),
                DeadlineStage(
                    key="exceptional_final_response",
                    name=_EXCEPTIONAL_FINAL,
                    amount=35,
                    unit=_BUSINESS,
                    exceptional=True,
                    rule="art. 101",
                ),
            ),
            edition=Text("as reported by United Kingdom texts", "据英国文本转述"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(PSD2, "art. 101", Text("as reported by others", "据他人转述")),
            caveat=_DAY_AFTER,
        ),
        Regime(
            key="ofgem",
            name=Text("Gas and electricity suppliers", "燃气与电力供应商"),
            jurisdiction=_UK,
            stages=(
                DeadlineStage(
                    key="ombudsman",
                    name=Text(
                        "resolved; else deadlock, and the customer may go to the ombudsman",
                        "解决；否则视为僵局，客户可诉诸申诉专员",
                    ),
                    amount=8,
                    unit=_WEEKS,
                ),
            ),
            edition=Text("SI 2008/1898", "SI 2008/1898"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(OFGEM_COMPLAINTS, "", Text("as reported by others", "据他人转述")),
            caveat=_DAY_AFTER,
        ),
        Regime(
            key="ofcom_8_weeks",
            name=Text("Communications providers, before the change", "通信服务商（调整之前）"),
            jurisdiction=_UK,
            stages=(
                DeadlineStage(
                    key="dispute_resolution",
                    name=Text(
                        "resolved; else the customer may go to dispute resolution", "解决；否则客户可申请争议解决"
                    ),
                    amount=8,
                    unit=_WEEKS,
                ),
            ),
            edition=Text("before what was decided in July 2025", "2025 年 7 月决定之前"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(OFCOM_2025),
            caveat=Text(
                "6 weeks were decided in July 2025 (reports say the 8th or the 9th); from which day they hold was not read. Choose by the day in force.",
                "2025 年 7 月决定改为 6 周（各处记为 8 日或 9 日）；自何日生效未查明，请按生效日选用。",
            ),
        ),
        Regime(
            key="ofcom_6_weeks",
            name=Text("Communications providers, after the change", "通信服务商（调整之后）"),
            jurisdiction=_UK,
            stages=(
                DeadlineStage(
                    key="dispute_resolution",
                    name=Text(
                        "resolved; else the customer may go to dispute resolution", "解决；否则客户可申请争议解决"
                    ),
                    amount=6,
                    unit=_WEEKS,
                ),
            ),
            as_of=date(2025, 7, 9),
            edition=Text("decided in July 2025", "2025 年 7 月作出决定"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(OFCOM_2025),
            caveat=Text(
                "Read as of the decision; from which day it holds was not read. Choose by the day in force.",
                "以决定时为准；自何日生效未查明，请按生效日选用。",
            ),
        ),
        Regime(
            key="cfpb",
            name=Text("CFPB, responses of companies", "CFPB：企业答复"),
            jurisdiction=_US,
            stages=(
                DeadlineStage(key="response", name=Text("response", "答复"), amount=15, unit=_CALENDAR),
                DeadlineStage(
                    key="final_response",
                    name=Text("final response, where the first was “in progress”", "最终答复（首次答复为“处理中”者）"),
                    amount=60,
                    unit=_CALENDAR,
                    exceptional=True,
                ),
            ),
            edition=Text("no version stated", "未注明版本"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(CFPB_RESPONSE),
            caveat=Text(
                "Both count calendar days from the submission: give that as the receipt. Which day counts first the text"
                " read does not say.",
                "两项均自提交之日起按自然日计算：请以提交时刻作为收到时刻。首日如何计算，所读文本未说明。",
            ),
        ),
        Regime(
            key="cn_banking_2020",
            name=Text("Banking and insurance complaints", "银行业保险业消费投诉"),
            jurisdiction=_CN,
            stages=(
                DeadlineStage(key="decision", name=Text("decision", "作出处理决定"), amount=15, unit=_CALENDAR),
                DeadlineStage(
                    key="complex_decision",
                    name=Text("decision in a complex case", "情况复杂的处理决定"),
                    amount=30,
                    unit=_CALENDAR,
                    exceptional=True,
                ),
                DeadlineStage(
                    key="special_decision",
                    name=Text("decision in a special case, extended once more", "情况特别复杂、再次延长后的处理决定"),
                    amount=60,
                    unit=_CALENDAR,
                    exceptional=True,
                ),
            ),
            edition=Text("of 2020, as reported in the press", "2020 年文本，据媒体转述"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(CN_BANKING_2020, "", Text("as reported by Caixin and Xinhua", "据财新、新华社转述")),
            caveat=Text(
                "Calendar days; that they count from the receipt, and from the day after, is our reading.",
                "按自然日计算；“自收到投诉起”与“次日起算”为本库的理解。",
            ),
        ),
        Regime(
            key="cn_samr",
            name=Text("Complaints to market supervision", "市场监管投诉"),
            jurisdiction=_CN,
            stages=(
                DeadlineStage(
                    key="acceptance",
                    name=Text("accepted or refused", "决定是否受理"),
                    amount=7,
                    unit=_BUSINESS,
                    rule="art. 14",
                ),
                DeadlineStage(
                    key="mediation_end",
                    name=Text("agreement, else mediation ends", "达成调解协议，否则终止调解"),
                    amount=45,
                    unit=_BUSINESS,
                    start=DeadlineStart.ACCEPTANCE,
                    rule="art. 21",
                ),
                DeadlineStage(
                    key="notice",
                    name=Text("notice of the decision", "告知决定"),
                    amount=7,
                    unit=_BUSINESS,
                    start=DeadlineStart.DECISION,
                ),
            ),
            edition=Text("interim measures of 2020, amended 2022", "2020 年暂行办法，2022 年修正"),
            evidence=Evidence.PUBLISHED,
            citations=_cited(CN_SAMR_2020, "art. 14, 21"),
            caveat=Text(
                "Replaced on 15 April 2026, as others report; the time limits of the new measures were not checked, so take"
                " these for cases from before. Working days follow the state's calendar: give its holidays, and the weekends worked"
                " in exchange. From which event the notice counts is our reading.",
                "据他处记载，该暂行办法已于 2026 年 4 月 15 日被新办法取代，新办法的期限尚未核对，此处仅适用于此前的投诉。工作日以国家公布的放假安排为准：节假日须自行给出，调休上班日亦须自行处理。告知期限的起算事件为本库的理解。",
            ),
        ),
        Regime(
            key="iso_10002",
            name=Text("ISO 10002, complaints handling", "ISO 10002 投诉处理"),
            jurisdiction=Text("international standard, voluntary", "国际标准，自愿采用"),
            stages=(),
            edition=Text("of 2018", "2018 年版"),
            evidence=Evidence.ATTRIBUTED,
            citations=(Citation(ISO_10002_2018, Evidence.ATTRIBUTED, "", Text("text not checked", "未核对原文")),),
            caveat=Text(
                "It asks for timeliness and names no number: set your own, and say so.",
                "要求及时，但未规定具体期限：须自行设定并公布。",
            ),
        ),
    )
)
