"""How easily a text is read: the formulas, how a text is counted, and what is refused."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, strategies as st

import servicemodel
from printed import printed
from servicemodel import (
    ChineseReadability,
    Readability,
    chinese_readability,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gunning_fog,
    readability,
    render,
    smog_grade,
)
from servicemodel.complaints.syllables import syllables
from servicemodel.complaints.text_counts import count_text, sentences_of
from servicemodel.errors import DomainError, MissingError

LETTER = (
    "Thank you for telling us about the trouble you have had with your new washing machine. "
    "We are considerably embarrassed. Mr. Li will call you on Monday!"
)
counts = st.integers(1, 1000)


# --- the formulas -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", printed("readability"), ids=lambda row: f"{row['model']} {row['answer']}")
def test_worked_examples(row):
    given_ = {name: float(cell) for name, cell in row.items() if name not in {"model", "answer"}}

    assert getattr(servicemodel, row["model"])(**given_) == pytest.approx(float(row["answer"]), abs=5e-4)


@given(counts, counts, counts, st.integers(2, 9))
def test_a_text_counted_several_times_over_has_the_same_scores(sentences, words, hard, times):
    assume(sentences <= words)
    hard = min(hard, words)
    n, s, h = times * words, times * sentences, times * hard

    assert gunning_fog(words=n, sentences=s, complex_words=h) == pytest.approx(
        gunning_fog(words=words, sentences=sentences, complex_words=hard)
    )
    assert smog_grade(polysyllables=h, sentences=s) == pytest.approx(
        smog_grade(polysyllables=hard, sentences=sentences)
    )
    for model in (flesch_reading_ease, flesch_kincaid_grade):
        assert model(words=n, sentences=s, syllables=2 * n) == pytest.approx(
            model(words=words, sentences=sentences, syllables=2 * words)
        )


@given(counts, counts, counts)
def test_hard_words_raise_the_fog_and_a_sentence_cut_in_two_lowers_it(sentences, words, hard):
    assume(sentences < words and hard < words)
    before = gunning_fog(words=words, sentences=sentences, complex_words=hard)

    assert gunning_fog(words=words, sentences=sentences, complex_words=hard + 1) > before
    assert gunning_fog(words=words, sentences=sentences + 1, complex_words=hard) < before


@pytest.mark.parametrize(
    ("model", "inputs", "refused"),
    [
        (gunning_fog, {"words": 0, "sentences": 1, "complex_words": 0}, "words"),
        (gunning_fog, {"words": 10, "sentences": 0, "complex_words": 0}, "sentences"),
        (gunning_fog, {"words": 10, "sentences": 11, "complex_words": 0}, "sentences ≤ words"),
        (gunning_fog, {"words": 10, "sentences": 1, "complex_words": 11}, "complex_words ≤ words"),
        (flesch_reading_ease, {"words": 10, "sentences": 1, "syllables": 9}, "words ≤ syllables"),
        (flesch_kincaid_grade, {"words": 10, "sentences": 1, "syllables": 9}, "words ≤ syllables"),
        (smog_grade, {"polysyllables": -1, "sentences": 30}, "polysyllables"),
    ],
)
def test_counts_that_no_text_can_have_are_refused(model, inputs, refused):
    with pytest.raises(DomainError, match=refused):
        model(**inputs)


# --- counting ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Sorry", 1),
        ("no end here", 1),
        ("One. Two! Three? Four…", 4),
        ("Really?! Yes.", 2),
        ('He said: "Never again." She left.', 2),
        ("Mr. Li and Dr. Wang, e.g. on No. 5 St. James Road, will come.", 1),
        ("We saw J. Smith. It was late.", 2),
        ("That was I. He knows.", 2),
        ("It costs 3.50 yuan. Write to li.ming@example.org today.", 2),
        ("Dear Ms Wang,\n\nThank you", 2),
        ("One line\nand the next.", 1),
        ("... Wait. ...", 1),
        (". . Well.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    assert len(sentences_of(text)) == sentences


def test_numbers_addresses_and_apostrophes_make_one_word_each():
    assert sentences_of("I don't owe 1,250.50 yuan to well-known li.ming@example.org") == [
        ["I", "don't", "owe", "1,250.50", "yuan", "to", "well-known", "li.ming@example.org"]
    ]


def test_hard_words_of_the_fog_index_are_no_names_compounds_or_long_endings():
    def hard(text):
        found = count_text(text)
        return found.complex_words, found.polysyllables

    assert hard("we met a manager") == (1, 1)
    assert hard("we met Alexander") == (0, 1)
    assert hard("Considerable trouble") == (1, 1)  # the first word of a sentence is no name for its capital
    assert hard("a money-back offer") == (0, 1)
    assert hard("it was expected") == (0, 1)
    assert hard("many mistakes, many promises") == (0, 1)
    assert hard("considering it") == (1, 1)
    assert hard("we apologised") == (1, 1)  # the ending adds no syllable here


def test_a_text_and_its_scores():
    found = readability(LETTER)

    assert (found.sentences, found.words) == (3, 27)
    assert found.gunning_fog == gunning_fog(words=27, sentences=3, complex_words=found.complex_words)
    assert found.smog_grade == smog_grade(polysyllables=found.polysyllables, sentences=3)
    assert found.flesch_reading_ease == flesch_reading_ease(words=27, sentences=3, syllables=found.syllables)
    assert found.flesch_kincaid_grade == flesch_kincaid_grade(words=27, sentences=3, syllables=found.syllables)
    assert (found.complex_words, found.polysyllables) == (2, 2)


@given(st.integers(2, 5))
def test_a_text_written_several_times_over_has_the_same_scores(times):
    once, often = readability(LETTER), readability("\n".join([LETTER] * times))

    assert often.words == times * once.words
    assert often.gunning_fog == pytest.approx(once.gunning_fog)
    assert often.flesch_reading_ease == pytest.approx(once.flesch_reading_ease)
    assert often.smog_grade == pytest.approx(once.smog_grade)


@given(st.text(st.characters(codec="ascii")))
def test_any_ascii_text_with_a_word_has_finite_scores(text):
    assume(any(letter.isalnum() for letter in text))
    found = readability(text)

    assert 1 <= found.sentences <= found.words <= found.syllables
    assert found.complex_words <= found.polysyllables <= found.words
    assert math.isfinite(found.flesch_reading_ease)


def test_your_own_count_of_syllables_is_used():
    assert readability("A considerable trouble", syllables=lambda _: 1).syllables == 3
    for wrong in (0, -1, 1.5, True, None):
        with pytest.raises(DomainError, match=r"syllables\('Sorry'\) must be a whole number of at least 1"):
            readability("Sorry", syllables=lambda _, wrong=wrong: wrong)


@pytest.mark.parametrize("text", ["", "  \n", "...", "—"])
def test_a_text_without_a_word_is_refused(text):
    for measure in (readability, chinese_readability):
        with pytest.raises(DomainError, match="text must be a text with"):
            measure(text)


@pytest.mark.parametrize("text", ["尊敬的王女士", "Dear 王", "Привет", "Ελλάδα", "ありがとう"])
def test_another_script_is_refused_by_the_english_formulas(text):
    with pytest.raises(DomainError, match="text must be English; for Chinese use chinese_readability"):
        readability(text)


def test_accents_and_signs_are_no_other_script():
    assert readability("The naïve café cost 5 µ, ª and º.").sentences == 1


def test_a_text_that_is_none_is_refused():
    for measure in (readability, chinese_readability):
        with pytest.raises(MissingError, match="text is missing"):
            measure(None)
        with pytest.raises(TypeError, match="text must be text; got 5"):
            measure(5)


def test_the_result_prints_itself_with_its_sources():
    found = readability(LETTER)

    assert isinstance(found, Readability)
    assert "SMOG grade" in str(found)
    assert "迷雾指数：" in found.describe("zh")
    assert "Gunning (1952)" in found.to_html()
    assert "SMOG is made for samples of 30" in found._repr_html_()
    assert "共 3 句" in found.to_html("zh")
    assert "samples of 30" not in readability("So it is. " * 30).to_html()
    assert render.to_html(found, "zh") == found.to_html("zh")


# --- syllables --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the make sale asked times queue you year through strengths called"),
        (2, "table centre wanted boxes quiet being business people paying judgement largely settled"),
        (3, "sincerely video customer expected actual area period loyalty loyalties"),
        (4, "reliable apologise experience compensation continuous appreciate"),
        (5, "opportunity immediately accommodation"),
    ],
)
def test_common_words_have_their_syllables(count, words):
    wrong = {word: syllables(word) for word in words.split() if syllables(word) != count}

    assert wrong == {}


def test_capitals_accents_and_possessives_do_not_matter():
    assert syllables("APOLOGISE") == syllables("apologise") == 4
    assert syllables("café") == syllables("cafés") == 2
    assert syllables("customer's") == syllables("customer’s") == 3
    assert syllables("2024") == syllables("-") == 1


@given(st.text())
def test_every_word_has_a_syllable(word):
    assert syllables(word) >= 1


def test_what_is_no_word_has_no_syllables():
    with pytest.raises(TypeError, match="word must be text; got 5"):
        syllables(5)


# --- Chinese ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences", "characters"),
    [
        ("抱歉", 1, 2),
        ("对不起。我们马上更换！好吗？", 3, 11),
        ("等等……再说", 2, 4),
        ("一行\n又一行", 2, 5),
        ("寄上VIP卡1张，价值1,200.50元。", 1, 10),
        ("版本3.5。", 1, 3),
    ],
)
def test_chinese_is_counted_by_characters_and_full_stops(text, sentences, characters):
    found = chinese_readability(text)

    assert (found.sentences, found.characters) == (sentences, characters)
    assert found.sentence_length == characters / sentences


def test_hard_words_are_those_you_list_and_the_longest_counts():
    text = "水泵电机损坏，换水泵。"

    assert chinese_readability(text).hard_share is None
    assert chinese_readability(text, hard_words=[]).hard_share == 0
    assert chinese_readability(text, hard_words=["水泵"]).hard_characters == 4
    assert chinese_readability(text, hard_words=["水泵", "水泵电机"]).hard_characters == 6
    assert chinese_readability(text, hard_words=["泵."]).hard_characters == 0  # a point is a point


@given(st.integers(2, 5))
def test_a_chinese_text_written_several_times_over_measures_the_same(times):
    text = "我们深表歉意。周一免费更换水泵。"
    once = chinese_readability(text, hard_words=["水泵"])
    often = chinese_readability(text * times, hard_words=["水泵"])

    assert (often.sentence_length, often.hard_share) == (once.sentence_length, once.hard_share)


def test_a_text_without_chinese_is_refused_by_the_convention():
    with pytest.raises(DomainError, match="Chinese characters; for English use readability"):
        chinese_readability("Sorry.")


@pytest.mark.parametrize(
    ("words", "error", "match"),
    [
        ("水泵", TypeError, "hard_words must be a sequence of words"),
        (5, TypeError, "hard_words must be a sequence of words"),
        (["水泵", 5], TypeError, r"hard_words\[1\] must be text"),
        ([" "], DomainError, r"hard_words\[0\] must be a word"),
    ],
)
def test_hard_words_that_are_none_are_refused(words, error, match):
    with pytest.raises(error, match=match):
        chinese_readability("抱歉", hard_words=words)


def test_the_convention_says_that_it_is_one():
    found = chinese_readability("抱歉", hard_words=["抱歉"])

    assert isinstance(found, ChineseReadability)
    assert found.hard_share == 1
    assert "本库的约定" in found._repr_html_()
    assert "a convention of this library" in found.to_html("en")
    assert str(found) == found.describe("zh")
    assert "share of hard words: 1" in found.describe("en")
    assert render.to_markdown(found, "en") == found.grid("en").to_markdown()


# --- found by trying to break it --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["." * 200_000 + "a", "e.g. " * 20_000 + "so", "a" + "?" * 100_000 + "\"'" * 9 + "b"])
def test_a_long_text_without_an_end_is_read_in_one_pass(text):
    assert readability(text).sentences == 1  # a search that starts anew at every point would take minutes


def test_hard_words_are_no_more_than_the_characters_they_stand_in():
    assert chinese_readability("共111111元", hard_words=["1"]).hard_characters == 0
    assert chinese_readability("水MAIL", hard_words=["AI"]).hard_characters == 0
    assert chinese_readability("水AI泵", hard_words=["AI泵"]).hard_characters == 2
    assert chinese_readability("共1.5元", hard_words=["1"]).hard_characters == 0
    assert chinese_readability("共1元", hard_words=["1元"]).hard_characters == 2


def test_the_round_zero_is_a_character():
    assert chinese_readability("二〇二四年").characters == 5


def test_a_count_of_syllables_that_cannot_be_asked_is_refused():
    with pytest.raises(TypeError, match="syllables must be a function of a word; got 5"):
        readability("So it is.", syllables=5)


def test_one_sentence_is_not_several():
    assert "1 sentences" not in readability("Sorry.").to_html("en")
    assert "1 here" in readability("Sorry.").to_html("en")
