"""What the models of customers share: units and the threshold between low and high."""

from __future__ import annotations

from servicemodel.arguments import Quantity
from servicemodel.labels import Text

SCORE = Text("score on [0, 1], or on the scale given", "[0, 1] 上的得分，或所给量表上的得分")
MONEY = Text("currency units", "货币单位")

THRESHOLD = Quantity(
    name="threshold",
    unit=SCORE,
    at_least=0,
    at_most=1,
    scaled=True,
    meaning=Text(
        "where high begins, on the scale of the scores; a score on it is high",
        "“高”的起点，与得分同一量表；恰在界上为高",
    ),
)
