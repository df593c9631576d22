"""What dissatisfied customers do: two sides of each response, and four kinds told apart by what they do."""

from __future__ import annotations

from servicemodel import (
    COMPLAINER_KINDS,
    DISSATISFACTION_RESPONSES,
    ComplainerKind,
    DissatisfactionResponse,
    Evidence,
)


def test_each_response_has_a_place_of_its_own_on_the_two_sides():
    sides = {entry.key: (entry.active, entry.constructive) for entry in DISSATISFACTION_RESPONSES.entries}

    assert sides == {
        DissatisfactionResponse.EXIT: (True, False),
        DissatisfactionResponse.VOICE: (True, True),
        DissatisfactionResponse.LOYALTY: (False, True),
        DissatisfactionResponse.NEGLECT: (False, False),
    }


def test_the_four_kinds_differ_in_what_they_do_each_in_more_than_the_one_before():
    does = [(entry.voice, entry.private, entry.third_party) for entry in COMPLAINER_KINDS.entries]

    assert [entry.key for entry in COMPLAINER_KINDS.entries] == list(ComplainerKind)
    assert does == [(False, False, False), (True, False, False), (True, True, False), (True, True, True)]


def test_voicers_alone_speak_to_the_house_and_to_nobody_else():
    only_voice = [e.key for e in COMPLAINER_KINDS.entries if e.voice and not (e.private or e.third_party)]

    assert only_voice == [ComplainerKind.VOICERS]


def test_what_was_not_checked_is_not_called_published_and_no_shares_are_given():
    for listing in (COMPLAINER_KINDS, DISSATISFACTION_RESPONSES):
        assert listing.evidence is Evidence.ATTRIBUTED
    assert "were not checked and are left out" in COMPLAINER_KINDS.grid().to_markdown()
    assert "%" not in COMPLAINER_KINDS.grid().to_markdown()
