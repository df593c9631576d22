"""What a model says about itself: the one record that checks, pages and tests all read."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from math import inf
from typing import Any

import attrs

from servicemodel.arguments import Argument, Quantity, Requirement
from servicemodel.evaluate import is_expression
from servicemodel.labels import Label, Text
from servicemodel.sources import Citation, Evidence
from servicemodel.tables import Table, as_tuple


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Model:
    """A model: the function that answers, what it takes, what it answers, and who said so.

    Attributes
    ----------
    function : callable
        The plain function users call; its name is the model's name.
    title : Text
        The model's name in the literature, in both languages.
    question : Text
        The one question it answers.
    arguments : tuple of Argument
        What it takes, in the order of the signature (options such as ``table=`` are not arguments).
    answer : type of Label, type of a result, or Text
        The enum or the result class it answers with; for a number, its unit.
    equation : str
        The rule in one line, in the names of the arguments.
    evidence : Evidence
        What stands behind the rule as a whole.
    citations : tuple of Citation
    requirements : tuple of Requirement
        Rules that join several arguments.
    tables : tuple of Table
        The tables it reads by default.
    reason : callable or None
        Called with single inputs as keywords; returns a Text that says which row or term decided. Where there is
        none, :func:`servicemodel.explain` shows the equation with its numbers.
    decimal : bool
        Whether it deals in money and takes Decimal.
    columns : bool
        Whether it has an expression form, for frames.
    classes : tuple
        The user's own classes, in order, for a model that answers with one of them and not with a member of an enum;
        each has a string ``value``, and its place is its code. In the catalogue they are those of the ``example``.
    example : mapping
        Options without a default that it needs, with a value to show it by: what the pages and the tests give.
    """

    function: Callable[..., Any]
    title: Text
    question: Text
    arguments: tuple[Argument, ...] = attrs.field(converter=as_tuple)
    answer: Any
    equation: str
    evidence: Evidence
    citations: tuple[Citation, ...] = attrs.field(converter=as_tuple)
    requirements: tuple[Requirement, ...] = attrs.field(default=(), converter=as_tuple)
    tables: tuple[Table, ...] = attrs.field(default=(), converter=as_tuple)
    reason: Callable[..., Text] | None = None
    decimal: bool = False
    columns: bool = True
    classes: tuple[Any, ...] = attrs.field(default=(), converter=as_tuple)
    example: Mapping[str, Any] = attrs.field(factory=dict)
    limits: tuple[tuple[float, float], ...] = attrs.field(init=False)
    by_name: Mapping[str, Argument] = attrs.field(init=False)

    @limits.default
    def _limits(self) -> tuple[tuple[float, float], ...]:
        """Range of each argument, for the short path; an empty one where a comparison alone is not enough."""
        return tuple(a.limits if isinstance(a, Quantity) and not a.whole else (inf, -inf) for a in self.arguments)

    @by_name.default
    def _by_name(self) -> dict[str, Argument]:
        """Return the arguments by name."""
        return {argument.name: argument for argument in self.arguments}

    def __repr__(self) -> str:
        return f"<Model {self.name}({', '.join(self.by_name)}): {self.evidence.value}>"

    @property
    def name(self) -> str:
        """The function's name."""
        return self.function.__name__

    @property
    def family(self) -> str:
        """The folder it lies in, such as ``satisfaction``."""
        return self.function.__module__.split(".")[1]

    @property
    def labels(self) -> type[Label] | tuple[Any, ...] | None:
        """The enum of the answer, or the user's own classes; ``None`` where it answers with numbers."""
        return self.answer if isinstance(self.answer, type) and issubclass(self.answer, Label) else self.classes or None

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """Default of each argument that has one."""
        parameters = inspect.signature(self.function).parameters.values()
        return {p.name: p.default for p in parameters if p.default is not inspect.Parameter.empty}

    def refuse_expressions(self, values: Iterable[Any]) -> None:
        """Refuse columns of a frame, in the order of the arguments, to a model that answers with several figures.

        Raises
        ------
        TypeError
            If a value is a frame expression.
        """
        for argument, value in zip(self.arguments, values, strict=True):
            if is_expression(value):
                msg = f"{argument.name} is a frame expression; {self.name} answers with several figures, so give it arrays"
                raise TypeError(msg)

    def with_classes(self, classes: Iterable[Any]) -> Model:
        """Return the model with the classes of one user to answer with."""
        return attrs.evolve(self, classes=classes)

    def on_scale(self, scale: tuple[float, float]) -> Model:
        """Return the model with its rescaled arguments taken on ``scale`` instead of [0, 1]."""
        low, high = scale
        return attrs.evolve(
            self,
            arguments=tuple(
                attrs.evolve(a, at_least=low, at_most=high) if isinstance(a, Quantity) and a.scaled else a
                for a in self.arguments
            ),
        )
