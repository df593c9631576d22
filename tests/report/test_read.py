"""What a source may be, and what is refused in plain words."""

from __future__ import annotations

import gzip

import duckdb
import pytest

from report_sources import VISITS, rejects, report, rows, write
from servicemodel.errors import ReportError
from servicemodel.report import make_report
from servicemodel.report.sections import SECTIONS

ZONE = "Asia/Shanghai"


def made_from(source, tmp_path, **options):
    return make_report(source, tmp_path / "out", time_zone=ZONE, **options)


def test_the_same_rows_give_the_same_report_from_every_kind_of_file(tmp_path):
    plain = write(tmp_path, "encounters.csv", VISITS)
    (tmp_path / "encounters2.csv.gz").write_bytes(gzip.compress(VISITS.encode()))
    with duckdb.connect(str(tmp_path / "book.duckdb")) as database:
        database.execute(f"CREATE TABLE Encounters AS FROM read_csv('{plain}', all_varchar=true)")
        database.execute(f"COPY Encounters TO '{tmp_path / 'e.parquet'}' (FORMAT parquet)")
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder, "encounters.csv", VISITS)
    found = []
    for name in ("encounters.csv", "encounters2.csv.gz", "book.duckdb", "e.parquet", "folder"):
        made = made_from(tmp_path / name, tmp_path)
        assert [table.kind for table in made.tables] == ["encounters"]
        found.append((made.folder / "encounters.csv").read_text(encoding="utf-8"))
    assert len(set(found)) == 1


def test_typed_parquet_and_text_give_the_same_answers(tmp_path):
    path = tmp_path / "visits.parquet"
    with duckdb.connect() as database:
        database.execute("SET TimeZone = 'Asia/Shanghai'")
        database.execute(
            "COPY (SELECT 'v1' AS id, 4 AS performance, 5.0::FLOAT AS expected, TIMESTAMPTZ '2024-05-01 09:00' AS started_at,"
            f" 'nan'::DOUBLE AS tolerance, true AS wait_solo, 5 AS wait_minutes) TO '{path}' (FORMAT parquet)"
        )
    made = make_report(path, tmp_path / "out")
    (row,) = rows(made.folder / "encounters.csv")
    assert row["satisfaction_state"] == "dissatisfied"
    assert row["started_at"] == "2024-05-01 01:00:00+00"
    assert made.refused_values == 0
    assert float(row["perceived_wait"]) == pytest.approx(4.25 * 1.03)


def test_a_folder_may_hold_several_tables(tmp_path):
    write(tmp_path, "encounters.csv", VISITS)
    write(tmp_path, "accounts.csv", "id,attractiveness,strength\na,0.9,0.9\n")
    made = made_from(tmp_path, tmp_path / "x")
    assert [table.kind for table in made.tables] == ["accounts", "encounters"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("my-accounts-2024.csv", "accounts"), ("visits.csv", "encounters"), ("customer_accounts.csv", "encounters")],
)
def test_a_single_file_is_taken_for_what_its_name_says_else_for_encounters(tmp_path, name, kind):
    made, _, _ = report(tmp_path, "id,attractiveness,strength,performance\na,0.9,0.9,5\n", name)
    assert [table.kind for table in made.tables] == [kind]


def test_tables_without_a_row_make_a_page_that_says_why_nothing_is_there(tmp_path):
    headers = {
        "customers": "id,annual_sales,expected_years",
        "accounts": "id,attractiveness,strength,current,capacity",
        "encounters": "id,started_at,promised_at,completed_at,performance,expected,wait_minutes",
        "complaints": "id,received_at,resolved_at",
    }
    for kind, header in headers.items():
        write(tmp_path, f"{kind}.csv", header + "\n")
    made = make_report(tmp_path, tmp_path / "it's [out]*", time_zone=ZONE, as_of="2024-05-01")
    assert made.sections == ()
    assert len(made.absent) == len(SECTIONS)
    assert rows(made.folder / "encounters.csv") == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_read_from_the_header(tmp_path, delimiter):
    made, _, _ = report(tmp_path, VISITS.replace(",", delimiter))
    assert made.rows_read == 5


def test_a_byte_order_mark_line_ends_of_windows_and_case_of_names_do_not_matter(tmp_path):
    text = "\ufeff" + VISITS.replace("id,", "ID,", 1).replace("\n", "\r\n")
    made, _, refused = report(tmp_path, text)
    assert made.tables[0].scored == 5
    assert refused == []


def test_a_path_with_the_letters_of_a_pattern_is_that_path(tmp_path):
    write(tmp_path, "e1.csv", "id,performance\nother,1\n")
    made, _, _ = report(tmp_path, VISITS, "e[1]*.csv")
    assert made.rows_read == 5


def test_lines_that_cannot_be_split_are_set_aside_with_their_row(tmp_path):
    text = 'id,performance,kind\na,1,x\nb,2\nc,3,"two\nlines"\nd,4,x,more\ne,oops,y\n'
    made, page, refused = report(tmp_path, text)
    (table,) = made.tables
    assert (table.read, table.scored, table.set_aside, table.refused) == (5, 3, 2, 1)
    assert [(row["row"], row["column"], row["value"]) for row in refused] == [
        ("2", "", "b,2"),
        ("4", "", "d,4,x,more"),
        ("5", "performance", "oops"),
    ]
    assert refused[0]["reason"] == "the line does not have the header's 3 columns; it is set aside"
    assert [row["row"] for row in rows(made.folder / "encounters.csv")] == ["1", "3", "5"]
    assert "5 rows were read and all 5 are accounted for: 3 scored, 2 set aside" in page


def test_a_line_that_is_no_utf_8_is_set_aside(tmp_path):
    path = tmp_path / "encounters.csv"
    path.write_bytes(b"id,performance,kind\na,1,x\nb,2,caf\xe9\n")
    made = made_from(path, tmp_path)
    assert (made.tables[0].scored, made.tables[0].set_aside) == (1, 1)
    assert [(row["row"], row["reason"]) for row in rejects(made.folder)] == [
        ("2", "the line is not UTF-8 text or is too long; it is set aside")
    ]


def test_a_quotation_mark_left_open_takes_what_follows_with_it_and_says_so(tmp_path):
    made, _, refused = report(tmp_path, 'id,performance,kind\na,1,x\nb,2,"open\nc,3,x\n')
    assert (made.tables[0].scored, made.tables[0].set_aside) == (1, 1)
    assert refused[0]["reason"] == "the quotation marks of the line do not match; it is set aside"
    assert "c,3,x" in refused[0]["value"]


BAD = {
    "empty.csv": (b"", "holds no column names"),
    "blank.csv": (b"\n", "holds no column names"),
    "twice.csv": (b"id,ID,performance\n", "column 2 repeats the name 'ID'"),
    "unnamed.csv": (b"id,,performance\n", "column 2 has no name"),
    "latin.csv": (b"id,caf\xe9\n", "not UTF-8"),
    "foreign.csv": (b"alpha,beta\n1,2\n", "taken for encounters, but it has none of their columns; it has alpha, beta"),
    "only-id.csv": (b"id\n1\n", "none of their columns"),
    "torn.csv.gz": (gzip.compress(b"id,performance\n" + b"1,2\n" * 5000)[:40], "cannot be read"),
    "fake.csv.gz": (b"id,performance\n", "cannot be read"),
    "fake.parquet": (b"nothing", "cannot be read"),
    "fake.duckdb": (b"nothing", "cannot be read"),
    "photo.png": (b"", "cannot tell what it is"),
    "anonymous.csv": (b"performance,expected\n4,5\n", "every row needs id"),
    "complaints.csv": (b"id,category\n1,communication\n", "every row needs received_at"),
    "both.csv": (b"id,wait_minutes,wait_conditions,wait_solo\n1,2,3,true\n", "say the same twice"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_source_that_cannot_be_read_is_refused_and_nothing_is_written(tmp_path, name):
    content, message = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReportError, match=message):
        made_from(path, tmp_path)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [name]


def test_a_header_too_long_to_be_one_is_refused(tmp_path):
    path = write(tmp_path, "x.csv", "a" * 200_000)
    with pytest.raises(ReportError, match="the first line is no header"):
        made_from(path, tmp_path)


def test_a_source_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ReportError, match=r"nowhere\.csv: no such file or folder"):
        made_from(tmp_path / "nowhere.csv", tmp_path)


def test_a_folder_without_tables_and_one_with_a_table_twice_are_refused(tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ReportError, match="holds none of customers, accounts, encounters, complaints"):
        made_from(empty, tmp_path)
    write(empty, "accounts.csv", "id,strength\n")
    (empty / "accounts.csv.gz").write_bytes(gzip.compress(b"id,strength\n"))
    with pytest.raises(ReportError, match=r"accounts\.csv and accounts\.csv\.gz are the same table"):
        made_from(empty, tmp_path)


def test_a_database_with_one_unnamed_table_is_taken_by_its_name_and_one_with_several_is_refused(tmp_path):
    path = tmp_path / "book.db"
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE visits AS SELECT 'a' AS id, 5 AS performance")
    assert [table.kind for table in made_from(path, tmp_path).tables] == ["encounters"]
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE more AS SELECT 1 AS x")
    with pytest.raises(ReportError, match="holds more, visits; wanted are customers"):
        made_from(path, tmp_path)
    with duckdb.connect(str(path)) as database:
        database.execute("DROP TABLE more; DROP TABLE visits")
    with pytest.raises(ReportError, match="holds no table"):
        made_from(path, tmp_path)


def test_a_broken_line_of_customers_with_cards_is_not_repeated(tmp_path):
    text = "id,name,profile_address\nc1,Li Na\nc2,Wang,here\n"
    _, page, refused = report(tmp_path, text, "customers.csv")
    assert refused[0]["value"] == "(withheld: personal data)"
    assert "Li Na" not in page


def test_a_known_publication_is_recognised_when_its_preset_was_forgotten(tmp_path):
    names = "case_enquiry_id,open_dt,target_dt,closed_dt,source,type,department"
    with pytest.raises(ReportError, match="look like those of boston311: add --preset boston311"):
        report(tmp_path, f"{names}\n1,2,3,4,5,6,7\n", "requests.csv")


def test_a_notebook_that_can_show_no_progress_bar_reads_all_the_same(tmp_path, monkeypatch):
    connect = duckdb.connect

    class InNotebook:
        def __init__(self, *given, **options):
            self.connection = connect(*given, **options)

        def execute(self, sql, *values):
            if "progress_bar" in sql:
                raise duckdb.InvalidInputException("'ipywidgets' is missing, which is needed to render progress bars")
            return self.connection.execute(sql, *values)

        def __enter__(self):
            return self.connection

        def __exit__(self, *_):
            self.connection.close()

    monkeypatch.setattr(duckdb, "connect", InNotebook)
    made, _, _ = report(tmp_path, VISITS)
    assert made.rows_read == 5
