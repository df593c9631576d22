"""From coefficients and their covariances to the words for an attribute."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, sqrt
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from servicemodel.quality.contrast import AttributeContrast, ContrastRule, ContrastType, TailDistribution
from servicemodel.quality.impact_asymmetry import impact_asymmetry
from servicemodel.quality.impact_type import impact_type
from servicemodel.tables import Bands


@attrs.frozen
class Judge:
    """How coefficients are judged.

    Attributes
    ----------
    rule : ContrastRule
    alpha : float
        A p-value below it is significant.
    similar : float
        For the rule "magnitude".
    distribution : TailDistribution
    degrees : int
    table : Bands
    """

    rule: ContrastRule
    alpha: float
    similar: float
    distribution: TailDistribution
    degrees: int
    table: Bands

    def contrast(
        self, attribute: str, counts: Sequence[int], pair: NDArray[Any], covariance: NDArray[Any]
    ) -> AttributeContrast:
        """Return penalty and reward of an attribute, with what they say."""
        penalty, reward = pair.tolist()
        errors = np.sqrt(np.diag(covariance)).tolist()
        ps = [self._p(value, error) for value, error in zip((penalty, reward), errors, strict=True)]
        difference = reward + penalty
        if abs(difference) < _ROUNDING * (abs(reward) + abs(penalty)):
            difference = 0.0
        difference_p = self._p(difference, sqrt(max(0.0, float(covariance.sum()))))
        violated = penalty > 0 or reward < 0
        asymmetry = impact = None
        if not violated and reward > penalty:
            asymmetry = impact_asymmetry(penalty=penalty, reward=reward)
            impact = impact_type(penalty=penalty, reward=reward, table=self.table)
        return AttributeContrast(
            attribute=attribute,
            low=counts[0],
            high=counts[1],
            penalty=penalty,
            penalty_error=errors[0],
            penalty_p=ps[0],
            reward=reward,
            reward_error=errors[1],
            reward_p=ps[1],
            difference_p=difference_p,
            sign_violated=violated,
            satisfying=None if asymmetry is None else (1 + asymmetry) / 2,
            dissatisfying=None if asymmetry is None else (1 - asymmetry) / 2,
            asymmetry=asymmetry,
            impact=impact,
            type=self._type(penalty, reward, ps, difference_p),
        )

    def _p(self, value: float, error: float) -> float:
        """Return the two-sided p-value of a coefficient; one without error is certain."""
        if error == 0:
            return 0.0 if value else 1.0
        return float(_tails(self.distribution, abs(value) / error, self.degrees))

    def _type(self, penalty: float, reward: float, ps: Sequence[float], difference_p: float) -> ContrastType | None:
        takes, adds = (p < self.alpha for p in ps)
        if (takes and penalty > 0) or (adds and reward < 0):
            return None
        if not (takes or adds):
            return ContrastType.NEUTRAL
        if self.rule is ContrastRule.SIGNIFICANCE:
            alike = takes and adds
            stronger = adds
        else:
            stronger = reward > -penalty
            room = self.similar * (abs(reward) + abs(penalty))
            by_size = abs(reward + penalty) <= room
            alike = by_size if self.rule is ContrastRule.MAGNITUDE else difference_p >= self.alpha
        if alike:
            return ContrastType.PERFORMANCE
        return ContrastType.EXCITEMENT if stronger else ContrastType.BASIC


_ROUNDING = 1e-12  # relative; what a fit without an error leaves of two equal coefficients


def _tails(distribution: TailDistribution, ratio: float, degrees: int) -> float:
    if distribution is TailDistribution.NORMAL:
        return erfc(ratio / sqrt(2))
    return 2 * float(student()(degrees, -ratio))


def student() -> Any:
    """Return the distribution function of Student's t.

    Raises
    ------
    ImportError
        If SciPy is missing.
    """
    try:
        from scipy.special import stdtr
    except ModuleNotFoundError as error:
        raise ImportError("p-values of Student's t need SciPy: pip install servicemodel[statistics]") from error
    return stdtr
