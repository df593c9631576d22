"""The guarantees of one house as a table, and the seven of Grand Optical as the example."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from servicemodel.complaints.service_guarantee import GuaranteeUnit, Remedy, ServiceGuarantee, WindowUse
from servicemodel.errors import ServiceModelError
from servicemodel.labels import Label, Text, check_language
from servicemodel.markup import NOTHING, Grid, printed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, HART_1988
from servicemodel.tables.listing import Entry, Listing
from servicemodel.tables.table import as_tuple, source_notes


@attrs.frozen(kw_only=True, repr=False)
class ServiceGuarantees:
    """The guarantees of one house, each key once; prints itself as one table.

    Attributes
    ----------
    title : Text
    rows : tuple of ServiceGuarantee
        At least one.
    """

    title: Text
    rows: tuple[ServiceGuarantee, ...] = attrs.field(converter=as_tuple)

    @rows.validator
    def _apart(self, _: Any, rows: tuple[ServiceGuarantee, ...]) -> None:
        keys = [guarantee.key for guarantee in rows]
        if not keys or len(set(keys)) != len(keys):
            msg = f"guarantees are at least one, each with a key of its own; got {', '.join(keys) or 'none'}"
            raise ServiceModelError(msg)

    def __getitem__(self, key: str) -> ServiceGuarantee:
        for guarantee in self.rows:
            if guarantee.key == key:
                return guarantee
        msg = f"there is no guarantee {key!r}; there are {', '.join(guarantee.key for guarantee in self.rows)}"
        raise ServiceModelError(msg)

    def __iter__(self) -> Iterator[ServiceGuarantee]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<ServiceGuarantees: {', '.join(guarantee.key for guarantee in self.rows)}>"

    def grid(self, language: str = "en") -> Grid:
        """Return the guarantees as a table of words; what they rest on stands below."""
        either = {"en": "\nor ", "zh": "\n或"}[check_language(language)]
        rows = [
            [
                g.trigger.in_language(language),
                g.length(language),
                NOTHING if g.window is None else g.window_use.in_language(language),
                NOTHING if g.start is None else g.start.in_language(language),
                either.join(remedy.in_language(language) for remedy in g.remedies),
                g.chooser.in_language(language) if len(g.remedies) > 1 else NOTHING,
                NOTHING if g.cap is None else printed(g.cap),
            ]
            for g in self.rows
        ]
        evidence = dict.fromkeys(g.evidence for g in self.rows)
        cited = dict.fromkeys(citation for g in self.rows for citation in g.citations)
        notes = [note for one in evidence for note in source_notes(one, (), language)]
        return Grid(
            title=self.title.in_language(language),
            header=[words.in_language(language) for words in _HEADER],
            rows=rows,
            notes=[*notes, *source_notes(self.rows[0].evidence, cited, language)[1:]],
            language=check_language(language),
        )

    def _repr_html_(self) -> str:
        return self.grid().to_html()

    def __str__(self) -> str:
        return self.grid().to_markdown()


_HEADER = (
    Text("where", "触发情形"),
    Text("window", "期限"),
    Text("the window is", "期限的含义"),
    Text("from", "起点"),
    Text("remedy", "补偿"),
    Text("chosen by", "由谁选择"),
    Text("at most", "上限"),
)

_T1 = (Citation(COURSE_T1, Evidence.COURSE),)
_HOURS, _DAYS, _MONTHS = GuaranteeUnit.HOURS, GuaranteeUnit.DAYS, GuaranteeUnit.MONTHS
_PURCHASE = Text("purchase", "购买")


def _promise(key: str, trigger: Text, *remedies: Remedy, **more: Any) -> ServiceGuarantee:
    return ServiceGuarantee(
        key=key, trigger=trigger, remedies=remedies, evidence=Evidence.COURSE, citations=_T1, **more
    )


#: The seven promises of the optician Grand Optical, as the course text has them; no other source was found. From which
#: event the windows of the second and the third run the text does not say: the purchase is our reading.
GRAND_OPTICAL = ServiceGuarantees(
    title=Text("The seven guarantees of Grand Optical", "Grand Optical 的七项服务承诺"),
    rows=(
        _promise(
            "one_hour",
            Text("the glasses are not ready in time", "未能按时配好眼镜"),
            Remedy.FREE_DELIVERY,
            window=1,
            unit=_HOURS,
            window_use=WindowUse.PERFORM,
            start=Text("order", "下单"),
        ),
        _promise(
            "not_adapted",
            Text("the customer does not adapt to them, as when the prescription changes", "不适应，如验光处方有变"),
            Remedy.EXCHANGE,
            Remedy.REFUND,
            window=30,
            unit=_DAYS,
            start=_PURCHASE,
        ),
        _promise(
            "not_liked",
            Text(
                "the customer does not like them after all, say because of what friends say", "不喜欢，如亲友看后不满意"
            ),
            Remedy.EXCHANGE,
            Remedy.REFUND,
            window=30,
            unit=_DAYS,
            start=_PURCHASE,
        ),
        _promise(
            "breakage",
            Text("they break", "破损"),
            Remedy.FREE_REPLACEMENT,
            window=12,
            unit=_MONTHS,
            start=Text("fitting", "配镜"),
        ),
        _promise(
            "not_stocked",
            Text("a style seen anywhere is not in stock", "在别处见到的款式本店没有"),
            Remedy.OBTAIN,
            window=48,
            unit=_HOURS,
            window_use=WindowUse.PERFORM,
            start=Text("request", "提出要求"),
        ),
        _promise("nothing_suits", Text("nothing in the range is liked", "现有款式都不喜欢"), Remedy.MAKE_TO_ORDER),
        _promise(
            "cheaper_elsewhere",
            Text("the same model is cheaper elsewhere", "同款在别处更便宜"),
            Remedy.PRICE_DIFFERENCE,
        ),
    ),
)


class GuaranteeQuality(Label):
    """What makes a guarantee a good one."""

    UNCONDITIONAL = "unconditional", "unconditional", "无条件"
    EASY_TO_UNDERSTAND = "easy_to_understand", "easy to understand", "易于理解"
    MEANINGFUL = "meaningful", "meaningful", "有实际意义"
    EASY_TO_INVOKE = "easy_to_invoke", "easy to invoke", "易于提出"
    EASY_TO_COLLECT = "easy_to_collect", "easy to collect", "易于兑现"


#: Five qualities to check a guarantee against.
GUARANTEE_QUALITIES = Listing(
    title=Text("Qualities of a good guarantee", "好的服务承诺的五项标准"),
    evidence=Evidence.ATTRIBUTED,
    citations=(Citation(HART_1988, Evidence.ATTRIBUTED),),
    notes=(Text("The explanations are this library's.", "说明文字为本库所加。"),),
    entries=(
        Entry(key=GuaranteeQuality.UNCONDITIONAL, meaning=Text("no ifs in small print", "没有附加条件")),
        Entry(key=GuaranteeQuality.EASY_TO_UNDERSTAND, meaning=Text("said in a sentence", "一句话说得清")),
        Entry(key=GuaranteeQuality.MEANINGFUL, meaning=Text("it makes up for the trouble", "足以弥补客户的损失")),
        Entry(key=GuaranteeQuality.EASY_TO_INVOKE, meaning=Text("no forms, no proof of guilt", "不必填表，不必举证")),
        Entry(key=GuaranteeQuality.EASY_TO_COLLECT, meaning=Text("given at once, on the spot", "当场立即兑现")),
    ),
)
