"""Valid inputs of any model, made from what its record says of its arguments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from itertools import product
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.arguments import Argument, Category, Conditions, Flag, Instant, Quantity, Records
from servicemodel.catalogue import model_of
from servicemodel.errors import ServiceModelError
from servicemodel.model import Model
from servicemodel.objects import Account
from servicemodel.strategies.objects import accounts
from servicemodel.strategies.values import LARGEST, conditions, exact_quantities, instants, quantities

_MOST_RECORDS = 6


def inputs(
    model: Callable[..., Any] | Model | str, *, exact: bool | None = None, largest: float = LARGEST
) -> SearchStrategy[dict[str, Any]]:
    """Make single inputs that a model takes, one for each of its arguments.

    Leaving out those that have a default, in any combination, keeps them valid. Edges of ranges, zero and equal
    values come often. Options without a default, such as tiers, are not among them; ``Model.example`` has some.

    Parameters
    ----------
    model : function, Model or str
        As for :func:`servicemodel.model_of`.
    exact : bool, optional
        Whether numbers are Decimal; without it either may come, for a model that takes both.
    largest : float, default 1e9
        Largest magnitude of a number.

    Returns
    -------
    strategy of dict
        For ``model.function(**drawn)``.

    Raises
    ------
    ServiceModelError
        If Decimals are asked for and the model takes none.
    """
    record = model_of(model)
    if exact and not record.decimal:
        msg = f"{record.name} takes no Decimal; leave exact out"
        raise ServiceModelError(msg)
    kinds = [False, True] if record.decimal and exact is None else [bool(exact)]
    return st.one_of([_drawn(record, exact=kind, largest=largest) for kind in kinds]).filter(
        lambda drawn: _allowed(record, drawn)
    )


@st.composite
def _drawn(draw: st.DrawFn, record: Model, *, exact: bool, largest: float) -> dict[str, Any]:
    numbers: list[Any] = []  # what was drawn already, to be met again
    drawn: dict[str, Any] = {}
    for argument in record.arguments:
        strategy = _values(argument, exact=exact, largest=largest)
        if isinstance(argument, Quantity):
            again = [number for number in numbers if argument.holds(number)]
            strategy = st.sampled_from(again) | strategy if again else strategy
        elif isinstance(argument, Instant):
            again = [value for value in drawn.values() if isinstance(value, datetime)]
            strategy = st.sampled_from(again) | strategy if again else strategy
        drawn[argument.name] = draw(st.none() | strategy if argument.optional else strategy)
        if isinstance(argument, Quantity) and not argument.whole and drawn[argument.name] is not None:
            numbers.append(drawn[argument.name])
    return _in_the_past(drawn)


def _values(argument: Argument, *, exact: bool, largest: float) -> SearchStrategy[Any]:
    if isinstance(argument, Quantity):
        make = exact_quantities if exact else quantities
        return make(argument, largest=largest)
    if isinstance(argument, Category):
        return st.sampled_from(argument.labels)
    if isinstance(argument, Flag):
        return st.booleans()
    if isinstance(argument, Conditions):
        return conditions()
    if isinstance(argument, Instant):
        return instants(utc=True)
    if isinstance(argument, Records):
        return st.lists(accounts(currency="CNY"), max_size=_MOST_RECORDS, unique_by=lambda account: account.id)
    msg = f"there is no strategy for arguments of the kind {type(argument).__name__}"
    raise TypeError(msg)


def _in_the_past(drawn: dict[str, Any]) -> dict[str, Any]:
    """Move contacts that come after the instant asked about to that instant."""
    as_of = drawn.get("as_of")
    for name, value in drawn.items():
        if isinstance(value, list):
            drawn[name] = [_no_later(account, as_of) for account in value]
    return drawn


def _no_later(account: Account, as_of: Any) -> Account:
    contact = account.last_contact_at
    return account if contact is None or contact <= as_of else attrs.evolve(account, last_contact_at=as_of)


def _allowed(record: Model, drawn: dict[str, Any]) -> bool:
    """Whether every requirement holds, whichever arguments with a default are left out."""
    for requirement in record.requirements:
        names = [*requirement.arguments, *([requirement.unless] if requirement.unless else [])]
        choices = [
            [drawn[name], _default(record, name, drawn)] if name in record.defaults else [drawn[name]] for name in names
        ]
        for values in product(*choices):
            given = dict(zip(names, values, strict=True))
            joined = {name: given[name] for name in requirement.arguments}
            if requirement.applies(given) and not requirement.holds(**joined):
                return False
    return True


def _default(record: Model, name: str, drawn: dict[str, Any]) -> Any:
    """Return a default as the model takes it among what was drawn: exact where that is."""
    default = record.defaults[name]
    exact = any(isinstance(value, Decimal) for value in drawn.values())
    return Decimal(repr(default)) if exact and isinstance(default, float) else default


def columns_for(
    model: Callable[..., Any] | Model | str, *, missing: bool = True, most_rows: int = 8
) -> SearchStrategy[dict[str, list[Any]]]:
    """Make columns that a model takes: lists of one length, a row of valid inputs each.

    Parameters
    ----------
    model : function, Model or str
        As for :func:`inputs`.
    missing : bool, default True
        Whether any value of a row may be ``None``.
    most_rows : int, default 8

    Returns
    -------
    strategy of dict of list
    """
    record = model_of(model)
    names = [argument.name for argument in record.arguments]

    def hole(pair: tuple[dict[str, Any], str | None]) -> dict[str, Any]:
        row, name = pair
        return row if name is None else {**row, name: None}

    rows = st.tuples(inputs(record, exact=False), st.none() | st.sampled_from(names) if missing else st.none()).map(
        hole
    )
    return st.lists(rows, min_size=1, max_size=most_rows).map(
        lambda drawn: {name: [row[name] for row in drawn] for name in names}
    )
