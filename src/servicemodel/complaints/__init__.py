"""What we owe a complaint."""

from servicemodel.complaints.classes import ComplaintCategory, Severity

__all__ = ["ComplaintCategory", "Severity"]
