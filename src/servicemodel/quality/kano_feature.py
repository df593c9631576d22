"""The result of a Kano questionnaire on one feature."""

from __future__ import annotations

from typing import ClassVar

import attrs

from servicemodel.labels import Label, Text
from servicemodel.markup import Figures, Grid, bracketed, headed, in_words, printed
from servicemodel.quality.fong_test import FongTest
from servicemodel.quality.kano_labels import KanoCategory
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import BERGER_1993, LEE_NEWCOMB_1997, STP25KANO
from servicemodel.tables import source_notes


class KanoRule(Label):
    """How the category of a feature is chosen."""

    MODE = "mode", "the most frequent category", "取频数最高的类别"
    HALF = "half", "Berger's half rule", "Berger 过半规则"


@attrs.frozen(kw_only=True)
class KanoScores(Figures):
    """DuMouchel's mean scores of a feature, and the quadrant they lie in; prints itself.

    Attributes
    ----------
    functional, dysfunctional : float [points]
        Mean scores of having the feature, and of not having it; from −2 to 4. Every answered pair counts, one that
        contradicts itself too.
    category : KanoCategory
        Of the quadrant.
    """

    title: ClassVar[Text] = Text("Mean scores of Kano answers", "卡诺回答的平均分")

    functional: float = attrs.field(metadata=headed(Text("score of having the feature", "具备该特性的得分")))
    dysfunctional: float = attrs.field(metadata=headed(Text("score of not having it", "不具备该特性的得分")))
    category: KanoCategory = attrs.field(metadata=headed(Text("quadrant", "象限")))


@attrs.frozen(kw_only=True)
class KanoFeature(Figures):
    """What many people's answers make of one feature; prints itself.

    Attributes
    ----------
    category : KanoCategory or None
        ``None`` where nobody answered.
    tied : tuple of KanoCategory
        The categories that tie for it, the chosen one first.
    rule : KanoRule
    counts : tuple of (KanoCategory, int)
        In the order M, O, A, I, R, Q.
    n : int
        Pairs of answers.
    missing : int or None
        People who did not answer both questions; ``None`` where only counts were given.
    better, worse : float or None
        From 0 to 1 and from −1 to 0: how much satisfaction the feature can bring, and how much its lack can take.
    category_strength, total_strength, questionable_share : float or None [share]
    test : FongTest or None
        Whether the two largest counts differ, questionable answers left out.
    chi_square, chi_square_p : float or None
        Of M, O, A and I being equally frequent.
    scores : KanoScores or None
        ``None`` where only counts were given, or nobody answered.
    """

    title: ClassVar[Text] = Text("Kano questionnaire", "卡诺问卷")

    category: KanoCategory | None = attrs.field(metadata=headed(Text("category", "类别")))
    tied: tuple[KanoCategory, ...] = attrs.field(metadata=headed(Text("tied", "并列类别")))
    rule: KanoRule = attrs.field(metadata=headed(Text("rule", "判定规则")))
    counts: tuple[tuple[KanoCategory, int], ...] = attrs.field(metadata=headed(Text("counts", "频数")))
    n: int = attrs.field(metadata=headed(Text("answers", "有效回答")))
    missing: int | None = attrs.field(metadata=headed(Text("missing", "缺失")))
    better: float | None = attrs.field(metadata=headed(Text("better", "满意系数 Better")))
    worse: float | None = attrs.field(metadata=headed(Text("worse", "不满意系数 Worse")))
    category_strength: float | None = attrs.field(metadata=headed(Text("category strength", "类别强度")))
    total_strength: float | None = attrs.field(metadata=headed(Text("total strength", "总强度")))
    questionable_share: float | None = attrs.field(
        metadata=headed(Text("share of questionable answers", "可疑回答占比"))
    )
    test: FongTest | None = attrs.field(metadata=headed(Text("the two largest counts", "频数最高的两类")))
    chi_square: float | None = attrs.field(
        metadata=headed(Text("chi-square of equal M, O, A, I", "M、O、A、I 等频的卡方值"))
    )
    chi_square_p: float | None = attrs.field(metadata=headed(Text("its p", "其 p 值")))
    scores: KanoScores | None = attrs.field(metadata=headed(Text("mean scores", "平均分")))

    def grid(self, language: str = "en") -> Grid:
        """Return the figures as a table of words; the warning about Fong's test stands below."""
        plain = super().grid(language)
        rows = list(plain.rows)
        place = [field.name for field in attrs.fields(KanoFeature)].index("counts")
        words = [f"{one.letter} {printed(count)}" for one, count in self.counts]
        rows[place] = (rows[place][0], ", ".join(words))
        if self.test is not None:
            verdicts = (self.test.significant, self.test.mcnemar_significant)
            said = _TEST.in_language(language).format(*(in_words(verdict, language) for verdict in verdicts))
            place = [field.name for field in attrs.fields(KanoFeature)].index("test")
            counts = f"{printed(self.test.first)} / {printed(self.test.second)}"
            rows[place] = (rows[place][0], counts + bracketed(said, language))
        notes = [] if self.test is None else [self.test.warning.in_language(language)]
        notes += source_notes(Evidence.PUBLISHED, _CITATIONS, language)
        return attrs.evolve(plain, rows=rows, notes=notes)


_TEST = Text("significant by Fong: {}; by McNemar: {}", "方氏检验显著：{}；McNemar 形式显著：{}")
_CITATIONS = (
    Citation(STP25KANO, Evidence.PUBLISHED, "", Text("coefficients, strengths, ties", "系数、强度与并列处理")),
    Citation(
        BERGER_1993, Evidence.ATTRIBUTED, "", Text("better and worse; the half rule", "Better–Worse 系数与过半规则")
    ),
    Citation(LEE_NEWCOMB_1997, Evidence.ATTRIBUTED, "", Text("both strengths", "两种强度")),
)
