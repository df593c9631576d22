from __future__ import annotations

import re
from pathlib import Path

import pytest

import servicemodel
from servicemodel import CATALOGUE, Citation, Evidence, Factors, Matrix, Source, Text
from servicemodel.sources import works


def test_every_work_is_keyed_by_the_name_of_its_constant():
    constants = {name: value for name, value in vars(works).items() if isinstance(value, Source)}

    assert {name.lower() for name in constants} == set(works.WORKS)
    assert all(works.WORKS[name.lower()] is value for name, value in constants.items())


def test_every_work_of_the_bibliography_is_cited_somewhere():
    package = Path(servicemodel.__file__).parent
    code = "".join(p.read_text(encoding="utf-8") for p in package.rglob("*.py") if not p.name.endswith("works.py"))

    assert [key for key in works.WORKS if not re.search(rf"\b{key.upper()}\b", code)] == []


def _citations():
    for model in CATALOGUE:
        yield from model.citations
        for table in model.tables:
            yield from table.citations
            if isinstance(table, Factors):
                for row in table.rows:
                    yield from row.citations
            if isinstance(table, Matrix):
                yield from (cell.citation for row in table.cells for cell in row if cell.citation is not None)


def test_every_citation_is_of_a_work_in_the_bibliography():
    found = list(_citations())

    assert len(found) > len(CATALOGUE)
    assert all(works.WORKS[citation.source.key] is citation.source for citation in found)


def test_a_course_text_is_cited_as_such():
    for citation in _citations():
        assert (citation.evidence is Evidence.COURSE) <= citation.source.key.startswith("course_")


def test_a_source_and_a_citation_print_themselves():
    source = Source(key="a_2000", short="A (2000)", title="On waiting", where="Journal 1", doi="10.1/1")
    citation = Citation(source, Evidence.PUBLISHED, "eq. 2", Text("note", "注"))

    assert str(source) == "A (2000): On waiting. Journal 1. doi:10.1/1"
    assert str(works.WOODRUFF_1983).endswith("20(3), 296-304.")
    assert str(citation) == "A (2000), eq. 2 [published]"
    assert str(Citation(source, Evidence.PUBLISHED)) == "A (2000) [published]"
    assert citation.in_language("zh") == "A (2000), eq. 2（在来源中见到原文）"
    assert Citation(source, Evidence.ASSUMED).in_language("en").startswith("A (2000) (an assumed size")


@pytest.mark.parametrize("evidence", list(Evidence))
def test_every_kind_of_evidence_has_words(evidence):
    assert evidence.en != evidence.value
    assert evidence.zh
