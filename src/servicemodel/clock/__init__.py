"""What is owed, by when: the hours of a service, and the time that counts."""

from servicemodel.clock.add_business_time import add_business_time
from servicemodel.clock.business_calendar import ALWAYS_OPEN, BusinessCalendar
from servicemodel.clock.business_time import business_time
from servicemodel.clock.counted_time import CountedStretch, CountedTime
from servicemodel.clock.holidays_of import holidays_of
from servicemodel.clock.is_open import is_open
from servicemodel.clock.opening_span import MONDAY_TO_FRIDAY, OpeningSpan, Weekday

__all__ = [
    "ALWAYS_OPEN",
    "MONDAY_TO_FRIDAY",
    "BusinessCalendar",
    "CountedStretch",
    "CountedTime",
    "OpeningSpan",
    "Weekday",
    "add_business_time",
    "business_time",
    "holidays_of",
    "is_open",
]
