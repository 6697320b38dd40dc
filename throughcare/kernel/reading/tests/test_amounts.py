"""Numbers and lengths in figures and in words, in both languages."""

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.tests.samples import COUNTING


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("24", 24),
        ("49.75", 49.75),
        ("1,500", 1500),
        ("two", 2),
        ("twenty-four", 24),
        ("twenty four", 24),
        ("one-hundred-and-eighty", 180),
        ("one hundred", 100),
        ("hundred", 100),
        ("two thousand", 2000),
        ("two thousand five hundred", 2500),
        ("deux", 2),
        ("trente-six", 36),
        ("vingt et un", 21),
        ("deux cent quarante", 240),
        ("many", 0),
        ("two many", 2),
    ],
)
def test_the_value_of_a_number(words, value):
    assert COUNTING.value(words) == value


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("within 24 hours", [(24, "hour")]),
        ("within two working days", [(2, "working_day")]),
        ("within 3 business days", [(3, "business_day")]),
        ("within seven days", [(7, "day")]),
        ("within 5 clear days", [(5, "day")]),
        ("for 18 months", [(18, "month")]),
        ("an 18-month term", [(18, "month")]),
        ("100m of", [(100, "metre")]),
        ("100 m of", [(100, "metre")]),
        ("within fifty meters", [(50, "metre")]),
        ("twenty metres", [(20, "metre")]),
        ("2 km from", [(2, "kilometre")]),
        ("240 hours over 18 months", [(240, "hour"), (18, "month")]),
        ("the first year", [(1, "year")]),
        ("the last month", [(1, "month")]),
        ("the first five months", [(5, "month")]),
        ("deux jours ouvrables", [(2, "working_day")]),
        ("24 heures", [(24, "hour")]),
        ("dix-huit mois", [(18, "month")]),
        ("cent mètres", [(100, "metre")]),
        ("two weeks", [(2, "week")]),
        ("12 monthly", []),
        ("no number of hours", []),
        ("section 742.3", []),
    ],
)
def test_numbers_with_units(words, found):
    assert [(each.number, each.unit) for each in COUNTING.quantities(words)] == found


@pytest.mark.parametrize(
    ("words", "contradicted"),
    [
        ("three (3) days", False),
        ("three (4) days", True),
        ("3 (three) days", False),
        ("two (2) working days", False),
        ("trois (4) jours", True),
    ],
)
def test_words_and_figures_are_held_against_each_other(words, contradicted):
    assert [each.is_contradicted for each in COUNTING.quantities(words)] == [contradicted]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("18 months", [Length(months=18)]),
        ("two years less a day", [Length(years=2, less_days=1)]),
        ("two years less one day", [Length(years=2, less_days=1)]),
        ("2-year less day", [Length(years=2, less_days=1)]),
        ("two years minus a day", [Length(years=2, less_days=1)]),
        ("deux ans moins un jour", [Length(years=2, less_days=1)]),
        ("1.5 years", [Length(years=1, months=6)]),
        ("3.5 months", []),
        ("90 days", [Length(days=90)]),
        ("six weeks", [Length(weeks=6)]),
        ("two months (60 days)", [Length(months=2), Length(days=60)]),
        ("24 hours", []),
        ("1.3 years", []),
        ("un an", [Length(years=1)]),
    ],
)
def test_lengths_of_time(words, found):
    assert [length for length, _ in COUNTING.lengths(words)] == found


def test_a_length_tells_where_it_stands():
    _, span = COUNTING.lengths("a term of two years less a day today")[0]

    assert span.of("a term of two years less a day today") == "two years less a day"
