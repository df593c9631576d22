"""A strategy for the weights of the drivers of complaining."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.complaints.driver_weights import COMPLAINT_DRIVERS, ComplaintDriver, DriverSign, DriverWeights

#: A standard deviation that multiplies the odds by more than e² is no driver among several.
_MOST = 2.0


def driver_weights() -> SearchStrategy[DriverWeights]:
    """Make weights with the signs the literature gives; any may be 0."""
    spans = {
        DriverSign.RAISES: st.floats(0, _MOST),
        DriverSign.LOWERS: st.floats(-_MOST, 0),
        DriverSign.EITHER: st.floats(-_MOST, _MOST),
    }
    signs = {driver.value: COMPLAINT_DRIVERS.entry_of(driver).sign for driver in ComplaintDriver}
    return st.builds(DriverWeights, **{name: spans[sign] | st.just(0.0) for name, sign in signs.items()})
