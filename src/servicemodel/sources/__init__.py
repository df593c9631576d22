"""Every cited work, once, and what was checked of it."""

from servicemodel.sources.source import Citation, Evidence, Source

__all__ = ["Citation", "Evidence", "Source"]
