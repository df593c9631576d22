"""The cycle of service the course gives as its example: a visit to a supermarket."""

from __future__ import annotations

from servicemodel.journey.moments import MomentOfTruth, ServiceCycle
from servicemodel.labels import Text
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import ALBRECHT_ZEMKE_1985, COURSE_T1

_MOMENTS = (
    ("start", "开始"),
    ("enter the car park", "进入停车场"),
    ("find a parking space", "找停车的地方"),
    ("enter the store", "进商场"),
    ("take a basket", "拿货筐"),
    ("service desk", "客户服务台"),
    ("look for directions", "查看方位"),
    ("choose goods", "选择商品"),
    ("ask staff for help", "请售货员帮忙"),
    ("get ready to pay", "准备算帐"),
    ("wait", "等待"),
    ("pay", "付款"),
    ("take the bags", "拿包"),
    ("leave the store", "出商场"),
    ("walk to the car park", "到停车场"),
    ("drive away", "开车"),
    ("end", "结束"),
)

#: Seventeen moments of a visit to a supermarket. The course prints them; their order was lost and is put together again.
SUPERMARKET_CYCLE = ServiceCycle(
    title=Text("Cycle of service: a supermarket", "服务圈：超市购物"),
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(COURSE_T1, Evidence.COURSE, "", Text("the seventeen moments", "十七个时刻")),
        Citation(
            COURSE_T1,
            Evidence.CONVENTION,
            "",
            Text("the order is put together again, confidence 0.8", "次序为重新整理，把握约 0.8"),
        ),
        Citation(ALBRECHT_ZEMKE_1985, Evidence.PUBLISHED, "", Text("moment of truth, as reported", "关键时刻的定义，转引")),
    ),
    moments=[
        MomentOfTruth(number=number, text=Text(en, zh)) for number, (en, zh) in enumerate(_MOMENTS, start=1)
    ],
)  # fmt: skip
