"""What the other sections count, by hand on small tables."""

from __future__ import annotations

import pytest

from report_sources import Words, report, rows, write
from servicemodel.report import make_report


def folder_of(tmp_path, **tables):
    """Write tables into a folder and return (report, words of the page)."""
    source = tmp_path / "book"
    source.mkdir(exist_ok=True)
    options = tables.pop("options", {})
    for kind, text in tables.items():
        write(source, f"{kind}.csv", text)
    made = make_report(source, tmp_path / "out", **({"time_zone": "UTC"} | options))
    return made, Words(made.index.read_text(encoding="utf-8")).text


CUSTOMERS = "id,annual_sales,expected_years,currency\nc1,1000,10,CNY\nc2,500,4,CNY\nc3,,5,CNY\nc4,100,,CNY\n"


def test_satisfaction_counts_states_and_zones(tmp_path):
    text = (
        "id,channel,performance,expected,adequate,desired\n"
        "a,web,4,5,3,6\nb,web,5,5,3,6\nc,phone,6,5,3,5\nd,phone,,5,3,6\n"
    )
    made, page, _ = report(tmp_path, text)
    words = Words(page).text
    assert made.sections == ("satisfaction",)
    assert "n = 3; missing 1" in words
    assert "delighted 33.33% 1 of 3" in words
    assert "points above expectation, on average +0.00" in words
    assert "phone 1 0 0 1 0.00% 1" in words
    assert "web 2 1 1 0 50.00% 0" in words
    assert "Mean adequacy (performance − adequate) +2.00; mean superiority (performance − desired) −0.67" in words


@pytest.mark.parametrize("text", ["id,performance,expected\na,4,\n", "id,performance\na,4\n"])
def test_ratings_without_expectations_say_why_there_are_no_states(tmp_path, text):
    made, page, _ = report(tmp_path, text)
    assert "satisfaction" in made.absent
    words = Words(page).text
    assert "no row of encounters has a usable performance, expected" in words or "has no column expected" in words


def test_zones_that_no_row_has_are_left_out(tmp_path):
    _, page, _ = report(tmp_path, "id,performance,expected,adequate,desired\na,4,5,,\n")
    assert "Where performance lies" not in page


def test_waits_are_set_against_what_was_expected_and_what_is_bearable(tmp_path):
    text = (
        "id,wait_minutes,wait_solo,wait_unfair,wait_expected_minutes,wait_acceptable_minutes,wait_value\n"
        "a,5,true,false,4,4,low\nb,5,false,false,6,10,high\nc,,true,false,5,5,high\nd,0,false,false,,,\n"
    )
    made, page, _ = report(tmp_path, text)
    words = Words(page).text
    assert made.sections == ("waits",)
    assert "n = 3; missing 1" in words
    assert "felt longer than expected 50.00% 1 of 2" in words
    assert "felt longer than was acceptable 50.00% 1 of 2" in words
    assert "8. alone 1 2 5.0 4.4 × 0.88 × 1.03 0.1" in words
    assert "6. unfair 0 3 – – – × 1.1 –" in words


def test_waits_of_no_length_have_no_ratio(tmp_path):
    _, page, _ = report(tmp_path, "id,wait_minutes,wait_solo,wait_acceptable_minutes\na,0,true,\n")
    words = Words(page).text
    assert "as long as it took" not in words
    assert "8. alone 1 0 0.0 0.0 – × 1.03 0.0" in words


def test_waits_without_conditions_say_so(tmp_path):
    _, page, _ = report(tmp_path, "id,wait_minutes,wait_expected_minutes\na,5,\n")
    words = Words(page).text
    assert "No conditions of the waits are recorded" in words
    assert "felt longer" not in words


def test_a_column_of_waits_without_one_says_why(tmp_path):
    made, _, _ = report(tmp_path, "id,wait_minutes,performance\na,,5\n")
    assert "waits" in made.absent


COMPLAINTS = (
    "id,customer_id,received_at,due_at,resolved_at,category,severity,satisfied\n"
    "k1,c1,2024-05-01,2024-05-03,2024-05-02,communication,serious,true\n"
    "k2,c2,2024-05-01,2024-05-03,2024-05-09,communication,,true\n"
    "k3,c1,2024-05-01,2024-05-03,2024-05-02,,ordinary,false\n"
    "k4,c3,2024-05-01,2024-05-20,,product_quality,ordinary,\n"
)


def test_complaints_say_what_hides_behind_them(tmp_path):
    _, words = folder_of(tmp_path, complaints=COMPLAINTS, customers=CUSTOMERS)
    assert "dissatisfied customers they stand for 100 96 of them silent, if 4% complain" in words
    assert "annual sales behind them 53,333 CNY at 533.33 CNY a customer and year; n = 3, missing 1" in words
    assert "accepted the outcome 66.67% 2 of 3; missing 1" in words
    assert "of answers due came in time 66.67% 2 of 3; missing 1" in words
    assert "(not given) 1 25.00%" in words
    assert "serious 1 25.00%" in words
    assert "complained, not resolved 2 50.00% 19% 46%" in words
    assert "complained, resolved 1 25.00% 54% 70%" in words
    assert "complained, resolved quickly 1 25.00% 82% 95%" in words


def test_bare_complaints_are_counted_all_the_same(tmp_path):
    made, words = folder_of(tmp_path, complaints="id,received_at\nk1,2024-05-01\n", customers="id,annual_sales\nc1,\n")
    assert "complaints" in made.sections
    assert "dissatisfied customers they stand for 25" in words
    assert "annual sales behind" not in words
    assert "How complaints ended" not in words


def test_complaints_that_are_only_resolved_are_resolved_and_not_quickly(tmp_path):
    text = "id,received_at,resolved_at,due_at,satisfied\nk1,2024-05-01,2024-05-02,,\n"
    _, words = folder_of(tmp_path, complaints=text)
    assert "complained, resolved 1 100.00%" in words
    assert "accepted the outcome" not in words
    assert "came in time" not in words
    _, words = folder_of(tmp_path, complaints="id,received_at,resolved_at\nk1,2024-05-01,2024-05-02\n")
    assert "complained, resolved 1 100.00%" in words


def test_a_table_of_complaints_of_which_none_can_be_used_says_so(tmp_path):
    made, words = folder_of(tmp_path, complaints="id,received_at\nk1,\n")
    assert "complaints" in made.absent
    assert "no row of complaints has a usable received_at" in words


def test_amounts_in_several_currencies_are_not_added(tmp_path):
    customers = "id,annual_sales,expected_years,currency\nc1,1,1,CNY\nc2,1,1,\n"
    accounts = "id,attractiveness,strength,annual_sales,currency\na,0.9,0.9,1,CNY\nb,0.9,0.9,1,EUR\n"
    made, words = folder_of(tmp_path, complaints=COMPLAINTS, customers=customers, accounts=accounts)
    assert {"churn", "calls"} <= set(made.absent)
    assert words.count("Amounts are in several currencies (none, CNY)") == 2
    assert "Amounts are in several currencies (CNY, EUR)" in words
    assert "annual sales behind them" not in words
    assert "expected losses compare in one currency only" in words


def test_a_currency_given_stands_for_amounts_that_name_none(tmp_path):
    customers = "id,annual_sales,expected_years,currency\nc1,1,1,CNY\nc2,1,1,\n"
    made, words = folder_of(tmp_path, customers=customers, options={"currency": "CNY"})
    assert "churn" in made.sections
    assert "mean lifetime value 1.00 CNY" in words
    assert "Currency CNY" in words
    made, words = folder_of(tmp_path, customers="id,annual_sales,expected_years\nc1,1,1\n")
    assert "mean lifetime value 1.00 annual sales" in words


def test_the_cost_of_losing_groups_is_that_of_customers_of_known_value(tmp_path):
    encounters = (
        "id,customer_id,started_at,performance,expected,promised_at,completed_at\n"
        "v1,c1,2024-05-02 09:00,4,5,2024-05-02 10:00,2024-05-02 11:00\n"
        "v2,c1,2024-05-01 09:00,6,5,,\n"
        "v3,c2,2024-05-01 09:00,4,5,,\n"
        "v4,c2,2024-05-02 09:00,5,5,,\n"
        "v5,c3,2024-05-02 09:00,1,5,,\n"
    )
    made, words = folder_of(tmp_path, customers=CUSTOMERS, encounters=encounters, complaints=COMPLAINTS)
    assert "churn" in made.sections
    assert "mean lifetime value 6,000 CNY" in words
    assert "latest rated visit left them dissatisfied 2 1 1 10,000 CNY 10,000 CNY" in words
    assert "a promise to them was broken 1 0 1 10,000 CNY 10,000 CNY" in words
    assert "a complaint is open or its outcome refused 2 1 1 10,000 CNY 10,000 CNY" in words


def test_groups_of_unknown_value_show_a_dash_and_sparse_tables_still_make_a_page(tmp_path):
    encounters = "id,customer_id,performance,expected\nv1,c3,1,5\n"
    complaints = "id,customer_id,received_at,resolved_at\nk,c3,2024-05-01,\n"
    _, words = folder_of(tmp_path, customers=CUSTOMERS, encounters=encounters, complaints=complaints)
    assert "latest rated visit left them dissatisfied 1 1 0 – –" in words
    assert "a complaint is open or its outcome refused 1 1 0 – –" in words


def test_customers_without_sales_or_years_have_no_value(tmp_path):
    made, words = folder_of(tmp_path, customers="id,annual_sales,expected_years\nc,1,\n")
    assert "churn" in made.absent
    assert "no row of customers has a usable annual_sales, expected_years" in words


ACCOUNTS = (
    "id,name,attractiveness,strength,current,capacity,influential,annual_sales,last_contact_at\n"
    "a1,Alpha,0.9,0.9,1,4,,1000,2024-05-01\n"
    "a2,Beta,0.9,0.1,1,2,,2000.50,\n"
    "a3,,0.5,0.5,0,0,true,,2024-04-01\n"
    "a4,Delta,,0.1,,1,,50,\n"
)


def test_accounts_are_placed_classed_and_ranked(tmp_path):
    made, words = folder_of(tmp_path, accounts=ACCOUNTS)
    assert {"priority", "calls"} <= set(made.sections)
    assert "n = 3; missing 1" in words
    assert "invest for growth 2 66.67% of 3" in words
    assert "invest for growth invest for growth 2 1,000 1" in words
    assert "withdraw withdraw, or manage for cash 0 – 0" in words
    assert "VIP 1 33.33%" in words
    assert (
        "1 Alpha invest for growth invest for growth; a year's sales of 1,000 at stake; 0 days without contact" in words
    )
    assert "2 a3 invest for growth" in words
    assert "a year's sales of 2,000.5 at stake; never contacted" in words
    assert "4 Delta none no cell, as attractiveness is missing" in words
    ranked = rows(made.folder / "calls.csv")
    assert [row["account_id"] for row in ranked] == ["a1", "a3", "a2", "a4"]
    assert ranked[0]["account_portfolio"] == "invest_for_growth"


def test_accounts_with_scores_alone_are_placed_too(tmp_path):
    text = "id,attractiveness,strength\n" + "".join(f"a{n:02d},0.9,0.{n % 10}\n" for n in range(40))
    made, words = folder_of(tmp_path, accounts=text, options={"as_of": "2024-05-01"})
    assert {"priority", "calls"} <= set(made.sections)
    assert "The first 25 of 40 accounts" in words
    assert "calls.csv has the whole order" in words
    assert len(rows(made.folder / "calls.csv")) == 40
    assert "annual sales" not in words


def test_more_accounts_than_a_picture_holds_are_said_to_be(tmp_path):
    text = "id,attractiveness,strength\n" + "".join(f"a{n},0.{n % 10},0.{n % 7}\n" for n in range(310))
    _, words = folder_of(tmp_path, accounts=text)
    assert "The picture shows the first 300 of 310 accounts" in words


def test_classes_of_which_none_is_known_are_left_out(tmp_path):
    _, words = folder_of(tmp_path, accounts="id,attractiveness,strength,current,capacity\na,0.9,0.9,,\n")
    assert "Classes by purchases" not in words


def test_accounts_without_an_instant_or_a_score_say_why_they_are_not_ranked(tmp_path):
    made, words = folder_of(tmp_path, accounts="id,attractiveness,strength\na,0.9,0.9\n")
    assert made.absent[-1] == "calls"
    assert "give one with --as-of" in words
    made, _ = folder_of(tmp_path, accounts="id,attractiveness,strength\na,,0.9\n", options={"as_of": "2024-05-01"})
    assert "priority" in made.absent
    assert "calls" in made.sections
    made, _ = folder_of(tmp_path, accounts="id,attractiveness,strength\n,0.9,0.9\n", options={"as_of": "2024-05-01"})
    assert {"priority", "calls"} <= set(made.absent)


def test_accounts_that_no_order_can_be_made_of_are_named(tmp_path):
    accounts = "id,attractiveness,strength,annual_sales,currency\na,0.9,0.9,1,CNY\nb,0.9,0.9,1,EUR\n"
    made, words = folder_of(tmp_path, accounts=accounts, options={"as_of": "2024-04-15"})
    assert "calls" in made.absent
    assert "CNY" in words
    assert "EUR" in words


def test_groups_by_account_carry_the_account_s_name(tmp_path):
    encounters = "id,account_id,performance,expected\nv1,a1,4,5\nv2,zz,5,5\n"
    _, words = folder_of(tmp_path, accounts=ACCOUNTS, encounters=encounters)
    assert "Alpha 1 1 0 0 100.00% 0" in words
    assert "zz 1 0 1 0 0.00% 0" in words


def test_rows_that_begin_after_as_of_are_counted_and_noted(tmp_path):
    _, page, _ = report(tmp_path, "id,started_at,performance\na,2024-05-02,1\n", as_of="2024-05-01")
    assert "In encounters, rows that begin after the instant of this report: 1;" in Words(page).text
