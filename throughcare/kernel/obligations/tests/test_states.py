"""Each cadence by example: which windows there are and where each stands on a day."""

from fractions import Fraction

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window, around
from throughcare.kernel.obligations.computing import account, obligations, unsettled
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Rolling,
)
from throughcare.kernel.obligations.slots import fixed_slots
from throughcare.kernel.obligations.tests.examples import (
    asked,
    day,
    decision,
    monthly,
    seen,
    states,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow, State, Strength

ONCE = asked(Once(day("03-02"), day("03-05")))


@pytest.mark.parametrize(
    ("facts", "on", "state"),
    [
        pytest.param(Facts(), "03-01", "AHEAD", id="before_it_opens"),
        pytest.param(Facts(), "03-02", "OPEN", id="first_day"),
        pytest.param(Facts(), "03-04", "OPEN", id="last_day"),
        pytest.param(Facts(), "03-05", "OVERDUE", id="day_after"),
        pytest.param(seen("03-04"), "03-05", "DONE", id="done_on_the_last_day"),
        pytest.param(seen("03-05"), "03-05", "DONE_LATE", id="done_a_day_late"),
        pytest.param(seen("03-04"), "03-03", "OPEN", id="tomorrow_is_not_known"),
        pytest.param(seen("03-01"), "03-03", "OPEN", id="too_early_does_not_count"),
    ],
)
def test_once(facts, on, state):
    assert states(ONCE, facts, on) == [("03-02", "03-05", state)]


def test_evidence_weaker_than_asked_does_not_close():
    wants_proof = asked(Once(day("03-02"), day("03-05")), at_least=Strength.DOCUMENT)

    word_only = seen("03-03", strength=Strength.SELF_REPORT)
    letter = seen("03-03", strength=Strength.DOCUMENT)

    assert states(wants_proof, word_only, "03-06")[0][2] == "OVERDUE"
    assert states(wants_proof, letter, "03-06")[0][2] == "DONE"


def test_evidence_of_another_kind_or_outside_the_order_does_not_close():
    ended = asked(Once(day("03-02"), day("03-05")), until="03-03")
    call = Facts((Evidence("c", "CALL", day("03-02")),))

    assert states(ONCE, call, "03-05")[0][2] == "OVERDUE"
    assert states(ended, seen("03-03"), "03-05")[0][2] == "ENDED"


def test_of_two_kinds_that_close_it_the_earlier_counts():
    either = asked(Once(day("03-02"), day("03-05")), closed_by=frozenset({"CALL", "CONTACT"}))
    call, visit = Evidence("c", "CALL", day("03-03")), Evidence("v", "CONTACT", day("03-04"))

    for pieces in ((call, visit), (visit, call)):
        (found,) = obligations(either, Facts(pieces), day("03-04"))
        assert found.evidence == ("c",)


def test_two_kinds_of_one_day_are_taken_by_their_names():
    both = asked(monthly(("01-01", 2)), closed_by=frozenset({"CALL", "CONTACT"}))
    pieces = (Evidence("b", "CALL", day("01-03")), Evidence("a", "CONTACT", day("01-03")))

    assert obligations(both, Facts(pieces), day("01-04"))[0].evidence == ("a", "b")


AFTER = asked(After("INTAKE", Length(weeks=6)))


def test_after_an_event_there_is_one_window_for_each():
    intake = Facts(events=(Event("INTAKE", day("01-05")), Event("OTHER", day("01-06"))))

    assert states(AFTER, Facts(), "03-01") == []
    assert states(AFTER, intake, "02-16") == [("01-05", "02-17", "OPEN")]
    assert states(AFTER, intake, "02-17") == [("01-05", "02-17", "OVERDUE")]


def test_an_event_may_bring_its_own_last_day():
    moved = Facts(events=(Event("INTAKE", day("01-05"), due_before=day("02-18")),))

    assert states(AFTER, moved, "02-17") == [("01-05", "02-18", "OPEN")]


def test_times_in_a_window_do_not_carry_over():
    found = obligations(asked(monthly(("01-01", 2))), seen("01-05", "01-06", "01-07"), day("02-01"))

    assert [(f"{each.opens_on:%m-%d}", each.state, each.met) for each in found] == [
        ("01-01", State.DONE, 2),
        ("02-01", State.OPEN, 0),
        ("03-01", State.AHEAD, 0),
    ]


def test_a_missed_window_stays_overdue():
    assert states(asked(monthly(("01-01", 1))), seen("02-10"), "02-20") == [
        ("01-01", "02-01", "OVERDUE"),
        ("02-01", "03-01", "DONE"),
        ("03-01", "04-01", "AHEAD"),
    ]


@pytest.mark.parametrize(("at_once", "needed"), [(False, [1, 2]), (True, [2, 2])])
def test_a_new_level_counts_from_the_next_window_or_an_increase_at_once(at_once, needed):
    raised = asked(monthly(("01-01", 1), ("01-20", 2), at_once=at_once))

    found = obligations(raised, Facts(), day("01-25"))

    assert [each.needed for each in found] == needed


def test_a_lower_level_never_counts_at_once():
    lowered = asked(monthly(("01-01", 2), ("01-20", 1), at_once=True))

    assert [each.needed for each in obligations(lowered, Facts(), day("01-25"))] == [2, 1]


@pytest.mark.parametrize(
    ("part", "opens"), [(PartWindow.OWED, ["01-01", "02-01"]), (PartWindow.NOT_OWED, ["01-01"])]
)
def test_a_window_cut_short_by_the_end_is_owed_where_the_standard_says_so(part, opens):
    short = asked(monthly(("01-01", 1), part=part), until="02-10")

    assert [each[0] for each in states(short, Facts(), "02-01")] == opens


def test_what_was_not_due_when_the_order_ended_has_ended():
    assert states(asked(monthly(("01-01", 1)), until="02-10"), Facts(), "02-20") == [
        ("01-01", "02-01", "OVERDUE"),
        ("02-01", "03-01", "ENDED"),
    ]


def test_rolling_counts_from_the_last_time():
    fortnightly = asked(Rolling(Length(weeks=2)))

    assert states(fortnightly, seen("01-10", "01-10", "01-30"), "02-01") == [
        ("01-01", "01-16", "DONE"),
        ("01-11", "01-25", "DONE_LATE"),
        ("01-31", "02-14", "OPEN"),
    ]


HOURS = asked(Hours(Fraction(10), day("01-01"), day("03-01")), owed_by=OwedBy.PERSON)


@pytest.mark.parametrize(
    ("each_day", "state", "met"), [(3, "OPEN", 9), (4, "DONE", 12), (0, "OPEN", 0)]
)
def test_hours_add_up(each_day, state, met):
    (found,) = obligations(HOURS, seen("01-05", "01-12", "01-19", amount=each_day), day("02-01"))

    assert (found.state.name, found.met) == (state, met)


@pytest.mark.parametrize(("hours", "count"), [(1, 1), (Fraction(1, 2), 1), (0, 0), (-3, 0)])
def test_no_hours_are_no_obligation(hours, count):
    requirement = asked(Hours(Fraction(hours), day("01-01"), day("03-01")))

    assert len(obligations(requirement, Facts(), day("02-01"))) == count


def test_hours_take_no_more_than_they_need():
    requirement = asked(Hours(Fraction(10), day("01-01"), day("03-01")))

    (found,) = obligations(requirement, seen("01-05", "01-12", "01-19", amount=5), day("02-01"))

    assert (found.evidence, found.met) == (("01-05", "01-12"), 10)


def test_a_pause_moves_the_last_day_by_as_many_days():
    custody = Facts(pauses=(Pause("CUSTODY", Period(day("03-03"), day("03-10"))),))

    assert states(ONCE, custody, "03-02") == [("03-02", "03-05", "OPEN")]
    assert states(ONCE, custody, "03-06") == [("03-02", "03-09", "PAUSED")]
    assert states(ONCE, custody, "03-10") == [("03-02", "03-12", "OPEN")]
    assert states(ONCE, custody, "03-12") == [("03-02", "03-12", "OVERDUE")]


def test_overlapping_pauses_count_once_and_a_later_one_moves_nothing():
    custody = Pause("CUSTODY", Period(day("03-03"), day("03-05")))
    hospital = Pause("HOSPITAL", Period(day("03-04"), day("03-06")))
    later = Pause("CUSTODY", Period(day("03-20"), None))

    known = Facts(pauses=(hospital, custody, later))

    assert states(ONCE, known, "03-21") == [("03-02", "03-08", "OVERDUE")]


def test_what_a_person_set_aside_says_who_and_why():
    (found,) = obligations(ONCE, Facts(set_aside=(decision(),)), day("03-10"))

    assert found.state is State.SET_ASIDE
    assert dict(found.reasons[-1].facts) == {"by": "L. Tremblay", "why": "in hospital"}


def test_a_decision_about_another_window_changes_nothing():
    assert states(ONCE, Facts(set_aside=(decision("03-03"),)), "03-10")[0][2] == "OVERDUE"


@pytest.mark.parametrize(
    ("owed_by", "state"), [(OwedBy.OFFICE, "NOT_DONE_NO_STAFF"), (OwedBy.PERSON, "OVERDUE")]
)
def test_no_staff_excuses_the_office_alone(owed_by, state):
    mine = asked(Once(day("03-02"), day("03-05")), owed_by=owed_by)

    assert states(mine, Facts(no_staff=(decision(),)), "03-10")[0][2] == state


@pytest.mark.parametrize(
    ("on", "until", "state"),
    [
        ("03-01", None, "AHEAD"),
        ("03-02", None, "NOT_DONE_NO_STAFF"),
        ("03-10", "03-03", "NOT_DONE_NO_STAFF"),
        ("03-10", "03-02", "ENDED"),
        ("03-10", "03-01", "ENDED"),
    ],
)
def test_no_staff_is_said_from_the_first_day_of_what_opened_in_force(on, until, state):
    mine = asked(Once(day("03-02"), day("03-05")), until=until)

    assert states(mine, Facts(no_staff=(decision(),)), on)[0][2] == state


def test_what_closed_it_stands_in_the_reasons():
    (found,) = obligations(ONCE, seen("03-03"), day("03-03"))

    assert [reason.code for reason in found.reasons] == ["obligation.once", "obligation.closed_by"]
    assert dict(found.reasons[1].facts) == {
        "evidence": "03-03",
        "kind": "CONTACT",
        "on": day("03-03"),
    }
    assert found.key == ("R1", day("03-02"))


def test_one_contact_serves_every_order_that_asks_for_it():
    probation, peace_bond = asked(monthly(("01-01", 1))), asked(monthly(("01-01", 1)), id="R2")

    found = account([probation, peace_bond], seen("01-10"), day("01-15"))

    assert {key: each[0].state for key, each in found.items()} == {
        "R1": State.DONE,
        "R2": State.DONE,
    }


def test_unsettled_is_what_somebody_must_still_do_soonest_first():
    found = unsettled([ONCE, asked(monthly(("01-01", 1)), id="R2")], seen("01-10"), day("02-01"))

    assert [(each.requirement, f"{each.due_before:%m-%d}") for each in found] == [
        ("R2", "03-01"),
        ("R1", "03-05"),
        ("R2", "04-01"),
    ]


@pytest.mark.parametrize(
    ("window", "on", "first", "after"),
    [
        (Window.DAY, "02-28", "2026-02-28", "2026-03-01"),
        (Window.WEEK, "03-01", "2026-02-23", "2026-03-02"),
        (Window.MONTH, "12-31", "2026-12-01", "2027-01-01"),
        (Window.QUARTER, "05-31", "2026-04-01", "2026-07-01"),
        (Window.HALF_YEAR, "12-31", "2026-07-01", "2027-01-01"),
        (Window.YEAR, "06-15", "2026-01-01", "2027-01-01"),
    ],
)
def test_windows_of_the_calendar(window, on, first, after):
    assert tuple(each.isoformat() for each in around(window, day(on))) == (first, after)


def test_rolling_windows_are_not_fixed():
    sentence = "^The windows of a rolling requirement depend on the evidence.$"
    with pytest.raises(TypeError, match=sentence):
        fixed_slots(asked(Rolling(Length(weeks=1))), Facts(), day("01-01"))
