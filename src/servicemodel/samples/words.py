"""The words of the simulated books, made-up names among them."""

from __future__ import annotations

from servicemodel.labels import Text

DEALER = Text("Fernbrook Motors (simulated)", "杉溪汽车（模拟）")

WALK_IN = Text("walk-in", "到店")
PHONE = Text("telephone", "电话")
APP = Text("mobile app", "手机应用")
WEB = Text("website", "网站")

MAINTENANCE = Text("maintenance", "保养")
REPAIR = Text("repair", "维修")
BODY = Text("body and paint", "钣金喷漆")
SALE = Text("new-car sale", "新车销售")
PARTS = Text("parts and accessories", "配件与精品")
TEST_DRIVE = Text("test drive", "试驾")

SPRING_FESTIVAL = Text("Spring Festival", "春节")
LABOUR_DAY = Text("Labour Day", "劳动节")
WAITING_FOR_CUSTOMER = Text("waiting for the customer", "等待客户")

APOLOGY = Text("apology", "致歉")
REWORK = Text("reworked free of charge", "免费返工")
REFUND = Text("part refund", "部分退款")
EXPLANATION = Text("explanation", "解释说明")

GIVEN = tuple(
    Text(en, zh)
    for en, zh in (
        ("Anna", "安娜"), ("Ben", "志远"), ("Clara", "晓岚"), ("David", "建国"), ("Ella", "雨桐"), ("Frank", "海涛"),
        ("Grace", "静怡"), ("Henry", "俊杰"), ("Iris", "思琪"), ("Jack", "浩然"), ("Kate", "丽华"), ("Leo", "明轩"),
        ("Mary", "秀英"), ("Noah", "子墨"), ("Olive", "桂芳"), ("Paul", "国强"), ("Rose", "梦瑶"), ("Sam", "文博"),
        ("Tess", "欣怡"), ("Victor", "伟东"),
    )
)  # fmt: skip
FAMILY = tuple(
    Text(en, zh)
    for en, zh in (
        ("Alder", "王"), ("Birch", "李"), ("Carver", "张"), ("Dale", "刘"), ("Elms", "陈"), ("Ford", "杨"),
        ("Glen", "黄"), ("Hart", "赵"), ("Ivers", "周"), ("Juniper", "吴"), ("Kerr", "徐"), ("Lowe", "孙"),
        ("Marsh", "马"), ("Nash", "朱"), ("Oaks", "胡"), ("Pike", "林"), ("Quill", "郭"), ("Reed", "何"),
    )
)  # fmt: skip
PLACES = tuple(
    Text(en, zh)
    for en, zh in (
        ("Harbour", "海港"), ("Northgate", "北城"), ("Riverside", "江岸"), ("Hilltop", "云岭"), ("Lakeview", "湖畔"),
        ("Greenfield", "绿野"), ("Stonebridge", "石桥"), ("Sunrise", "晨曦"), ("Maple", "枫林"), ("Silver", "银河"),
        ("Eastfield", "东原"), ("Cedar", "雪松"),
    )
)  # fmt: skip
TRADES = tuple(
    Text(en, zh)
    for en, zh in (
        ("Logistics", "物流"), ("Taxi", "出租车"), ("Clinic", "诊所"), ("Hotel", "酒店"), ("Foods", "食品"),
        ("Builders", "建筑"), ("School", "学校"), ("Rentals", "租车"),
    )
)  # fmt: skip

TIERS = (
    ("member", Text("Member", "普通会员"), 0, ("service reminders",), ("保养提醒",)),
    ("silver", Text("Silver", "银卡会员"), 5_000, ("free car wash",), ("免费洗车",)),
    ("gold", Text("Gold", "金卡会员"), 20_000, ("free car wash", "courtesy car"), ("免费洗车", "代步车")),
    ("platinum", Text("Platinum", "白金会员"), 80_000, ("courtesy car", "personal adviser"), ("代步车", "专属顾问")),
)
