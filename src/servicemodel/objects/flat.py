"""The flat form of each object: one row an object, one column a field; said once, read by everything that has columns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

import attrs

from servicemodel.arguments import Quantity
from servicemodel.labels import Label
from servicemodel.objects.account import Account
from servicemodel.objects.complaint import Complaint
from servicemodel.objects.customer import Customer, CustomerProfile
from servicemodel.objects.encounter import ServiceEncounter
from servicemodel.objects.expectation import Expectation
from servicemodel.objects.loyalty_tier import LoyaltyTier
from servicemodel.objects.wait import Wait
from servicemodel.waiting.wait_condition import WaitCondition

#: What a column holds: text; a float; a whole number; an exact amount; an aware datetime; a calendar day; true or
#: false; the value of a label; an integer mask of wait conditions; several texts or days, joined by ``"; "``; the
#: events of a complaint, joined in the same way, each as ``state instant note``.
ColumnKind = Literal[
    "text", "number", "whole", "amount", "instant", "date", "flag", "category", "mask", "texts", "dates", "events"
]


@attrs.frozen(kw_only=True)
class Column:
    """A column of a flat table.

    Attributes
    ----------
    name : str
        The column's name.
    kind : str
        What it holds: one of ``ColumnKind``.
    owner : type
        The class of the field: the object's own, or that of its expectation, wait or profile.
    field : str
        The field it fills.
    part : str or None
        The field of the object that holds the owner, where that is not the object itself.
    required : bool
        Whether a row must have a value; for a part, whether a row that has any of the part must have it.
    default : Any
        What a missing value means, as it is written in the column; ``None`` where it stays missing.
    labels : type of Label or None
        The enum of a category.
    domain : Quantity or None
        The range of a number or an amount, where it has one.
    personal : bool
        Whether the field is one of a personal card.
    """

    name: str
    kind: ColumnKind
    owner: type[Any]
    field: str
    part: str | None = None
    required: bool = False
    default: Any = None
    labels: type[Label] | None = None
    domain: Quantity | None = None
    personal: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """Where the field stands, from the object."""
        return (self.field,) if self.part is None else (self.part, self.field)

    @property
    def hidden(self) -> bool:
        """Whether the value must stay out of messages, as it stays out of ``repr``."""
        return self.personal or getattr(attrs.fields(self.owner), self.field).repr is False


def _column(owner: type[Any], name: str, kind: ColumnKind, *, field: str = "", part: str | None = None) -> Column:
    """Read from the class what its fields say of themselves."""
    attribute: attrs.Attribute[Any] = getattr(attrs.fields(owner), field or name)
    validator: Any = attribute.validator
    validator = getattr(validator, "validator", validator)  # without optional()
    default = attribute.default
    return Column(
        name=name,
        kind=kind,
        owner=owner,
        field=attribute.name,
        part=part,
        required=default is attrs.NOTHING,
        default=None if default is attrs.NOTHING or default == () else getattr(default, "value", default),
        labels=getattr(validator, "labels", None),
        domain=getattr(validator, "argument", None),
        personal=getattr(owner, "personal", False),
    )


def _columns(owner: type[Any], *columns: tuple[str, ColumnKind]) -> tuple[Column, ...]:
    return tuple(_column(owner, name, kind) for name, kind in columns)


_CARD: tuple[tuple[str, ColumnKind], ...] = (
    ("name", "text"),
    ("sex", "text"),
    ("address", "text"),
    ("education", "text"),
    ("birth_date", "date"),
    ("character", "text"),
    ("occupation", "text"),
    ("average_income", "amount"),
    ("purchases", "texts"),
    ("purchase_dates", "dates"),
    ("payment", "text"),
    ("remarks", "text"),
)
_PROFILE = tuple(
    _column(CustomerProfile, f"profile_{field}", kind, field=field, part="profile") for field, kind in _CARD
)

_EXPECTATION = (
    _column(Expectation, "expected", "number", field="level", part="expectation"),
    *(
        _column(Expectation, name, "number", part="expectation")
        for name in ("adequate", "desired", "tolerance", "tolerance_above")
    ),
)

_WAIT = (
    _column(Wait, "wait_minutes", "number", field="minutes", part="waits"),
    _column(Wait, "wait_conditions", "mask", field="conditions", part="waits"),
    _column(Wait, "wait_expected_minutes", "number", field="expected_minutes", part="waits"),
    _column(Wait, "wait_acceptable_minutes", "number", field="acceptable_minutes", part="waits"),
    _column(Wait, "wait_value", "category", field="value", part="waits"),
)

#: The columns of each object, in order.
FLAT_COLUMNS: Mapping[type[Any], tuple[Column, ...]] = MappingProxyType(
    {
        Customer: (
            *_columns(
                Customer,
                ("id", "text"),
                ("name", "text"),
                ("kind", "category"),
                ("joined_on", "date"),
                ("annual_sales", "amount"),
                ("expected_years", "number"),
                ("currency", "text"),
                ("tier", "text"),
                ("account_id", "text"),
            ),
            *_PROFILE,
        ),
        Account: _columns(
            Account,
            ("id", "text"),
            ("name", "text"),
            ("attractiveness", "number"),
            ("strength", "number"),
            ("current", "whole"),
            ("capacity", "whole"),
            ("influential", "flag"),
            ("annual_sales", "amount"),
            ("currency", "text"),
            ("last_contact_at", "instant"),
        ),
        ServiceEncounter: (
            *_columns(
                ServiceEncounter,
                ("id", "text"),
                ("customer_id", "text"),
                ("account_id", "text"),
                ("started_at", "instant"),
                ("ended_at", "instant"),
                ("promised_at", "instant"),
                ("completed_at", "instant"),
                ("channel", "text"),
                ("kind", "text"),
                ("performance", "number"),
            ),
            *_EXPECTATION,
            *_WAIT,
            *_columns(ServiceEncounter, ("amount", "amount"), ("currency", "text"), ("weight", "number")),
        ),
        Complaint: _columns(
            Complaint,
            ("id", "text"),
            ("customer_id", "text"),
            ("encounter_id", "text"),
            ("account_id", "text"),
            ("received_at", "instant"),
            ("due_at", "instant"),
            ("resolved_at", "instant"),
            ("category", "category"),
            ("severity", "category"),
            ("justified", "flag"),
            ("channel", "text"),
            ("kind", "text"),
            ("response", "text"),
            ("satisfied", "flag"),
            ("events", "events"),
        ),
        LoyaltyTier: _columns(
            LoyaltyTier,
            ("key", "text"),
            ("en", "text"),
            ("zh", "text"),
            ("minimum_spend", "amount"),
            ("benefits", "texts"),
        ),
    }
)

#: What may stand in place of ``wait_conditions``: one true-or-false column for each condition, by its name.
WAIT_FLAG_COLUMNS: Mapping[str, WaitCondition] = MappingProxyType(
    {f"wait_{flag.name.lower()}": flag for flag in WaitCondition if flag.name}
)


def columns_of(kind: type[Any]) -> tuple[Column, ...]:
    """Return the columns of an object's class.

    Raises
    ------
    TypeError
        If the class has no flat form.
    """
    try:
        return FLAT_COLUMNS[kind]
    except (KeyError, TypeError):
        shown = kind.__name__ if isinstance(kind, type) else repr(kind)
        known = ", ".join(known.__name__ for known in FLAT_COLUMNS)
        msg = f"{shown} has no flat columns; these have: {known}"
        raise TypeError(msg) from None
