"""The same models over the columns of a data frame: pandas, Polars, PyArrow, DuckDB and what else Narwhals reads.

Needs the extra ``frames``. Where the engine is lazy the answer is lazy: nothing is computed before you ask for it.
"""

from servicemodel.frames.score import rejects, score
from servicemodel.frames.summarise import summarise

__all__ = ["rejects", "score", "summarise"]
