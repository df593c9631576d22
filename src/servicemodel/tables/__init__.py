"""The four shapes of a printed table, and lists of words; each refuses contradictions when it is created."""

from servicemodel.tables.bands import Band, Bands
from servicemodel.tables.factors import Factor, Factors
from servicemodel.tables.listing import Entry, Listing
from servicemodel.tables.matrix import Axis, Cell, Matrix, axis_labels
from servicemodel.tables.table import Table, as_number, as_tuple, source_notes
from servicemodel.tables.weights import Weight, Weights

__all__ = [
    "Axis",
    "Band",
    "Bands",
    "Cell",
    "Entry",
    "Factor",
    "Factors",
    "Listing",
    "Matrix",
    "Table",
    "Weight",
    "Weights",
    "as_number",
    "as_tuple",
    "axis_labels",
    "source_notes",
]
