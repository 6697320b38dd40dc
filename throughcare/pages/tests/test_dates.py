"""Days, times, ages and numbers in both languages."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from throughcare.pages import dates
from throughcare.pages.dates import PartialDate
from throughcare.pages.templatetags.dates import raised

DAY = date(2026, 11, 26)
FIRST = date(2028, 4, 1)
MOMENT = datetime(2026, 11, 23, 21, 40, tzinfo=UTC)


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def shown(source: str, **context: object) -> str:
    return spaced(Template("{% load dates %}" + source).render(Context(context)))


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (dates.short_day, "26 Nov"),
        (dates.week_day, "Thu 26 Nov"),
        (dates.full_day, "26 Nov 2026"),
        (dates.full_week_day, "Thu 26 Nov 2026"),
        (dates.long_day, "Thursday 26 November"),
        (dates.long_full_day, "Thursday 26 November 2026"),
    ],
)
def test_days_in_english(write, expected):
    assert spaced(write(DAY)) == expected


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (dates.short_day, "26 nov."),
        (dates.week_day, "jeu. 26 nov."),
        (dates.full_day, "26 nov. 2026"),
        (dates.full_week_day, "jeu. 26 nov. 2026"),
        (dates.long_day, "jeudi 26 novembre"),
        (dates.long_full_day, "jeudi 26 novembre 2026"),
    ],
)
def test_days_in_french(write, expected, french):
    assert spaced(write(DAY)) == expected


def test_the_first_of_a_month_is_an_ordinal_in_french_only(french):
    assert spaced(dates.full_day(FIRST)) == "1er avril 2028"
    assert spaced(dates.full_day(date(2028, 4, 11))) == "11 avril 2028"


def test_the_first_of_a_month_is_a_figure_in_english():
    assert spaced(dates.full_day(FIRST)) == "1 Apr 2028"


def test_a_template_raises_the_french_ordinal(french):
    assert shown("{{ day|week_day }}", day=FIRST) == "sam. 1<sup>er</sup> avril"


def test_times_in_english():
    assert dates.clock_time(time(9, 5)) == "09:05"
    assert spaced(dates.week_moment(MOMENT)) == "Mon 23 Nov, 16:40"


def test_times_in_french(french):
    assert spaced(dates.clock_time(time(17, 30))) == "17 h 30"
    assert spaced(dates.clock_time(time(9, 5))) == "9 h 05"
    assert spaced(dates.clock_time(time(17))) == "17 h"
    assert spaced(dates.full_moment(MOMENT)) == "23 nov. 2026, 16 h 40"


@pytest.mark.parametrize(
    ("at", "english", "in_french"),
    [
        ("2026-11-19T14:00-05:00", "Thu 19 Nov, 14:00", "jeu. 19 nov., 14 h"),
        ("2026-11-19T00:00-05:00", "Thu 19 Nov", "jeu. 19 nov."),
        ("2026-07-02T00:00-04:00", "Thu 2 Jul", "jeu. 2 juill."),
        ("2026-11-19T00:01-05:00", "Thu 19 Nov, 00:01", "jeu. 19 nov., 0 h 01"),
        ("2026-11-19T00:00+00:00", "Wed 18 Nov, 19:00", "mer. 18 nov., 19 h"),
    ],
)
def test_local_midnight_is_a_day_of_which_no_time_is_known(at, english, in_french):
    moment = datetime.fromisoformat(at)

    assert spaced(shown("{{ at|known_moment }}", at=moment)) == english
    with translation.override("fr"):
        assert spaced(dates.known_moment(moment)) == in_french


def test_a_moment_after_local_midnight_in_utc_is_still_the_evening_before():
    late = datetime(2026, 11, 24, 3, 30, tzinfo=UTC)
    assert spaced(dates.full_moment(late)) == "23 Nov 2026, 22:30"
    assert shown("{{ at|short_day }}", at=late) == "23 Nov"


def test_nothing_is_broken_inside_a_date():
    assert " " not in dates.full_week_day(DAY)


def test_numbers_in_english():
    assert dates.number(4812330) == "4,812,330"
    assert dates.number(Decimal("34.5"), 1) == "34.5"
    assert dates.number(-4) == "\u22124"


def test_numbers_in_french(french):
    assert dates.number(4812330) == "4\u00a0812\u00a0330"
    assert dates.number(34.5, 1) == "34,5"
    assert dates.hours(34.5) == "34,5\u00a0h"
    assert dates.hours(30) == "30\u00a0h"


def test_days_late():
    assert dates.days_late(date(2026, 11, 20), date(2026, 11, 24)) == "4 days late"
    assert dates.days_late(date(2026, 11, 23), date(2026, 11, 24)) == "1 day late"


def test_days_late_in_french(french):
    assert dates.days_late(date(2026, 11, 20), date(2026, 11, 24)) == "4 jours de retard"


@pytest.mark.parametrize(
    ("born", "on", "expected"),
    [
        (date(1989, 8, 3), date(2026, 8, 2), 36),
        (date(1989, 8, 3), date(2026, 8, 3), 37),
        (date(2004, 2, 29), date(2026, 2, 28), 21),
        (date(2004, 2, 29), date(2026, 3, 1), 22),
        (date(2004, 2, 29), date(2028, 2, 29), 24),
        (PartialDate(1989, 8, 3), date(2026, 8, 3), 37),
        (PartialDate(1989, 8), date(2026, 8, 3), None),
    ],
)
def test_age(born, on, expected):
    assert dates.age(born, on) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (PartialDate(1989, 8, 3), "37"),
        (PartialDate(1989, 8), "37"),
        (PartialDate(1989, 12), "36"),
        (PartialDate(1989, 11), "36 or 37"),
        (PartialDate(1989), "36 or 37"),
    ],
)
def test_age_of_a_birthday_known_in_part(born, expected):
    assert dates.about_age(born, date(2026, 11, 24)) == expected


@pytest.mark.parametrize("written", ["1989", "1989-08", "1989-08-03"])
def test_a_partial_date_is_read_as_it_was_written(written):
    assert str(PartialDate.parse(written)) == written


@pytest.mark.parametrize("written", ["", "89", "1989-13", "1989-02-30", "1989-8", "1989-08-03-01"])
def test_what_is_no_partial_date(written):
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(written)


def test_a_partial_date_spans_the_days_it_can_be():
    assert PartialDate(1989).first() == date(1989, 1, 1)
    assert PartialDate(1989).last() == date(1989, 12, 31)
    assert PartialDate(1988, 2).last() == date(1988, 2, 29)
    assert not PartialDate(1989, 8).is_full()


def test_filters_of_a_partial_date():
    assert shown("{{ born|partial_day }}", born="1989-08") == "Aug 1989"
    assert shown("{{ born|partial_day }}", born=PartialDate(1989)) == "1989"
    assert shown("{{ born|partial_day }}", born=PartialDate(1989, 8, 3)) == "3 Aug 1989"


def test_filters_write_nothing_for_nothing():
    source = (
        "{{ x|week_day }}{{ x|full_moment }}{{ x|partial_day }}"
        "{{ x|clock_time }}{{ x|number }}{{ x|hours }}{{ x|iso }}"
    )
    assert shown(source, x=None) == ""


def test_filters_of_figures():
    assert shown("{{ n|number }} {{ h|hours }} {{ d|iso }}", n=1200, h=4.5, d=DAY) == (
        "1,200 4.5 h 2026-11-26"
    )
    assert shown("{{ at|clock_time }}", at=MOMENT) == "16:40"


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("confirmé le 1er\u00a0juin 2026", "confirmé le 1<sup>er</sup>\u00a0juin 2026"),
        ("confirmed 1 Jun 2026", "confirmed 1 Jun 2026"),
        ("<b>1er\u00a0juin", "&lt;b&gt;1<sup>er</sup>\u00a0juin"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_day_inside_a_sentence_is_raised_and_the_rest_escaped(sentence, written):
    assert raised(sentence) == written
