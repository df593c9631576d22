"""SERVQUAL: which item belongs to which dimension, and which are keyed in reverse. The wording is our own."""

from __future__ import annotations

from servicemodel.labels import Text
from servicemodel.quality.rater import SERVQUAL_ORDER, RaterDimension
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import (
    BABAKUS_BOLLER_1992,
    BUTTLE_1996,
    CARMAN_1990,
    PARASURAMAN_1988,
    PARASURAMAN_1994,
    SERVQUAL_COPIES,
    TEAS_1993,
)
from servicemodel.survey import SEVEN_POINT, Instrument, Item

_R = RaterDimension
_OURS = Text(
    "which items belong where; the wording of the items is under copyright, these are paraphrases of our own",
    "题项归属；原题项措辞受版权保护，此处为本库自拟的中性表述",
)
_CRITICS = (
    Citation(
        CARMAN_1990, Evidence.ATTRIBUTED, "", Text("the five factors did not come out again", "五因子结构未能重现")
    ),
    Citation(
        BABAKUS_BOLLER_1992,
        Evidence.ATTRIBUTED,
        "",
        Text("neither did they here, with 502 respondents", "502 名受访者的数据中同样未能重现"),
    ),
    Citation(
        TEAS_1993,
        Evidence.ATTRIBUTED,
        "",
        Text("of some attributes more is not better", "有些属性并非越多越好"),
    ),
    Citation(BUTTLE_1996, Evidence.ATTRIBUTED, "", Text("a review of the criticism", "对各种批评的综述")),
)


def _items(topics: dict[RaterDimension, tuple[tuple[str, str], ...]], reverse: frozenset[int]) -> list[Item]:
    numbered = enumerate(((d, topic) for d, found in topics.items() for topic in found), start=1)
    return [
        Item(id=f"q{number}", text=Text(*topic), dimension=dimension, reverse_keyed=number in reverse)
        for number, (dimension, topic) in numbered
    ]


_TOPICS_1988 = {
    _R.TANGIBLES: (
        ("the equipment is up to date", "设备较新"),
        ("the premises are pleasant to look at", "场所美观"),
        ("the staff look tidy", "员工仪表整洁"),
        ("what one sees suits the kind of service", "外观与服务类型相称"),
    ),
    _R.RELIABILITY: (
        ("what is to be done by a date is done by then", "约定期限内完成"),
        ("problems meet with sympathy and reassurance", "遇到问题时给予体谅与安慰"),
        ("one can count on it", "值得依靠"),
        ("the service comes when it should", "按约定时间提供服务"),
        ("the records are right", "记录准确"),
    ),
    _R.RESPONSIVENESS: (
        ("nobody says when the service will come", "不告知何时提供服务"),
        ("the staff are slow", "员工服务不及时"),
        ("the staff are not always ready to help", "员工并非总愿意帮忙"),
        ("the staff have no time for a request", "员工忙得顾不上回应"),
    ),
    _R.ASSURANCE: (
        ("one can believe the staff", "员工可信"),
        ("dealing with the staff feels safe", "与员工打交道觉得放心"),
        ("the staff are polite", "员工有礼貌"),
        ("the staff get the backing they need", "员工得到所需的支持"),
    ),
    _R.EMPATHY: (
        ("customers are numbers here", "顾客只是一个编号"),
        ("the staff take no personal interest", "员工不关心个人"),
        ("the staff do not see what one needs", "员工不了解顾客需要"),
        ("one's own good does not come first", "不以顾客利益为重"),
        ("the hours suit few", "服务时间对多数人不便"),
    ),
}

#: SERVQUAL of 1988: 22 items, of which 10 to 13 and 18 to 22 are keyed in reverse. Asked twice, of what customers
#: expect and of what they found.
SERVQUAL_1988 = Instrument(
    name="servqual_1988",
    title=Text("SERVQUAL, 22 items (1988)", "SERVQUAL 量表，22 题（1988）"),
    dimensions=SERVQUAL_ORDER,
    items=_items(_TOPICS_1988, frozenset((*range(10, 14), *range(18, 23)))),
    scale=SEVEN_POINT,
    citations=(
        Citation(PARASURAMAN_1988, Evidence.ATTRIBUTED),
        Citation(SERVQUAL_COPIES, Evidence.PUBLISHED, "", _OURS),
        *_CRITICS,
    ),
)

_TOPICS_1994 = {
    _R.RELIABILITY: (
        ("services are given as announced", "按承诺提供服务"),
        ("problems are dealt with dependably", "可靠地处理问题"),
        ("it is right at the first attempt", "一次做对"),
        ("the service comes at the hour agreed", "按约定时间提供服务"),
        ("the records hold no errors", "记录无差错"),
    ),
    _R.RESPONSIVENESS: (
        ("customers know when the service will come", "顾客知道何时得到服务"),
        ("the service is quick", "服务迅速"),
        ("the staff like to help", "员工乐于帮忙"),
    ),
    _R.ASSURANCE: (
        ("the staff give confidence", "员工让人有信心"),
        ("customers feel safe in their dealings", "顾客办事觉得放心"),
        ("the staff stay courteous", "员工始终礼貌"),
        ("the staff know the answers", "员工能够解答"),
    ),
    _R.EMPATHY: (
        ("customers are seen as persons", "给予顾客个别关注"),
        ("the staff care how customers fare", "员工体贴顾客"),
        ("the customer's good comes first", "以顾客利益为重"),
        ("the staff see what customers need", "员工了解顾客需要"),
    ),
    _R.TANGIBLES: (
        ("the equipment is up to date", "设备较新"),
        ("the premises are pleasant to look at", "场所美观"),
        ("the staff look neat and professional", "员工仪表整洁专业"),
        ("the printed matter is pleasant to look at", "宣传资料美观"),
        ("the hours suit customers", "服务时间方便"),
    ),
}

#: SERVQUAL of 1994: 21 items, none keyed in reverse.
SERVQUAL_1994 = Instrument(
    name="servqual_1994",
    title=Text("SERVQUAL, 21 items (1994)", "SERVQUAL 量表，21 题（1994）"),
    dimensions=tuple(_TOPICS_1994),
    items=_items(_TOPICS_1994, frozenset()),
    scale=SEVEN_POINT,
    citations=(
        Citation(PARASURAMAN_1994, Evidence.ATTRIBUTED),
        Citation(SERVQUAL_COPIES, Evidence.PUBLISHED, "", _OURS),
        *_CRITICS,
    ),
)
