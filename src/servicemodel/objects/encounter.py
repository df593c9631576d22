"""An encounter: one occasion on which a customer was served."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import attrs
from attrs.validators import optional

from servicemodel.arguments import Quantity
from servicemodel.errors import DomainError, MissingError
from servicemodel.labels import Text
from servicemodel.objects import checks
from servicemodel.objects.expectation import Expectation
from servicemodel.objects.wait import Wait
from servicemodel.satisfaction.disconfirmation import disconfirmation
from servicemodel.satisfaction.promise_state import PromiseState, promise_state
from servicemodel.satisfaction.satisfaction_state import (
    MODEL as SATISFACTION_STATE,
    SatisfactionState,
    satisfaction_state,
)
from servicemodel.satisfaction.service_adequacy import service_adequacy
from servicemodel.satisfaction.service_superiority import service_superiority
from servicemodel.satisfaction.tolerance_zone import ToleranceZone, tolerance_zone

#: The weight of an encounter in a survey.
WEIGHT = Quantity(
    name="weight",
    unit=Text("survey weight", "调查权重"),
    above=0,
    meaning=Text("how many encounters this one stands for", "这条服务记录代表多少次服务"),
)


def _waits(value: Sequence[Wait]) -> tuple[Wait, ...]:
    return checks.as_tuple(value)  # type: ignore[no-any-return]


@attrs.frozen(kw_only=True)
class ServiceEncounter:
    """One occasion on which a customer was served.

    Parameters
    ----------
    id : str
    customer_id, account_id : str, optional
    started_at, ended_at : datetime, optional
        With a time zone; it does not end before it starts.
    promised_at, completed_at : datetime, optional
        With a time zone: for when it was promised, and when it was done.
    channel, kind : str, optional
        How, and what.
    performance : float, optional [points]
        What was received, on the scale of the expectation.
    expectation : Expectation, optional
    waits : tuple of Wait
    amount : Decimal, optional
        What was paid; negative where it was paid back. A float is refused.
    currency : str, optional
        ISO 4217 code of ``amount``.
    weight : float, optional
        Survey weight, above 0.

    Raises
    ------
    DomainError
        If a value is outside what its field allows, an instant has no zone, or the encounter ends before it starts.
    MissingError
        If the id is missing.
    TypeError
        If a value is of a type its field does not take.

    Examples
    --------
    >>> visit = ServiceEncounter(id="v1", performance=4, expectation=Expectation(level=5, tolerance=1))
    >>> visit.satisfaction_state()
    <SatisfactionState.SATISFIED: 'satisfied'>

    What is missing is named; a method whose name begins with ``try_`` answers ``None`` instead:

    >>> ServiceEncounter(id="v2").try_satisfaction_state()
    >>> ServiceEncounter(id="v2").satisfaction_state()
    Traceback (most recent call last):
    servicemodel.errors.MissingError: ServiceEncounter 'v2' has no performance and no expectation
    """

    id: str = attrs.field(validator=checks.Words())
    customer_id: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    account_id: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    started_at: datetime | None = attrs.field(
        default=None, converter=checks.as_instant_or_none, validator=optional(checks.Aware())
    )
    ended_at: datetime | None = attrs.field(
        default=None, converter=checks.as_instant_or_none, validator=optional(checks.Aware())
    )
    promised_at: datetime | None = attrs.field(
        default=None, converter=checks.as_instant_or_none, validator=optional(checks.Aware())
    )
    completed_at: datetime | None = attrs.field(
        default=None, converter=checks.as_instant_or_none, validator=optional(checks.Aware())
    )
    channel: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    kind: str | None = attrs.field(default=None, validator=optional(checks.Words()))
    performance: float | None = attrs.field(
        default=None,
        converter=checks.as_float_or_none,
        validator=optional(checks.argument_of(SATISFACTION_STATE, "performance")),
    )
    expectation: Expectation | None = attrs.field(default=None, validator=optional(checks.Instance(Expectation)))
    waits: tuple[Wait, ...] = attrs.field(default=(), converter=_waits, validator=checks.Several(checks.Instance(Wait)))
    amount: Decimal | None = attrs.field(
        default=None, converter=checks.as_amount_or_none, validator=optional(checks.Amount())
    )
    currency: str | None = attrs.field(default=None, validator=optional(checks.Currency()))
    weight: float | None = attrs.field(
        default=None, converter=checks.as_float_or_none, validator=optional(checks.Within(WEIGHT))
    )

    def __attrs_post_init__(self) -> None:
        started, ended = self.started_at, self.ended_at
        if started is not None and ended is not None and checks.between(started, ended).total_seconds() < 0:
            raise DomainError(
                "ServiceEncounter.ended_at", ended.isoformat(), f"no earlier than started_at ({started.isoformat()})"
            )

    def disconfirmation(self) -> float:
        """Return how far performance lies above the level expected; see :func:`servicemodel.disconfirmation`.

        Raises
        ------
        MissingError
            If the performance or the level expected is missing.
        """
        performance, level = self._expected("level")
        return disconfirmation(performance=performance, expectation=level)

    def satisfaction_state(self) -> SatisfactionState:
        """Name the state it left the customer in; see :func:`servicemodel.satisfaction_state`.

        Raises
        ------
        MissingError
            If the performance or the level expected is missing.
        """
        performance, level, tolerance = self._expected("level", "tolerance")
        return satisfaction_state(
            performance=performance,
            expectation=level,
            tolerance=tolerance,
            tolerance_above=None if self.expectation is None else self.expectation.tolerance_above,
        )

    def try_satisfaction_state(self) -> SatisfactionState | None:
        """Name the state it left the customer in, or return ``None`` where a field for it is missing."""
        if self.performance is None or self.expectation is None or self.expectation.level is None:
            return None
        return self.satisfaction_state()

    def tolerance_zone(self) -> ToleranceZone:
        """Place performance in the zone from adequate to desired; see :func:`servicemodel.tolerance_zone`.

        Raises
        ------
        MissingError
            If the performance or an end of the zone is missing.
        """
        performance, adequate, desired = self._expected("adequate", "desired")
        return tolerance_zone(performance=performance, adequate=adequate, desired=desired)

    def service_adequacy(self) -> float:
        """Return how far performance lies above adequate; see :func:`servicemodel.service_adequacy`.

        Raises
        ------
        MissingError
            If the performance or the adequate level is missing.
        """
        performance, adequate = self._expected("adequate")
        return service_adequacy(performance=performance, adequate=adequate)

    def service_superiority(self) -> float:
        """Return how far performance lies above desired; see :func:`servicemodel.service_superiority`.

        Raises
        ------
        MissingError
            If the performance or the desired level is missing.
        """
        performance, desired = self._expected("desired")
        return service_superiority(performance=performance, desired=desired)

    def promise_state(self, *, as_of: datetime) -> PromiseState:
        """Say whether the promise was kept, as of an instant; see :func:`servicemodel.promise_state`."""
        return promise_state(promised_at=self.promised_at, completed_at=self.completed_at, as_of=as_of)

    def _expected(self, *names: str) -> tuple[float, ...]:
        """Return performance and figures of the expectation, or raise the error that names what is missing."""
        performance, expectation = checks.needed(self, "performance", "expectation")
        values = tuple(getattr(expectation, name) for name in names)
        lacking = [f"expectation.{name}" for name, value in zip(names, values, strict=True) if value is None]
        if lacking:
            msg = f"{checks.named(self)} has no {' and no '.join(lacking)}"
            raise MissingError(msg)
        return (performance, *values)
