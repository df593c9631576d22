"""Small sources for the tests of the report."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from pathlib import Path

from servicemodel.report import make_report

DATA = Path(__file__).parents[1] / ".." / "shared" / "data"

VISITS = """id,started_at,promised_at,completed_at,channel,kind,performance,expected
v1,2024-05-01 09:00,2024-05-02 09:00,2024-05-02 09:00,phone,repair,4,5
v2,2024-05-01 10:00,2024-05-02 10:00,2024-05-02 10:01,phone,repair,5,5
v3,2024-05-01 11:00,2024-05-02 11:00,,web,repair,6,5
v4,2024-05-01 12:00,,2024-05-03 12:00,web,sale,,5
v5,2024-05-01 13:00,2024-06-01 12:00,,,sale,7,
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def report(tmp_path: Path, text: str, name: str = "encounters.csv", **options):
    """Make a report of one CSV and return (report, page, rejects)."""
    source = write(tmp_path, name, text)
    options.setdefault("time_zone", "Asia/Shanghai")
    made = make_report(source, tmp_path / "out", **options)
    return made, made.index.read_text(encoding="utf-8"), rejects(made.folder)


def rejects(folder: Path) -> list[dict[str, str]]:
    return rows(folder / "rejects.csv")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


class Words(HTMLParser):
    """The words of a page, one space between them, as a reader sees them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.feed(page)
        self.close()
        self.text = " ".join(" ".join(self.pieces).replace("\xa0", " ").split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open[-1:]):
            self.pieces.append(data)
