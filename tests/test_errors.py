from __future__ import annotations

import copy
import pickle

import pytest

from servicemodel import errors
from servicemodel.errors import DomainError, ServiceModelError


def test_every_error_is_a_value_error_of_this_library():
    kinds = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]

    assert len(kinds) > 5
    assert all(issubclass(kind, ServiceModelError) and issubclass(kind, ValueError) for kind in kinds)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({}, "minutes must be at least 0; got -1"),
        ({"index": 3}, "minutes must be at least 0; got -1 at index 3 (1 such value)"),
        ({"index": (1, 2), "count": 7}, "minutes must be at least 0; got -1 at index (1, 2) (7 such values)"),
    ],
)
def test_a_domain_error_says_what_where_and_how_often(more, message):
    assert str(DomainError("minutes", -1, "at least 0", **more)) == message


def test_a_domain_error_survives_pickling_and_copying():
    error = DomainError("minutes", -1, "at least 0", index=(1, 2), count=7)

    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert str(twin) == str(error)
        assert (twin.argument, twin.value, twin.allowed, twin.index, twin.count) == (
            "minutes",
            -1,
            "at least 0",
            (1, 2),
            7,
        )


def test_a_long_value_is_cut_in_the_message():
    message = str(DomainError("name", "x" * 1000, "short"))

    assert "(1002 characters)" in message
    assert len(message) < 200
