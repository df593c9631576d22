"""What a customer expected of an encounter."""

from __future__ import annotations

import attrs
from attrs.validators import optional

from servicemodel.errors import DomainError, MissingError
from servicemodel.objects import checks
from servicemodel.satisfaction.satisfaction_state import MODEL as SATISFACTION_STATE
from servicemodel.satisfaction.tolerance_zone import MODEL as TOLERANCE_ZONE


@attrs.frozen(kw_only=True)
class Expectation:
    """What a customer expected: one level, a zone from adequate to desired, or both.

    Parameters
    ----------
    level : float, optional [points on the encounter's scale]
        What was expected.
    adequate, desired : float, optional [points]
        The least that is accepted, and what is hoped for; ``adequate <= desired``.
    tolerance : float, default 0 [points]
        Half-width of the band around ``level`` in which a difference does not count; at least 0.
    tolerance_above : float, optional [points]
        Another half-width on the upper side; without it the band is symmetric.

    Raises
    ------
    MissingError
        If neither ``level`` nor ``adequate`` is given.
    DomainError
        If a number is outside its range, or ``desired`` is below ``adequate``.

    Examples
    --------
    >>> Expectation(level=4)
    Expectation(level=4.0, adequate=None, desired=None, tolerance=0.0, tolerance_above=None)
    >>> Expectation(adequate=7, desired=6)
    Traceback (most recent call last):
    servicemodel.errors.DomainError: Expectation.desired must be at least adequate (7.0); got 6.0
    """

    level: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(SATISFACTION_STATE, "expectation")),
    )
    adequate: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(TOLERANCE_ZONE, "adequate")),
    )
    desired: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(TOLERANCE_ZONE, "desired")),
    )
    tolerance: float = attrs.field(
        default=0.0, converter=checks.as_float, validator=checks.argument_of(SATISFACTION_STATE, "tolerance")
    )
    tolerance_above: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(SATISFACTION_STATE, "tolerance_above")),
    )

    def __attrs_post_init__(self) -> None:
        if self.level is None and self.adequate is None:
            msg = "Expectation has no level and no adequate; at least one of them is needed"
            raise MissingError(msg)
        if self.adequate is not None and self.desired is not None and self.desired < self.adequate:
            raise DomainError("Expectation.desired", self.desired, f"at least adequate ({self.adequate!r})")
