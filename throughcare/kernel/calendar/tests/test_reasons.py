"""Every reason of the calendar with all its facts, as one line each."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from throughcare.kernel.calendar.counting import clock_on, deadline_from, run
from throughcare.kernel.calendar.hours import DailySpan, hours_after, local_moment, night_of
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.tests.samples import ISLE, OFFICE, clock, told
from throughcare.kernel.calendar.working import first_report, nth_working_day

EAST = "America/Toronto"


def day(text):
    """Return a day."""
    return date.fromisoformat(text)


UNCONFIRMED = (
    clock("within", days=30, authority="Access Act, 26"),
    clock(
        "within",
        days=45,
        authority="Access Act, 26, as amended",
        starts_on=day("2026-04-24"),
        is_unconfirmed=True,
    ),
)


def first(made, in_force, **more):
    """Return the first report of an order."""
    words = {"days": 2, "authority": "Courts Act, 12"} | more
    return first_report(OFFICE, made=day(made), in_force=day(in_force), **words)


SAID = {
    "within": (
        lambda: run(clock("within", days=30), day("2026-05-14")).due.reasons,
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=30d event=2026-05-14",
            "COUNT_WITHIN [Words Act, *] event=2026-05-14 length=30d day=2026-06-13",
        ],
    ),
    "within_on_a_holiday": (
        lambda: (
            run(clock("within", days=30, moves_off_holidays=True), day("2026-04-17")).due.reasons
        ),
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=30d event=2026-04-17",
            "COUNT_WITHIN [Words Act, *] event=2026-04-17 length=30d day=2026-05-17",
            "HOLIDAY_MOVES_ACT [Words Act, *] day=2026-05-17 holiday=SUNDAY moved=2026-05-19",
        ],
    ),
    "within_before": (
        lambda: run(clock("within_before", days=30), day("2027-06-15")).due.reasons,
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=30d event=2027-06-15",
            "COUNT_WITHIN_BEFORE [Words Act, *] event=2027-06-15 length=30d day=2027-06-14",
        ],
    ),
    "clear_days": (
        lambda: run(clock("at_least_before", days=14), day("2026-07-20")).due.reasons,
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=14d event=2026-07-20",
            "COUNT_CLEAR_DAYS [Words Act, *] event=2026-07-20 length=14d day=2026-07-05",
        ],
    ),
    "plain_days": (
        lambda: run(clock("at_least_before", ISLE, days=14), day("2026-07-20")).due.reasons,
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=14d event=2026-07-20",
            "COUNT_PLAIN_DAYS [Words Act, *] event=2026-07-20 length=14d day=2026-07-06",
        ],
    ),
    "disputed": (
        lambda: (
            run(clock("at_least_after", days=7, is_disputed=True), day("2026-05-02")).due.reasons
        ),
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=7d event=2026-05-02",
            "COUNT_CLEAR_DAYS [Words Act, *] event=2026-05-02 length=7d day=2026-05-10",
            "COUNT_DISPUTED [Words Act, *] day=2026-05-10 other=2026-05-09",
        ],
    ),
    "takes_effect": (
        lambda: run(clock("takes_effect", days=14), day("2026-06-17")).due.reasons,
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=14d event=2026-06-17",
            "COUNT_TAKES_EFFECT [Words Act, *] event=2026-06-17 length=14d day=2026-07-01",
        ],
    ),
    "elapsed": (
        lambda: run(clock("elapsed", length=Length(years=1)), day("2026-02-01")).due.reasons,
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=1y event=2026-02-01",
            "COUNT_ELAPSED [Words Act, *] event=2026-02-01 length=1y day=2027-02-02",
        ],
    ),
    "beginning_with": (
        lambda: run(clock("beginning_with", days=60), day("2026-05-01")).due.reasons,
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=60d event=2026-05-01",
            "COUNT_BEGINNING_WITH [Words Act, *] event=2026-05-01 length=60d day=2026-06-29",
        ],
    ),
    "business_days": (
        lambda: (
            run(clock("within", ISLE, days=3, in_business_days=True), day("2026-12-23")).due.reasons
        ),
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=3d event=2026-12-23",
            "COUNT_BUSINESS_DAYS [Words Act, *] event=2026-12-23 length=3d day=2026-12-29",
        ],
    ),
    "business_days_not_checked": (
        lambda: (
            run(clock("within", ISLE, days=9, in_business_days=True), day("2035-12-27")).due.flags
        ),
        [
            "HOLIDAYS_NOT_CHECKED [Words Act, *] day=2036-01-10",
        ],
    ),
    "a_doubtful_holiday": (
        lambda: (
            run(clock("within", days=30, moves_off_holidays=True), day("2026-07-04")).due.reasons
        ),
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=30d event=2026-07-04",
            "COUNT_WITHIN [Words Act, *] event=2026-07-04 length=30d day=2026-08-03",
            (
                "HOLIDAY_MAY_MOVE_ACT [Days Act, MARKET] day=2026-08-03 holiday=MARKET "
                "moved=2026-08-04"
            ),
        ],
    ),
    "a_limit_not_checked": (
        lambda: run(clock("within", days=30, moves_off_holidays=True), day("2035-12-27")).due.flags,
        [
            "HOLIDAYS_NOT_CHECKED [Words Act, *] day=2036-01-26",
        ],
    ),
    "a_filing": (
        lambda: (
            run(clock("within", days=3, moves_off_closed_days=True), day("2026-05-13")).due.reasons
        ),
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=3d event=2026-05-13",
            "COUNT_WITHIN [Words Act, *] event=2026-05-13 length=3d day=2026-05-16",
            "OFFICE_SHUT_MOVES_FILING [Words Act, *] day=2026-05-16 moved=2026-05-19",
        ],
    ),
    "a_filing_on_a_closing_day": (
        lambda: (
            run(
                clock("within", days=2, moves_off_closed_days=True),
                day("2026-05-12"),
                frozenset({day("2026-05-14")}),
            ).due.reasons
        ),
        [
            "COUNT_RULE [Courts Act, 7] clock=CLOCK length=2d event=2026-05-12",
            "COUNT_WITHIN [Words Act, *] event=2026-05-12 length=2d day=2026-05-14",
            "OFFICE_SHUT_MOVES_FILING [Words Act, *] day=2026-05-14 moved=2026-05-15",
        ],
    ),
    "no_rule": (
        lambda: deadline_from([], "CLOCK", day("2026-05-12")).asks,
        [
            "RULE_NOT_KNOWN [] clock=CLOCK event=2026-05-12",
        ],
    ),
    "unconfirmed": (
        lambda: deadline_from(UNCONFIRMED, "CLOCK", day("2026-07-02")).due.flags,
        [
            "RULE_UNCONFIRMED [Access Act, 26, as amended] clock=CLOCK since=2026-04-24",
        ],
    ),
    "unconfirmed_keeps_both_rules": (
        lambda: deadline_from(UNCONFIRMED, "CLOCK", day("2026-07-02")).due.reasons,
        [
            "COUNT_RULE [Access Act, 26, as amended] clock=CLOCK length=45d event=2026-07-02",
            "COUNT_WITHIN [Words Act, *] event=2026-07-02 length=45d day=2026-08-16",
            "COUNT_RULE [Access Act, 26] clock=CLOCK length=30d event=2026-07-02",
            "COUNT_WITHIN [Words Act, *] event=2026-07-02 length=30d day=2026-08-01",
        ],
    ),
    "working_days": (
        lambda: nth_working_day(OFFICE, day("2026-09-29"), 2, "Courts Act, 12").reasons,
        [
            "WORKING_DAYS_COUNTED [Courts Act, 12] event=2026-09-29 count=2 day=2026-10-01",
            "WORKING_DAY_DISPUTED [Courts Act, 12] day=2026-09-30 other=2026-10-02",
        ],
    ),
    "working_days_not_checked": (
        lambda: nth_working_day(OFFICE, day("2035-12-28"), 2, "Courts Act, 12").flags,
        [
            "HOLIDAYS_NOT_CHECKED [Courts Act, 12] day=2036-01-02",
        ],
    ),
    "own_words": (
        lambda: first("2026-02-10", "2026-06-10", has_own_words=True).asks,
        [
            "REPORT_IN_OWN_WORDS [Courts Act, 12] event=2026-02-10",
        ],
    ),
    "before_in_force": (
        lambda: first("2026-02-10", "2026-06-10").asks,
        [
            "REPORT_BEFORE_IN_FORCE [Courts Act, 12] made=2026-02-10 in_force=2026-06-10 count=2",
        ],
    ),
    "from_in_force": (
        lambda: first("2026-02-10", "2026-06-10").reasons,
        [
            "REPORT_FROM_IN_FORCE [Courts Act, 12] in_force=2026-06-10 day=2026-06-12",
        ],
    ),
    "the_suggestion_itself": (
        lambda: first("2026-02-10", "2026-06-10").suggested.reasons,
        [
            "WORKING_DAYS_COUNTED [Courts Act, 12] event=2026-06-10 count=2 day=2026-06-12",
        ],
    ),
    "in_force_at_once": (
        lambda: first("2026-02-10", "2026-02-10").reasons,
        [
            "WORKING_DAYS_COUNTED [Courts Act, 12] event=2026-02-10 count=2 day=2026-02-12",
        ],
    ),
    "hours": (
        lambda: (
            hours_after(
                local_moment(datetime(2026, 5, 1, 14, 0), EAST), 24, "Courts Act, 9"
            ).reasons
        ),
        [
            "HOURS_RUN [Courts Act, 9] event=2026-05-01T18:00 count=24 at=2026-05-02T18:00",
        ],
    ),
    "a_time_that_comes_twice": (
        lambda: local_moment(datetime(2026, 11, 1, 1, 30), EAST).reasons,
        [
            "CLOCK_TIME_COMES_TWICE [America/Toronto] time=2026-11-01T01:30",
        ],
    ),
    "a_time_that_is_skipped": (
        lambda: local_moment(datetime(2027, 3, 14, 2, 30), EAST).reasons,
        [
            "CLOCK_TIME_SKIPPED [America/Toronto] time=2027-03-14T02:30",
        ],
    ),
    "a_night": (
        lambda: night_of(DailySpan(time(21), time(6)), day("2026-06-01"), EAST, "order, 4").reasons,
        [
            "WINDOW_OF_THE_NIGHT [order, 4] evening=2026-06-01 zone=America/Toronto",
        ],
    ),
    "a_night_of_change": (
        lambda: (
            night_of(DailySpan(time(1, 30), time(6)), day("2026-11-01"), EAST, "order, 4").reasons
        ),
        [
            "WINDOW_OF_THE_NIGHT [order, 4] evening=2026-11-01 zone=America/Toronto",
            "CLOCK_TIME_COMES_TWICE [America/Toronto] time=2026-11-01T01:30",
            "CLOCK_CHANGES_IN_WINDOW [America/Toronto] evening=2026-11-01",
        ],
    ),
    "a_night_that_ends_in_the_change": (
        lambda: (
            night_of(DailySpan(time(21), time(2, 30)), day("2027-03-13"), EAST, "order, 4").reasons
        ),
        [
            "WINDOW_OF_THE_NIGHT [order, 4] evening=2027-03-13 zone=America/Toronto",
            "CLOCK_TIME_SKIPPED [America/Toronto] time=2027-03-14T02:30",
            "CLOCK_CHANGES_IN_WINDOW [America/Toronto] evening=2027-03-13",
        ],
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_every_reason_with_its_facts(name):
    reasons, lines = SAID[name]

    assert told(reasons()) == lines


def test_both_rules_give_their_day_and_the_earlier_target():
    both = deadline_from(UNCONFIRMED, "CLOCK", day("2026-07-02"))

    assert (both.due.on, both.due.others) == (day("2026-08-16"), (day("2026-08-01"),))
    assert both.target == day("2026-07-31")
    assert both.unextended == day("2026-08-16")


def test_closing_days_are_known_to_both_rules():
    filing = tuple(replace(each, moves_off_closed_days=True) for each in UNCONFIRMED)
    closed = frozenset(map(day, ("2026-08-03", "2026-08-17")))

    both = deadline_from(filing, "CLOCK", day("2026-07-02"), closed)

    assert (both.due.on, both.due.others) == (day("2026-08-18"), (day("2026-08-04"),))


@pytest.mark.parametrize(("on", "rules"), [("2026-04-23", 1), ("2026-04-24", 2)])
def test_one_rule_alone_where_it_is_confirmed(on, rules):
    assert len(clock_on(UNCONFIRMED, "CLOCK", day(on))) == rules


def test_a_confirmed_rule_leaves_the_one_before_out():
    confirmed = [replace(each, is_unconfirmed=False) for each in UNCONFIRMED]

    assert clock_on(confirmed, "CLOCK", day("2026-07-02")) == [confirmed[1]]
