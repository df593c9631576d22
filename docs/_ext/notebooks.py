"""Write each lesson next to its page as a notebook: one with the solutions, one without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jupytext


def write_notebooks(app: Any, error: Exception | None) -> None:
    """Turn the text notebooks of the lessons into .ipynb files once the pages are built."""
    if error is not None or app.builder.format != "html":
        return
    for lesson in sorted((Path(app.srcdir) / "lessons").glob("*.md")):
        notebook = jupytext.read(lesson)
        if "kernelspec" not in notebook.metadata:
            continue  # a plain page, such as the list of lessons
        target = Path(app.outdir) / "lessons" / f"{lesson.stem}.ipynb"
        notebook.cells = [cell for cell in notebook.cells if "page-only" not in _tags(cell)]
        for cell in notebook.cells:
            if "solution" in _tags(cell):
                cell.metadata["jupyter"] = {"source_hidden": True}  # folded there as on the page
        jupytext.write(notebook, target)
        notebook.cells = [cell for cell in notebook.cells if "solution" not in _tags(cell)]
        jupytext.write(notebook, target.with_name(f"{lesson.stem}_exercises.ipynb"))


def _tags(cell: Any) -> list[str]:
    return list(cell.metadata.get("tags", []))


def setup(app: Any) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("build-finished", write_notebooks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
