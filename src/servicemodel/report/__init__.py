"""The main job: a report from customer, account, service and complaint records (extra: report)."""

from servicemodel.report.make import Report, make_report

__all__ = ["Report", "make_report"]
