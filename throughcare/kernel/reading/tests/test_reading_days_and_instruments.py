"""Which order a text is, who handles it, how long it lasts, and the days written in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.dating import Anchor, From, anchor_in, days_of_order, made_of
from throughcare.kernel.reading.orders import imposed, instruments_in
from throughcare.kernel.reading.tests.samples import LAW, MADE_ON, WORDING, flags, read
from throughcare.kernel.reading.texts import folded
from throughcare.kernel.reading.written_days import dates_in

ENGLISH, FRENCH = (
    each.split()
    for each in (
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    )
)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def written(text, near=None):
    """Return each written day with its second reading."""
    return [(each.on, each.other) for each in dates_in(folded(text), LAW.months, near)]


@given(DAYS)
def test_a_day_with_its_month_in_english_has_one_reading(day):
    assert written(f"on {ENGLISH[day.month - 1]} {day.day}, {day.year}.") == [(day, None)]


@given(DAYS)
def test_a_day_with_its_month_in_french_has_one_reading(day):
    assert written(f"le {day.day} {FRENCH[day.month - 1]} {day.year}.") == [(day, None)]


@given(DAYS)
def test_a_day_in_figures_can_be_mistaken_only_where_day_and_month_could_change_places(day):
    ((on, other),) = written(f"heard {day.isoformat()}")
    can_be_mistaken = day.day <= 12 and day.day != day.month

    assert on == day
    assert other == (day.replace(month=day.day, day=day.month) if can_be_mistaken else None)


@given(DAYS)
def test_figures_with_the_year_last_have_the_same_two_readings(day):
    ((on, other),) = written(f"{day.month:02}/{day.day:02}/{day.year}")

    assert {on, other or on} == {each or on for each in written(day.isoformat())[0]}


@given(st.dates(date(2026, 3, 2), date(2027, 3, 1)))
def test_a_day_without_a_year_is_the_first_from_the_making_on(day):
    assert written(f"{ENGLISH[day.month - 1]} {day.day}", MADE_ON) == [(day, None)]


TWELVE = Length(months=12)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See me on Sept 9, 2026 at noon", "sept 9, 2026"),
        ("Le 1er juin 2026, à midi", "1er juin 2026"),
        ("The 22nd day of July 2026", "22nd day of july 2026"),
        ("Paper of 2026.12.31 enclosed", "2026.12.31"),
        ("Paper of 31-12-2026 enclosed", "31-12-2026"),
    ],
)
def test_a_written_day_shows_its_words(text, said):
    plain = folded(text)

    assert [each.span.of(plain) for each in dates_in(plain, LAW.months)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "April 31, 2026",
        "le 30 février 2026",
        "2026-13-45",
        "February 29, 2027",
        "99/99/2026",
        "telephone 555-01-2026",
        "March of 2026",
        "mai 2026",
    ],
)
def test_a_day_that_the_calendar_has_not_is_not_read(text):
    assert written(text, MADE_ON) == []


def test_the_29_of_february_without_a_year_is_not_moved():
    assert written("february 29", MADE_ON) == []


def test_days_stand_in_the_order_of_the_text():
    text = "Le 3 mai 2026, then 2026-06-30, then July 4, 2026"

    assert [each for each, _ in written(text)] == [
        date(2026, 5, 3),
        date(2026, 6, 30),
        date(2026, 7, 4),
    ]


@pytest.mark.parametrize(
    ("text", "code", "handling"),
    [
        ("She is put on probation for nine months.", "PROBATION", "supervise"),
        ("Une probation de neuf mois.", "PROBATION", "supervise"),
        ("A conditional sentence of nine months.", "CSO", "supervise"),
        ("Emprisonnement avec sursis de neuf mois.", "CSO", "supervise"),
        ("Absolution sous conditions.", "CONDITIONAL_DISCHARGE", "supervise"),
        ("A peace bond between two neighbours.", "PEACE_BOND_COMMON_LAW", "supervise"),
        ("Engagement de ne pas troubler la paix.", "PEACE_BOND_COMMON_LAW", "supervise"),
        ("Permission de sortir de trois jours.", "TEMPORARY_ABSENCE", "supervise"),
        ("Libération conditionnelle accordée.", "PAROLE", "supervise"),
        ("Garde différée de deux mois.", "YOUTH_DCSO", "hold_youth"),
        ("Loi sur les infractions provinciales: probation.", "POA_PROBATION", "hold_other_law"),
        ("Surveillance de longue durée.", "LTSO", "hold_other_law"),
        ("He is freed on licence with a licence period.", "LICENCE_EW", "hold_other_law"),
        ("Déclaré non criminellement responsable.", "NCR_DISPOSITION", "information_only"),
        ("Mise en liberté provisoire.", "RELEASE_UNDERTAKING", "information_only"),
        ("Weapons prohibition order", "S109_ORDER", "information_only"),
        ("SOIRA order", "SOIRA_ORDER", "information_only"),
        ("DNA order", "DNA_ORDER", "information_only"),
        ("The shop opens at nine.", None, "supervise"),
    ],
)
def test_an_order_is_known_by_its_words(text, code, handling):
    found = read(text)

    assert (found.order_type, found.handling) == (code, handling)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Probation for a year. A DNA order follows.", ["PROBATION", "DNA_ORDER"]),
        ("On bail since May. Probation for a year.", ["PROBATION", "RELEASE_UNDERTAKING"]),
        ("A peace bond; no probation.", ["PEACE_BOND_COMMON_LAW", "PROBATION"]),
        ("Nothing of the kind.", []),
    ],
)
def test_the_surest_instrument_comes_first(text, codes):
    assert [each.code for each in instruments_in(LAW.instruments, folded(text))] == codes


def test_what_is_only_named_is_not_imposed():
    assert imposed(LAW.instruments, folded("He spoke of bail and of the DNA order.")) == []


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("A probation order of eleven months.", Length(months=11)),
        ("A conditional sentence of 18 months less a day.", Length(months=18, less_days=1)),
        ("A 30-month probation order.", Length(months=30)),
        ("Une ordonnance de sursis de deux ans moins un jour.", Length(years=2, less_days=1)),
        ("Une ordonnance de probation de trois ans.", Length(years=3)),
        ("Probation for forty-five days.", Length(days=45)),
        ("Probation. He is 40 years old.", None),
        ("Six months in jail, and probation.", None),
    ],
)
def test_the_length_is_the_order_s_own(text, length):
    assert read(text).length == length


@pytest.mark.parametrize(
    ("text", "is_contradicted"),
    [
        ("Probation for one year (12 weeks).", True),
        ("Probation for one year (one year).", False),
        ("Probation for one (2) years.", True),
        ("A conditional sentence of six months (9 months).", True),
    ],
)
def test_a_length_said_twice_must_be_the_same(text, is_contradicted):
    assert ("LENGTH_CONTRADICTED" in flags(text)) is is_contradicted


@pytest.mark.parametrize(
    ("text", "may_wait", "anchor"),
    [
        ("upon his release from custody", True, Anchor(From.RELEASE)),
        ("following the conditional sentence", True, Anchor(From.SENTENCE_END)),
        ("the passing of sentence is suspended: suspended sentence", True, Anchor(From.ORDER)),
        ("for a year", True, Anchor(is_certain=False)),
        ("a blended sentence", False, Anchor(From.RELEASE)),
        ("upon his release from custody", False, Anchor(From.ORDER)),
    ],
)
def test_what_the_time_counts_from(text, may_wait, anchor):
    assert anchor_in(WORDING, text, may_wait=may_wait) == anchor


def test_without_a_making_an_order_keeps_only_what_it_counts_from():
    found = days_of_order(LAW.rules, None, Anchor(From.RELEASE))

    assert (found.term, found.anchor) == (None, Anchor(From.RELEASE))


def test_a_sentence_before_of_unknown_length_gives_no_days():
    made = made_of("PROBATION", MADE_ON, Length(months=3))
    before = made_of("CSO", MADE_ON, None)

    assert days_of_order(LAW.rules, made, Anchor(From.SENTENCE_END), before).term is None


@pytest.mark.parametrize("instrument", ["PROBATION", "CSO"])
def test_an_order_whose_making_is_unknown_is_not_made(instrument):
    assert made_of(instrument, None, Length(months=3)) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("A conditional sentence of 90 days.", date(2026, 3, 2), date(2026, 5, 30)),
        ("A conditional sentence of 2 weeks.", date(2026, 3, 2), date(2026, 3, 15)),
        ("Ordonnance de sursis de dix mois.", date(2026, 3, 2), date(2027, 1, 1)),
    ],
)
def test_days_follow_from_the_making_and_the_length(text, first, last):
    days = read(text).days

    assert (days.day("first"), days.day("last")) == (first, last)


@pytest.mark.parametrize(
    ("text", "length", "flag"),
    [
        ("A conditional sentence of two months (60 days).", Length(months=2), True),
        ("Two months (60 days) conditional sentence.", Length(months=2), True),
        ("Two years less a day conditional sentence.", Length(years=2, less_days=1), False),
        ("The Crown sought 18 months probation. I impose 12 months of probation.", TWELVE, False),
        ("Probation for one year and six months.", Length(years=1, months=6), False),
        ("Probation de deux ans et demi.", Length(years=2, months=6), False),
    ],
)
def test_the_length_is_the_one_that_was_imposed(text, length, flag):
    order = read(text)

    assert order.length == length
    assert ("LENGTH_CONTRADICTED" in [each.code for each in order.flags]) is flag


def test_the_letter_of_a_schedule_ends_a_sentence():
    order = read("Probation for one year. See Schedule A. I recommend counselling.")

    assert [each.codes for each in order.proposed] == [("RECOMMENDATION",)]


def test_a_probation_order_that_counts_from_the_last_day_of_a_sentence_is_not_that_sentence():
    found = read(
        "PROBATION, 18 MONTHS, TO RUN FROM THE END OF THE CONDITIONAL SENTENCE\n"
        "1. Keep the peace.\n2. Report 3 days from the last day of the conditional sentence."
    )

    assert (found.order_type, found.days.term) == ("PROBATION", None)
