"""Simulated books for teaching and trying out; nothing in them is real.

Each is made by a seeded program: the same seed gives the same book, on any machine and Python, and its numbers are the
same in both languages.
"""

from servicemodel.samples.book import Book
from servicemodel.samples.dealership import dealership

__all__ = ["Book", "dealership"]
