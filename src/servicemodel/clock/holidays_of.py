"""Public holidays of a country, from a well-kept library."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import index
from typing import Any

from servicemodel.errors import ServiceModelError


def holidays_of(country: str, years: int | Iterable[int], subdivision: str | None = None) -> dict[date, str]:
    """Return the public holidays of some years, for ``BusinessCalendar(holidays=...)``.

    Parameters
    ----------
    country : str
        ISO 3166-1 code, such as ``"DE"``.
    years : int or iterable of int
        All the years the calendar will be asked about: **a year that is left out has no holidays.**
    subdivision : str, optional
        State, province or city as the library ``holidays`` names it, such as ``"BY"``.

    Returns
    -------
    dict of date to str
        Names in the country's language. Working weekends that make up for them (调休) are not in it.

    Raises
    ------
    ImportError
        If the library ``holidays`` is missing; it comes with ``pip install servicemodel[calendars]``.
    ServiceModelError
        If the library has no such country or subdivision, or no year is given.
    TypeError
        If the country or the subdivision is no text, or a year no whole number.

    Examples
    --------
    >>> holidays_of("DE", 2024)[date(2024, 10, 3)]
    'Tag der Deutschen Einheit'

    A city or state may have more:

    >>> len(holidays_of("DE", range(2024, 2026), "BY")) > len(holidays_of("DE", [2024, 2025]))
    True
    """
    try:
        import holidays
    except ModuleNotFoundError as error:
        msg = "holidays_of needs the library holidays; install it with: pip install servicemodel[calendars]"
        raise ImportError(msg) from error
    for name, value, example in (("country", country, "DE"), ("subdivision", subdivision, "BY")):
        if not isinstance(value, str) and (name == "country" or value is not None):
            msg = f"{name} must be text, such as {example!r}; got {value!r}"
            raise TypeError(msg)
    wanted = _years(years)
    if not wanted:  # the library would answer with no holidays
        msg = "holidays_of needs at least one year"
        raise ServiceModelError(msg)
    try:
        own = holidays.country_holidays(country, subdiv=subdivision).default_language  # else that of this machine
        found = holidays.country_holidays(country, subdiv=subdivision, years=wanted, expand=False, language=own)
    except (NotImplementedError, AttributeError) as error:
        place = repr(country) if subdivision is None else f"{country!r} with subdivision {subdivision!r}"
        msg = f"the library holidays knows no {place}: {error}"
        raise ServiceModelError(msg) from None
    return dict(sorted(found.items()))


def _years(years: Any) -> list[int]:
    """Return years as plain numbers; a text would be taken for its digits, and no year of these has holidays."""
    several = years if isinstance(years, Iterable) and not isinstance(years, str) else [years]
    found = []
    for year in several:
        if isinstance(year, bool) or not hasattr(year, "__index__"):
            msg = f"years must be a whole number or several; got {year!r}"
            raise TypeError(msg)
        found.append(index(year))
    return found
