"""What a decision or a long pause does to obligations that come again and again."""

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import After, Rate, Rolling, Times
from throughcare.kernel.obligations.tests.examples import asked, day, seen, states
from throughcare.kernel.obligations.words import PartWindow

FORTNIGHTLY = asked(Rolling(Length(weeks=2)))
WEEKLY = asked(Times((Rate(day("01-01"), 1),), Window.WEEK, PartWindow.NOT_OWED))


def aside(first, until=None):
    period = Period(day(first), day(until) if until else None)
    return Facts(set_aside=(Decision("D", "R1", period, "L. Tremblay", "a reason"),))


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("01-10", [("01-01", "01-16", "SET_ASIDE")]),
        ("01-15", [("01-01", "01-16", "SET_ASIDE")]),
        ("01-16", [("01-01", "01-16", "SET_ASIDE"), ("01-16", "01-30", "OPEN")]),
        ("01-30", [("01-01", "01-16", "SET_ASIDE"), ("01-16", "01-30", "OVERDUE")]),
    ],
)
def test_after_the_period_set_aside_it_is_owed_again(on, found):
    assert states(FORTNIGHTLY, aside("01-01", "01-16"), on) == found


def test_set_aside_for_good_nothing_more_is_owed():
    assert states(FORTNIGHTLY, aside("01-01"), "12-31") == [("01-01", "01-16", "SET_ASIDE")]


def test_a_decision_about_later_windows_leaves_the_one_that_runs():
    assert states(FORTNIGHTLY, aside("01-02", "03-01"), "02-01") == [("01-01", "01-16", "OVERDUE")]


def test_done_though_set_aside_it_is_done_and_the_next_is_set_aside_too():
    known = Facts(seen("01-05").evidence, set_aside=aside("01-01", "01-16").set_aside)

    assert states(FORTNIGHTLY, known, "01-20") == [
        ("01-01", "01-16", "DONE"),
        ("01-06", "01-20", "SET_ASIDE"),
        ("01-16", "01-30", "OPEN"),
    ]


def test_what_is_done_after_the_period_closes_the_next_window():
    known = Facts(seen("01-16").evidence, set_aside=aside("01-01", "01-16").set_aside)

    assert states(FORTNIGHTLY, known, "01-20") == [
        ("01-01", "01-16", "SET_ASIDE"),
        ("01-16", "01-30", "DONE"),
        ("01-17", "01-31", "OPEN"),
    ]


def test_with_the_end_of_the_order_no_further_window_opens():
    ended = asked(Rolling(Length(weeks=2)), until="01-11")

    assert states(ended, aside("01-01", "01-16"), "02-01") == [("01-01", "01-16", "SET_ASIDE")]
    assert states(ended, seen("01-10"), "02-01") == [("01-01", "01-16", "DONE")]


def held(first, until):
    return Facts(pauses=(Pause("CUSTODY", Period(day(first), day(until))),))


def test_weeks_spent_in_custody_are_not_owed_after_release():
    found = states(WEEKLY, held("01-07", "02-05"), "02-20")

    assert found == [
        ("01-05", "02-10", "OVERDUE"),
        ("01-12", "01-19", "ENDED"),
        ("01-19", "01-26", "ENDED"),
        ("01-26", "02-02", "ENDED"),
        ("02-02", "02-12", "OVERDUE"),
        ("02-09", "02-16", "OVERDUE"),
        ("02-16", "02-23", "OPEN"),
        ("02-23", "03-02", "AHEAD"),
    ]


@pytest.mark.parametrize(
    ("first", "until", "state"),
    [
        ("01-12", "01-19", "ENDED"),
        ("01-11", "01-20", "ENDED"),
        ("01-13", "01-19", "OVERDUE"),
        ("01-12", "01-18", "OVERDUE"),
    ],
    ids=["to_the_day", "longer", "a_day_before_it", "a_day_after_it"],
)
def test_a_week_is_not_owed_where_the_pause_holds_all_of_it(first, until, state):
    found = {opens: stands for opens, _, stands in states(WEEKLY, held(first, until), "03-01")}

    assert found["01-12"] == state


@pytest.mark.parametrize(
    ("on", "state"), [("01-12", "PAUSED"), ("01-18", "PAUSED"), ("01-19", "ENDED")]
)
def test_a_week_in_custody_stands_paused_until_it_is_over(on, state):
    found = {opens: stands for opens, _, stands in states(WEEKLY, held("01-10", "02-10"), on)}

    assert found["01-12"] == state


def test_two_pauses_that_touch_are_one():
    known = Facts(pauses=(*held("01-10", "01-15").pauses, *held("01-15", "01-25").pauses))

    found = {opens: stands for opens, _, stands in states(WEEKLY, known, "02-01")}
    assert found["01-12"] == "ENDED"


def test_what_was_done_in_a_week_of_custody_still_counts():
    known = Facts(seen("01-05", "01-14").evidence, pauses=held("01-10", "02-10").pauses)

    found = {opens: stands for opens, _, stands in states(WEEKLY, known, "02-01")}
    assert found["01-12"] == "DONE"


def test_what_is_done_after_release_does_not_close_the_weeks_in_custody():
    known = Facts(seen("02-11").evidence, pauses=held("01-05", "02-09").pauses)

    found = {opens: stands for opens, _, stands in states(WEEKLY, known, "02-20")}
    assert (found["01-12"], found["02-09"]) == ("ENDED", "DONE")


@pytest.mark.parametrize(
    ("days", "week", "after"),
    [
        ([], "OVERDUE", "OVERDUE"),
        (["01-19"], "OVERDUE", "DONE"),
        (["01-19", "01-20"], "DONE", "DONE"),
        (["01-19", "01-21"], "OVERDUE", "DONE"),
        (["01-12", "01-13"], "DONE", "OVERDUE"),
    ],
    ids=["nothing", "one", "two", "two_the_second_too_late", "two_in_the_week_itself"],
)
def test_a_week_put_off_takes_what_the_next_one_has_to_spare(days, week, after):
    known = Facts(seen(*days).evidence, pauses=held("01-14", "01-16").pauses)

    found = {opens: (due, stands) for opens, due, stands in states(WEEKLY, known, "02-20")}

    assert found["01-12"] == ("01-21", week)
    assert found["01-19"] == ("01-26", after)


TWICE = asked(Times((Rate(day("01-01"), 2),), Window.WEEK, PartWindow.NOT_OWED))


@pytest.mark.parametrize(
    ("days", "met", "state"),
    [
        (["01-12"], 1, "OVERDUE"),
        (["01-12", "01-19", "01-20"], 1, "OVERDUE"),
        (["01-12", "01-19", "01-19", "01-20"], 2, "DONE"),
        (["01-12", "01-19", "01-19", "01-20", "01-20"], 2, "DONE"),
        (["01-19", "01-19", "01-20"], 1, "OVERDUE"),
        (["01-19", "01-19", "01-20", "01-20"], 2, "DONE"),
    ],
)
def test_twice_a_week_is_made_up_for_one_by_one(days, met, state):
    pieces = tuple(Evidence(f"{n}", "CONTACT", day(each)) for n, each in enumerate(days))
    known = Facts(pieces, pauses=held("01-14", "01-16").pauses)

    found = obligations(TWICE, known, day("02-20"))[1]

    assert (found.opens_on, found.met, found.state.name) == (day("01-12"), met, state)
    assert len(found.evidence) == met


def test_of_two_weeks_put_off_the_earlier_takes_first():
    pauses = (*held("01-14", "01-20").pauses, *held("01-21", "01-25").pauses)
    known = Facts(seen("01-26", "01-27", "01-28").evidence, pauses=pauses)

    found = obligations(WEEKLY, known, day("02-20"))

    assert [each.evidence for each in found if each.evidence] == [
        ("01-27",),
        ("01-28",),
        ("01-26",),
    ]
    assert [f"{each.due_before:%m-%d}" for each in found if each.evidence] == [
        "01-29",
        "01-31",
        "02-02",
    ]


def test_an_event_may_open_the_window_later_than_it_happened():
    served = Event("NOTICE", day("03-02"), opens_on=day("03-04"), due_before=day("03-08"))
    sample = asked(After("NOTICE", Length(days=9)))

    before, after = (Facts(seen(on).evidence, (served,)) for on in ("03-03", "03-04"))
    assert states(sample, before, "03-06") == [("03-04", "03-08", "OPEN")]
    assert states(sample, after, "03-06") == [("03-04", "03-08", "DONE")]


def test_of_two_limits_from_one_first_day_the_later_stands():
    early = Event("NOTICE", day("03-02"), due_before=day("03-05"))
    late = Event("NOTICE", day("03-02"), due_before=day("03-09"))
    requirement = asked(After("NOTICE", Length(days=2)))

    for order in ((early, late), (late, early)):
        (found,) = obligations(requirement, Facts(events=order), day("03-03"))
        assert found.due_before == day("03-09")


@pytest.mark.parametrize(
    ("one", "other", "since", "is_counted"),
    [
        pytest.param(
            Event("NOTICE", day("03-02"), due_before=day("03-05")),
            Event("NOTICE", day("03-02")),
            *("03-02", True),
            id="counted_goes_first",
        ),
        pytest.param(
            Event("NOTICE", day("03-01"), day("03-09"), day("03-02")),
            Event("NOTICE", day("03-02"), day("03-09")),
            *("03-02", True),
            id="the_later_event",
        ),
    ],
)
def test_of_two_equal_limits_one_stands_whichever_is_told_first(one, other, since, is_counted):
    requirement = asked(After("NOTICE", Length(days=2)))

    for order in ((one, other), (other, one)):
        (found,) = obligations(requirement, Facts(events=order), day("03-03"))
        slot = found.grounds.slot
        assert (slot.since, slot.is_counted) == (day(since), is_counted)


@pytest.mark.parametrize("wrong", ["03-01", "03-02"])
def test_a_limit_before_the_window_opens_leaves_it_one_day(wrong):
    event = Event("NOTICE", day("03-01"), due_before=day(wrong), opens_on=day("03-02"))

    (found,) = obligations(
        asked(After("NOTICE", Length(days=2))), Facts(events=(event,)), day("03-02")
    )

    assert (found.opens_on, found.due_before) == (day("03-02"), day("03-03"))


@pytest.mark.parametrize("back", ["01-01", "01-02"])
def test_a_counted_day_before_it_opens_is_due_at_once_all_the_same(back):
    requirement = asked(Rolling(Length(days=2), ((day("01-01"), day(back)),)))

    (found,) = obligations(requirement, Facts(), day("01-05"))

    assert found.due_before == day(back)
