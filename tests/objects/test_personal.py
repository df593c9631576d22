"""What is personal is shown by nothing that prints an object or an error."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from servicemodel.errors import DomainError, MissingError, RecordError
from servicemodel.objects import Customer, CustomerProfile, from_columns
from servicemodel.render import to_dict, to_html, to_json, to_markdown
from servicemodel.strategies import customer_profiles


@given(customer_profiles())
def test_no_personal_field_is_shown(profile):
    customer = Customer(id="c", name=profile.name, profile=profile)

    assert repr(profile) == str(profile) == "CustomerProfile(<12 personal fields hidden>)"
    assert repr(customer) == (
        "Customer(id='c', kind=<CustomerKind.END_USER: 'end_user'>, joined_on=None, annual_sales=None,"
        " expected_years=None, currency=None, tier=None, account_id=None,"
        " profile=CustomerProfile(<12 personal fields hidden>))"
    )


def test_pretty_printers_are_shown_no_more():
    class Printer:
        shown = ""

        def text(self, text):
            self.shown += text

    profile = CustomerProfile(name="王芳", remarks="secret")
    for made in (profile, Customer(id="c", name="王芳", profile=profile)):
        printer = Printer()
        made._repr_pretty_(printer, cycle=False)
        assert printer.shown == repr(made)
        assert "王芳" not in printer.shown


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "\u3000"),
        ("sex", 4711),
        ("address", b"secret"),
        ("birth_date", "secret"),
        ("average_income", 4711.5),
        ("average_income", Decimal("inf")),
        ("purchases", ("secret", 4711)),
        ("purchase_dates", ["secret"]),
    ],
)
def test_an_error_about_a_personal_field_does_not_tell_its_value(field, value):
    with pytest.raises((DomainError, TypeError)) as caught:
        CustomerProfile(**{"name": "x", field: value})

    assert f"CustomerProfile.{field}" in str(caught.value)
    for part in ("secret", "4711", "Infinity", "\u3000"):
        assert part not in str(caught.value)


def test_age_is_counted_in_whole_years():
    born = CustomerProfile(name="x", birth_date=date(2000, 2, 29))

    assert [born.age(on=day) for day in (date(2001, 2, 28), date(2001, 3, 1), date(2004, 2, 29))] == [0, 1, 4]
    assert born.age(on=date(2000, 2, 29)) == 0
    with pytest.raises(
        DomainError, match=r"CustomerProfile\.birth_date must be no later than the day asked for; got <hidden>"
    ):
        born.age(on=date(2000, 2, 28))
    with pytest.raises(MissingError, match="CustomerProfile has no birth_date"):
        CustomerProfile(name="x").age(on=date(2000, 1, 1))


def test_an_error_about_the_name_of_a_customer_does_not_tell_it():
    with pytest.raises(RecordError) as caught:
        from_columns(Customer, {"id": ["c"], "name": [b"secret"]})

    assert str(caught.value) == "row 0, column 'name': must be text; got <hidden>"


def test_a_customer_as_plain_data_or_on_a_page_shows_no_card():
    customer = Customer(id="c", name="secret", profile=CustomerProfile(name="secret", average_income=4711))

    assert to_dict(customer)["profile"] == repr(customer.profile)
    for shown in (to_json(customer), to_json([customer]), to_markdown(customer), to_html([customer])):
        assert "secret" not in shown
        assert "4711" not in shown
