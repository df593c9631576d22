"""The main job: a report from customer, account, service and complaint records (extra: report)."""

try:
    from servicemodel.report.make import Report, make_report
    from servicemodel.report.presets import PRESETS, Preset, Reading
except ModuleNotFoundError as error:  # the sentence a user can act on
    message = f"servicemodel.report needs {error.name}; install it with: pip install servicemodel[report]"
    raise ImportError(message) from error

__all__ = ["PRESETS", "Preset", "Reading", "Report", "make_report"]
