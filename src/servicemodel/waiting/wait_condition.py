"""The adverse states of a wait that act on how long it feels."""

from __future__ import annotations

from enum import STRICT, IntFlag
from typing import Any

from servicemodel.errors import LabelError

_VALUE_RULE = 64  # bit of Maister's seventh rule


class WaitCondition(IntFlag, boundary=STRICT):
    """Adverse states of a wait; bit k - 1 belongs to Maister's proposition k, and states combine with ``|``.

    Bit 64 is refused: rule 7 (the value of the service) acts on how long people are willing to wait, not on how long
    a wait feels; see :func:`servicemodel.wait_tolerance`.

    Examples
    --------
    >>> WaitCondition.UNOCCUPIED | WaitCondition.SOLO
    <WaitCondition.UNOCCUPIED|SOLO: 129>
    """

    UNOCCUPIED = 1
    PRE_PROCESS = 2
    ANXIOUS = 4
    UNCERTAIN = 8
    UNEXPLAINED = 16
    UNFAIR = 32
    SOLO = 128

    @classmethod
    def _missing_(cls, value: object) -> Any:
        every = sum(flag.value for flag in cls)
        if isinstance(value, int) and value >= 0 and not value & ~every:
            return super()._missing_(value)
        if isinstance(value, int) and value & _VALUE_RULE and not value & ~(every | _VALUE_RULE):
            msg = f"{value} has bit 64: rule 7 (value of the service) acts on tolerance, so give it to wait_tolerance"
        else:
            names = ", ".join(f"{flag.name}={flag.value}" for flag in cls)
            msg = f"{value!r} is not a combination of wait conditions; allowed are {names}"
        raise LabelError(msg)
