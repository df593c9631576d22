"""Strategies for what is promised or owed: stages, regimes of deadlines, and guarantees."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from servicemodel.complaints.regime import DeadlineStage, DeadlineStart, DeadlineUnit, FirstDay, Regime
from servicemodel.complaints.service_guarantee import GuaranteeUnit, Remedy, RemedyChooser, ServiceGuarantee, WindowUse
from servicemodel.sources import Citation, Evidence
from servicemodel.sources.works import COURSE_T1, HART_1988
from servicemodel.strategies.tables import texts
from servicemodel.strategies.values import amounts, days, words

_MOST = 120
_MOST_STAGES = 3


def deadline_stages(
    *, key: SearchStrategy[str] | None = None, units: SearchStrategy[DeadlineUnit] | None = None
) -> SearchStrategy[DeadlineStage]:
    """Make stages in every unit, from one day to some months long.

    Parameters
    ----------
    key : strategy of str, optional
        Without it any text.
    units : strategy of DeadlineUnit, optional
        Without it any of them.

    Returns
    -------
    strategy of DeadlineStage
    """
    return st.builds(
        DeadlineStage,
        key=words() if key is None else key,
        name=texts(),
        amount=st.integers(1, _MOST),
        unit=st.sampled_from(DeadlineUnit) if units is None else units,
        start=st.sampled_from(DeadlineStart),
        first_day=st.sampled_from(FirstDay),
        exceptional=st.booleans(),
        rule=st.just("") | words(),
    )


@st.composite
def regimes(draw: st.DrawFn) -> Regime:
    """Make regimes of some stages, or of none, read on a known day or not."""
    keys = draw(st.lists(words(), max_size=_MOST_STAGES, unique=True))
    return Regime(
        key=draw(words()),
        name=draw(texts()),
        jurisdiction=draw(texts()),
        stages=[draw(deadline_stages(key=st.just(key))) for key in keys],
        as_of=draw(st.none() | days()),
        edition=draw(texts()),
        evidence=draw(st.sampled_from([Evidence.CONVENTION, Evidence.ASSUMED])),
        citations=draw(_citations()),
        caveat=draw(texts()),
    )


def _citations() -> SearchStrategy[Any]:
    cited = st.builds(
        Citation,
        st.sampled_from([COURSE_T1, HART_1988]),
        st.just(Evidence.ASSUMED),
        st.just("") | words(),
        st.none() | texts(),
    )
    return st.lists(cited, max_size=2).map(tuple)


def service_guarantees() -> SearchStrategy[ServiceGuarantee]:
    """Make guarantees with and without a window, with one remedy or several to choose from."""
    lasting = st.tuples(st.integers(1, _MOST), st.sampled_from(GuaranteeUnit))
    return st.builds(
        lambda window, **fields: ServiceGuarantee(window=window[0], unit=window[1], **fields),
        lasting | st.just((None, None)),
        key=words(),
        trigger=texts(),
        remedies=st.lists(st.sampled_from(Remedy), min_size=1, unique=True),
        chooser=st.sampled_from(RemedyChooser),
        window_use=st.sampled_from(WindowUse),
        start=st.none() | texts(),
        cap=st.none() | amounts(at_least=0),
        evidence=st.sampled_from([Evidence.CONVENTION, Evidence.ASSUMED]),
        citations=_citations(),
    )
