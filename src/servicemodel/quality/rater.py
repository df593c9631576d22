"""The five dimensions of service quality, in the two orders they are listed in."""

from __future__ import annotations

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T0, PARASURAMAN_1988
from servicemodel.tables import Entry, Listing


class RaterDimension(Label):
    """A dimension of service quality; in the order whose first letters spell RATER, which the course text uses too."""

    RELIABILITY = "reliability", "reliability", "可靠性"
    ASSURANCE = "assurance", "assurance", "保证性"
    TANGIBLES = "tangibles", "tangibles", "有形性"
    EMPATHY = "empathy", "empathy", "移情性"
    RESPONSIVENESS = "responsiveness", "responsiveness", "响应性"


_R = RaterDimension

#: The order whose first letters spell RATER.
RATER_ORDER = tuple(RaterDimension)

#: The order of the items of SERVQUAL.
SERVQUAL_ORDER = (_R.TANGIBLES, _R.RELIABILITY, _R.RESPONSIVENESS, _R.ASSURANCE, _R.EMPATHY)


@attrs.frozen(kw_only=True)
class DimensionEntry(Entry):
    """A dimension of service quality.

    Attributes
    ----------
    course_word : Text
        What course text T0 calls it.
    place : int
        Its place in the order of SERVQUAL.
    """

    course_word: Text = attrs.field(metadata=headed(Text("in course text T0", "教材 T0 用词")))
    place: int = attrs.field(metadata=headed(Text("place in SERVQUAL", "SERVQUAL 中的次序")))


def _entry(key: RaterDimension, en: str, zh: str, word: str) -> DimensionEntry:
    return DimensionEntry(
        key=key, meaning=Text(en, zh), course_word=Text(word, word), place=SERVQUAL_ORDER.index(key) + 1
    )


#: The five dimensions with what they mean.
RATER_DIMENSIONS = Listing(
    title=Text("The five dimensions of service quality (RATER)", "服务质量的五个维度（RATER）"),
    entries=(
        _entry(
            _R.RELIABILITY,
            "doing what was promised, dependably and accurately",
            "可靠、准确地履行所承诺的服务",
            "信赖度",
        ),
        _entry(
            _R.ASSURANCE,
            "employees who know their trade, are courteous and inspire confidence",
            "员工的知识、礼貌以及令人信任的能力",
            "专业度",
        ),
        _entry(
            _R.TANGIBLES,
            "what can be seen: rooms, equipment, people, printed matter",
            "可见的设施、设备、人员与沟通材料",
            "有形度",
        ),
        _entry(_R.EMPATHY, "care and attention for the single customer", "关心并给予顾客个别关注", "同理度"),
        _entry(_R.RESPONSIVENESS, "willingness to help, and promptly", "乐于帮助顾客并及时提供服务", "反应度"),
    ),
    evidence=Evidence.PUBLISHED,
    citations=(
        Citation(
            PARASURAMAN_1988,
            Evidence.PUBLISHED,
            "",
            Text("the five and what they mean, as reported by others", "五个维度及其含义，据他人转述"),
        ),
        Citation(COURSE_T0, Evidence.COURSE, "", Text("the same five, in this order", "同样五项，次序相同")),
    ),
)
