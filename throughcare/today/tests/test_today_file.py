"""The head of a person's file: what each side owes, who was seen, how conditions are known."""

from datetime import date, time, timedelta

import pytest
from django.utils import translation
from django.utils.html import escape

from throughcare import clock
from throughcare.account.todo import todo_of
from throughcare.contacts.tests.factories import a_contact, corrected
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Facts, Period
from throughcare.kernel.obligations.requirements import Once, Requirement
from throughcare.kernel.obligations.words import OwedBy
from throughcare.orders.commands import directing
from throughcare.orders.tests.factories import a_direction, an_order
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, signed_in
from throughcare.today.queries.file import (
    NEXT,
    Seen,
    conditions_shown,
    due_of,
    overview,
    same_together,
    seen_of,
)
from throughcare.today.queries.lines import Group, Who

CASE = new_id()
WHO = Who(CASE, "C-1", "Roy", "Ann")
ON = date(2026, 11, 26)
DAY = timedelta(days=1)
OFFICE, PERSON = OwedBy.OFFICE, OwedBy.PERSON


def todo(name, last_day, owed_by=OFFICE, opens=date(2026, 11, 1)):
    """One obligation of a name, to its last day, as it stands on the day."""
    asked = Requirement(
        id=f"standard:x:{name}",
        what=name,
        owed_by=owed_by,
        cadence=Once(opens, last_day + DAY),
        closed_by=frozenset({"SEEN_OFFICE"}),
        authority="Rule 1",
        in_force=Period(date(2026, 1, 1)),
    )
    [found] = obligations(asked, Facts(), ON)
    return todo_of(CASE, asked, found)


def ahead(name, days, owed_by=OFFICE):
    return todo(name, ON + (days + 5) * DAY, owed_by, opens=ON + days * DAY)


def names(things):
    return [each.key.split()[0].split(":")[2] for each in things]


def test_what_one_side_owes_leaves_the_other_out():
    both = [todo("OURS", ON), todo("THEIRS", ON, PERSON)]

    assert names(due_of(both, OFFICE, WHO, ON)) == ["OURS"]
    assert names(due_of(both, PERSON, WHO, ON)) == ["THEIRS"]


@pytest.mark.parametrize(
    ("side", "group"), [(OFFICE, Group.LATE), (PERSON, Group.BREACH)], ids=["office", "person"]
)
def test_the_group_is_that_of_the_side(side, group):
    [thing] = due_of([todo("X", ON - DAY, side)], side, WHO, ON)

    assert (thing.group, thing.who, thing.is_late) == (group, WHO, True)


def test_what_is_open_now_stands_before_what_lies_ahead():
    mixed = [ahead("SOON", 2), todo("LATE", ON - DAY), todo("OPEN", ON + 3 * DAY)]

    assert names(due_of(mixed, OFFICE, WHO, ON)) == ["LATE", "OPEN", "SOON"]


def test_only_the_next_few_lie_ahead_and_all_that_is_open_is_shown():
    late = [todo(f"LATE{n}", ON - DAY) for n in range(7)]
    coming = [ahead(f"NEXT{n}", n + 1) for n in range(NEXT + 4)]

    found = names(due_of([*late, *coming], OFFICE, WHO, ON))

    assert found == [f"LATE{n}" for n in range(7)] + [f"NEXT{n}" for n in range(NEXT)]


def test_what_was_missed_again_and_again_is_one_line_that_counts():
    weeks = [todo("WEEKLY", ON - (9 - n) * DAY, opens=date(2026, 11, n + 1)) for n in range(4)]
    due = due_of([weeks[0], todo("OTHER", ON - DAY), *weeks[1:]], OFFICE, WHO, ON)

    lines = same_together(due)

    assert names(line.first for line in lines) == ["WEEKLY", "OTHER"]
    assert [line.count for line in lines] == [4, 1]
    assert lines[0].first.when == due[0].when


def test_what_is_late_is_not_counted_with_what_lies_ahead():
    due = due_of([todo("A", ON - DAY), ahead("A", 3)], OFFICE, WHO, ON)

    assert [line.count for line in same_together(due)] == [1, 1]


def test_nothing_owed_is_nothing_shown():
    assert due_of([], OFFICE, WHO, ON) == []


@pytest.mark.parametrize(
    ("language", "late", "ahead_of_it"),
    [
        ("en", ("1 day late", "due Wed 25 Nov"), "from Sun 29 Nov"),
        ("fr", ("1 jour de retard", "pour le mer. 25 nov."), "à partir du dim. 29 nov."),
    ],
)
def test_a_day_is_said_in_the_language_of_the_page(language, late, ahead_of_it):
    with translation.override(language):
        first, second = due_of([todo("A", ON - DAY), ahead("B", 3)], OFFICE, WHO, ON)

        assert (plain(first.when), plain(first.note)) == late
        assert plain(second.note) == ahead_of_it


def test_a_new_file_has_seen_nobody_and_expects_nobody(case, on):
    assert seen_of(case, on) == Seen(None, "", "", None, None)


def test_the_last_contact_is_said_with_its_way_and_line(case, officer, on):
    a_contact(case, officer, happened_at=clock.now() - 9 * DAY, way="HOME", line="Earlier.")
    met = a_contact(case, officer, way="PHONE", line="Called about work.")

    seen = seen_of(case, on)

    assert (seen.last, seen.last_line) == (met.happened_at, "Called about work.")
    assert seen.last_way == "Phone"


@pytest.mark.parametrize("outcome", ["DID_NOT_COME", "NOT_REACHED"])
def test_an_attempt_is_not_having_been_seen(case, officer, on, outcome):
    a_contact(case, officer, outcome=outcome)

    assert seen_of(case, on).last is None


def test_a_contact_recorded_by_mistake_was_not_seen(case, officer, on):
    corrected(a_contact(case, officer), officer, outcome="IN_ERROR")

    assert seen_of(case, on).last is None


def test_the_next_direction_is_the_soonest_to_come(case, officer, on):
    for days, at in ((7, time(9)), (2, time(14)), (2, time(10))):
        a_direction(case, officer, due_on=on + days * DAY, due_time=at)

    seen = seen_of(case, on)

    assert (seen.next.due_on, seen.next.due_time) == (on + 2 * DAY, time(10))


def test_a_direction_that_was_taken_back_is_not_next(case, officer, on):
    direction = a_direction(case, officer, due_on=on + DAY)
    directing.withdraw_direction(direction=direction, reason="Wrong day", by=officer)

    seen = seen_of(case, on)

    assert (seen.next, seen.directed) == (None, None)


def test_a_direction_to_do_something_else_is_directed_and_not_next(case, officer, on):
    other = a_direction(case, officer, kind="OTHER", words="Bring a pay stub", due_on=on + DAY)

    seen = seen_of(case, on)

    assert (seen.next, seen.directed) == (None, other)


def test_a_direction_of_yesterday_is_not_next(case, officer, on):
    with clock.frozen(clock.now() - 3 * DAY):
        earlier = a_direction(case, officer, due_on=on - DAY)

    seen = seen_of(case, on)

    assert (seen.next, seen.directed) == (None, earlier)


def test_conditions_stand_in_the_courts_order_with_their_titles(case, officer, on):
    an_order(case, officer, confirmed=True)

    found = conditions_shown(case, on)

    assert [each.condition.number for each in found] == [1, 2]
    assert found[1].title == "Community service"
    assert [each.known.strength for each in found] == [0, 0]


def test_a_file_without_order_has_no_condition_in_force(case, on):
    assert conditions_shown(case, on) == []


@pytest.mark.parametrize("days", [-1, 365], ids=["before_the_order", "after_the_order"])
def test_conditions_are_those_of_the_day(case, officer, days):
    order = an_order(case, officer, confirmed=True)

    assert conditions_shown(case, order.made_on + days * DAY) == []


def test_the_overview_keeps_the_sides_apart(case, officer, on):
    an_order(case, officer, confirmed=True)
    with clock.frozen(clock.now() - 9 * DAY):
        a_direction(case, officer, due_on=on - 2 * DAY)

    found = overview(case, officer, on)

    sides = {"office_due", "office_lines", "person_due", "person_lines"}
    assert set(found) == sides | {"conditions", "seen", "no_staff_url"}
    assert {each.group for each in found["office_due"]} == {Group.LATE}
    assert {each.group for each in found["person_due"]} == {Group.BREACH}
    assert {each.who.number for each in found["office_due"]} == {case.number}


def test_a_thing_says_which_condition_asks_for_it(case, officer, on):
    an_order(case, officer, confirmed=True)

    said = [plain(each.closed_by) for each in overview(case, officer, on)["office_due"]]

    numbers = {str(each.condition.number) for each in conditions_shown(case, on)}
    named = {
        words.split(". ")[0].removeprefix("Condition ") for words in said if "Condition " in words
    }
    assert named
    assert named <= numbers


def test_a_manager_is_led_to_the_work_that_had_no_staff(client, case, officer, on):
    an_order(case, officer, confirmed=True)
    manager = a_member("MANAGER", office=officer.office)
    signed_in(client, manager)

    page = client.get(overview(case, manager, on)["no_staff_url"])

    due = [each.what for each in overview(case, manager, on)["office_due"] if each.mark != "ahead"]
    assert due
    assert page.text.count('name="line"') == len(due)
    assert all(escape(what) in page.text for what in due)


def test_who_does_not_run_the_office_is_not_led_there(case, officer, on):
    an_order(case, officer, confirmed=True)

    assert overview(case, officer, on)["no_staff_url"] == ""


HEADS = {
    "en": ["Due from us", "Owed by the person", "No direction stands", "never yet"],
    "fr": [
        "À faire par nous",
        "Obligations de la personne",
        "Aucune directive en vigueur",
        "jamais encore",
    ],
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_head_of_a_new_file_speaks_the_language_of_the_page(client, case, officer, language):
    signed_in(client, officer)
    client.cookies["throughcare_language"] = language

    text = plain(client.get(f"/cases/{case.number}/").text)

    assert [words for words in HEADS[language] if words not in text] == []
