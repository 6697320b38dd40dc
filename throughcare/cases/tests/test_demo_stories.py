"""The demo office's files: each story as told, holders without a gap, periods in order."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from operator import itemgetter
from random import Random

import pytest

from throughcare.cases import demo
from throughcare.cases.demo.stories import STORIES
from throughcare.cases.models import (
    Assignment,
    Away,
    Case,
    Conflict,
    Cover,
    Level,
    LevelPeriod,
    RestrictedMember,
    Restriction,
    Transfer,
)
from throughcare.people import demo as people
from throughcare.record.loading import Loader
from throughcare.staff import demo as staff
from throughcare.staff.models import Absence

TODAY = date(2026, 11, 23)


class Told:
    """A demo office as it was told, by table."""

    def __init__(self, seed: int = 7) -> None:
        self.world = staff.World(
            loader=Loader(), chance=Random(seed), today=TODAY, people=160, staff=12
        )
        staff.populate(self.world)
        self.people = people.populate(self.world)
        self.cases = demo.populate(self.world, self.people)
        self.members = {member.pk: member.username for member in self.world.members}

    def rows(self, model, **where):
        """Return the rows of a table as they stand, those that match."""
        table = self.world.loader.table_of(model)
        found = [
            dict(zip(table.columns, version.row, strict=True))
            for version in table.versions()
            if version.stands
        ]
        return [row for row in found if all(row[name] == kept for name, kept in where.items())]

    def case_of(self, story):
        """Return the file of the person with a story."""
        person = self.people.named[story].row
        [case] = [each for each in self.cases if each.person is person]
        return case

    def holder_of(self, case):
        """Return who holds a file, by sign-in name."""
        [held] = self.rows(Assignment, case_id=case.pk, ends_at=None)
        return self.members[held["holder_id"]], held["uncovered"]


@pytest.fixture(scope="module")
def told():
    return Told()


def holder_told(story):
    """Return who holds a file at the end of its story."""
    holder = STORIES[story]["holder"]
    for act in STORIES[story].get("acts", []):
        if act["act"] == "give":
            holder = act["to"]
        if act["act"] == "uncover":
            holder = "tremblay"
    return holder


OPEN = [
    story
    for story in STORIES
    if all(act["act"] != "close" for act in STORIES[story].get("acts", []))
]


def by_case(rows, start):
    found = defaultdict(list)
    for row in sorted(rows, key=itemgetter(start)):
        found[row["case_id"]].append(row)
    return found


@pytest.mark.parametrize("story", OPEN)
def test_a_story_ends_with_its_holder(told, story):
    holder, uncovered = told.holder_of(told.case_of(story))

    assert (holder, uncovered) == (holder_told(story), story == "uncovered")


@pytest.mark.parametrize("story", STORIES)
def test_a_story_has_its_kind(told, story):
    assert told.case_of(story).kind == STORIES[story].get("kind", "SUPERVISION")


@pytest.mark.parametrize(
    "story",
    [
        story
        for story in STORIES
        if STORIES[story].get("kind", "SUPERVISION") in ("SUPERVISION", "COURTESY")
    ],
)
def test_a_story_has_its_levels_in_order(told, story):
    acts = STORIES[story].get("acts", [])
    expected = ["NOT_SET", *(act["level"] for act in acts if act["act"] == "level")]

    rows = told.rows(LevelPeriod, case_id=told.case_of(story).pk)

    assert [row["level"] for row in sorted(rows, key=itemgetter("starts_on"))] == expected


@pytest.mark.parametrize(
    "story",
    [story for story in STORIES if any(a["act"] == "away" for a in STORIES[story].get("acts", []))],
)
def test_a_story_has_its_time_away(told, story):
    acts = [act for act in STORIES[story]["acts"] if act["act"] == "away"]

    rows = told.rows(Away, person_id=told.case_of(story).person.pk)

    assert [
        (row["kind"], row["starts_on"])
        for row in sorted(rows, key=itemgetter("starts_on"), reverse=True)
    ] == [(act["kind"], TODAY - timedelta(days=act["since"])) for act in reversed(acts)]


def test_the_deceased_has_a_closed_file(told):
    case = told.case_of("deceased")

    assert case.closing_words == "Deceased"
    assert case.closed_on == TODAY - timedelta(days=27)


def test_the_transfer_waits_and_the_other_was_refused(told):
    [waits] = told.rows(Transfer, case_id=told.case_of("transfer").pk)
    [refused] = told.rows(Transfer, case_id=told.case_of("other_twin").pk)

    assert (waits["outcome"], waits["decided_by_id"]) == ("WAITING", None)
    assert refused["outcome"] == "REFUSED"
    assert refused["refusal_reason"] == "No address in North Bay. Ask again when he has one."


def test_the_restricted_file_names_its_holder_and_the_manager(told):
    case = told.case_of("restricted")
    [restriction] = told.rows(Restriction, case_id=case.pk)

    named = told.rows(RestrictedMember, restriction_id=restriction["id"])

    assert {told.members[row["member_id"]] for row in named} == {"roy", "tremblay"}
    assert restriction["lifted_at"] is None


def test_who_declared_a_conflict_holds_the_file_no_longer(told):
    case = told.case_of("other_twin")

    [conflict] = told.rows(Conflict)

    assert (conflict["case_id"], told.members[conflict["member_id"]]) == (case.pk, "nair")
    assert told.holder_of(case) == ("roy", False)


def test_the_late_entry_happened_days_before_the_last_act(told):
    case = told.case_of("late_entry")
    first, second = sorted(told.rows(Assignment, case_id=case.pk), key=itemgetter("starts_at"))

    assert first["ends_at"] == second["starts_at"]
    assert second["starts_at"].date() == TODAY - timedelta(days=41)


def test_okafor_holds_only_files_with_an_officer(told):
    [okafor] = [pk for pk, name in told.members.items() if name == "okafor"]

    held = told.rows(Assignment, holder_id=okafor, ends_at=None)

    assert {row["uncovered"] for row in held} == {False}
    assert told.case_of("lavallee").pk in {row["case_id"] for row in held}


def test_levels_follow_each_other_without_a_gap(told):
    for periods in by_case(told.rows(LevelPeriod), "starts_on").values():
        assert all(one["ends_before"] == other["starts_on"] for one, other in pairwise(periods))
        assert all(
            row["ends_before"] is None or row["ends_before"] > row["starts_on"] for row in periods
        )


def test_only_kinds_with_a_level_have_one(told):
    kinds = {case.pk: case.kind for case in told.cases}

    assert {kinds[row["case_id"]] for row in told.rows(LevelPeriod)} == {
        "SUPERVISION",
        "COURTESY",
    }


def test_a_level_is_confirmed_by_name_or_an_interim_standard_stands(told):
    for row in told.rows(LevelPeriod):
        assert (row["confirmed_by_id"] is None) is (row["level"] == Level.NOT_SET)
        assert bool(row["interim_standard"]) is (row["level"] == Level.NOT_SET)


def test_covers_are_of_one_file_for_some_days_and_by_someone_else(told):
    holders = {row["case_id"]: row["holder_id"] for row in told.rows(Assignment, ends_at=None)}

    for row in told.rows(Cover, officer_id=None):
        assert row["starts_on"] < row["ends_before"]
        assert row["covering_id"] != holders[row["case_id"]]


def test_all_the_manager_holds_is_covered_while_she_will_be_away(told):
    [manager] = [pk for pk, name in told.members.items() if name == "tremblay"]
    [vacation] = told.rows(Absence, member_id=manager)

    [cover] = told.rows(Cover, case_id=None)

    assert (cover["officer_id"], told.members[cover["covering_id"]]) == (manager, "koski")
    assert (cover["starts_on"], cover["ends_before"]) == (
        vacation["starts_on"],
        vacation["ends_before"],
    )


def test_a_file_is_covered_once_at_a_time(told):
    for covers in by_case(told.rows(Cover, officer_id=None), "starts_on").values():
        assert all(one["ends_before"] <= other["starts_on"] for one, other in pairwise(covers))


def test_time_away_of_one_kind_does_not_overlap(told):
    found = defaultdict(list)
    for row in sorted(told.rows(Away), key=itemgetter("starts_on")):
        found[row["person_id"], row["kind"]].append(row)

    for rows in found.values():
        assert all(
            one["ends_before"] and one["ends_before"] <= other["starts_on"]
            for one, other in pairwise(rows)
        )


def test_closed_files_say_why_and_nothing_of_them_stands(told):
    closed = {case.pk for case in told.cases if case.closed_on}

    assert all(bool(case.closing_words) is bool(case.closed_on) for case in told.cases)
    assert all(case.closed_on is None or case.closed_on >= case.opened_on for case in told.cases)
    for model, end in ((Assignment, "ends_at"), (LevelPeriod, "ends_before")):
        assert not closed & {row["case_id"] for row in told.rows(model, **{end: None})}


def test_a_waiting_transfer_is_of_an_open_file_at_another_office(told):
    open_at = {case.pk: case.office.pk for case in told.cases if not case.closed_on}

    for row in told.rows(Transfer, outcome="WAITING"):
        assert open_at[row["case_id"]] == row["from_office_id"] != row["to_office_id"]


def test_numbers_are_of_the_year_the_file_was_opened(told):
    assert all(case.number.startswith(f"C-{case.opened_on.year}-") for case in told.cases)


def test_everyone_has_one_file(told):
    assert len({case.person.pk for case in told.cases}) == len(told.people) == 160


@pytest.mark.parametrize("model", [Case, Assignment, LevelPeriod, Away, Transfer, Cover])
def test_the_same_seed_tells_the_same(told, model):
    again = Told()

    assert again.rows(model) == told.rows(model)


def test_another_seed_tells_another_office(told):
    other = Told(seed=8)

    assert [case.opened_on for case in other.cases] != [case.opened_on for case in told.cases]
