"""The damage that problems do: to those who complain, to those who do not, and by what they tell."""

from __future__ import annotations

from typing import Any, ClassVar, overload

import attrs

from servicemodel.arguments import Quantity, Requirement
from servicemodel.churn.rates import (
    CUSTOMERS,
    DETERRED,
    PROBLEM_RATE,
    SHARE,
    TOLD,
    Exact,
    Figure,
)
from servicemodel.evaluate import Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.markup import SAME_FIGURES, Figures, headed
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import GOODMAN_1999


@attrs.frozen(kw_only=True)
class MarketDamage(Figures):
    """What problems cost: the customers lost, in two parts and their sum, and the money; prints itself.

    Attributes
    ----------
    complainers_lost : float, Decimal or array [customers]
        Lost although, or because, they complained.
    silent_lost : float, Decimal or array [customers]
        Lost without a word.
    lost : float, Decimal or array [customers]
        Their sum; not given but computed.
    damage : float, Decimal or array [currency units]
        What those lost would have brought.
    word_of_mouth : float, Decimal or array [currency units]
        What those would have brought whom tales of problems deter.
    total : float, Decimal or array [currency units]
        Damage and word of mouth; not given but computed.

    Examples
    --------
    >>> print(MarketDamage(complainers_lost=20, silent_lost=90, damage=22_000, word_of_mouth=0))
    Market damage
      complainers lost [customers]: 20
      silent customers lost [customers]: 90
      customers lost [customers]: 110
      damage [currency units]: 22,000
      word of mouth [currency units]: 0
      total [currency units]: 22,000
    """

    title: ClassVar[Text] = Text("Market damage", "市场损害")

    complainers_lost: Figure = attrs.field(
        eq=SAME_FIGURES, metadata=headed(Text("complainers lost [customers]", "流失的投诉客户 [客户数]"))
    )
    silent_lost: Figure = attrs.field(
        eq=SAME_FIGURES, metadata=headed(Text("silent customers lost [customers]", "流失的沉默客户 [客户数]"))
    )
    lost: Figure = attrs.field(
        init=False, eq=SAME_FIGURES, metadata=headed(Text("customers lost [customers]", "流失客户合计 [客户数]"))
    )
    damage: Figure = attrs.field(eq=SAME_FIGURES, metadata=headed(Text("damage [currency units]", "损害 [货币单位]")))
    word_of_mouth: Figure = attrs.field(
        eq=SAME_FIGURES, metadata=headed(Text("word of mouth [currency units]", "口碑损失 [货币单位]"))
    )
    total: Figure = attrs.field(
        init=False, eq=SAME_FIGURES, metadata=headed(Text("total [currency units]", "合计 [货币单位]"))
    )

    @lost.default
    def _lost(self) -> Any:
        return self.complainers_lost + self.silent_lost  # type: ignore[operator]

    @total.default
    def _total(self) -> Any:
        return self.damage + self.word_of_mouth  # type: ignore[operator]


@overload
def market_damage(
    *,
    customers: Number,
    problem_rate: Number,
    complaint_rate: Number,
    satisfied: Number,
    mollified: Number,
    satisfied_loss: Number,
    mollified_loss: Number,
    dissatisfied_loss: Number,
    silent_loss: Number,
    lifetime_value: Number,
    told: Number = ...,
    deterred: Number = ...,
) -> MarketDamage: ...
@overload
def market_damage(
    *,
    customers: Exact,
    problem_rate: Exact,
    complaint_rate: Exact,
    satisfied: Exact,
    mollified: Exact,
    satisfied_loss: Exact,
    mollified_loss: Exact,
    dissatisfied_loss: Exact,
    silent_loss: Exact,
    lifetime_value: Exact,
    told: Exact = ...,
    deterred: Exact = ...,
) -> MarketDamage: ...
@overload
def market_damage(
    *,
    customers: Values | Number,
    problem_rate: Values | Number,
    complaint_rate: Values | Number,
    satisfied: Values | Number,
    mollified: Values | Number,
    satisfied_loss: Values | Number,
    mollified_loss: Values | Number,
    dissatisfied_loss: Values | Number,
    silent_loss: Values | Number,
    lifetime_value: Values | Number,
    told: Values | Number = ...,
    deterred: Values | Number = ...,
) -> MarketDamage: ...
def market_damage(
    *,
    customers: Any,
    problem_rate: Any,
    complaint_rate: Any,
    satisfied: Any,
    mollified: Any,
    satisfied_loss: Any,
    mollified_loss: Any,
    dissatisfied_loss: Any,
    silent_loss: Any,
    lifetime_value: Any,
    told: Any = 0,
    deterred: Any = 0,
) -> MarketDamage:
    """Return what problems cost: customers lost with and without a complaint, and those deterred by what they tell.

    Parameters
    ----------
    customers : number, Decimal or array [customers]
        All of them, with and without a problem; at least 0.
    problem_rate : number, Decimal or array [share]
        Share of the customers who have a problem; from 0 to 1.
    complaint_rate : number, Decimal or array [share]
        Share of those who complain; from 0 to 1.
    satisfied, mollified : number, Decimal or array [share]
        Share of the complainers who end satisfied, and who end mollified (partly satisfied); from 0 to 1, together at
        most 1. The rest end dissatisfied.
    satisfied_loss, mollified_loss, dissatisfied_loss, silent_loss : number, Decimal or array [share]
        Share of each kind who leave, the last of those who had a problem and did not complain; from 0 to 1.
    lifetime_value : number, Decimal or array [currency units per customer]
        What one of those lost would still have brought, over the time you reckon with; at least 0.
    told : number, Decimal or array [people per customer], default 0
        How many others each customer tells who had a problem and was not satisfied; at least 0.
    deterred : number, Decimal or array [share], default 0
        Share of those told who would have become customers and now do not; from 0 to 1.

    Returns
    -------
    MarketDamage
        Its figures are numbers, Decimals or arrays as the inputs are; in an array a missing input makes the figures of
        its case missing that need it. Exact with Decimal.

    Raises
    ------
    DomainError
        If a number is outside its range, or satisfied and mollified are more than all.
    MissingError
        If a single number is missing.
    TypeError
        If a float stands among Decimals, or an input is an expression: a result of several figures is no column.

    Notes
    -----
    ``complainers_lost = customers × problem_rate × complaint_rate × (satisfied × satisfied_loss + mollified ×
    mollified_loss + (1 − satisfied − mollified) × dissatisfied_loss); silent_lost = customers × problem_rate × (1 −
    complaint_rate) × silent_loss; damage = (complainers_lost + silent_lost) × lifetime_value; word_of_mouth = customers
    × problem_rate × (1 − complaint_rate × satisfied) × told × deterred × lifetime_value; total = damage + word_of_mouth``

    Three levers follow: prevent problems; get those with a problem to complain, which pays as long as complainers leave
    less often than the silent; and resolve better, which moves complainers from dissatisfied to satisfied. Goodman's own
    example was not seen; the structure is credited to him. All who had a problem and were not made content are taken
    to talk, the silent too.

    References
    ----------
    .. [1] Goodman (1999): market damage.

    Examples
    --------
    >>> tree = {"satisfied": 0.4, "mollified": 0.35, "satisfied_loss": 0.08, "mollified_loss": 0.3}
    >>> tree |= {"dissatisfied_loss": 0.6, "silent_loss": 0.4, "lifetime_value": 200}
    >>> print(market_damage(customers=100_000, problem_rate=0.3, complaint_rate=0.25, **tree))
    Market damage
      complainers lost [customers]: 2,152.5
      silent customers lost [customers]: 9,000
      customers lost [customers]: 11,152.5
      damage [currency units]: 2,230,500
      word of mouth [currency units]: 0
      total [currency units]: 2,230,500

    If everybody complained:

    >>> round(market_damage(customers=100_000, problem_rate=0.3, complaint_rate=1, **tree).damage)
    1722000
    """
    values = (
        customers,
        problem_rate,
        complaint_rate,
        satisfied,
        mollified,
        satisfied_loss,
        mollified_loss,
        dissatisfied_loss,
        silent_loss,
        lifetime_value,
        told,
        deterred,
    )
    MODEL.refuse_expressions(values)
    return MarketDamage(
        complainers_lost=run(MODEL, _complainers, *values),
        silent_lost=run(MODEL, _silent, *values),
        damage=run(MODEL, _damage, *values),
        word_of_mouth=run(MODEL, _word_of_mouth, *values),
    )


def _complainers(_: Verbs, *values: Any) -> Any:
    customers, problems, complaining, satisfied, mollified, *losses = values[:8]
    rest = 1 - (satisfied + mollified)
    leaving = satisfied * losses[0] + mollified * losses[1] + rest * losses[2]
    return customers * problems * complaining * leaving


def _silent(_: Verbs, *values: Any) -> Any:
    customers, problems, complaining = values[:3]
    return customers * problems * (1 - complaining) * values[8]


def _damage(do: Verbs, *values: Any) -> Any:
    return (_complainers(do, *values) + _silent(do, *values)) * values[9]


def _word_of_mouth(_: Verbs, *values: Any) -> Any:
    customers, problems, complaining, satisfied = values[:4]
    lifetime_value, told, deterred = values[9:]
    return customers * problems * (1 - complaining * satisfied) * told * deterred * lifetime_value


def _no_more_than_all(*, satisfied: Any, mollified: Any) -> Any:
    return satisfied + mollified <= 1


def _share(name: str, meaning: Text) -> Quantity:
    return Quantity(name=name, unit=SHARE, at_least=0, at_most=1, meaning=meaning)


MODEL = Model(
    function=market_damage,
    title=Text("Market damage", "市场损害"),
    question=Text("What do our customers' problems cost us?", "客户遇到的问题使我们损失多少？"),
    arguments=(
        Quantity(
            name="customers", unit=CUSTOMERS, at_least=0, meaning=Text("how many customers there are", "客户总数")
        ),
        PROBLEM_RATE,
        _share("complaint_rate", Text("share of those with a problem who complain", "遇到问题的客户中提出投诉的比例")),
        _share("satisfied", Text("share of the complainers who end satisfied", "投诉客户中最终满意的比例")),
        _share(
            "mollified",
            Text(
                "share of the complainers who end mollified, partly satisfied", "投诉客户中得到安抚（部分满意）的比例"
            ),
        ),
        _share("satisfied_loss", Text("share of the satisfied complainers who leave", "满意的投诉客户的流失比例")),
        _share("mollified_loss", Text("share of the mollified complainers who leave", "得到安抚的投诉客户的流失比例")),
        _share(
            "dissatisfied_loss", Text("share of the dissatisfied complainers who leave", "不满意的投诉客户的流失比例")
        ),
        _share(
            "silent_loss",
            Text("share of those who had a problem and did not complain who leave", "遇到问题而未投诉的客户的流失比例"),
        ),
        Quantity(
            name="lifetime_value",
            unit=Text("currency units per customer", "货币单位/客户"),
            at_least=0,
            meaning=Text("what one of them would still have brought", "每位流失客户本可带来的价值"),
        ),
        attrs.evolve(
            TOLD,
            meaning=Text(
                "how many others a customer tells who had a problem and was not satisfied",
                "每位遇到问题而未得到满意解决的客户告知的人数",
            ),
        ),
        DETERRED,
    ),
    answer=MarketDamage,
    equation=(
        "complainers_lost = customers × problem_rate × complaint_rate × (satisfied × satisfied_loss + mollified × "
        "mollified_loss + (1 − satisfied − mollified) × dissatisfied_loss); silent_lost = customers × problem_rate × (1 − "
        "complaint_rate) × silent_loss; damage = (complainers_lost + silent_lost) × lifetime_value; word_of_mouth = "
        "customers × problem_rate × (1 − complaint_rate × satisfied) × told × deterred × lifetime_value; total = damage + "
        "word_of_mouth"
    ),
    evidence=Evidence.ATTRIBUTED,
    citations=(
        Citation(
            GOODMAN_1999,
            Evidence.ATTRIBUTED,
            "",
            Text("the structure; his printed example was not checked", "结构归于该文；其例题未核对"),
        ),
    ),
    requirements=(
        Requirement(
            arguments=("satisfied", "mollified"),
            text=Text("satisfied and mollified are together at most 1", "满意与安抚的比例之和不超过 1"),
            holds=_no_more_than_all,
        ),
    ),
    decimal=True,
    columns=False,
)
