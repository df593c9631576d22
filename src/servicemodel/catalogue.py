"""Every model, listed by hand, in the order of the question it answers; a test proves the list complete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from servicemodel.errors import ServiceModelError
from servicemodel.model import Model
from servicemodel.priority.account_portfolio import MODEL as ACCOUNT_PORTFOLIO
from servicemodel.satisfaction.disconfirmation import MODEL as DISCONFIRMATION
from servicemodel.satisfaction.satisfaction_state import MODEL as SATISFACTION_STATE
from servicemodel.waiting.perceived_wait import MODEL as PERCEIVED_WAIT

CATALOGUE: tuple[Model, ...] = (
    # satisfaction
    DISCONFIRMATION,
    SATISFACTION_STATE,
    # waiting
    PERCEIVED_WAIT,
    # churn
    # priority
    ACCOUNT_PORTFOLIO,
    # loyalty
)

_BY_FUNCTION = {model.function: model for model in CATALOGUE}
_BY_NAME = {model.name: model for model in CATALOGUE}


def model_of(model: Callable[..., Any] | Model | str) -> Model:
    """Return the record of a model given as its function, its name or the record itself.

    Raises
    ------
    ServiceModelError
        If there is no such model.
    """
    if isinstance(model, Model):
        return model
    found = _BY_NAME.get(model) if isinstance(model, str) else _BY_FUNCTION.get(model)
    if found is None:
        shown = model if isinstance(model, str) else getattr(model, "__name__", repr(model))
        msg = f"{shown!r} is not a model; the catalogue has {', '.join(_BY_NAME)}"
        raise ServiceModelError(msg)
    return found
