"""What is owed, by when: the hours of a service, and the time that counts."""

from servicemodel.clock.add_business_time import add_business_time
from servicemodel.clock.business_calendar import ALWAYS_OPEN, BusinessCalendar
from servicemodel.clock.business_time import business_time
from servicemodel.clock.clock_event import ClockEvent
from servicemodel.clock.clock_event_kind import ClockEventKind
from servicemodel.clock.clock_log import merge_logs
from servicemodel.clock.clock_policy import ClockPolicy, Reopening
from servicemodel.clock.clock_reading import ClockReading
from servicemodel.clock.clock_readings import ClockReadings
from servicemodel.clock.clock_state import ClockState
from servicemodel.clock.counted_time import CountedStretch, CountedTime
from servicemodel.clock.holidays_of import holidays_of
from servicemodel.clock.is_open import is_open
from servicemodel.clock.opening_span import MONDAY_TO_FRIDAY, OpeningSpan, Weekday
from servicemodel.clock.read_clocks import read_clocks
from servicemodel.clock.service_clock import ServiceClock

__all__ = [
    "ALWAYS_OPEN",
    "MONDAY_TO_FRIDAY",
    "BusinessCalendar",
    "ClockEvent",
    "ClockEventKind",
    "ClockPolicy",
    "ClockReading",
    "ClockReadings",
    "ClockState",
    "CountedStretch",
    "CountedTime",
    "OpeningSpan",
    "Reopening",
    "ServiceClock",
    "Weekday",
    "add_business_time",
    "business_time",
    "holidays_of",
    "is_open",
    "merge_logs",
    "read_clocks",
]
