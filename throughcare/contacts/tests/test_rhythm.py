"""When an officer of the demo meets a person: laws of the days over many lives."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.contacts.demo.rhythm import EVERY, Life, Meeting, meetings, open_day

# The pack is read here, once, not in the time of a first example.
OPENED = open_day(date(2025, 3, 3))
LEVELS = [*EVERY, ""]
lives = st.builds(
    Life,
    opened_on=st.dates(date(2023, 1, 2), date(2025, 6, 30)),
    until=st.dates(date(2025, 7, 1), date(2026, 11, 25)),
    levels=st.lists(
        st.tuples(st.dates(date(2023, 1, 1), date(2026, 6, 1)), st.sampled_from(LEVELS)),
        max_size=3,
    ).map(lambda found: tuple(sorted(found))),
    aways=st.lists(
        st.tuples(st.dates(date(2025, 1, 1), date(2026, 1, 1)), st.none()), max_size=1
    ).map(tuple),
)


def told(level, days=365, seed=1, aways=()):
    """Return the meetings of a file of one level, in order."""
    life = Life(OPENED, OPENED + timedelta(days=days), ((OPENED, level),), tuple(aways))
    return list(meetings(life, Random(seed)))


def seen(found):
    return [each for each in found if each.outcome == "CAME" and each.way in ("OFFICE", "HOME")]


@given(lives, st.integers(0, 2**32))
def test_nothing_happens_outside_the_life_of_a_file(life, seed):
    days = [each.on for each in meetings(life, Random(seed))]

    assert all(life.opened_on < day for day in days)
    assert all(day <= life.until for day in days)


@given(lives, st.integers(0, 2**32))
def test_nobody_is_met_while_away_or_on_a_day_the_office_is_closed(life, seed):
    for each in meetings(life, Random(seed)):
        assert each.on == open_day(each.on)
        if each.way in ("OFFICE", "HOME"):
            assert not life.is_away(each.on)


@given(lives, st.integers(0, 2**32))
def test_the_next_day_lies_after_this_one(life, seed):
    for each in meetings(life, Random(seed)):
        assert each.next_on is None or each.next_on > each.on


@given(lives, st.integers(0, 2**32))
def test_the_same_chance_tells_the_same_life(life, seed):
    assert list(meetings(life, Random(seed))) == list(meetings(life, Random(seed)))


@given(lives, st.integers(0, 2**32))
def test_only_the_first_meeting_is_the_intake(life, seed):
    found = list(meetings(life, Random(seed)))

    assert [at for at, each in enumerate(found) if each.purpose == "INTAKE"] in ([], [0])


@pytest.mark.parametrize(
    ("level", "least", "most"),
    [
        ("VERY_HIGH", 45, 66),
        ("HIGH", 24, 34),
        ("MEDIUM", 12, 17),
        ("NOT_SET", 12, 17),
        ("LOW", 5, 8),
        ("VERY_LOW", 4, 6),
        ("", 3, 6),
    ],
)
def test_a_level_sets_how_often_a_person_is_seen_in_a_year(level, least, most):
    assert least <= len(seen(told(level))) <= most


def test_a_medium_level_is_seen_in_nearly_every_month():
    months = {each.on.month for each in seen(told("MEDIUM"))}

    assert len(months) >= 10


@pytest.mark.parametrize(("level", "ways"), [("HIGH", True), ("LOW", False)])
def test_homes_and_collaterals_are_for_high_levels(level, ways):
    found = {each.way for each in told(level, days=720)}

    assert ({"HOME", "COLLATERAL"} <= found) is ways


def test_some_do_not_come_and_most_do():
    found = [each for seed in range(20) for each in told("HIGH", seed=seed)]
    missed = [each for each in found if each.outcome == "DID_NOT_COME"]

    assert 0.02 < len(missed) / len(found) < 0.12
    assert all(each.next_on is not None for each in missed)


def test_who_is_away_for_good_is_met_no_more():
    away = OPENED + timedelta(days=100)

    found = told("HIGH", aways=[(away, None)])

    assert max(each.on for each in seen(found)) < away


@pytest.mark.parametrize(
    ("day", "level"),
    [
        (date(2025, 3, 2), ""),
        (date(2025, 3, 3), "NOT_SET"),
        (date(2025, 4, 9), "NOT_SET"),
        (date(2025, 4, 10), "HIGH"),
    ],
)
def test_the_level_is_the_one_of_the_day(day, level):
    life = Life(OPENED, OPENED, ((OPENED, "NOT_SET"), (date(2025, 4, 10), "HIGH")), ())

    assert life.level_on(day) == level


def test_a_meeting_is_a_visit_to_the_office_unless_said():
    assert (Meeting(OPENED).way, Meeting(OPENED).outcome) == ("OFFICE", "CAME")
