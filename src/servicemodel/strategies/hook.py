"""What Hypothesis calls when it is imported; it must never stand in the way of another project's tests."""

from __future__ import annotations


def register() -> None:
    """Tell Hypothesis how to make each public object.

    Where a part of this library cannot be imported nothing is registered: whoever uses that part is told by Python
    why, and whoever does not is left alone.
    """
    try:
        from hypothesis import strategies as st

        from servicemodel.strategies.registry import REGISTRY
    except ImportError:
        return
    for kind, strategy in REGISTRY.items():
        st.register_type_strategy(kind, strategy)
