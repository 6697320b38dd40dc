"""What a person owes under each condition, worked by hand from the words of the order.

Calendar used: 2026-01-12 is a Monday. Good Friday 2026-04-03, Easter Monday 04-06. Family Day
2026-02-16. 30 September is a holiday of one legislature only: the person has the later day.
"""

import pytest

from throughcare.packs.tests.ordered import asks, happened, ordered, owed

P, D, C = "PROBATION", "CONDITIONAL_DISCHARGE", "CSO"
JAN = "2026-01-12"


def within(n, unit, since="order"):
    """Return a time limit as the record has it."""
    return {"n": n, "unit": unit, "from": since}


FIRST_REPORT = [
    # Elapsed hours become days: 24 hours end on the next day, 36 and 48 on the day after it.
    (P, JAN, within(24, "hour"), "2026-01-13", "open", "2026-01-13"),
    (P, JAN, within(24, "hour"), "2026-01-13", "overdue", "2026-01-14"),
    (C, JAN, within(36, "hour"), "2026-01-14", "open", "2026-01-12"),
    (C, JAN, within(48, "hour"), "2026-01-14", "open", "2026-01-14"),
    # Today and immediately: the day itself.
    (C, JAN, within(0, "today"), JAN, "open", JAN),
    (C, JAN, within(0, "immediately"), JAN, "overdue", "2026-01-13"),
    # Plain days count weekends; working days do not.
    (P, "2026-01-16", within(3, "day"), "2026-01-19", "open", "2026-01-17"),
    (P, "2026-01-16", within(3, "working_day"), "2026-01-21", "open", "2026-01-17"),
    (P, "2026-01-16", within(2, "business_day"), "2026-01-20", "open", "2026-01-17"),
    (P, "2026-01-16", within(1, "week"), "2026-01-23", "open", "2026-01-17"),
    # Thursday before Easter: Friday and Monday are holidays, so Tuesday and Wednesday count.
    (P, "2026-04-02", within(2, "working_day"), "2026-04-08", "open", "2026-04-07"),
    # Over the end of a month and of February in a leap year.
    (D, "2026-01-30", within(2, "day"), "2026-02-01", "open", "2026-01-31"),
    (D, "2028-02-28", within(24, "hour"), "2028-02-29", "open", "2028-02-29"),
    (D, "2028-02-29", within(48, "hour"), "2028-03-02", "overdue", "2028-03-03"),
]


@pytest.mark.parametrize(("instrument", "made", "limit", "last", "state", "on"), FIRST_REPORT)
def test_the_first_report_is_owed_by_the_courts_own_time(instrument, made, limit, last, state, on):
    condition = ordered(instrument, made, "12m", "REPORT_FIRST", {"report_within": limit})

    assert owed(condition, on) == [f"REPORT {made} {last} {state}"]


STATUTORY = [
    (P, "2026-01-12", "REPORT_STATUTORY 2026-01-12 2026-01-14 open"),
    # Made on a Friday: Monday and Tuesday.
    (D, "2026-01-16", "REPORT_STATUTORY 2026-01-16 2026-01-20 open"),
    # 1 July is a holiday everywhere: Tuesday 30 June, then Thursday 2 July.
    (C, "2026-06-29", "REPORT_STATUTORY_SUPERVISOR 2026-06-29 2026-07-02 open"),
    # 30 September: a working day of the office or not. The person is told the later day.
    (C, "2026-09-28", "REPORT_STATUTORY_SUPERVISOR 2026-09-28 2026-10-01 open"),
]


@pytest.mark.parametrize(("instrument", "made", "line"), STATUTORY)
def test_two_working_days_only_in_the_words_of_the_code(instrument, made, line):
    condition = ordered(instrument, made, "12m", "REPORT_FIRST", {"statutory": True})

    assert owed(condition, made) == [line]
    assert asks(condition) == []


@pytest.mark.parametrize("instrument", [P, D, C])
def test_without_a_time_and_without_those_words_the_condition_is_unclear(instrument):
    condition = ordered(instrument, JAN, "12m", "REPORT_FIRST", {"to": "probation_officer"})

    assert owed(condition, JAN) == []
    assert asks(condition) == ["report_within"]


def test_the_courts_own_time_goes_before_the_words_of_the_code():
    stated = {"statutory": True, "report_within": within(7, "day")}
    condition = ordered(C, JAN, "12m", "REPORT_FIRST", stated)

    assert owed(condition, JAN) == ["REPORT 2026-01-12 2026-01-19 open"]


AFTER_RELEASE = [
    # Released on Friday 13 February; Monday 16 is Family Day: Tuesday and Wednesday.
    (within(2, "working_day", "release"), "2026-02-18"),
    (within(48, "hour", "release"), "2026-02-15"),
    (within(5, "day", "release"), "2026-02-18"),
    (within(0, "immediately", "release"), "2026-02-13"),
]


@pytest.mark.parametrize(("limit", "last"), AFTER_RELEASE)
def test_time_runs_from_release_where_the_order_starts_on_release(limit, last):
    stated = {"report_within": limit}
    condition = ordered(P, JAN, "12m", "REPORT_FIRST", stated, released="2026-02-13")

    assert owed(condition, "2026-02-13") == [f"REPORT 2026-02-13 {last} open"]


def test_nothing_is_counted_before_the_day_of_release_is_known():
    stated = {"report_within": within(2, "working_day", "release")}
    condition = ordered(P, JAN, "12m", "REPORT_FIRST", stated)

    assert owed(condition, "2026-03-01") == []
    assert asks(condition) == ["ASK_NOT_RELEASED"]


AFTER_SENTENCE = [
    # The conditional sentence of six months ends on Saturday 11 July; probation begins the 12th.
    (within(24, "hour", "cso_end"), "2026-07-13"),
    (within(48, "hour", "probation_start"), "2026-07-14"),
    (within(2, "business_day", "cso_end"), "2026-07-14"),
    (within(7, "working_day", "cso_end"), "2026-07-21"),
]


@pytest.mark.parametrize(("limit", "last"), AFTER_SENTENCE)
def test_time_runs_from_the_first_day_of_probation_after_a_conditional_sentence(limit, last):
    after = (C, JAN, "6m")
    condition = ordered(P, JAN, "12m", "REPORT_FIRST", {"report_within": limit}, after=after)

    assert owed(condition, "2026-07-12") == [f"REPORT 2026-07-12 {last} open"]


REPORTED = [
    (["REPORTED 2026-01-13"], "done"),
    (["REPORTED 2026-01-14"], "done_late"),
    (["SEEN_HOME 2026-01-13"], "overdue"),
    ([], "overdue"),
]


@pytest.mark.parametrize(("lines", "state"), REPORTED)
def test_only_reporting_closes_the_first_report(lines, state):
    condition = ordered(C, JAN, "12m", "REPORT_FIRST", {"report_within": within(24, "hour")})

    got = owed(condition, "2026-01-20", happened(*lines))

    assert got == [f"REPORT 2026-01-12 2026-01-13 {state}"]


def test_custody_puts_the_first_report_off():
    condition = ordered(P, JAN, "12m", "REPORT_FIRST", {"report_within": within(2, "day")})

    got = owed(condition, "2026-01-20", happened("~CUSTODY 2026-01-13 2026-01-18"))

    assert got == ["REPORT 2026-01-12 2026-01-19 overdue"]


HOURS = [
    # No day in the order: the law's 18 months, or the last day of the order if that is sooner.
    (C, JAN, "2y1-", {"hours": 150}, "2027-07-11"),
    (P, JAN, "12m", {"hours": 60}, "2027-01-11"),
    (P, JAN, "2y", {"hours": 240}, "2027-07-11"),
    # A period in months begins with the first day of the order.
    (P, JAN, "2y", {"hours": 49.75, "by": within(12, "month", "start")}, "2027-01-11"),
    (C, JAN, "12m", {"hours": 20, "by": within(6, "month", "start")}, "2026-07-11"),
    (D, JAN, "12m", {"hours": 20, "months": 3}, "2026-04-11"),
    (P, JAN, "3y", {"hours": 100, "by": {"at": "order_end"}}, "2029-01-11"),
    (P, JAN, "12m", {"hours": 25, "by": {"date": "2026-06-30"}}, "2026-06-30"),
    # Over the ceiling: computed as the court made it.
    (C, JAN, "2y1-", {"hours": 50, "by": within(23, "month", "start")}, "2027-12-11"),
    (P, JAN, "2y", {"hours": 300}, "2027-07-11"),
    # Month ends: six months from 31 August have no 31 February; the later reading is told.
    (P, "2026-08-31", "12m", {"hours": 40, "by": within(6, "month", "start")}, "2027-02-28"),
    (P, "2026-11-30", "12m", {"hours": 40, "by": within(3, "month", "start")}, "2027-02-28"),
    (P, "2028-02-29", "2y", {"hours": 40, "by": within(6, "month", "start")}, "2028-08-28"),
    (P, "2027-12-31", "12m", {"hours": 40, "by": within(2, "month", "start")}, "2028-02-29"),
]


@pytest.mark.parametrize(("instrument", "made", "long", "stated", "last"), HOURS)
def test_hours_are_owed_by_the_stated_day_or_the_laws(instrument, made, long, stated, last):
    condition = ordered(instrument, made, long, "COMMUNITY_SERVICE", stated)

    assert owed(condition, made)[0] == f"HOURS {made} {last} open"


WORKED = [
    (["HOURS_WORKED 2026-02-01 document 12"], "2026-07-11", "open"),
    (["HOURS_WORKED 2026-02-01 document 20"], "2026-07-11", "done"),
    (
        ["HOURS_WORKED 2026-02-01 document 12", "HOURS_WORKED 2026-07-11 document 8"],
        "2026-08-01",
        "done",
    ),
    (
        ["HOURS_WORKED 2026-02-01 document 12", "HOURS_WORKED 2026-07-12 document 8"],
        "2026-08-01",
        "done_late",
    ),
    # The person's own word is not a log that the agency signed.
    (["HOURS_WORKED 2026-02-01 self_report 20"], "2026-07-12", "overdue"),
]


@pytest.mark.parametrize(("lines", "on", "state"), WORKED)
def test_hours_count_when_the_agency_signs_them(lines, on, state):
    stated = {"hours": 20, "by": within(6, "month", "start")}
    condition = ordered(P, JAN, "12m", "COMMUNITY_SERVICE", stated)

    got = owed(condition, on, happened(*lines))

    assert got[0] == f"HOURS 2026-01-12 2026-07-11 {state}"


def test_hours_that_nobody_stated_are_asked_for():
    condition = ordered(P, JAN, "12m", "COMMUNITY_SERVICE", {})

    assert asks(condition) == ["hours"]


DATED = [
    ("COUNSELLING", {"by": within(6, "month", "start")}, "ATTEND_BY", "2026-07-11"),
    ("COUNSELLING", {"by": {"date": "2026-05-01"}}, "ATTEND_BY", "2026-05-01"),
    ("PARTNER_ASSAULT_PROGRAM", {"by": {"at": "order_end"}}, "FINISH_BY", "2027-01-11"),
    ("PROOF_COMPLIANCE", {"by": {"date": "2026-03-02"}}, "PROOF", "2026-03-02"),
    (
        "NO_WEAPON",
        {"surrender": "licences", "by": {"date": "2026-01-20"}},
        "SURRENDER",
        "2026-01-20",
    ),
    ("SURRENDER", {"by": within(48, "hour")}, "HAND_IN", "2026-01-14"),
    ("PASSPORT", {"by": within(7, "day")}, "HAND_IN", "2026-01-19"),
    ("NO_IMAGES", {"dispose_by": {"date": "2026-01-30"}}, "DISPOSE", "2026-01-30"),
    ("DISPOSE_ITEMS", {"dispose_by": {"date": "2026-01-30"}}, "DISPOSE", "2026-01-30"),
    ("EM_DEVICE", {"within": within(3, "business_day")}, "ENROL", "2026-01-15"),
    ("REPORT_EM", {"report_within": within(0, "immediately")}, "REPORT", "2026-01-12"),
    ("APOLOGY", {"within": within(48, "hour")}, "LETTER", "2026-01-14"),
    ("SUPPORT_DEPENDANTS", {"by": {"date": "2026-02-01"}}, "PAY", "2026-02-01"),
    ("RESTITUTION", {"amount": 500}, "PAY", "2027-01-11"),
    ("RESTITUTION", {"amount": 500, "by": {"date": "2026-09-01"}}, "PAY", "2026-09-01"),
    ("DONATION", {"amount": 200, "by": within(6, "month", "start")}, "PAY", "2026-07-11"),
    ("TAX_COMPLIANCE", {}, "FILE", "2027-01-11"),
    ("ORG_REPORT", {"by": {"date": "2026-06-30"}}, "REPORT", "2026-06-30"),
]


@pytest.mark.parametrize(("code", "stated", "what", "last"), DATED)
@pytest.mark.parametrize("instrument", [P, C])
def test_what_has_a_day_in_the_order_is_owed_by_it(instrument, code, stated, what, last):
    condition = ordered(instrument, JAN, "12m", code, stated)

    lines = [each for each in owed(condition, JAN) if each.startswith(what + " ")]

    assert lines == [f"{what} 2026-01-12 {last} open"]


AFTER_EVENTS = [
    ("APPEAR", "!COURT_DATE 2026-02-02 2026-03-10", "COURT_DATE 2026-02-02 2026-03-10 open"),
    (
        "NOTIFY_NAME_ADDR",
        "!ADDRESS_CHANGING 2026-02-02 2026-03-10",
        "NOTICE 2026-02-02 2026-03-10 open",
    ),
    ("NOTIFY_JOB", "!JOB_CHANGED 2026-02-26", "NOTICE 2026-02-26 2026-03-05 open"),
    (
        "SAMPLE_ON_DEMAND",
        "!SAMPLE_DEMANDED 2026-02-26 2026-02-28",
        "SAMPLE 2026-02-26 2026-02-28 open",
    ),
    (
        "SAMPLE_REGULAR",
        "!SAMPLE_DEMANDED 2026-02-26 2026-03-06",
        "SAMPLE 2026-02-26 2026-03-06 open",
    ),
    ("NOTIFY_POLICE_CONTACT", "!ARRESTED 2026-02-26", "NOTICE 2026-02-26 2026-02-27 open"),
    ("PAROLE_NOTIFY_SITUATION", "!JOB_CHANGED 2026-02-26", "NOTICE_JOB 2026-02-26 2026-02-27 open"),
    (
        "PAROLE_NOTIFY_SITUATION",
        "!ADDRESS_CHANGED 2026-02-26",
        "NOTICE_ADDRESS 2026-02-26 2026-02-27 open",
    ),
    ("DISCLOSE_RECORD", "!JOB_CHANGED 2026-02-26", "TELL 2026-02-26 2026-03-05 open"),
]


@pytest.mark.parametrize(("code", "event", "line"), AFTER_EVENTS)
def test_what_follows_an_event_is_owed_from_the_event(code, event, line):
    condition = ordered(P, JAN, "12m", code, {})

    assert line in owed(condition, "2026-02-26", happened(event))


@pytest.mark.parametrize(("code", "event", "line"), AFTER_EVENTS)
def test_without_the_event_nothing_of_it_is_owed(code, event, line):
    condition = ordered(P, JAN, "12m", code, {})
    what = line.split()[0]

    assert not [each for each in owed(condition, "2027-01-11") if each.startswith(what + " ")]


def test_a_court_date_is_closed_by_the_courts_result_only():
    condition = ordered(P, JAN, "12m", "APPEAR", {})
    date_set = "!COURT_DATE 2026-02-02 2026-03-10"

    said = owed(condition, "2026-03-12", happened(date_set, "COURT_ATTENDED 2026-03-10 document"))
    shown = owed(condition, "2026-03-12", happened(date_set, "COURT_ATTENDED 2026-03-10 official"))

    assert said == ["COURT_DATE 2026-02-02 2026-03-10 overdue"]
    assert shown == ["COURT_DATE 2026-02-02 2026-03-10 done"]


def test_parole_is_reported_on_the_day_of_release():
    condition = ordered(P, JAN, "6m", "PAROLE_TRAVEL_HOME", {}, released="2026-02-13")

    assert owed(condition, "2026-02-13") == ["REPORT 2026-02-13 2026-02-13 open"]


def test_the_statutes_time_before_the_order_binds_is_asked_about():
    condition = ordered(P, JAN, "12m", "REPORT_FIRST", {"statutory": True}, released="2026-02-13")

    assert owed(condition, "2026-02-13") == ["REPORT_STATUTORY 2026-02-13 2026-02-18 open"]
    assert asks(condition) == ["ASK_BEFORE_IN_FORCE"]
