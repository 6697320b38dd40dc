"""Which group a thing of the day stands in, and what its line says."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.utils import translation

from throughcare.account.todo import Action, todo_of
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Decision, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import Once, Requirement
from throughcare.kernel.obligations.words import OwedBy
from throughcare.today.acting import VERBS
from throughcare.today.queries import things
from throughcare.today.queries.lines import Group, Who
from throughcare.today.queries.things import (
    Ahead,
    ahead_of,
    asks_of,
    group_of,
    thing_of,
    things_of,
)

CASE = UUID(int=1)
WHO = Who(CASE, "C-1", "Roy", "Ann")
ON = date(2026, 11, 26)
PERSON, OFFICE = OwedBy.PERSON, OwedBy.OFFICE


def todo(
    last_day, owed_by=OFFICE, kind="SEEN_OFFICE", *, opens=date(2026, 11, 1), safe=None, **facts
):
    """One obligation to its last day, as it stands on the day."""
    asked = Requirement(
        id=f"standard:{CASE}:{kind}",
        what=kind,
        owed_by=owed_by,
        cadence=Once(opens, last_day + timedelta(days=1), safe),
        closed_by=frozenset({kind}),
        authority="Rule 1",
        in_force=Period(date(2026, 1, 1)),
    )
    [found] = obligations(asked, Facts(**facts), ON)
    return todo_of(CASE, asked, found)


def only_thing(*todos):
    """The one thing of the day among some obligations, in words."""
    [found] = things_of({CASE: todos}, {CASE: WHO}, ON)
    return found.worded()


@pytest.mark.parametrize(
    ("last_day", "owed_by", "kind", "group"),
    [
        pytest.param(ON - timedelta(1), OFFICE, "SEEN_OFFICE", Group.LATE, id="ours_late"),
        pytest.param(ON, OFFICE, "SEEN_OFFICE", Group.LATE, id="ours_due_today"),
        pytest.param(ON + timedelta(1), OFFICE, "SEEN_OFFICE", None, id="ours_tomorrow"),
        pytest.param(ON - timedelta(1), PERSON, "REPORTED", Group.BREACH, id="theirs_late"),
        pytest.param(ON, PERSON, "REPORTED", None, id="theirs_due_today"),
        pytest.param(ON + timedelta(9), OFFICE, "ORDER_CONFIRMED", Group.NEW, id="to_confirm"),
        pytest.param(ON - timedelta(9), OFFICE, "ORDER_CONFIRMED", Group.NEW, id="confirm_late"),
    ],
)
def test_a_thing_stands_in_one_group(last_day, owed_by, kind, group):
    assert group_of(todo(last_day, owed_by, kind), ON) is group


@pytest.mark.parametrize(
    ("owed_by", "safe_day", "group"),
    [
        pytest.param(OFFICE, ON, Group.LATE, id="ours_shows_on_the_earlier_day"),
        pytest.param(OFFICE, ON + timedelta(1), None, id="ours_not_before"),
        pytest.param(PERSON, ON - timedelta(1), None, id="theirs_is_no_breach_before_the_later"),
    ],
)
def test_staff_are_alerted_for_the_earlier_of_two_days(owed_by, safe_day, group):
    found = todo(ON + timedelta(3), owed_by, safe=safe_day + timedelta(1))

    assert found.safe_day == safe_day
    assert not thing_of(found, WHO, Group.LATE, ON).is_late
    assert group_of(found, ON) is group


def test_what_opens_later_lies_ahead():
    assert group_of(todo(ON + timedelta(9), opens=ON + timedelta(2)), ON) is None


def test_what_is_paused_is_nobodys_today():
    away = Pause("CUSTODY", Period(date(2026, 11, 10)))

    assert group_of(todo(ON, pauses=(away,)), ON) is None


def test_a_line_says_how_late_why_and_what_closes_it():
    thing = only_thing(todo(ON - timedelta(4)))

    assert (thing.when, thing.note) == ("4 days late", "due Sun\u00a022\u00a0Nov")
    assert (thing.mark, thing.is_late, thing.short) == ("overdue", True, "Rule 1")
    assert thing.closed_by == "Closed by: Seen at the office"
    assert "November 22, 2026" in thing.why[0]
    assert (thing.action, thing.url) == ("Record", "/cases/C-1/contacts/new/")
    assert not thing.forced


def test_a_line_speaks_french():
    with translation.override("fr"):
        thing = only_thing(todo(ON - timedelta(4)))
        assert (thing.when, thing.action) == ("4 jours de retard", "Consigner")


@pytest.mark.parametrize(
    ("opens", "mark"),
    [
        pytest.param(date(2026, 11, 1), "now", id="open"),
        pytest.param(date(2026, 12, 1), "ahead", id="ahead"),
    ],
)
def test_what_is_due_later_says_its_last_day(opens, mark):
    line = todo(date(2026, 12, 13), opens=opens)

    thing = thing_of(line, WHO, Group.LATE, ON)

    assert (thing.when, thing.mark, thing.is_late) == ("Sun\u00a013\u00a0Dec", mark, False)


def test_a_past_offers_no_act(monkeypatch):
    monkeypatch.setattr(things, "known_at", lambda: "a cut")

    thing = thing_of(todo(ON), WHO, Group.LATE, ON)

    assert (thing.action, thing.url) == ("", "")


def test_what_is_due_today_says_so():
    thing = only_thing(todo(ON))

    assert (thing.when, thing.mark, thing.is_late) == ("today", "now", False)


def test_a_possible_breach_asks_for_a_decision_about_that_requirement():
    thing = only_thing(todo(ON - timedelta(1), PERSON, "REPORTED"))

    assert (thing.action, thing.forced) == ("Decide", True)
    assert thing.url.startswith("/cases/C-1/set-aside/new/?about=")


def test_nothing_ahead_becomes_a_line():
    assert list(things_of({CASE: [todo(ON + timedelta(3))]}, {CASE: WHO}, ON)) == []


def test_what_lies_ahead_is_counted():
    away = Pause("CUSTODY", Period(date(2026, 11, 10)))
    undone = Decision("n", f"standard:{CASE}:X", Period(date(2026, 1, 1)), "Roy", "no staff")
    unsettled = {
        CASE: [
            todo(ON + timedelta(7)),
            todo(ON + timedelta(8)),
            todo(ON - timedelta(1)),
            todo(ON, PERSON, "REPORTED"),
            todo(ON, pauses=(away,)),
            todo(ON, kind="X", no_staff=(undone,)),
        ]
    }

    assert ahead_of(unsettled, ON) == Ahead(week=2, later=1, paused=1, no_staff=1)


def test_nothing_ahead_counts_nothing():
    assert ahead_of({}, ON) == Ahead()


def test_a_meeting_asks_what_the_person_owes_each_thing_once():
    todos = [
        todo(ON, PERSON, "PROOF_SHOWN"),
        todo(ON - timedelta(1), PERSON, "PROOF_SHOWN"),
        todo(ON, PERSON, "HOURS_WORKED"),
        todo(ON, OFFICE, "DIRECTED"),
        todo(ON + timedelta(5), PERSON, "PAID", opens=ON + timedelta(1)),
    ]

    assert asks_of(todos, ON) == ["Proof shown", "Hours worked"]
    assert asks_of(todos, ON, most=1) == ["Proof shown"]


def test_every_action_has_a_verb():
    assert set(VERBS) == set(Action)
