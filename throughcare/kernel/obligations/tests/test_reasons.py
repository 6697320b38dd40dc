"""Why an obligation stands where it does: which reasons, in which order, with which facts."""

from datetime import date
from fractions import Fraction

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.obligation import owed_by
from throughcare.kernel.obligations.requirements import After, Hours, Once, Rolling
from throughcare.kernel.obligations.tests.examples import asked, day, decision, monthly, seen
from throughcare.kernel.obligations.words import OwedBy, PauseKind, State, Strength

ONCE = asked(Once(day("03-02"), day("03-05")))
INTAKE = Event("INTAKE", day("03-02"))
COUNTED = Event("INTAKE", day("03-02"), due_before=day("03-12"), opens_on=day("03-04"))


def first(requirement, facts, on):
    return obligations(requirement, facts, day(on))[0]


def codes(obligation):
    return [each.code.removeprefix("obligation.") for each in obligation.reasons]


def facts_of(obligation, code):
    (found,) = [each for each in obligation.reasons if each.code == f"obligation.{code}"]
    assert found.authority == "Standard 3.4"
    return dict(found.facts)


@pytest.mark.parametrize(
    ("cadence", "event", "code", "facts"),
    [
        pytest.param(
            Once(day("03-02"), day("03-05")),
            INTAKE,
            "once",
            {"opens": day("03-02"), "last": day("03-04")},
            id="once",
        ),
        pytest.param(
            After("INTAKE", Length(days=2)),
            INTAKE,
            "after_event",
            {
                "event": "INTAKE",
                "on": day("03-02"),
                "opens": day("03-02"),
                "length": Length(days=2),
                "last": day("03-04"),
            },
            id="after",
        ),
        pytest.param(
            After("INTAKE", Length(days=2)),
            COUNTED,
            "after_event_counted",
            {
                "event": "INTAKE",
                "on": day("03-02"),
                "opens": day("03-04"),
                "last": day("03-11"),
            },
            id="after_counted",
        ),
        pytest.param(
            monthly(("01-01", 2)),
            INTAKE,
            "times_in_window",
            {"count": Fraction(2), "opens": day("01-01"), "last": day("01-31")},
            id="times",
        ),
        pytest.param(
            Rolling(Length(days=2)),
            INTAKE,
            "since_last",
            {
                "since": day("01-01"),
                "opens": day("01-01"),
                "length": Length(days=2),
                "last": day("01-03"),
            },
            id="rolling",
        ),
        pytest.param(
            Rolling(Length(days=2), ((day("01-01"), day("01-06")),)),
            INTAKE,
            "since_last_counted",
            {"since": day("01-01"), "opens": day("01-01"), "last": day("01-05")},
            id="rolling_counted",
        ),
        pytest.param(
            Hours(Fraction(25, 2), day("03-02"), day("03-05")),
            INTAKE,
            "hours_by",
            {"hours": Fraction(25, 2), "opens": day("03-02"), "last": day("03-04")},
            id="hours",
        ),
    ],
)
def test_each_cadence_gives_its_rule_first_with_the_last_day(cadence, event, code, facts):
    found = first(asked(cadence), Facts(events=(event,)), "03-03")

    assert codes(found)[0] == code
    assert facts_of(found, code) == facts


def test_the_rule_of_a_later_window_counts_from_the_last_time():
    found = obligations(asked(Rolling(Length(days=14))), seen("01-10"), day("01-12"))[1]

    assert facts_of(found, "since_last") == {
        "since": day("01-10"),
        "opens": day("01-11"),
        "length": Length(days=14),
        "last": day("01-24"),
    }


def test_a_day_that_the_calendar_counted_goes_before_the_length():
    counted = Rolling(Length(days=2), ((day("01-10"), day("01-20")),))

    found = obligations(asked(counted), seen("01-10"), day("01-12"))

    assert [each.due_before for each in found] == [day("01-04"), day("01-20")]
    assert [codes(each)[0] for each in found] == ["since_last", "since_last_counted"]


def paused(first, until=None, kind=PauseKind.CUSTODY):
    return Pause(kind, Period(day(first), day(until) if until else None))


def test_a_pause_says_why_and_by_how_much_it_moves_the_last_day():
    found = first(ONCE, Facts(pauses=(paused("03-03", "03-10"),)), "03-11")

    assert codes(found) == ["once", "paused", "put_off"]
    assert facts_of(found, "paused") == {
        "kind": "CUSTODY",
        "first": day("03-03"),
        "until": day("03-09"),
    }
    assert facts_of(found, "put_off") == {
        "count": Length(days=7),
        "before": day("03-04"),
        "last": day("03-11"),
    }


def test_a_pause_that_goes_on_says_since_when():
    found = first(ONCE, Facts(pauses=(paused("03-03", kind="HOSPITAL"),)), "03-11")

    assert found.state is State.PAUSED
    assert codes(found) == ["once", "still_paused", "put_off"]
    assert facts_of(found, "still_paused") == {"kind": "HOSPITAL", "first": day("03-03")}
    assert facts_of(found, "put_off")["count"] == Length(days=9)


def test_each_pause_of_the_window_is_told_the_first_first():
    custody, warrant = paused("03-03", "03-04"), paused("03-04", "03-06", "WARRANT")

    for order in ((custody, warrant), (warrant, custody)):
        found = first(ONCE, Facts(pauses=order), "03-20")
        kinds = [dict(each.facts)["kind"] for each in found.reasons if "kind" in dict(each.facts)]
        assert kinds == ["CUSTODY", "WARRANT"]
        assert facts_of(found, "put_off")["count"] == Length(days=3)


@pytest.mark.parametrize("later", ["03-05", None])
def test_of_two_pauses_of_one_day_the_shorter_is_told_first(later):
    short, long = paused("03-03", "03-04", "WARRANT"), paused("03-03", later)

    for order in ((short, long), (long, short)):
        found = first(ONCE, Facts(pauses=order), "03-20")
        kinds = [dict(each.facts)["kind"] for each in found.reasons if "kind" in dict(each.facts)]
        assert kinds == ["WARRANT", "CUSTODY"]


@pytest.mark.parametrize(
    "pause",
    [paused("02-20", "03-02"), paused("03-05", "03-09"), paused("03-05")],
    ids=["before", "after", "from_the_day_it_was_due"],
)
def test_a_pause_outside_the_window_is_not_told(pause):
    assert codes(first(ONCE, Facts(pauses=(pause,)), "03-20")) == ["once", "overdue"]


@pytest.mark.parametrize(
    ("pause", "told"),
    [(paused("02-20", "03-03"), ["paused", "put_off"]), (paused("03-04"), ["still_paused"])],
    ids=["its_first_day", "its_last_day"],
)
def test_a_pause_of_one_day_of_the_window_is_told(pause, told):
    assert codes(first(ONCE, Facts(pauses=(pause,)), "03-04"))[1 : 1 + len(told)] == told


def test_a_pause_within_the_days_made_up_for_is_told_too():
    both = (paused("03-03", "03-10"), paused("03-10", "03-11", "HOSPITAL"))

    found = first(ONCE, Facts(pauses=both), "03-30")

    assert codes(found) == ["once", "paused", "paused", "put_off", "overdue"]
    assert facts_of(found, "put_off")["last"] == day("03-12")


def test_a_window_of_the_calendar_that_lay_in_a_pause_was_not_owed():
    march = obligations(
        asked(monthly(("01-01", 2))), Facts(pauses=(paused("02-20", "04-10"),)), day("05-01")
    )[2]

    assert (march.opens_on, march.due_before) == (day("03-01"), day("04-01"))
    assert march.state is State.ENDED
    assert facts_of(march, "went_by_in_pause") == {}
    assert codes(march) == ["times_in_window", "paused", "went_by_in_pause", "so_far"]


def test_what_counts_is_told_piece_by_piece_and_in_all():
    (found, _) = obligations(asked(monthly(("01-01", 3))), seen("01-05", "01-06"), day("01-20"))

    assert codes(found) == ["times_in_window", "closed_by", "closed_by", "so_far"]
    assert facts_of(found, "so_far") == {"met": Fraction(2), "needed": Fraction(3)}


def test_hours_are_told_in_all_however_few():
    hours = asked(Hours(Fraction(10), day("03-02"), day("03-05")))

    assert facts_of(first(hours, Facts(), "03-03"), "so_far") == {
        "met": Fraction(0),
        "needed": Fraction(10),
    }


@pytest.mark.parametrize(
    ("facts", "state", "code"),
    [
        (Facts(set_aside=(decision(),)), State.SET_ASIDE, "set_aside"),
        (Facts(no_staff=(decision(),)), State.NOT_DONE_NO_STAFF, "no_staff"),
    ],
)
def test_who_decided_and_why_is_told_last(facts, state, code):
    found = first(ONCE, facts, "03-10")

    assert found.state is state
    assert codes(found) == ["once", code]
    assert facts_of(found, code) == {"by": "L. Tremblay", "why": "in hospital"}


def test_overdue_says_since_when():
    assert facts_of(first(ONCE, Facts(), "03-20"), "overdue") == {"since": day("03-05")}


def test_ended_says_with_which_day():
    ended = asked(Once(day("03-02"), day("03-05")), until="03-04")

    found = first(ended, Facts(), "03-20")

    assert found.state is State.ENDED
    assert codes(found) == ["once", "ended"]
    assert facts_of(found, "ended") == {"last": day("03-03")}


def test_a_window_that_went_by_as_the_order_ended_says_the_pause_alone():
    ended = asked(monthly(("01-01", 1)), until="04-01")
    march = obligations(ended, Facts(pauses=(paused("02-20", "04-10"),)), day("05-01"))[-1]

    assert (march.opens_on, march.state) == (day("03-01"), State.ENDED)
    assert codes(march) == ["times_in_window", "paused", "went_by_in_pause"]


@pytest.mark.parametrize(
    ("facts", "on"), [(Facts(), "03-01"), (Facts(), "03-04"), (seen("03-06"), "03-07")]
)
def test_ahead_open_and_done_late_need_no_further_reason(facts, on):
    assert set(codes(first(ONCE, facts, on))) <= {"once", "closed_by"}


HUNDRED = asked(Hours(Fraction(100), day("01-01"), day("04-11")))


@pytest.mark.parametrize(
    ("on", "pace"),
    [
        ("01-01", 1),
        ("01-10", 10),
        ("04-09", 99),
        ("04-10", 100),
        ("04-11", 100),
        ("12-31", 100),
    ],
)
def test_the_even_pace_of_a_hundred_hours_in_a_hundred_days(on, pace):
    assert first(HUNDRED, Facts(), on).pace(day(on)) == pace


def test_nobody_falls_behind_in_custody():
    custody = Facts(pauses=(paused("01-11", "01-21"),))

    paces = [
        first(HUNDRED, custody, on).pace(day(on)) for on in ("01-10", "01-15", "01-20", "01-21")
    ]
    assert paces == [10, 10, 10, 11]


def test_custody_before_the_first_day_costs_nothing():
    custody = Facts(pauses=(Pause("CUSTODY", Period(date(2025, 12, 1), day("01-06"))),))

    assert first(HUNDRED, custody, "01-06").pace(day("01-06")) == 1


def test_before_the_first_day_no_pace_is_asked():
    later = asked(Hours(Fraction(100), day("03-01"), day("04-11")))

    assert first(later, Facts(), "02-28").pace(day("02-28")) == 0


@pytest.mark.parametrize(
    ("due", "on", "pace"), [("03-02", "03-10", 0), ("03-03", "03-02", 8), ("03-03", "03-01", 0)]
)
def test_hours_of_one_day_are_asked_that_day(due, on, pace):
    one_day = asked(Hours(Fraction(8), day("03-02"), day(due)))

    assert first(one_day, Facts(), on).pace(day(on)) == pace


def test_the_lapses_of_the_person_and_of_the_office_are_two_lists():
    mine = first(asked(Once(day("03-02"), day("03-05")), owed_by=OwedBy.PERSON), Facts(), "03-10")
    ours = first(ONCE, Facts(), "03-10")

    assert owed_by(OwedBy.PERSON, [mine, ours]) == [mine]
    assert owed_by(OwedBy.OFFICE, [mine, ours]) == [ours]


def test_what_closes_names_its_kind_and_day():
    call = Facts((Evidence("e1", "CONTACT", day("03-03"), Strength.COLLATERAL),))

    assert facts_of(first(ONCE, call, "03-03"), "closed_by") == {
        "evidence": "e1",
        "kind": "CONTACT",
        "on": day("03-03"),
    }


KINDS = [f"KIND_{number}" for number in range(20)]


@pytest.mark.parametrize(
    "cadence", [Once(day("03-02"), day("03-05")), monthly(("03-01", 1))], ids=["once", "monthly"]
)
def test_of_one_act_that_is_evidence_of_many_kinds_the_first_by_name_counts(cadence):
    facts = Facts(
        tuple(
            Evidence("A1", kind, day("03-03"), Strength.OBSERVED, Fraction())
            for kind in KINDS[::-1]
        )
    )
    found = first(asked(cadence, closed_by=frozenset(KINDS)), facts, "03-20")

    assert facts_of(found, "closed_by")["kind"] == "KIND_0"
