"""Tables, accounts, waits, counted time and survey results drawn with Matplotlib, in English or Chinese (extra: plots).

Every function draws on the axes given, or on a figure of its own that needs no display, and returns the axes.
No global setting is read or changed; :func:`svg` writes a figure for a page, its text left as text.
"""

try:
    from servicemodel.plots.accounts import plot_accounts
    from servicemodel.plots.counted_time import plot_counted_time
    from servicemodel.plots.fonts import find_chinese_font
    from servicemodel.plots.journeys import plot_journey
    from servicemodel.plots.measures import plot_gaps, plot_scores, plot_zones
    from servicemodel.plots.pictures import svg
    from servicemodel.plots.quadrants import plot_importance, plot_kano
    from servicemodel.plots.tables import plot_table
    from servicemodel.plots.waits import WaitGroup, plot_wait, plot_wait_groups, plot_waits
except ModuleNotFoundError as error:
    if error.name != "matplotlib":
        raise
    message = "drawing needs Matplotlib: pip install servicemodel[plots]"
    raise ImportError(message) from error

__all__ = [
    "WaitGroup",
    "find_chinese_font",
    "plot_accounts",
    "plot_counted_time",
    "plot_gaps",
    "plot_importance",
    "plot_journey",
    "plot_kano",
    "plot_scores",
    "plot_table",
    "plot_wait",
    "plot_wait_groups",
    "plot_waits",
    "plot_zones",
    "svg",
]
