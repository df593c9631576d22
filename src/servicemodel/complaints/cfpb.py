"""CFPB: what a company answered to a consumer, and what that says of the state of the complaint."""

from __future__ import annotations

import re
from typing import Self

from servicemodel.complaints.complaint_state import ComplaintState
from servicemodel.complaints.status_mapping import StatusMapping, StatusReading
from servicemodel.errors import MissingError
from servicemodel.labels import Label, Text, is_missing
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import CFPB_COMPLAINTS

_BETWEEN_WORDS = re.compile(r"[\s_-]+")


class CompanyResponse(Label):
    """The column ``Company response to consumer`` of the complaint database of the CFPB.

    Not a state: which of the closed responses it is says what the consumer got, not how far the complaint has come.
    """

    CLOSED_WITH_EXPLANATION = "closed_with_explanation", "closed with explanation", "已了结：作出解释"
    CLOSED_WITH_MONETARY_RELIEF = "closed_with_monetary_relief", "closed with monetary relief", "已了结：金钱补救"
    CLOSED_WITH_NON_MONETARY_RELIEF = (
        "closed_with_non_monetary_relief",
        "closed with non-monetary relief",
        "已了结：非金钱补救",
    )
    CLOSED_WITH_RELIEF = "closed_with_relief", "closed with relief", "已了结：有补救"
    CLOSED_WITHOUT_RELIEF = "closed_without_relief", "closed without relief", "已了结：无补救"
    CLOSED = "closed", "closed", "已了结"
    IN_PROGRESS = "in_progress", "in progress", "处理中"
    UNTIMELY_RESPONSE = "untimely_response", "untimely response", "逾期答复"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Return the response written in a file: capitals, hyphens and underscores do not matter.

        Raises
        ------
        LabelError
            If it is none of them.
        MissingError
            If there is nothing.
        TypeError
            If it is no text.

        Examples
        --------
        >>> CompanyResponse.from_text("Closed with non-monetary relief")
        <CompanyResponse.CLOSED_WITH_NON_MONETARY_RELIEF: 'closed_with_non_monetary_relief'>
        """
        if is_missing(text):
            msg = "the company's response is missing; a single value must be text such as 'In progress'"
            raise MissingError(msg)
        if not isinstance(text, str):
            msg = f"the company's response must be text such as 'In progress'; got {type(text).__name__}"
            raise TypeError(msg)
        return cls(_BETWEEN_WORDS.sub("_", text.strip().lower()))


_R, _C = CompanyResponse, ComplaintState
_ANSWERED = Text(
    "the company has answered; whether the consumer accepts is asked apart", "公司已答复；消费者是否接受另行询问"
)

#: The CFPB's company responses and the states of a complaint. They are published once the company has answered or said
#: that it is working on it, so that what comes before has no response; and after that, which of the closed responses
#: fits is a matter of what the consumer got, which no state says.
CFPB_STATES: StatusMapping[CompanyResponse] = StatusMapping(
    name="cfpb_states",
    title=Text("CFPB company responses and the states of a complaint", "CFPB 公司答复与投诉状态对照"),
    evidence=Evidence.CONVENTION,
    citations=(Citation(CFPB_COMPLAINTS, Evidence.PUBLISHED, "", Text("the responses alone", "仅答复本身")),),
    rows=(
        *(
            StatusReading(status=response, read_as=_C.DECISION_COMMUNICATED, note=_ANSWERED)
            for response in _R
            if response.value.startswith("closed")
        ),
        StatusReading(
            status=_R.IN_PROGRESS,
            read_as=_C.ACKNOWLEDGED,
            written_for=(_C.ACKNOWLEDGED, _C.ASSESSED, _C.INVESTIGATING, _C.RESPONDED),
            note=Text("the company has it and owes the answer; how far it has come is lost", "公司已收到，尚欠答复；进展到哪一步无从得知"),
        ),
        StatusReading(
            status=_R.UNTIMELY_RESPONSE,
            note=Text("says when, not what: the company did not answer in time", "只说时间，不说内容：公司未按时答复"),
        ),
    ),
)  # fmt: skip
