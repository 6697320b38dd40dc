"""Every value that the reader states is the one that was written, or is marked as in doubt."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.reading.tests.samples import read, said
from throughcare.kernel.reading.tests.spelling import english, french

NUMBERS = st.integers(1, 999)
ENGLISH = st.sampled_from(["{0}", "{1}", "{1} ({0})", "{0} ({1})", "({0})"])
METRES = {"m": 1, "metres": 1, "meters": 1, "km": 1000, "kilometres": 1000}
MONTHS, MOIS = (
    each.split()
    for each in (
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    )
)
DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))


def holds(found, name, value):
    """Say whether a value is stated as it was written, left out, or marked as in doubt."""
    values, doubts = found
    return values.get(name) in (value, None, "not stated") or bool(doubts)


def states(found, name, value):
    """Say whether a value is stated as it was written."""
    return found[0].get(name) == value


@given(NUMBERS, st.sampled_from(sorted(METRES)), ENGLISH)
def test_distances(number, unit, form):
    far = form.format(number, english(number))

    found = said(f"1. Do not be within {far} {unit} of the home of Ann Roy.")

    assert holds(found, "distance_m", number * METRES[unit])


@given(NUMBERS, st.sampled_from(["feet", "ft", "city blocks", "blocks", "yards", "miles"]))
def test_other_units_of_distance_are_in_doubt(number, unit):
    values, doubts = said(f"1. Do not be within {number} {unit} of the home of Ann Roy.")

    assert (values.get("distance_m"), doubts) == (None, ("DISTANCE_UNIT",))


@given(NUMBERS, ENGLISH)
def test_hours_of_service(number, form):
    hours = form.format(number, english(number))

    assert holds(said(f"1. Perform {hours} hours of community service."), "hours", number)


@given(NUMBERS)
def test_hours_of_service_in_french(number):
    found = said(f"1. Effectuer {french(number)} heures de service communautaire.")

    assert states(found, "hours", number)


@given(st.integers(1, 90), st.sampled_from(["hours", "days", "working days", "weeks"]), ENGLISH)
def test_how_soon_to_report(number, unit, form):
    soon = form.format(number, english(number))
    values, doubts = said(f"1. Report to a probation officer within {soon} {unit}.")
    within = values.get("report_within")

    assert (
        within is None
        or doubts
        or (within["n"], within["unit"])
        == (
            number,
            unit.removesuffix("s").replace(" ", "_"),
        )
    )


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59))
def test_windows_of_the_french_clock(hour, minute, until, past):
    found = said(f"1. Respecter un couvre-feu de {hour} h {minute:02} à {until} h {past:02}.")
    window = found[0]["window"]

    assert (window["start"], window["end"]) == (f"{hour:02}:{minute:02}", f"{until:02}:{past:02}")


FORMS = (
    "{month} {day}, {year}",
    "{day} {month} {year}",
    "the {day} day of {month}, {year}",
    "the {day}th of {month} {year}",
    "{month} {day}th, {year}",
    "{year}-{number:02}-{day:02}",
    "{number:02}/{day:02}/{year}",
    "{day:02}/{number:02}/{year}",
)


@given(DAYS, st.sampled_from(FORMS))
def test_days_in_every_usual_form(day, form):
    written = form.format(month=MONTHS[day.month - 1], number=day.month, day=day.day, year=day.year)
    values, doubts = said_of(f"1. Report to a probation officer by {written}.")

    by = values.get("report_by")
    assert by is None or doubts or by["date"] == day.isoformat()


@given(DAYS)
def test_days_in_french(day):
    written = f"{day.day}{'er' if day.day == 1 else ''} {MOIS[day.month - 1]} {day.year}"
    values, doubts = said_of(f"1. Se présenter à un agent de probation au plus tard le {written}.")

    by = values.get("report_by")
    assert by is None or doubts or by["date"] == day.isoformat()


def said_of(text):
    """Return the parameters and doubts of the first proposal of a whole order."""
    first = read(text).proposed[0]
    return first.parameters, first.doubts


@given(st.integers(1, 99_999), st.sampled_from(["${:,}", "${}", "$ {}", "{} $", "{} dollars"]))
def test_sums_of_money(amount, form):
    found = said(f"1. Make restitution of {form.format(amount)} to the store.")

    assert states(found, "amount", amount)


@pytest.mark.parametrize(
    ("text", "amount", "doubts"),
    [
        ("1. Make restitution at $300 each month, in all $9,400.", 9400, ("AMOUNTS_DIFFER",)),
        ("1. Verser un dédommagement de 1 240 $ au garage.", 1240, ()),
        ("1. Make restitution of five hundred dollars.", 500, ()),
        ("1. Make restitution of $1,240.50 to the store.", 1240.5, ()),
        ("1. Make restitution in an amount to be set.", None, ()),
    ],
)
def test_sums_that_stand_alone_or_beside_others(text, amount, doubts):
    values, in_doubt = said(text)

    assert (values.get("amount"), in_doubt) == (amount, doubts)


@pytest.mark.parametrize(
    "text",
    [
        "1. Report by the 3rd of March 2026.",
        "1. Report by March 3rd, 2026.",
        "1. Report by 3 March 2026.",
    ],
)
def test_a_day_in_words_is_stated(text):
    assert said_of(text)[0]["report_by"]["date"] == "2026-03-03"


@pytest.mark.parametrize("written", ["03/04/2026", "04.03.2026", "2026 03 04"])
def test_a_day_that_can_be_mistaken_is_in_doubt(written):
    assert said_of(f"1. Report by {written}.")[1] == ("DATE_AMBIGUOUS",)
