"""Every word of the page and of ``rejects.csv``, in English and Chinese."""

from __future__ import annotations

from typing import Any

from servicemodel.labels import Language, Text
from servicemodel.report.clock_words import CLOCK
from servicemodel.report.complaint_words import COMPLAINTS
from servicemodel.report.survey_words import SURVEY
from servicemodel.report.vocabulary import FRAME, PRIORITY, PROMISES, REJECTS, VISITS

WORDS: dict[str, Text] = {
    key: Text(en, zh)
    for part in (FRAME, REJECTS, PROMISES, VISITS, SURVEY, COMPLAINTS, CLOCK, PRIORITY)
    for key, (en, zh) in part.items()
}

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


class Words:
    """The words in one language: ``words("n_of", n="3", whole="5")``."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def __call__(self, key: str, **values: Any) -> str:
        """Return the words under ``key`` with the values put in."""
        return WORDS[key].in_language(self.language).format(**values).replace("n = ", "n\u00a0=\u00a0")

    def span(self, seconds: float, *, days: bool = True) -> str:
        """Write a stretch of time in the unit that suits it; negative has a minus sign; open time is not in days."""
        size = abs(seconds)
        units = (("days", _DAY), ("hours", _HOUR)) if days else (("hours", _HOUR),)
        unit, length = next(((unit, length) for unit, length in units if size >= length), ("mins", _MINUTE))
        return self(unit, value=f"{round(seconds / length, 1) + 0.0:,.1f}".replace("-", "−"))  # no minus before nothing
