"""The words of Kano's questionnaire: five answers, and the six kinds of quality they tell apart."""

from __future__ import annotations

from servicemodel.labels import Label


class KanoAnswer(Label):
    """How somebody would feel, in the order the questionnaire lists the answers.

    They have no order: "it must be that way" is not less than "I like it" on any one scale.
    """

    LIKE = "like", "I like it that way", "喜欢"
    MUST_BE = "must_be", "it must be that way", "理应如此"
    NEUTRAL = "neutral", "I am neutral", "无所谓"
    LIVE_WITH = "live_with", "I can live with it that way", "可以忍受"
    DISLIKE = "dislike", "I dislike it that way", "不喜欢"


class KanoCategory(Label):
    """What kind of quality a feature is, in the order that settles a tie."""

    MUST_BE = "must_be", "must-be", "必备型"
    ONE_DIMENSIONAL = "one_dimensional", "one-dimensional", "期望型"
    ATTRACTIVE = "attractive", "attractive", "魅力型"
    INDIFFERENT = "indifferent", "indifferent", "无差异型"
    REVERSE = "reverse", "reverse", "反向型"
    QUESTIONABLE = "questionable", "questionable", "可疑回答"

    @property
    def letter(self) -> str:
        """The letter that tables of the field print: M, O, A, I, R or Q."""
        return self.name[0]


class KanoForm(Label):
    """The two questions about a feature."""

    FUNCTIONAL = "functional", "if the feature is there", "具备该特性时"
    DYSFUNCTIONAL = "dysfunctional", "if the feature is not there", "不具备该特性时"


#: Features drift this way over the years: what delights today is expected tomorrow and missed the day after.
KANO_LIFE_CYCLE = (
    KanoCategory.INDIFFERENT,
    KanoCategory.ATTRACTIVE,
    KanoCategory.ONE_DIMENSIONAL,
    KanoCategory.MUST_BE,
)
