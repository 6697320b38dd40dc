"""What the office owes under each condition, worked by hand. The numbers of days are samples.

Calendar used: 2026-01-12 is a Monday. Five working days after it end on Monday 19 January, three
on Thursday the 15th, two on Wednesday the 14th. Thirty days after it end on 11 February.
"""

import pytest

from throughcare.packs.tests.ordered import asks, happened, ordered, owed

P, D, C = "PROBATION", "CONDITIONAL_DISCHARGE", "CSO"
JAN = "2026-01-12"
BOND = "PEACE_BOND_810"

ONCE = [
    # code, stated, what, last day, what would close it
    ("ORDER_ITSELF", {}, "EXPLAIN", "2026-01-26", "EXPLAINED"),
    ("REPORT_NEXT", {}, "FIRST_DIRECTION", "2026-01-19", "DIRECTED_REPORT"),
    ("COUNSELLING", {}, "REFER", "2026-02-11", "REFERRED"),
    ("COUNSELLING", {"topics": ["anger"]}, "REFER", "2026-02-11", "DIRECTED"),
    ("PARTNER_ASSAULT_PROGRAM", {}, "REFER", "2026-01-26", "REFERRED"),
    ("TREATMENT_ATTEND", {}, "REFER", "2026-02-11", "ENROLLED"),
    ("TREATMENT_AGREED", {}, "REFER", "2026-02-11", "REFERRED"),
    ("CURATIVE_TREATMENT", {}, "REFER", "2026-02-11", "REFERRED"),
    ("SIGN_RELEASES", {}, "GET_SIGNED", "2026-02-11", "RELEASE_SIGNED"),
    ("SIGN_RELEASES", {"purpose": "counselling"}, "GET_SIGNED", "2026-02-11", "DIRECTED"),
    ("NO_WEAPON", {}, "ASK_FIREARMS", "2026-02-11", "CHECKED"),
    ("NO_WEAPON", {"surrender": "licences"}, "DIRECT_SURRENDER", "2026-01-14", "DIRECTED"),
    ("SURRENDER", {}, "DIRECT", "2026-01-14", "SURRENDERED"),
    ("PASSPORT", {}, "DIRECT", "2026-01-14", "DIRECTED"),
    ("RESIDE_APPROVED", {}, "APPROVE", "2026-01-19", "ADDRESS_APPROVED"),
    ("RESIDE_FACILITY", {}, "CONFIRM_PLACE", "2026-01-19", "CHECKED"),
    ("RESIDE_RULES", {}, "GET_RULES", "2026-01-26", "PROOF_SHOWN"),
    ("RESIDE_RESTRICTION", {}, "CHECK_HOME", "2026-02-11", "CHECKED"),
    ("SCHEDULE_ADVANCE", {}, "DIRECT", "2026-01-15", "DIRECTED"),
    ("EM_DEVICE", {}, "REFER", "2026-01-14", "REFERRED"),
    ("SAMPLE_REGULAR", {}, "SERVE_NOTICE", "2026-01-26", "LETTER_SENT"),
    ("INTERLOCK", {}, "ASK_ENROLMENT", "2026-02-11", "PROOF_SHOWN"),
    ("COMMUNITY_SERVICE", {"hours": 60}, "PLACE", "2026-02-11", "REFERRED"),
    ("INTERNET_RESTRICTION", {}, "ASK_DEVICES", "2026-02-11", "CHECKED"),
    ("DEVICE_RESTRICTION", {}, "ASK_DEVICES", "2026-02-11", "CHECKED"),
    ("INCORPORATES", {}, "GET_PAPER", "2026-01-19", "CHECKED"),
    ("OTHER_ORDER_COMPLY", {}, "GET_ORDER", "2026-01-26", "CHECKED"),
    ("OTHER_REASONABLE", {}, "READ", "2026-01-19", "LETTER_SENT"),
    ("TRANSFER_SUPERVISION", {}, "APPLY", "2026-01-26", "LETTER_SENT"),
    ("DISCLOSE_VEHICLE", {}, "ASK_VEHICLES", "2026-02-11", "CHECKED"),
    ("DISPOSE_ITEMS", {}, "DIRECT", "2026-01-26", "DIRECTED"),
    ("NO_IMAGES", {}, "ASK", "2026-02-11", "CHECKED"),
    ("NO_ANIMAL", {}, "ASK_ANIMALS", "2026-02-11", "CHECKED"),
    ("APOLOGY", {}, "DIRECT", "2026-02-11", "DIRECTED"),
    ("ORG_POLICIES", {}, "DIRECT", "2026-02-11", "DIRECTED"),
    ("PAROLE_RETURN", {}, "ASK_RETURN", "2026-01-13", "CHECKED"),
]


@pytest.mark.parametrize(("code", "stated", "what", "last", "closing"), ONCE)
def test_the_office_owes_it_once_and_late_is_its_own_lapse(code, stated, what, last, closing):
    condition = ordered(P, JAN, "12m", code, stated)
    late = happened(f"{closing} 2026-05-01")

    lines = [each for each in owed(condition, "2026-05-01") if each.startswith(what + " ")]
    closed = [each for each in owed(condition, "2026-05-01", late) if each.startswith(what + " ")]

    assert lines == [f"{what} 2026-01-12 {last} overdue"]
    assert closed == [f"{what} 2026-01-12 {last} done_late"]


BY_INSTRUMENT = [
    ("ORDER_ITSELF", P, "EXPLAIN 2026-01-12 2026-01-26 open"),
    ("ORDER_ITSELF", C, "EXPLAIN_CONDITIONAL_SENTENCE 2026-01-12 2026-01-19 open"),
    ("ORDER_ITSELF", BOND, "EXPLAIN_RECOGNIZANCE 2026-01-12 2026-01-26 open"),
    ("HOUSE_ARREST", C, "CHECK 2026-01-12 2026-01-18 open"),
    ("HOUSE_ARREST", D, "CHECK_OTHER_ORDER 2026-02-01 2026-02-28 ahead"),
    ("CURFEW", C, "CHECK 2026-02-01 2026-02-28 ahead"),
    ("CURFEW", P, "CHECK_OTHER_ORDER 2026-02-01 2026-02-28 ahead"),
    ("CURFEW", BOND, "CHECK_OTHER_ORDER 2026-02-01 2026-02-28 ahead"),
]
NIGHT = {"window": {"start": "22:00", "end": "06:00"}}


@pytest.mark.parametrize(("code", "instrument", "line"), BY_INSTRUMENT)
def test_instruments_ask_differently(code, instrument, line):
    condition = ordered(instrument, JAN, "12m", code, NIGHT if code == "CURFEW" else {})

    assert owed(condition, JAN)[0] == line


def test_house_arrest_of_a_conditional_sentence_is_checked_each_week():
    condition = ordered(C, JAN, "12m", "HOUSE_ARREST", {})

    got = owed(condition, "2026-01-20", happened("CHECKED 2026-01-15 collateral"))

    assert got == [
        "CHECK 2026-01-12 2026-01-18 done",
        "CHECK 2026-01-19 2026-01-25 open",
        "CHECK 2026-01-26 2026-02-01 ahead",
    ]


def test_the_persons_own_word_is_no_check_of_house_arrest():
    condition = ordered(C, JAN, "12m", "HOUSE_ARREST", {})

    got = owed(condition, "2026-01-20", happened("CHECKED 2026-01-15 self_report"))

    assert got[0] == "CHECK 2026-01-12 2026-01-18 overdue"


def test_a_check_of_one_week_does_not_carry_into_the_next():
    condition = ordered(C, JAN, "12m", "HOUSE_ARREST", {})
    checks = happened("CHECKED 2026-01-15 observed", "CHECKED 2026-01-16 observed")

    assert owed(condition, "2026-01-26", checks)[1] == "CHECK 2026-01-19 2026-01-25 overdue"


PHASES = [
    # The first six months of a year: 12 January to 11 July. The last week of it is a part.
    (
        "HOUSE_ARREST",
        {"phase": {"from": 0, "to": 6, "unit": "month"}},
        "2026-07-31",
        "CHECK 2026-06-29 2026-07-05 overdue",
    ),
    # Curfew for the balance: from 12 July. July is a part month: August is the first whole one.
    (
        "CURFEW",
        {**NIGHT, "phase": {"from": 6, "to": "end", "unit": "month"}},
        "2026-07-31",
        "CHECK 2026-08-01 2026-08-31 ahead",
    ),
    # The last four months: 12 September to 11 January.
    (
        "CURFEW",
        {**NIGHT, "phase": {"last": 4, "unit": "month"}},
        "2026-10-01",
        "CHECK 2026-11-01 2026-11-30 ahead",
    ),
    # The last 50 days of the year: 23 November to 11 January.
    (
        "HOUSE_ARREST",
        {"phase": {"last": 50, "unit": "day"}},
        "2026-11-23",
        "CHECK 2026-11-30 2026-12-06 ahead",
    ),
]


@pytest.mark.parametrize(("code", "stated", "on", "line"), PHASES)
def test_a_part_of_the_order_narrows_the_checks(code, stated, on, line):
    condition = ordered(C, JAN, "12m", code, stated)

    assert owed(condition, on)[-1] == line


def test_house_arrest_then_curfew_leaves_no_week_to_both():
    first = {"phase": {"from": 0, "to": 6, "unit": "month"}}
    rest = {**NIGHT, "phase": {"from": 6, "to": "end", "unit": "month"}}
    house = owed(ordered(C, JAN, "12m", "HOUSE_ARREST", first), "2027-01-11")
    night = owed(ordered(C, JAN, "12m", "CURFEW", rest), "2027-01-11")

    assert max(each.split()[2] for each in house) == "2026-07-05"
    assert min(each.split()[1] for each in night) == "2026-08-01"


def test_curfew_on_a_conditional_sentence_takes_two_checks_a_month():
    condition = ordered(C, JAN, "12m", "CURFEW", NIGHT)
    one = happened("CHECKED 2026-02-03 collateral")
    two = happened("CHECKED 2026-02-03 collateral", "CHECKED 2026-02-20 observed")

    assert owed(condition, "2026-03-01", one)[0] == "CHECK 2026-02-01 2026-02-28 overdue"
    assert owed(condition, "2026-03-01", two)[0] == "CHECK 2026-02-01 2026-02-28 done"


def test_a_curfew_without_hours_is_unclear():
    assert asks(ordered(P, JAN, "12m", "CURFEW", {})) == ["window"]


def test_house_arrest_on_another_instrument_is_computed_all_the_same():
    condition = ordered(P, JAN, "12m", "HOUSE_ARREST", {})

    got = owed(condition, "2026-03-01")

    assert got[0] == "CHECK_OTHER_ORDER 2026-02-01 2026-02-28 overdue"


def test_exceptions_that_go_on_below_ask_no_second_check():
    assert owed(ordered(C, JAN, "12m", "HOUSE_ARREST", {"continues": True}), "2026-03-01") == []


ROLLING = [
    # code, stated, what, first last day, closing, next window
    (
        "PROOF_COMPLIANCE",
        {},
        "ASK_PROOF",
        "2026-04-12",
        "PROOF_SHOWN document",
        "2026-03-02 2026-06-01",
    ),
    (
        "SEEK_WORK_SCHOOL",
        {},
        "REVIEW_EFFORTS",
        "2026-04-12",
        "CHECKED self_report",
        "2026-03-02 2026-06-01",
    ),
    (
        "EMPLOYMENT_RESTRICTION",
        {},
        "VERIFY_WORK",
        "2026-04-12",
        "CHECKED document",
        "2026-03-02 2026-06-01",
    ),
    (
        "INTERNET_RESTRICTION",
        {},
        "CHECK_USE",
        "2026-04-12",
        "CHECKED collateral",
        "2026-03-02 2026-06-01",
    ),
    ("DEVICE_INSPECTION", {}, "INSPECT", "2026-04-12", "CHECKED observed", "2026-03-02 2026-06-01"),
    (
        "SUPPORT_DEPENDANTS",
        {},
        "SEE_RECEIPTS",
        "2026-07-12",
        "PAID document",
        "2026-03-02 2026-09-01",
    ),
    (
        "RESTITUTION",
        {"amount": 500},
        "SEE_PAYMENTS",
        "2026-04-12",
        "PAID official",
        "2026-03-02 2026-06-01",
    ),
    (
        "SCHOOL_ATTEND",
        {},
        "SEE_ATTENDANCE",
        "2026-03-12",
        "CHECKED document",
        "2026-03-02 2026-05-01",
    ),
]


@pytest.mark.parametrize(("code", "stated", "what", "last", "closing", "following"), ROLLING)
def test_what_comes_again_counts_from_the_last_time(code, stated, what, last, closing, following):
    condition = ordered(P, JAN, "12m", code, stated)
    kind, strength = closing.split()

    got = owed(condition, "2026-03-02", happened(f"{kind} 2026-03-01 {strength}"))

    assert [each for each in got if each.startswith(what + " ")] == [
        f"{what} 2026-01-12 {last} done",
        f"{what} {following} open",
    ]


TOO_WEAK = [
    ("EMPLOYMENT_RESTRICTION", "VERIFY_WORK", "self_report"),
    ("INTERNET_RESTRICTION", "CHECK_USE", "self_report"),
    ("INTERNET_RESTRICTION", "CHECK_USE", "document"),
    ("DEVICE_INSPECTION", "INSPECT", "collateral"),
]


@pytest.mark.parametrize(("code", "what", "strength"), TOO_WEAK)
def test_a_check_that_is_too_weak_closes_nothing(code, what, strength):
    condition = ordered(P, JAN, "12m", code, {})

    got = owed(condition, "2026-04-13", happened(f"CHECKED 2026-03-01 {strength}"))

    assert f"{what} 2026-01-12 2026-04-12 overdue" in got


AFTER = [
    ("REPORT_NEXT", "!REPORTED 2026-02-02", "NEXT_DIRECTION 2026-02-02 2026-02-05 open"),
    ("COUNSELLING", "!ENROLLED 2026-02-02", "CONFIRM 2026-02-02 2026-03-02 open"),
    ("TREATMENT_ATTEND", "!ENROLLED 2026-02-02", "CONFIRM 2026-02-02 2026-03-02 open"),
    (
        "RESIDE_APPROVED",
        "!ADDRESS_CHANGING 2026-02-02",
        "APPROVE_CHANGE 2026-02-02 2026-02-07 open",
    ),
    ("CARRY_PERMISSION", "!PERMISSION_GIVEN 2026-02-02", "GIVE_PAPER 2026-02-02 2026-02-03 open"),
    (
        "EMPLOYMENT_RESTRICTION",
        "!JOB_CHANGED 2026-02-02",
        "VERIFY_CHANGE 2026-02-02 2026-02-16 open",
    ),
]


@pytest.mark.parametrize(("code", "event", "line"), AFTER)
def test_the_office_owes_what_an_event_brings(code, event, line):
    condition = ordered(C, JAN, "12m", code, {})

    assert line in owed(condition, "2026-02-02", happened(event))


def test_reporting_asks_nothing_of_the_person_and_the_next_direction_of_the_office():
    condition = ordered(P, JAN, "12m", "REPORT_NEXT", {})
    booked = happened("!REPORTED 2026-01-14", "DIRECTED_REPORT 2026-01-14")

    assert owed(condition, "2026-01-20", booked) == [
        "FIRST_DIRECTION 2026-01-12 2026-01-19 done",
        "NEXT_DIRECTION 2026-01-14 2026-01-17 done",
    ]


def test_an_approved_address_in_the_order_needs_no_approval():
    named = ordered(C, JAN, "12m", "RESIDE_APPROVED", {"address": "a named address"})

    assert owed(named, "2026-02-01") == []


def test_schedules_are_kept_month_by_month_from_the_first_whole_month():
    condition = ordered(C, JAN, "12m", "SCHEDULE_ADVANCE", {})

    got = owed(condition, "2026-03-02", happened("DIRECTED 2026-01-13", "PROOF_SHOWN 2026-02-10"))

    assert got == [
        "DIRECT 2026-01-12 2026-01-15 done",
        "KEEP_SCHEDULE 2026-02-01 2026-02-28 done",
        "KEEP_SCHEDULE 2026-03-01 2026-03-31 open",
        "KEEP_SCHEDULE 2026-04-01 2026-04-30 ahead",
    ]


def test_custody_puts_the_offices_work_off_too():
    condition = ordered(P, JAN, "12m", "COUNSELLING", {})

    got = owed(condition, "2026-02-20", happened("~CUSTODY 2026-01-20 2026-01-30"))

    assert got == ["REFER 2026-01-12 2026-02-21 open"]


def test_an_order_from_release_opens_the_offices_work_on_release():
    condition = ordered(P, JAN, "12m", "SIGN_RELEASES", {}, released="2026-02-13")

    assert owed(condition, "2026-02-13") == ["GET_SIGNED 2026-02-13 2026-03-15 open"]


def test_nothing_falls_due_after_the_order():
    condition = ordered(P, JAN, "14d", "COUNSELLING", {})

    assert owed(condition, "2026-01-26") == ["REFER 2026-01-12 2026-01-25 overdue"]


def test_february_of_a_leap_year_ends_on_the_29th():
    condition = ordered(P, "2028-01-30", "12m", "COUNSELLING", {})

    assert owed(condition, "2028-02-29") == ["REFER 2028-01-30 2028-02-29 open"]
