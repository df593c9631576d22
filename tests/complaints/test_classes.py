"""The classes a complaint is put in: types, channels, kinds of feedback, and the lists of the course."""

from __future__ import annotations

from itertools import pairwise

import attrs
import pytest
from hypothesis import given, strategies as st

from printed import printed
from servicemodel import (
    COMPLAINT_CATEGORIES,
    COMPLAINT_DRIVERS,
    COMPLAINT_TYPES,
    DETECTION_METHODS,
    FEEDBACK_CHANNELS,
    FIVE_BITS_MORE,
    HANDLING_PRINCIPLES,
    REPLY_PARTS,
    SIX_STEPS,
    BitMore,
    Cell,
    ChannelLevel,
    ComplaintScope,
    ComplaintSubject,
    ComplaintType,
    DetectionMethod,
    Entry,
    Evidence,
    FeedbackChannel,
    FeedbackKind,
    Legitimacy,
    Listing,
    Severity,
    Text,
    check_case_id,
    complaint_type,
    explain,
    feedback_kind,
    render,
)
from servicemodel.errors import DomainError, LabelError, MissingError, TableError
from servicemodel.tables import Bands

LISTINGS = [
    COMPLAINT_CATEGORIES,
    COMPLAINT_DRIVERS,
    DETECTION_METHODS,
    FEEDBACK_CHANNELS,
    FIVE_BITS_MORE,
    HANDLING_PRINCIPLES,
    REPLY_PARTS,
    SIX_STEPS.listing,
]


def printed_list(name):
    return [row["entry"] for row in printed("complaint_lists") if row["list"] == name]


# --- the lists of the course -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "listing"),
    [
        ("principles", HANDLING_PRINCIPLES),
        ("detection", DETECTION_METHODS),
        ("categories", COMPLAINT_CATEGORIES),
        ("five", FIVE_BITS_MORE),
        ("steps", SIX_STEPS.listing),
        ("reply", REPLY_PARTS),
    ],
)
def test_a_list_has_the_entries_of_the_course_in_its_order(name, listing):
    assert [entry.key.zh for entry in listing.entries] == printed_list(name)


def test_the_channels_are_those_of_the_course_with_silence_moved_to_the_front():
    *spoken, silent = printed_list("channels")

    assert [channel.zh for channel in FeedbackChannel] == [silent, *spoken]


def test_the_types_are_those_of_the_course():
    assert [kind.zh.removesuffix("投诉") for kind in (ComplaintType)] == printed_list("types")


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.title.en)
def test_a_list_prints_itself_in_both_languages_with_its_sources(listing):
    for language in ("en", "zh"):
        text, page = listing.describe(language), listing.to_html(language)
        assert text.count("\n") == len(listing.entries)
        for entry in listing.entries:
            assert entry.key.in_language(language) in text
            assert entry.meaning.in_language(language) in text
        assert listing.title.in_language(language) in page
        assert "T4" in page
    assert str(listing) == listing.describe()
    assert listing._repr_html_() == listing.to_html()
    assert repr(listing).startswith("<Listing ")
    assert render.to_markdown(listing, "zh") == listing.grid("zh").to_markdown()


def test_a_list_is_asked_by_member_or_by_value():
    entry = FIVE_BITS_MORE.entry_of("speed")

    assert entry is FIVE_BITS_MORE.entry_of(BitMore.SPEED)
    with pytest.raises(LabelError, match="'slow' is not a BitMore"):
        FIVE_BITS_MORE.entry_of("slow")


def test_a_list_with_a_member_missing_twice_or_of_another_enum_is_refused():
    words = Text("words", "文字")
    matter, person = (Entry(key=subject, meaning=words) for subject in ComplaintSubject)

    for entries in ((), (matter,), (matter, person, person), (matter, attrs.evolve(person, key=BitMore.SPEED))):
        with pytest.raises(TableError, match="every member of one enum has one entry"):
            Listing(title=Text("List", "列表"), entries=entries, evidence=Evidence.CONVENTION)
    Listing(title=Text("List", "列表"), entries=(person, matter), evidence=Evidence.CONVENTION)


# --- channels ---------------------------------------------------------------------------------------------------------


def test_the_level_of_a_channel_never_falls_as_its_rank_rises():
    levels = [channel.level for channel in FeedbackChannel]

    assert [channel.escalation_rank for channel in FeedbackChannel] == list(range(8))
    assert all(earlier <= later for earlier, later in pairwise(levels))
    assert levels == [ChannelLevel.NONE] + 4 * [ChannelLevel.INTERNAL] + 3 * [ChannelLevel.PUBLIC]


@given(st.sampled_from(FeedbackChannel), st.none() | st.text(min_size=1))
def test_only_silence_carries_no_case_number(channel, case_id):
    if channel is FeedbackChannel.SILENT and case_id is not None:
        with pytest.raises(DomainError, match="case_id must be None where the channel is 'silent'"):
            check_case_id(channel=channel, case_id=case_id)
    else:
        check_case_id(channel=channel, case_id=case_id)


def test_a_channel_or_a_case_number_that_is_none_is_refused():
    with pytest.raises(LabelError, match="'pigeon' is not a FeedbackChannel"):
        check_case_id(channel="pigeon", case_id=None)
    with pytest.raises(TypeError, match="case_id must be text or None; got 7"):
        check_case_id(channel="hotline", case_id=7)
    check_case_id(channel="silent", case_id=float("nan"))


def test_what_is_watched_without_being_said_has_seven_ways():
    assert len(DetectionMethod) == 7
    assert {scope.value for scope in ComplaintScope} == {"product", "service", "complaints_process"}


# --- types ------------------------------------------------------------------------------------------------------------


def test_each_type_has_one_cell():
    answers = [complaint_type(severity=s, justified=j) for s in Severity for j in (False, True)]

    assert sorted(answers, key=lambda a: a.code) == list(ComplaintType)
    assert complaint_type(severity="serious", justified=True) is ComplaintType.SERIOUS
    assert complaint_type(severity="ordinary", justified=False) is ComplaintType.MINOR


def test_whether_it_is_justified_must_be_known():
    with pytest.raises(MissingError, match="justified"):
        complaint_type(severity="serious", justified=None)
    with pytest.raises(LabelError, match="'grave' is not a Severity"):
        complaint_type(severity="grave", justified=True)
    with pytest.raises(TypeError, match="justified must be True or False"):
        complaint_type(severity="serious", justified="yes")


def test_your_own_types_are_taken_and_explained():
    (minor, reasonable), (_, serious) = COMPLAINT_TYPES.cells
    own = attrs.evolve(COMPLAINT_TYPES, cells=((minor, reasonable), (Cell(ComplaintType.SERIOUS), serious)))

    assert complaint_type(severity="serious", justified=False, table=own) is ComplaintType.SERIOUS
    assert "because it is serious and not justified (" in explain(
        complaint_type, severity="serious", justified=False, table=own
    )
    assert "因为严重程度为重大，且无理" in explain(complaint_type, language="zh", severity="serious", justified=False)


def test_a_table_that_cannot_be_read_is_refused():
    with pytest.raises(TypeError, match="table must be a Matrix; got str"):
        complaint_type(severity="serious", justified=True, table="mine")
    with pytest.raises(TableError, match="rows of Severity and columns of Legitimacy"):
        complaint_type(severity="serious", justified=True, table=COMPLAINT_TYPES.transposed())
    numbers = attrs.evolve(COMPLAINT_TYPES, cells=((0, 1), (2, 3)))
    with pytest.raises(TableError, match="must hold members of ComplaintType"):
        complaint_type(severity="serious", justified=True, table=numbers)
    assert not isinstance(COMPLAINT_TYPES.columns, Bands)
    assert COMPLAINT_TYPES.columns is Legitimacy


# --- complaint or feedback --------------------------------------------------------------------------------------------


@given(st.booleans(), st.booleans())
def test_a_complaint_is_dissatisfied_and_expects_an_answer(dissatisfied, expected):
    kind = feedback_kind(dissatisfied=dissatisfied, response_expected=expected)

    assert (kind is FeedbackKind.COMPLAINT) == (dissatisfied and expected)
    explained = explain(feedback_kind, dissatisfied=dissatisfied, response_expected=expected)
    assert ("no dissatisfaction" in explained) == (not dissatisfied)
