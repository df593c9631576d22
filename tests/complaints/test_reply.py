"""The nine-part reply: checked, drafted, decent, and nothing invented."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from hypothesis import given, strategies as st

from servicemodel import (
    Complaint,
    Reply,
    ReplyPart,
    check_reply,
    chinese_readability,
    draft_reply,
    readability,
    render,
)
from servicemodel.complaints.reply_words import written_date
from servicemodel.errors import DomainError, LabelError, MissingError, ServiceModelError

COMPLAINT = Complaint(id="K-17", received_at=datetime(2024, 5, 1, 9, tzinfo=UTC))
ENGLISH = {
    "decision": "We will replace the machine on 6 May, free of charge",
    "customer": "Ms Wang",
    "product": "your new washing machine",
    "trouble": "It stopped in its first week, and you waited at home for a mechanic who did not come.",
    "shared_view": "A new machine should run, and an appointment should be kept.",
    "lesson": "Because of your letter, our workshop now confirms every appointment the day before.",
    "findings": "The pump was faulty, and the appointment had not been passed on.",
    "compensation": "A voucher for 200 yuan is enclosed.",
    "commitment": "Should we ever be late again, we will call you before the hour agreed.",
    "company": "Hua Mei Appliances",
    "signed_by": "Li Ming, service manager",
    "written_on": date(2024, 5, 3),
}
CHINESE = {
    "decision": "我们将于5月6日上门免费为您更换一台新机",
    "customer": "王女士",
    "product": "新购洗衣机",
    "trouble": "机器用了不到一周就无法运转，约好的维修师傅又没有上门。",
    "shared_view": "新机器理应正常运转，约好的时间理应遵守。",
    "lesson": "根据您的意见，维修部现在会在上门前一天逐一电话确认。",
    "findings": "故障原因是水泵质量问题。",
    "compensation": "随信寄上200元礼券一张。",
    "commitment": "今后如有延误，我们一定提前电话告知。",
    "company": "华美电器",
    "signed_by": "客户服务部经理 李明",
    "written_on": date(2024, 5, 3),
    "language": "zh",
}
WORDS = [name for name in ENGLISH if name not in {"written_on", "compensation"}]


def draft(**changes):
    return draft_reply(COMPLAINT, **{**ENGLISH, **changes})


def draft_chinese(**changes):
    return draft_reply(COMPLAINT, **{**CHINESE, **changes})


# --- checked ----------------------------------------------------------------------------------------------------------


def test_a_reply_with_all_nine_in_order_is_complete():
    check = check_reply([part.value for part in ReplyPart])

    assert check.complete
    assert check.present == tuple(ReplyPart)
    assert len(ReplyPart) == 9


@given(st.permutations(list(ReplyPart)))
def test_the_apology_comes_before_the_decision_and_that_before_the_compensation(parts):
    late = {(m.step, m.behind) for m in check_reply(parts).out_of_order}
    steps = {step for step, _ in late}

    for first, then in (
        (ReplyPart.APOLOGY, ReplyPart.DECISION),
        (ReplyPart.DECISION, ReplyPart.COMPENSATION),
    ):
        if parts.index(first) > parts.index(then):
            assert first in steps


def test_a_part_without_words_is_missing():
    check = check_reply({"empathy": "We understand.", ReplyPart.APOLOGY: "  ", "decision": None})

    assert check.present == (ReplyPart.EMPATHY,)
    assert {ReplyPart.APOLOGY, ReplyPart.DECISION} <= set(check.missing)


def test_parts_that_are_none_are_refused():
    with pytest.raises(LabelError, match="'regards' is not a ReplyPart"):
        check_reply(["empathy", "regards"])
    with pytest.raises(LabelError, match="'regards' is not a ReplyPart"):
        check_reply({"regards": ""})
    with pytest.raises(TypeError, match=r"parts\['apology'\] must be text; got 3"):
        check_reply({"apology": 3})
    with pytest.raises(TypeError, match="parts must be a sequence"):
        check_reply("apology")


# --- drafted ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [draft, draft_chinese])
@pytest.mark.parametrize("supervisor", [False, True])
@pytest.mark.parametrize("contact", [None, "li.ming@example.org"])
@pytest.mark.parametrize("compensation", [None, "VIP"])
def test_a_drafted_letter_has_all_nine_parts_in_order(make, supervisor, contact, compensation):
    letter = make(honorary_supervisor=supervisor, contact=contact, compensation=compensation)

    assert letter.check().complete
    assert all(words.strip() for _, words in letter.parts)
    assert [letter.text.index(words) for _, words in letter.parts] == sorted(
        letter.text.index(words) for _, words in letter.parts
    )
    welcome = letter.part("welcome")
    assert ("supervisor" in welcome or "荣誉监督员" in welcome) == supervisor
    assert ("li.ming@example.org" in welcome) == (contact is not None)


def test_everything_said_is_in_the_letter_and_nothing_is_left_to_fill_in():
    for letter, said in ((draft(contact="0400"), ENGLISH), (draft_chinese(contact="0400"), CHINESE)):
        for name, words in said.items():
            if name not in {"written_on", "language"}:
                assert words in letter.text
        assert "K-17" in letter.text
        assert not set("{}") & set(letter.text)


def test_the_english_letter_reads_as_a_letter():
    letter = draft()

    assert letter.text.startswith("3 May 2024\n\nYour complaint K-17 of 1 May 2024\n\nDear Ms Wang,\n\nThank you")
    assert letter.text.endswith("Yours sincerely,\n\nLi Ming, service manager\nHua Mei Appliances")
    assert letter.part("apology") == "On behalf of Hua Mei Appliances, I sincerely apologise to you."
    assert readability(letter.body).flesch_reading_ease > 60
    assert str(letter) == letter.text


def test_the_chinese_letter_reads_as_a_letter():
    letter = draft_chinese()

    assert letter.text.startswith(
        "关于您2024年5月1日所提投诉的答复（编号：K-17）\n\n尊敬的王女士：\n\u3000\u3000您好！\n\n\u3000\u3000您就新购洗衣机"
    )
    assert letter.text.endswith("\u3000\u3000此致\n敬礼！\n\n华美电器\n客户服务部经理 李明\n2024年5月3日")
    assert letter.part("apology") == "在此，我谨代表华美电器，向您致以诚挚的歉意。"
    assert not set(",;:!?") & set(letter.text)
    assert chinese_readability(letter.body).sentence_length < 25


def test_a_sentence_is_closed_once():
    assert draft().part("decision").endswith("free of charge.")
    assert draft(decision="We will replace it!").part("decision").endswith("replace it!")
    assert draft_chinese().part("decision").endswith("一台新机。")
    assert draft_chinese(decision="更换新机。").part("decision").endswith("更换新机。")


def test_a_sentence_begins_with_a_capital_unless_its_first_word_has_its_own_spelling():
    assert "This is what we have decided. We repair it." in draft(decision="we repair it").text
    assert "decided. iPhone screens are" in draft(decision="iPhone screens are replaced").text


def test_no_compensation_is_said_openly():
    assert "do not offer any further compensation" in draft(compensation=None).part("compensation")
    assert "不再另行补偿" in draft_chinese(compensation=None).part("compensation")


@pytest.mark.parametrize("name", WORDS)
def test_what_lacks_is_named_and_not_invented(name):
    for nothing in (None, float("nan")):
        with pytest.raises(MissingError, match=f"{name} is missing"):
            draft(**{name: nothing})
    with pytest.raises(DomainError, match=f"{name} must be words"):
        draft(**{name: " \n"})
    with pytest.raises(TypeError, match=f"{name} must be text; got 5"):
        draft(**{name: 5})


@pytest.mark.parametrize("name", ["compensation", "contact"])
def test_what_may_be_left_out_may_not_be_blank(name):
    with pytest.raises(DomainError, match=f"{name} must be words"):
        draft(**{name: ""})


def test_a_letter_is_not_written_before_the_complaint():
    assert draft(written_on=date(2024, 5, 1)).check().complete
    with pytest.raises(DomainError, match="written_on must be no earlier than the complaint"):
        draft(written_on=date(2024, 4, 30))
    for wrong in (datetime(2024, 5, 3, tzinfo=UTC), "2024-05-03", None):
        with pytest.raises(TypeError, match="written_on must be a date"):
            draft(written_on=wrong)


def test_the_day_of_receipt_is_the_day_there():
    shanghai = timezone(timedelta(hours=8))
    early = SimpleNamespace(id="k", received_at=datetime(2024, 5, 2, 1, tzinfo=shanghai))

    assert "of 2 May 2024" in draft_reply(early, **ENGLISH).heading


def test_what_is_no_complaint_gets_no_letter():
    with pytest.raises(TypeError, match="str has no id"):
        draft_reply("K-17", **ENGLISH)
    with pytest.raises(TypeError, match="SimpleNamespace has no received_at"):
        draft_reply(SimpleNamespace(id="k"), **ENGLISH)
    with pytest.raises(MissingError, match=r"complaint\.received_at is missing"):
        draft_reply(SimpleNamespace(id="k", received_at=None), **ENGLISH)
    with pytest.raises(TypeError, match=r"complaint\.received_at must be a datetime"):
        draft_reply(SimpleNamespace(id="k", received_at="1 May"), **ENGLISH)
    with pytest.raises(MissingError, match=r"complaint\.id is missing"):
        draft_reply(SimpleNamespace(id=None, received_at=COMPLAINT.received_at), **ENGLISH)


def test_options_of_another_kind_are_refused():
    with pytest.raises(TypeError, match="honorary_supervisor must be True or False"):
        draft(honorary_supervisor="yes")
    with pytest.raises(ServiceModelError, match="language must be 'en' or 'zh'"):
        draft(language="de")


def test_words_of_the_writer_are_never_read_as_a_template_or_as_markup():
    letter = draft(findings="{decision} <b>bold</b> & 5 < 6")

    assert "{decision} <b>bold</b> & 5 < 6." in letter.text
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; 5 &lt; 6" in letter._repr_html_()
    assert "<b>" not in letter.to_html("zh")


def test_a_letter_can_be_shown_part_by_part():
    letter = draft_chinese()

    assert isinstance(letter, Reply)
    assert letter.grid().language == "zh"
    assert [name for name, _ in letter.grid("en").rows] == ["heading", *(part.en for part in ReplyPart), "closing"]
    assert [words for _, words in letter.grid().rows[1:-1]] == [words for _, words in letter.parts]
    assert render.to_markdown(letter, "en") == letter.grid("en").to_markdown()
    with pytest.raises(LabelError, match="'regards' is not a ReplyPart"):
        letter.part("regards")


@given(st.dates())
def test_a_date_is_written_out_in_both_languages(day):
    assert written_date(day, "zh") == f"{day.year}年{day.month}月{day.day}日"
    number, month, year = written_date(day, "en").split()
    assert (int(number), month.isalpha(), int(year)) == (day.day, True, day.year)
