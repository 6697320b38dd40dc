"""The files of the demo office and of the generated province, with their pasts. All invented."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from throughcare.cases.demo.desks import Desk, desks_of, second_office
from throughcare.cases.demo.moving import cover_who_is_away, transfer_some
from throughcare.cases.demo.ordinary import KINDS, Plan, some, tell
from throughcare.cases.demo.past import Past
from throughcare.cases.demo.stories import STORIES, Cast, tell_story
from throughcare.cases.models import Case
from throughcare.people.demo import DemoPeople, DemoPerson
from throughcare.staff.demo import World

UNCOVERED_OF_100 = 3
AWAY_OF_100 = 7

__all__ = ["Past", "pasts_of", "populate"]


def populate(world: World, people: DemoPeople) -> list[Case]:
    """Give everyone a file: the people with a story first, the rest by office; return all files."""
    return [past.case for past in pasts_of(world, people)]


def pasts_of(world: World, people: DemoPeople) -> list[Past]:
    """Give everyone a file and return each with its past, for what higher duties add to it."""
    desks = desks_of(world)
    other_office, other_manager = second_office(world)
    members = {member.username: member for member in world.members}
    first = desks[world.offices[0].pk]
    cast = Cast(first, members, other_office, other_manager)
    serials = iter(range(1, len(people) + 1))
    pasts = []
    for key, person in people.named.items():
        story = STORIES.get(key, {"holder": "okafor"})
        past = _begin(world, person, story.get("kind", "SUPERVISION"), serials)
        tell_story(cast, past, story)
        pasts.append(past)
    for office, living in _by_office(people).items():
        desk = desks.get(office, first)
        pasts += _office_files(world, desk, living, serials)
    transfer_some(world, cast, pasts)
    cover_who_is_away(world, cast, pasts)
    return pasts


def _by_office(people: DemoPeople) -> dict[Any, list[DemoPerson]]:
    """Return the people without a story by office, newest first."""
    found: dict[Any, list[DemoPerson]] = defaultdict(list)
    for person in sorted(people, key=lambda each: each.added_at, reverse=True):
        if not person.story:
            found[person.office.pk].append(person)
    return found


def _office_files(
    world: World, desk: Desk, people: list[DemoPerson], serials: Iterator[int]
) -> list[Past]:
    """Open files while officers have room, newest people first; the older files are closed."""
    uncovered = len(people) * UNCOVERED_OF_100 // 100
    pasts = []
    for person in people:
        past = _begin(world, person, some(world, KINDS), serials)
        ending = "open" if desk.with_room() else "closed"
        if ending == "closed" and uncovered:
            ending, uncovered = "uncovered", uncovered - 1
        away = world.chance.randrange(100) < AWAY_OF_100
        tell(world, desk, past, Plan(ending, away_now=away))
        pasts.append(past)
    return pasts


def _begin(world: World, person: DemoPerson, kind: str, serials: Iterator[int]) -> Past:
    at = person.added_at + timedelta(minutes=11)
    case = Case(
        id=world.new_id(),
        number=f"C-{at.year}-{next(serials):05}",
        person=person.row,
        kind=kind,
        office=person.office,
        opened_on=at.date(),
    )
    return Past(world, person, case, at)
