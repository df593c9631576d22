"""Models of customer service: satisfaction, perceived waiting, churn, account priority, loyalty.

Names load when first used, so that ``import servicemodel`` stays as cheap as NumPy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from servicemodel.priority import *
    from servicemodel.satisfaction import *
    from servicemodel.waiting import *

_HOMES: dict[str, str] = {}
