"""How likely a dissatisfied customer is to complain."""

from __future__ import annotations

from math import e
from typing import Any, overload

from servicemodel.arguments import Quantity
from servicemodel.complaints.driver_weights import COMPLAINT_DRIVERS, ComplaintDriver, DriverWeights
from servicemodel.evaluate import Array, Expression, Number, Values, Verbs, run
from servicemodel.labels import Text
from servicemodel.model import Model
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, COURSE_T4, DAY_LANDON_1977, SINGH_WILKES_1996, TARP_1979

#: One of 25 dissatisfied customers complains: course text T1, after TARP.
COMPLAINT_RATE = 0.04

_FARTHEST = 10  # standard deviations: what lies beyond is no standard score


@overload
def complaint_likelihood(
    *,
    dissatisfaction: Number,
    importance: Number = ...,
    expected_benefit: Number = ...,
    expected_cost: Number = ...,
    personality: Number = ...,
    own_fault: Number = ...,
    prior_experience: Number = ...,
    channel_availability: Number = ...,
    complaint_rate: Number = ...,
    weights: DriverWeights,
) -> float: ...
@overload
def complaint_likelihood(
    *,
    dissatisfaction: Values | Number,
    importance: Values | Number = ...,
    expected_benefit: Values | Number = ...,
    expected_cost: Values | Number = ...,
    personality: Values | Number = ...,
    own_fault: Values | Number = ...,
    prior_experience: Values | Number = ...,
    channel_availability: Values | Number = ...,
    complaint_rate: Values | Number = ...,
    weights: DriverWeights,
) -> Array: ...
@overload
def complaint_likelihood(
    *,
    dissatisfaction: Expression | Number,
    importance: Expression | Number = ...,
    expected_benefit: Expression | Number = ...,
    expected_cost: Expression | Number = ...,
    personality: Expression | Number = ...,
    own_fault: Expression | Number = ...,
    prior_experience: Expression | Number = ...,
    channel_availability: Expression | Number = ...,
    complaint_rate: Expression | Number = ...,
    weights: DriverWeights,
) -> Expression: ...
def complaint_likelihood(
    *,
    dissatisfaction: Any,
    importance: Any = 0.0,
    expected_benefit: Any = 0.0,
    expected_cost: Any = 0.0,
    personality: Any = 0.0,
    own_fault: Any = 0.0,
    prior_experience: Any = 0.0,
    channel_availability: Any = 0.0,
    complaint_rate: Any = COMPLAINT_RATE,
    weights: DriverWeights,
) -> Any:
    """Return how likely a dissatisfied customer is to complain, from the seven drivers of complaining.

    Parameters
    ----------
    dissatisfaction, importance, expected_benefit, expected_cost, personality, own_fault, prior_experience, \
channel_availability : number, array or expression [standard deviations from the mean]
        The drivers as standard scores: 0 is the mean of your dissatisfied customers; from -10 to 10. All but the first
        default to 0: as the mean customer. Benefit and cost are one driver of the course text.
    complaint_rate : number, array or expression [share], default 0.04
        How likely the mean customer is to complain; above 0 and below 1.
    weights : DriverWeights
        What one standard deviation of each driver adds to the log odds. **There is no default, as no source gives
        sizes**; fit them to your own customers.

    Returns
    -------
    float, array of float64, or expression [share]
        Above 0 and below 1 (in float64 it rounds to 0 or 1 where the log odds pass about -745 or 37).

    Raises
    ------
    DomainError
        If a number is outside its range.
    MissingError
        If a single number is missing.
    TypeError
        If ``weights`` is no DriverWeights.

    Notes
    -----
    ``likelihood = 1 / (1 + exp(−(ln(complaint_rate / (1 − complaint_rate)) + Σ weight × driver)))``

    The course text [1]_ names the drivers; their signs, which :class:`servicemodel.DriverWeights` checks, are those of
    the literature [2]_ [3]_; the logistic form is a convention of this library. The intercept is set so that the mean
    customer, all drivers 0, complains at ``complaint_rate``: 4 % is one in 25 [4]_. The mean of many customers'
    likelihoods is not that of the mean customer.

    References
    ----------
    .. [1] Course text T4: the seven drivers.
    .. [2] Singh & Wilkes (1996): the signs.
    .. [3] Day & Landon (1977): the signs.
    .. [4] Course text T1, after TARP (1979): one of 25 complains.

    Examples
    --------
    The mean customer, whatever the weights:

    >>> weights = DriverWeights(dissatisfaction=0.9, expected_cost=-0.6)  # made up
    >>> complaint_likelihood(dissatisfaction=0, weights=weights)
    0.04

    Two standard deviations more dissatisfied; and as many while complaining takes as much more trouble:

    >>> complaint_likelihood(dissatisfaction=[2, 2], expected_cost=[0, 2], weights=weights).round(3)
    array([0.201, 0.071])
    """
    _check(weights)

    def kernel(do: Verbs, *values: Any) -> Any:
        *drivers, rate = values
        moved = sum(getattr(weights, driver.value) * x for driver, x in zip(ComplaintDriver, drivers, strict=True))
        return 1 / (1 + (1 - rate) / rate * do.power(e, -moved))

    return run(
        MODEL,
        kernel,
        dissatisfaction,
        importance,
        expected_benefit,
        expected_cost,
        personality,
        own_fault,
        prior_experience,
        channel_availability,
        complaint_rate,
    )


def _check(weights: Any) -> None:
    if not isinstance(weights, DriverWeights):
        raise TypeError(f"weights must be a DriverWeights; got {type(weights).__name__}")


def _driver(driver: ComplaintDriver) -> Quantity:
    return Quantity(
        name=driver.value,
        unit=Text("standard deviations from the mean", "与均值相差的标准差数"),
        at_least=-_FARTHEST,
        at_most=_FARTHEST,
        meaning=Text(driver.en, driver.zh),
    )


def _reason(*, weights: DriverWeights, complaint_rate: float = COMPLAINT_RATE, **drivers: float) -> Text:
    """Name the driver that moves the answer most."""
    moves = {name: getattr(weights, name) * value for name, value in drivers.items()}
    rate = f"{100 * complaint_rate:.3g}"
    name = max(moves, key=lambda name: abs(moves[name]))
    if moves[name] == 0:
        return Text(f"nothing moves it from the {rate} % of the mean customer", f"没有因素使其偏离平均顾客的 {rate}%")
    entry = COMPLAINT_DRIVERS.entry_of(name)
    english, chinese = ("up", "提高") if moves[name] > 0 else ("down", "降低")
    return Text(
        f"{entry.key.en} moves it {english} most, by {abs(moves[name]):.3g} in log odds, "
        f"from the {rate} % of the mean customer",
        f"影响最大的是{entry.key.zh}，使对数几率比平均顾客（{rate}%）{chinese} {abs(moves[name]):.3g}",
    )


MODEL = Model(
    function=complaint_likelihood,
    title=Text("Likelihood of complaining", "投诉可能性"),
    question=Text("How likely is this customer to complain?", "这位顾客有多大可能投诉？"),
    arguments=(
        *(_driver(driver) for driver in ComplaintDriver),
        Quantity(
            name="complaint_rate",
            unit=Text("share", "比例"),
            above=0,
            below=1,
            meaning=Text("how likely the mean customer is to complain", "平均顾客的投诉可能性"),
        ),
    ),
    answer=Text("share", "比例"),
    equation="likelihood = 1 / (1 + exp(−(ln(complaint_rate / (1 − complaint_rate)) + Σ weight × driver)))",
    evidence=Evidence.CONVENTION,
    citations=(
        Citation(COURSE_T4, Evidence.COURSE, "", Text("the seven drivers", "七项因素")),
        Citation(SINGH_WILKES_1996, Evidence.ATTRIBUTED, "", Text("the signs", "各因素的方向")),
        Citation(DAY_LANDON_1977, Evidence.ATTRIBUTED, "", Text("the signs", "各因素的方向")),
        Citation(COURSE_T1, Evidence.COURSE, "", Text("one of 25 complains", "25 人中有 1 人投诉")),
        Citation(TARP_1979, Evidence.ATTRIBUTED, "", Text("one of 25 complains", "25 人中有 1 人投诉")),
    ),
    reason=_reason,
    example={"weights": DriverWeights(dissatisfaction=0.9, importance=0.4, expected_cost=-0.6, own_fault=-0.5)},
)
