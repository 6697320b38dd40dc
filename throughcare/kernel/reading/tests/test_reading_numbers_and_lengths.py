"""Numbers, units and lengths of time as courts write them, in English and in French."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.tests.samples import COUNTING
from throughcare.kernel.reading.texts import folded

ONES, TENS = (
    each.split()
    for each in (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen",
        "- - twenty thirty forty fifty sixty seventy eighty ninety",
    )
)
DIZAINES = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
UNITS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9}


def spelled(number):
    """Return a number under a thousand in English words."""
    hundreds, rest = divmod(number, 100)
    words = [f"{ONES[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        ones = rest % 10
        words.append(TENS[rest // 10] + (f"-{ONES[ones]}" if ones else ""))
    elif rest or not words:
        words.append(ONES[rest])
    return " and ".join(words)


def quantities(text):
    """Return each number with its unit."""
    return [(each.number, each.unit) for each in COUNTING.quantities(folded(text))]


def lengths(text):
    """Return the lengths of time of a text."""
    return [length for length, _ in COUNTING.lengths(folded(text))]


@given(st.integers(0, 999))
def test_every_number_in_english_words_has_its_value(number):
    assert COUNTING.value(spelled(number)) == number


@given(st.integers(1, 999))
def test_words_and_the_same_figures_never_contradict_each_other(number):
    found = list(COUNTING.quantities(f"within {spelled(number)} ({number}) days"))

    assert [(each.number, each.is_contradicted) for each in found] == [(number, False)]


@given(st.integers(1, 999), st.integers(1, 999))
def test_words_and_other_figures_always_do(number, other):
    found = list(COUNTING.quantities(f"within {spelled(number)} ({other}) days"))

    assert [each.is_contradicted for each in found] == [number != other]


@given(st.integers(0, 999_999))
def test_figures_grouped_by_commas_are_one_number(number):
    assert COUNTING.value(f"{number:,}") == number


@given(st.integers(0, 999_999))
def test_figures_grouped_by_spaces_are_one_number(number):
    assert COUNTING.value(f"{number:,}".replace(",", " ")) == number


@given(st.sampled_from(sorted(DIZAINES)), st.sampled_from(sorted(UNITS)))
def test_tens_and_ones_in_french_are_added(ten, one):
    assert COUNTING.value(f"{ten}-{one}") == DIZAINES[ten] + UNITS[one]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("trente et un", 31),
        ("soixante et onze", 71),
        ("soixante-dix", 70),
        ("soixante-quinze", 75),
        ("dix-sept", 17),
        ("cent vingt", 120),
        ("cent cinquante-cinq", 155),
        ("deux cent dix", 210),
        ("mille cinq cent", 1500),
        ("trois mille", 3000),
        ("une", 1),
    ],
)
def test_numbers_in_french_words(words, value):
    assert COUNTING.value(words) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A walk of 3 km, then 400 metres.", [(3, "kilometre"), (400, "metre")]),
        ("He has ninety minutes and one hour.", [(1, "hour")]),
        ("Thirty-five volunteer hours", [(35, "hour")]),
        ("12 community service hours", [(12, "hour")]),
        ("1,200 hours", [(1200, "hour")]),
        ("1 200 heures", [(1200, "hour")]),
        ("2.5 hours", [(2.5, "hour")]),
        ("two banking days", [(2, "business_day")]),
        ("four office days", [(4, "working_day")]),
        ("six consecutive days", [(6, "day")]),
        ("eight calendar days", [(8, "day")]),
        ("a 9-week course", [(9, "week")]),
        ("three yrs", [(3, "year")]),
        ("ten mos", [(10, "month")]),
        ("40 HRS", [(40, "hour")]),
        ("cinq jours", [(5, "day")]),
        ("un jour ouvrable", [(1, "working_day")]),
        ("trois semaines", [(3, "week")]),
        ("deux années", [(2, "year")]),
        ("quatre ans", [(4, "year")]),
        ("deux kilomètres", [(2, "kilometre")]),
        ("à 75 mètres", [(75, "metre")]),
        ("la dernière année", [(1, "year")]),
    ],
)
def test_a_number_is_read_with_its_unit(text, found):
    assert quantities(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Twelve angry neighbours",
        "room 12, hours as posted",
        "the hourly rate",
        "unit7 days",
        "daylight and weekly news",
        "le bureau 12 de la cour",
        "des heures et des jours",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text):
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a lunch of two hours today", "two hours"),
        ("pendant dix-huit mois encore", "dix-huit mois"),
        ("within three (3) days of it", "three (3) days"),
        ("over the last month of it", "month"),
        ("un délai de 1 500 heures ici", "1 500 heures"),
    ],
)
def test_a_quantity_shows_the_words_it_was_read_from(text, said):
    assert [each.span.of(text) for each in COUNTING.quantities(text)] == [said]


PARTS = {"year": "years", "month": "months", "week": "weeks", "day": "days"}


@given(st.integers(1, 600), st.sampled_from(sorted(PARTS)))
def test_a_whole_number_of_any_unit_of_time_is_that_length(number, unit):
    assert lengths(f"for {number} {unit}s in all") == [Length(**{PARTS[unit]: number})]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("eighteen months less a day", [Length(months=18, less_days=1)]),
        ("two years, less one day", [Length(years=2, less_days=1)]),
        ("dix-huit mois moins un jour", [Length(months=18, less_days=1)]),
        ("a year and a half, that is 18 months", [Length(years=1, months=6), Length(months=18)]),
        ("half a year, or a full month", [Length(months=6), Length(months=1)]),
        ("2.5 years", [Length(years=2, months=6)]),
        ("0.25 years", [Length(months=3)]),
        ("1.7 years", []),
        ("2.5 weeks", []),
        ("six semaines", [Length(weeks=6)]),
        ("trois ans", [Length(years=3)]),
        ("one year and six months", [Length(years=1, months=6)]),
        ("six months and one year", [Length(months=6), Length(years=1)]),
        ("two years less thirty (30) days", [Length(years=2, less_days=30)]),
        ("deux mois et 15 jours", [Length(months=2, days=15)]),
        ("100 metres for 100 hours", []),
        ("2 working days", []),
    ],
)
def test_lengths_of_time_are_told_from_other_amounts(text, found):
    assert lengths(text) == found


@given(st.text(max_size=200))
def test_no_text_makes_a_quantity_outside_itself(text):
    plain = folded(text)

    assert all(
        0 <= each.span.start < each.span.end <= len(text) for each in COUNTING.quantities(plain)
    )
