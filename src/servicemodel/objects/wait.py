"""A wait within an encounter."""

from __future__ import annotations

import attrs
from attrs.validators import optional

from servicemodel.objects import checks
from servicemodel.waiting.perceived_wait import MODEL as PERCEIVED_WAIT, perceived_wait
from servicemodel.waiting.wait_condition import WaitCondition
from servicemodel.waiting.wait_disconfirmation import MODEL as WAIT_DISCONFIRMATION, wait_disconfirmation
from servicemodel.waiting.wait_profile import ANCHORED, WaitProfile
from servicemodel.waiting.wait_tolerance import MODEL as WAIT_TOLERANCE, ServiceValue, wait_tolerance


def _conditions(value: WaitCondition | int) -> WaitCondition:
    number = isinstance(value, int) and not isinstance(value, bool)
    return WaitCondition(value) if number else value  # type: ignore[return-value] # the validator refuses the rest


def _value(value: ServiceValue | str) -> ServiceValue:
    return checks.as_member(ServiceValue, value)  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True)
class Wait:
    """A wait: how long, in what conditions, for what.

    Parameters
    ----------
    minutes : float [minutes]
        Clock length; at least 0.
    conditions : WaitCondition, default none
        The adverse states that held.
    expected_minutes : float, optional [minutes]
        How long the customer expected to wait.
    acceptable_minutes : float, optional [minutes]
        How long they would bear it for a service of ordinary value.
    value : ServiceValue, default ORDINARY
        What the service is worth to them.

    Raises
    ------
    DomainError
        If a number is negative or infinite.
    MissingError
        If the minutes are missing.
    LabelError
        If the conditions or the value are unknown.
    TypeError
        If a value is of a type its field does not take.

    Examples
    --------
    >>> wait = Wait(minutes=5, expected_minutes=10)
    >>> wait.perceived()
    4.25
    >>> wait.disconfirmation()
    5.75
    """

    minutes: float = attrs.field(converter=checks.as_float, validator=checks.argument_of(PERCEIVED_WAIT, "minutes"))
    conditions: WaitCondition = attrs.field(
        default=WaitCondition(0), converter=_conditions, validator=checks.Combination(WaitCondition)
    )
    expected_minutes: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(WAIT_DISCONFIRMATION, "expected_minutes")),
    )
    acceptable_minutes: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(WAIT_TOLERANCE, "minutes")),
    )
    value: ServiceValue = attrs.field(
        default=ServiceValue.ORDINARY, converter=_value, validator=checks.Member(ServiceValue)
    )

    def perceived(self, *, profile: WaitProfile = ANCHORED) -> float:
        """Return how many minutes the wait feels like; see :func:`servicemodel.perceived_wait`."""
        return perceived_wait(minutes=self.minutes, conditions=self.conditions, profile=profile)

    def disconfirmation(self, *, profile: WaitProfile = ANCHORED) -> float:
        """Return expected minus perceived minutes, positive where it felt shorter than expected.

        See :func:`servicemodel.wait_disconfirmation`.

        Raises
        ------
        MissingError
            If the expected minutes are missing.
        """
        (expected,) = checks.needed(self, "expected_minutes")
        answer: float = wait_disconfirmation(
            expected_minutes=expected, perceived_minutes=self.perceived(profile=profile)
        )
        return answer

    def tolerance(self) -> float:
        """Return how many minutes the customer will bear, given the value of the service.

        See :func:`servicemodel.wait_tolerance`.

        Raises
        ------
        MissingError
            If the acceptable minutes are missing.
        """
        (acceptable,) = checks.needed(self, "acceptable_minutes")
        answer: float = wait_tolerance(minutes=acceptable, value=self.value)
        return answer
