"""Where dissatisfaction is heard, if anywhere, and how it is found where it is not."""

from __future__ import annotations

import attrs

from servicemodel.errors import DomainError
from servicemodel.labels import Label, OrderedLabel, Text, is_missing
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T4
from servicemodel.tables.listing import Entry, Listing


class ChannelLevel(OrderedLabel):
    """How far a complaint has gone, least to furthest."""

    NONE = "none", "not said", "未表达"
    INTERNAL = "internal", "inside the company", "企业内部"
    PUBLIC = "public", "a third party or the public", "第三方或公众"


class FeedbackChannel(OrderedLabel):
    """Where a customer takes a complaint, in the order of escalation: the eight channels of course text T4.

    Its place is its escalation rank: 0 is silence, 7 the furthest. The order of the seven others is the one the course
    prints them in; that it is an order is a convention of this library.

    Examples
    --------
    >>> FeedbackChannel.COURT > FeedbackChannel.HOTLINE
    True
    >>> FeedbackChannel.MEDIA.escalation_rank, FeedbackChannel.MEDIA.level
    (7, <ChannelLevel.PUBLIC: 'public'>)
    >>> FeedbackChannel.SILENT.level
    <ChannelLevel.NONE: 'none'>
    """

    SILENT = "silent", "says and writes nothing", "不说不写"
    COMMENT_BOOK = "comment_book", "comment book", "意见本"
    LINE_MANAGER = "line_manager", "line or middle manager", "中基层经理"
    SENIOR_MANAGER = "senior_manager", "senior manager", "高层经理"
    HOTLINE = "hotline", "hotline", "热线"
    CONSUMER_ASSOCIATION = "consumer_association", "consumer association", "消协"
    COURT = "court", "court", "法院"
    MEDIA = "media", "media", "媒体"

    @property
    def escalation_rank(self) -> int:
        """From 0, silence, to 7."""
        return self.code

    @property
    def level(self) -> ChannelLevel:
        """How far the complaint has gone there."""
        if self is FeedbackChannel.SILENT:
            return ChannelLevel.NONE
        inside = self < FeedbackChannel.CONSUMER_ASSOCIATION
        return ChannelLevel.INTERNAL if inside else ChannelLevel.PUBLIC


class DetectionMethod(Label):
    """How to find dissatisfaction that nobody reports: the seven ways of course text T4, in its order."""

    CUSTOMER_SURVEY = "customer_survey", "survey of customers", "满意度调查"
    EMPLOYEE_SURVEY = "employee_survey", "survey of employees", "员工满意度调查"
    COMPLAINT_RECORDS = "complaint_records", "complaint records", "投诉记录"
    FLOOR_OBSERVATION = "floor_observation", "watching behaviour on the floor", "销售现场行为观察"
    PROCESS_REVIEW = "process_review", "review of the service process", "服务流程考察"
    PERFORMANCE_TRACKING = "performance_tracking", "analysis and tracking of results", "业绩分析与追踪"
    COMPETITOR_COMPARISON = "competitor_comparison", "comparison with competitors", "竞争对手比较"


@attrs.frozen(kw_only=True)
class ChannelEntry(Entry):
    """A channel, with how far a complaint has gone there.

    Attributes
    ----------
    level : ChannelLevel
    rank : int
        The escalation rank, from 0.
    """

    level: ChannelLevel = attrs.field(metadata=headed(Text("level", "层级")))
    rank: int = attrs.field(metadata=headed(Text("escalation rank", "升级次序")))


_MEANINGS = {
    FeedbackChannel.SILENT: Text("not heard, so never a case", "听不到，因此不成案"),
    FeedbackChannel.COMMENT_BOOK: Text("written down on the spot", "当场书面留言"),
    FeedbackChannel.LINE_MANAGER: Text("said to whoever is in charge there", "向现场负责人反映"),
    FeedbackChannel.SENIOR_MANAGER: Text("taken to the management", "向企业高层反映"),
    FeedbackChannel.HOTLINE: Text("to the company's telephone line", "拨打企业热线"),
    FeedbackChannel.CONSUMER_ASSOCIATION: Text("a third party mediates", "由第三方调解"),
    FeedbackChannel.COURT: Text("a third party decides", "由第三方裁决"),
    FeedbackChannel.MEDIA: Text("everybody hears of it", "公之于众"),
}

#: The eight channels, in the order of escalation.
FEEDBACK_CHANNELS = Listing(
    title=Text("Channels of feedback", "反馈渠道"),
    evidence=Evidence.COURSE,
    citations=(
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the eight channels", "八种渠道")),
        Citation(COURSE_T4, Evidence.CONVENTION, "", Text("levels and ranks are ours", "层级与次序为本库约定")),
    ),
    entries=tuple(
        ChannelEntry(key=channel, meaning=_MEANINGS[channel], level=channel.level, rank=channel.escalation_rank)
        for channel in FeedbackChannel
    ),
)

#: The seven ways of finding dissatisfaction, with what the course notes beside them.
DETECTION_METHODS = Listing(
    title=Text("How to find dissatisfaction", "如何发现客户不满意"),
    evidence=Evidence.COURSE,
    citations=(Citation(COURSE_T4, Evidence.COURSE),),
    entries=(
        Entry(
            key=DetectionMethod.CUSTOMER_SURVEY,
            meaning=Text("ask and publish the results; plan, do, check, act", "调查并公布结果；按 PDCA 循环改进"),
        ),
        Entry(key=DetectionMethod.EMPLOYEE_SURVEY, meaning=Text("ask those who serve", "询问提供服务的员工")),
        Entry(
            key=DetectionMethod.COMPLAINT_RECORDS,
            meaning=Text("read the records together: brainstorming", "集体研读记录：头脑风暴"),
        ),
        Entry(key=DetectionMethod.FLOOR_OBSERVATION, meaning=Text("management by walking around", "走动式管理")),
        Entry(key=DetectionMethod.PROCESS_REVIEW, meaning=Text("go through the process step by step", "逐步考察流程")),
        Entry(
            key=DetectionMethod.PERFORMANCE_TRACKING,
            meaning=Text("follow the figures of each account over time", "持续追踪各项业绩"),
        ),
        Entry(key=DetectionMethod.COMPETITOR_COMPARISON, meaning=Text("mystery customers", "神秘顾客")),
    ),
)


def check_case_id(*, channel: FeedbackChannel | str, case_id: str | None) -> None:
    """Refuse a case number on silence: what nobody said was never received.

    Parameters
    ----------
    channel : FeedbackChannel or str
    case_id : str or None

    Raises
    ------
    DomainError
        If the channel is silence and there is a case number.
    LabelError
        If the channel is unknown.
    TypeError
        If the case number is no text.

    Examples
    --------
    >>> check_case_id(channel="hotline", case_id="k1")
    >>> check_case_id(channel="silent", case_id=None)
    """
    if is_missing(case_id):
        case_id = None
    elif not isinstance(case_id, str):
        raise TypeError(f"case_id must be text or None; got {case_id!r}")
    if FeedbackChannel(channel) is FeedbackChannel.SILENT and case_id is not None:
        raise DomainError("case_id", case_id, "None where the channel is 'silent': what nobody said was never received")
