"""The lines of a day: grouped by person, ranked, within a budget, and nothing lost."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.today.queries.lines import (
    Group,
    Line,
    Meeting,
    Shown,
    Thing,
    Who,
    lines_of,
    meetings_of,
    urgency,
    within,
)


def who(number=1, surname="Roy", level=2):
    return Who(UUID(int=number), f"C-{number}", surname, "Ann", level=level)


def thing(key="a", group=Group.LATE, due=date(2026, 11, 20), number=1, **more):
    return Thing(key, group, more.pop("who", who(number)), "See her", due, **more)


def keys(lines):
    return [(line.first.key, [each.key for each in line.others]) for line in lines]


def test_one_person_is_one_line_in_a_group():
    grouped = lines_of([thing("a", due=date(2026, 11, 22)), thing("b"), thing("c", number=2)])

    assert keys(grouped[Group.LATE]) == [("b", ["a"]), ("c", [])]
    assert grouped[Group.LATE][0].count == 2


def test_what_the_person_owes_never_joins_what_the_office_owes():
    grouped = lines_of([thing("a"), thing("b", Group.BREACH)])

    assert keys(grouped[Group.LATE]) == [("a", [])]
    assert keys(grouped[Group.BREACH]) == [("b", [])]


def test_every_group_is_there_when_nothing_waits():
    assert lines_of([]) == {group: [] for group in Group}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            {"rank": 0, "due": date(2026, 12, 1)}, {"rank": 1}, id="a_court_before_the_rest"
        ),
        pytest.param({"due": date(2026, 11, 1)}, {}, id="the_longest_late"),
        pytest.param({}, {"due": None}, id="what_has_a_day_before_what_has_none"),
        pytest.param({"who": who(1, level=4)}, {"who": who(2, level=1)}, id="the_higher_level"),
        pytest.param({"key": "a"}, {"key": "b"}, id="else_by_key"),
    ],
)
def test_the_more_urgent_goes_first(first, second):
    one, other = (thing(**{"rank": 1} | each) for each in (first, second))

    assert urgency(one) < urgency(other)


def test_equal_lines_stand_by_name():
    grouped = lines_of(
        [
            thing("x", who=who(1, "Zed")),
            thing("x", who=who(2, "Abe")),
            thing("x", who=who(3, "Moe")),
        ]
    )

    assert [line.who.surname for line in grouped[Group.LATE]] == ["Abe", "Moe", "Zed"]


def line(number, group=Group.LATE):
    return Line(thing(str(number), group, number=number))


def test_the_longest_group_gives_up_lines_first():
    grouped = {
        Group.LATE: [line(each) for each in range(20)],
        Group.BREACH: [line(each, Group.BREACH) for each in range(3)],
    }

    late, breach = within(grouped, 15)

    assert (len(late.lines), late.left, late.people) == (12, 8, 20)
    assert (len(breach.lines), breach.left) == (3, 0)


def test_a_group_that_is_opened_is_whole_and_costs_the_others_nothing():
    grouped = {
        Group.LATE: [line(each) for each in range(20)],
        Group.NEW: [line(each, Group.NEW) for each in range(4)],
    }

    late, new = within(grouped, 15, opened=[Group.LATE])

    assert (len(late.lines), late.left) == (20, 0)
    assert (len(new.lines), new.left) == (4, 0)


def test_each_group_keeps_a_line_whatever_the_budget():
    grouped = {group: [line(each, group) for each in range(3)] for group in Group}

    assert [len(shown.lines) for shown in within(grouped, 0)] == [1, 1, 1, 1, 1]


def test_an_empty_group_is_shown_empty():
    assert within({Group.LATE: []}, 15) == [Shown(Group.LATE, ())]


@given(
    st.lists(
        st.builds(
            thing,
            key=st.text(min_size=1, max_size=3),
            group=st.sampled_from(Group),
            number=st.integers(1, 30),
        )
    ),
    st.integers(0, 30),
)
def test_nothing_is_lost_between_things_and_lines(things, budget):
    grouped = lines_of(things)
    shown = within(grouped, budget)

    assert sum(line.count for lines in grouped.values() for line in lines) == len(things)
    assert [each.people for each in shown] == [len(lines) for lines in grouped.values()]


def test_people_stand_by_the_clock_with_what_to_ask():
    nine = Meeting(who(1, "Roy"), time(9), "To report", "", None)
    drop_in = Meeting(who(2, "Abe"), None, "To report", "", None)
    early = Meeting(who(3, "Zed"), time(8, 30), "To report", "", None)

    shown = meetings_of([drop_in, nine, early], {UUID(int=1): ["job", "proof"]})

    assert [each.who.surname for each in shown] == ["Zed", "Roy", "Abe"]
    assert shown[1] == replace(nine, ask=("job", "proof"))
