"""What holds of every day, time and number: written on a page, it is read again as it was."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from throughcare.pages import dates
from throughcare.pages.dates import PartialDate
from throughcare.pages.fields import DateField, PartialDateField, TimeField
from throughcare.pages.written_dates import plain, read_day, read_partial

TODAY = date(2026, 11, 24)
days = st.dates(date(1850, 1, 1), date(2200, 12, 31))
partials = st.one_of(
    days.map(lambda day: PartialDate(day.year)),
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year, day.month, day.day)),
)
in_both_languages = pytest.mark.parametrize("language", ["en", "fr"])


@in_both_languages
@pytest.mark.parametrize(
    "write",
    [dates.full_day, dates.full_week_day, dates.long_full_day, date.isoformat],
    ids=["full", "full_week", "long_full", "iso"],
)
@given(day=days)
def test_a_day_that_a_page_writes_is_read_again(write, language, day):
    with override(language):
        assert read_day(write(day), TODAY) == day


@pytest.mark.parametrize("reading", ["en", "fr"])
@given(day=days)
def test_a_day_is_read_on_a_page_in_the_other_language(reading, day):
    with override("fr" if reading == "en" else "en"):
        written = dates.full_day(day)
    with override(reading):
        assert read_day(written, TODAY) == day


@in_both_languages
@given(day=days)
def test_a_field_shows_a_day_so_that_it_is_not_changed(language, day):
    with override(language):
        field = DateField()
        shown = field.prepare_value(day)

        assert field.clean(shown) == day
        assert not field.has_changed(day, shown)
        assert field.has_changed(day, field.prepare_value(TODAY)) is (day != TODAY)


@given(day=days)
def test_figures_are_read_where_they_have_one_reading(day):
    written = f"{day.day}/{day.month}/{day.year}"

    if day.day > 12 or day.day == day.month:
        assert read_day(written, TODAY) == day
        assert read_day(f"{day.month}/{day.day}/{day.year}", TODAY) == day


@in_both_languages
@given(known=partials)
def test_a_day_known_in_part_is_read_again(language, known):
    with override(language):
        assert read_partial(dates.partial_day(known)) == known
        assert PartialDateField().clean(PartialDateField().prepare_value(known)) == known
    assert read_partial(str(known)) == known
    assert PartialDate.parse(str(known)) == known


@given(partials, days)
def test_a_day_known_in_part_can_be_any_day_between_its_first_and_last(known, other):
    first, last = known.first(), known.last()

    assert first <= last
    assert (first == last) is known.is_full()
    shared = str(PartialDate(other.year, other.month, other.day)).startswith(str(known))
    assert (first <= other <= last) is shared


@in_both_languages
@given(moment=st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_that_a_page_writes_is_read_again(language, moment):
    with override(language):
        field = TimeField()
        assert field.clean(dates.clock_time(moment)) == moment
        assert field.clean(field.prepare_value(moment)) == moment


@given(st.times())
def test_the_twelve_hours_of_a_clock_are_read(moment):
    written = f"{moment.hour % 12 or 12}:{moment.minute:02} {'pm' if moment.hour > 11 else 'am'}"

    assert TimeField().clean(written) == time(moment.hour, moment.minute)


@in_both_languages
@given(value=st.decimals(-(10**9), 10**9, places=3), places=st.integers(0, 3))
def test_a_number_is_written_with_its_own_figures(language, value, places):
    with override(language):
        written = dates.number(value, places)

    group, point = ("\u00a0", ",") if language == "fr" else (",", ".")
    read = written.replace(group, "").replace(point, ".").replace("\u2212", "-")
    assert Decimal(read) == round(value, places)
    assert len(read.partition(".")[2]) == places
    assert not set(written) & {" ", "-"}


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (-0.4, 0, "0"),
        (Decimal("-0.04"), 1, "0.0"),
        (-0.5, 1, "\u22120.5"),
        (-1000, 0, "\u22121,000"),
    ],
)
def test_what_rounds_to_nothing_has_no_sign(value, places, written):
    assert dates.number(value, places) == written


@given(days, st.integers(0, 120 * 366))
def test_an_age_grows_by_one_on_each_birthday(born, later):
    on = born + timedelta(days=later)

    known = dates.age(born, on)
    assert known >= 0
    assert dates.age(born, on + timedelta(days=1)) - known in {0, 1}
    assert dates.age(PartialDate(born.year, born.month, born.day), on) == known


@given(partials, st.integers(0, 40_000))
def test_an_age_said_in_part_is_every_age_it_can_be_and_no_other(known, later):
    on = known.last() + timedelta(days=later)

    ages = sorted({dates.age(known.first(), on), dates.age(known.last(), on)})
    assert dates.about_age(known, on) == " or ".join(str(each) for each in ages)


@pytest.mark.parametrize(
    ("known", "on", "expected"),
    [
        pytest.param(PartialDate(1989), date(2026, 12, 31), "37", id="last_day_of_the_year"),
        pytest.param(PartialDate(1989, 11), date(2026, 11, 30), "37", id="last_day_of_the_month"),
        pytest.param(PartialDate(1989, 11), date(2026, 11, 29), "36 or 37", id="the_day_before"),
        pytest.param(PartialDate(1989, 11), date(2026, 10, 31), "36", id="month_before"),
        pytest.param(PartialDate(2026), TODAY, "0", id="born_this_year"),
        pytest.param(PartialDate(2025), TODAY, "0 or 1", id="born_last_year"),
    ],
)
def test_ages_at_the_edges_of_what_is_known(known, on, expected):
    assert dates.about_age(known, on) == expected


@given(st.text())
def test_plain_words_are_plain_already(text):
    bare = plain(text)

    assert "  " not in bare
    assert bare == bare.strip()
    assert not set(bare) & set(".,\u00a0\u202f\u2019")


@in_both_languages
@given(at=st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.timezones()))
def test_a_moment_is_written_in_the_offices_time_wherever_it_was_taken(language, at):
    with override(language):
        assert dates.full_moment(at) == dates.full_moment(at.astimezone())
        day, _, clock_time = dates.full_moment(at).rpartition(", ")
        assert clock_time == dates.clock_time(at)
        assert dates.week_moment(at).endswith(f", {clock_time}")
        assert day.endswith(str(read_day(day, TODAY).year))


@pytest.mark.parametrize("name", sorted({*dates.DAYS["en"], *dates.DAYS["fr"]}))
def test_the_name_of_the_weekday_is_not_needed(name):
    assert read_day(f"{name} 3 mars 2026", TODAY) == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("number", "name"),
    [(n, name) for names in dates.MONTHS.values() for n, name in enumerate(names, 1)],
)
def test_a_month_is_known_by_its_first_four_letters(number, name):
    assert read_day(f"3 {name[:4]} 2026", TODAY) == date(2026, number, 3)
    assert read_day(f"3 {name.upper()} 2026", TODAY) == date(2026, number, 3)
