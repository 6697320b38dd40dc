"""What does not fit a column is refused by its name before the database is asked."""

import pytest
from django.db import models
from django.test.utils import isolate_apps

from throughcare.people.commands.fitting import TooLarge, TooLong, fitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def row():
    """Return a function that makes a row of a table that is never made."""
    with isolate_apps("throughcare.people"):

        class Sample(models.Model):
            name = models.CharField(max_length=5)
            words = models.TextField()
            count = models.PositiveSmallIntegerField(null=True)

            class Meta:
                app_label = "people"

            def __str__(self):
                return self.name

    return Sample


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"name": "12345"},
        {"name": "éàçïû"},
        {"name": "\N{GRINNING FACE}" * 5},
        {"words": "x" * 100_000},
        {"count": None},
        {"count": 0},
        {"count": 32767},
    ],
)
def test_what_fits_comes_back(row, said):
    one = row(**said)

    assert fitting(one) is one


@pytest.mark.parametrize("length", [6, 7, 900, 100_000])
def test_a_text_that_is_too_long_is_refused_with_both_lengths(row, length):
    with pytest.raises(TooLong) as refused:
        fitting(row(name="x" * length))

    assert refused.value.field == "name"
    assert str(refused.value) == f"Shorten this to 5 characters; it has {length}."


@pytest.mark.parametrize("count", [-1, 32768, 10**30])
def test_a_number_that_is_out_of_range_is_refused(row, count):
    with pytest.raises(TooLarge) as refused:
        fitting(row(count=count))

    assert refused.value.field == "count"


def test_the_first_answer_that_does_not_fit_is_named(row):
    with pytest.raises(TooLong) as refused:
        fitting(row(name="123456", count=-1))

    assert refused.value.field == "name"
