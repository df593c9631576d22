"""What dissatisfied customers do: leave, speak, stay or let go; and the four kinds of them."""

from __future__ import annotations

from typing import Any

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import headed
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import HIRSCHMAN_1970, RUSBULT_1988, SINGH_1988, SINGH_1990
from servicemodel.tables.listing import Entry, Listing


class DissatisfactionResponse(Label):
    """How a dissatisfied customer responds: Hirschman's three, and neglect."""

    EXIT = "exit", "exit", "退出"
    VOICE = "voice", "voice", "呼吁"
    LOYALTY = "loyalty", "loyalty", "忠诚"
    NEGLECT = "neglect", "neglect", "忽视"


class ComplainerKind(Label):
    """The four clusters of dissatisfied customers."""

    PASSIVES = "passives", "passives", "消极者"
    VOICERS = "voicers", "voicers", "发声者"
    IRATES = "irates", "irates", "愤怒者"
    ACTIVISTS = "activists", "activists", "行动者"


@attrs.frozen(kw_only=True)
class ResponseEntry(Entry):
    """A response, with its two sides.

    Attributes
    ----------
    active : bool
        Whether the customer does something.
    constructive : bool
        Whether it is meant to keep the relationship.
    """

    active: bool = attrs.field(metadata=headed(Text("active", "主动")))
    constructive: bool = attrs.field(metadata=headed(Text("constructive", "建设性")))


@attrs.frozen(kw_only=True)
class ComplainerEntry(Entry):
    """A kind of dissatisfied customer, and which responses it takes to.

    Attributes
    ----------
    voice : bool
        Complaining to the provider.
    private : bool
        Telling others, and buying elsewhere.
    third_party : bool
        Going to the press, a consumer association or a court.
    """

    voice: bool = attrs.field(metadata=headed(Text("voice", "向商家投诉")))
    private: bool = attrs.field(metadata=headed(Text("private", "私下行动")))
    third_party: bool = attrs.field(metadata=headed(Text("third party", "诉诸第三方")))


_OWN_WORDS = Text("The explanations are this library's.", "说明文字为本库所加。")


def _response(key: DissatisfactionResponse, en: str, zh: str, **sides: Any) -> ResponseEntry:
    return ResponseEntry(key=key, meaning=Text(en, zh), **sides)


#: Exit, voice, loyalty and neglect, each active or passive, constructive or destructive.
DISSATISFACTION_RESPONSES = Listing(
    title=Text("Responses to dissatisfaction", "对不满的反应"),
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(HIRSCHMAN_1970, Evidence.ATTRIBUTED, "", Text("exit, voice, loyalty", "退出、呼吁、忠诚")),
        Citation(RUSBULT_1988, Evidence.ATTRIBUTED, "", Text("neglect, and the two sides", "忽视，以及两个维度")),
    ),
    notes=(_OWN_WORDS,),
    entries=(
        _response(
            DissatisfactionResponse.EXIT, "leaves, or buys elsewhere", "离开，转向别家", active=True, constructive=False
        ),
        _response(DissatisfactionResponse.VOICE, "says what is wrong", "说出问题", active=True, constructive=True),
        _response(
            DissatisfactionResponse.LOYALTY,
            "waits for it to get better",
            "留下来，等待情况好转",
            active=False,
            constructive=True,
        ),
        _response(
            DissatisfactionResponse.NEGLECT,
            "lets the relationship lapse",
            "听之任之，逐渐疏远",
            active=False,
            constructive=False,
        ),
    ),
)


def _kind(key: ComplainerKind, meaning: Text, *does: str) -> ComplainerEntry:
    return ComplainerEntry(
        key=key, meaning=meaning, voice="voice" in does, private="private" in does, third_party="third_party" in does
    )


#: The four clusters and what each does. The clusters were seen in the study's abstract; what each does is credited to it.
COMPLAINER_KINDS = Listing(
    title=Text("Four kinds of dissatisfied customers", "不满客户的四种类型"),
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(
            SINGH_1990,
            Evidence.PUBLISHED,
            "",
            Text(
                "abstract: the four clusters; voicers neither switch nor speak ill of the house",
                "摘要：四个类型；发声者既不转向别家，也不传播负面口碑",
            ),
        ),
        Citation(SINGH_1988, Evidence.ATTRIBUTED, "", Text("the three responses", "三类反应")),
    ),
    notes=(
        _OWN_WORDS,
        Text(
            "Shares of the four kinds are quoted in places; they were not checked and are left out.",
            "四种类型的占比虽有引用，未经核对，故不列出。",
        ),
    ),
    entries=(
        _kind(ComplainerKind.PASSIVES, Text("do nothing", "什么也不做")),
        _kind(ComplainerKind.VOICERS, Text("tell the provider, and nobody else", "只向商家反映"), "voice"),
        _kind(
            ComplainerKind.IRATES,
            Text(
                "tell others and go elsewhere more than most, complain about as often as the average, seldom go further",
                "更多地告诉他人、转向别家，向商家投诉的程度居中，很少诉诸第三方",
            ),
            "voice",
            "private",
        ),
        _kind(ComplainerKind.ACTIVISTS, Text("do all of it", "各种行动都采取"), "voice", "private", "third_party"),
    ),
)
