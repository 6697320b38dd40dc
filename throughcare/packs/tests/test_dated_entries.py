"""Every dated entry of the Ontario pack, on the day before its `from` and on the day itself."""

from datetime import date

import pytest

from throughcare.kernel.calendar.answers import NeedsPerson
from throughcare.kernel.calendar.counting import clock_on, deadline_from
from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.rules import rule_on
from throughcare.packs.loading import PACKS, load
from throughcare.packs.pack import rule_in_force

ONTARIO = load(PACKS / "ca_on")
TERMS = {
    "PROBATION": "1996-09-03",
    "CONDITIONAL_DISCHARGE": "1996-09-03",
    "CSO": "1996-09-03",
    "INTERMITTENT": "1996-09-03",
    "PEACE_BOND_810": "1985-12-04",
    "PEACE_BOND_81001": "1997-05-02",
    "PEACE_BOND_810011": "2015-07-17",
    "PEACE_BOND_81002": "2015-07-17",
    "PEACE_BOND_81003": "2025-04-08",
    "PEACE_BOND_8101": "1993-08-01",
    "PEACE_BOND_8102": "1997-08-01",
    "PEACE_BOND_COMMON_LAW": "1985-12-04",
    "PAROLE": "1992-11-01",
    "TEMPORARY_ABSENCE": "1997-07-03",
    "S161_PROHIBITION": "1993-08-01",
    "S109_ORDER": "1998-12-01",
    "S110_ORDER": "1998-12-01",
    "SOIRA_ORDER": "2004-12-15",
    "DNA_ORDER": "2000-06-30",
    "NO_COMMUNICATION_IN_CUSTODY": "2008-07-03",
    "RESTITUTION": "1996-09-03",
    "VICTIM_SURCHARGE": "1989-07-31",
    "NCR_DISPOSITION": "1992-02-04",
}
CLOCKS = {
    "CSO_CHANGE_REQUEST": "1996-09-03",
    "CSO_CHANGE_HEARING": "1996-09-03",
    "CSO_CHANGE_EFFECT": "1996-09-03",
    "CSO_BREACH_HEARING": "1996-09-03",
    "PAROLE_SUSPENSION_REVIEW": "1992-11-01",
    "PAROLE_SUSPENSION_REVIEW_LONG": "1992-11-01",
    "TEMPORARY_ABSENCE_LIMIT": "1997-07-03",
    "SAMPLE_INTERVAL": "2015-03-31",
    "SAMPLE_DESTRUCTION": "2015-03-31",
    "REGISTRATION_FIRST_REPORT": "2011-04-15",
    "REGISTRATION_ANNUAL_REPORT": "2011-04-15",
    "REGISTRATION_ABSENCE_NOTICE": "2023-10-26",
    "REGISTRATION_END_APPLICATION_5": "2004-12-15",
    "REGISTRATION_END_APPLICATION_10": "2004-12-15",
    "REGISTRATION_END_APPLICATION_20": "2004-12-15",
    "SUMMARY_LIMITATION": "1985-12-04",
    "REVIEW_BOARD_ANNUAL": "1992-02-04",
    "REVIEW_BOARD_FIRST": "1992-02-04",
    "REVIEW_BOARD_AFTER_COURT": "1992-02-04",
    "PRIVATE_RECORDS_APPLICATION": "2018-12-13",
    "ABSOLUTE_DISCHARGE_HIDDEN": "1992-07-24",
    "CONDITIONAL_DISCHARGE_HIDDEN": "1992-07-24",
    "RECORD_SUSPENSION_SUMMARY": "2012-03-13",
    "RECORD_SUSPENSION_INDICTABLE": "2012-03-13",
    "YOUTH_ACCESS_SUMMARY": "2012-10-23",
    "YOUTH_BLOCKED_SUMMARY": "2012-10-23",
    "YOUTH_ACCESS_INDICTABLE": "2012-10-23",
    "YOUTH_BLOCKED_INDICTABLE": "2012-10-23",
    "ACCESS_REQUEST": "1988-01-01",
}
OTHERS = [
    ("hours", "SAMPLE_FIRST", "2015-03-31"),
    ("hours", "PAROLE_WARRANT_AFTER_ARREST", "1992-11-01"),
    ("hours", "ABSENCE_WARRANT_AFTER_ARREST", "1997-07-03"),
    ("hours", "DISPOSITION_BEFORE_JUSTICE", "1992-02-04"),
    ("working", "FIRST_REPORT_PROBATION", "1996-09-03"),
    ("working", "FIRST_REPORT_CONDITIONAL_SENTENCE", "1996-09-03"),
    ("ceilings", "COMMUNITY_SERVICE", "1996-09-03"),
    ("missing", "PAROLE_BOARD_DECISION", "1992-11-01"),
]


def day(text):
    """Return a day."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(("instrument", "since"), TERMS.items())
def test_a_term_applies_from_its_first_day(instrument, since):
    first = day(since)

    assert rule_on(ONTARIO.terms, instrument, first - ONE_DAY) is None
    assert rule_on(ONTARIO.terms, instrument, first).starts_on == first


@pytest.mark.parametrize(("instrument", "since"), TERMS.items())
def test_an_order_made_before_the_rule_is_left_to_a_person(instrument, since):
    made_on = day(since) - ONE_DAY
    found = term_of(ONTARIO.terms, Made(instrument, made_on, Length(months=12)))

    assert [ask.code for ask in found.asks] == ["TERM_RULE_NOT_KNOWN"]
    assert dict(found.asks[0].facts) == {"instrument": instrument, "day": made_on}
    assert (found.starts_on, found.ends_before) == (None, None)


@pytest.mark.parametrize(("code", "since"), CLOCKS.items())
def test_a_clock_applies_from_its_first_day(code, since):
    first = day(since)

    assert clock_on(ONTARIO.clocks, code, first - ONE_DAY) == []
    assert [each.starts_on for each in clock_on(ONTARIO.clocks, code, first)] == [first]


@pytest.mark.parametrize(("code", "since"), CLOCKS.items())
def test_an_event_before_the_clock_is_left_to_a_person(code, since):
    event = day(since) - ONE_DAY
    found = deadline_from(ONTARIO.clocks, code, event)

    assert isinstance(found, NeedsPerson)
    assert dict(found.asks[0].facts) == {"clock": code, "event": event}


@pytest.mark.parametrize(("kind", "code", "since"), OTHERS)
def test_every_other_rule_applies_from_its_first_day(kind, code, since):
    rules, first = getattr(ONTARIO, kind), day(since)

    assert rule_in_force(rules, code, first - ONE_DAY) is None
    assert rule_in_force(rules, code, first).starts_on == first


def test_no_entry_of_the_pack_is_left_out_here():
    assert {each.instrument for each in ONTARIO.terms} == set(TERMS)
    assert {each.code for each in ONTARIO.clocks} == set(CLOCKS)


@pytest.mark.parametrize(
    ("event", "length", "due"),
    [
        ("2019-09-18", Length(months=6), "2020-03-18"),
        ("2019-09-19", Length(months=12), "2020-09-19"),
    ],
)
def test_the_limitation_changed_on_one_day(event, length, due):
    clocks = clock_on(ONTARIO.clocks, "SUMMARY_LIMITATION", day(event))
    found = deadline_from(ONTARIO.clocks, "SUMMARY_LIMITATION", day(event))

    assert [each.length for each in clocks] == [length]
    assert (found.due.on, found.due.others) == (day(due), ())


@pytest.mark.parametrize(
    ("event", "due", "others", "flags"),
    [
        ("2026-04-23", "2026-05-23", [], []),
        ("2026-04-24", "2026-06-29", ["2026-05-25"], ["RULE_UNCONFIRMED"]),
    ],
)
def test_an_unconfirmed_rule_keeps_the_one_before_beside_it(event, due, others, flags):
    found = deadline_from(ONTARIO.clocks, "ACCESS_REQUEST", day(event)).due

    assert (found.on, found.others) == (day(due), tuple(day(each) for each in others))
    assert [flag.code for flag in found.flags] == flags


@pytest.mark.parametrize(
    ("code", "on", "holiday"),
    [
        ("CA", "2021-09-30", "TRUTH_AND_RECONCILIATION"),
        ("CA", "2020-09-30", None),
        ("CA", "2022-09-19", "QUEENS_FUNERAL"),
        ("CA", "2023-09-19", None),
        ("CA", "2021-09-19", "SUNDAY"),
        ("CA-ON", "2022-09-19", None),
    ],
)
def test_a_dated_holiday_is_none_before_or_after(code, on, holiday):
    found = ONTARIO.holidays[code].on(day(on))

    assert (None if found is None else found.code) == holiday


@pytest.mark.parametrize("code", ["CA", "CA-ON"])
@pytest.mark.parametrize(
    ("on", "is_covered"),
    [("2014-12-31", False), ("2015-01-01", True), ("2035-12-31", True), ("2036-01-01", False)],
)
def test_the_years_a_list_was_checked_for(code, on, is_covered):
    assert ONTARIO.holidays[code].covers(day(on)) == is_covered
