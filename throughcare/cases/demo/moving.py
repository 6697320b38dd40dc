"""Files of the demo that changed hands: transfers to another office, and cover for who is away."""

from collections import defaultdict
from datetime import timedelta
from uuid import uuid5

from throughcare.cases.demo.desks import OWN_FILES
from throughcare.cases.demo.past import Past
from throughcare.cases.demo.stories import Cast
from throughcare.cases.models import Cover
from throughcare.staff.demo import World

ACCEPTED_OF_1000 = 8
# On leave this week, and who does what may not wait on how many of her files.
ON_LEAVE = "nair"
COVERING = {"okafor": 4, "roy": 14, "beaucage": 12}
LEARNS_FROM = {"mancini": ("roy", 6)}
# The manager's vacation, counted from the Monday of this week, and who does all her work then.
VACATION_IN, VACATION_FOR = timedelta(days=28), timedelta(days=5)
STANDS_IN = "koski"


def transfer_some(world: World, cast: Cast, pasts: list[Past]) -> None:
    """Let a few files of the first office have gone to the other one."""
    going = [past for past in pasts if _may_go(past, cast)]
    count = min(len(going), len(going) * ACCEPTED_OF_1000 // 1000 + 2)
    for past in world.chance.sample(going, count):
        left = (world.today - past.last_at.date()).days
        past.propose_transfer(cast.other_office, past.holder, left - 2, "Moved there for work.")
        past.accept_transfer(cast.other_manager, cast.other_manager, max(1, left - 8))


def _may_go(past: Past, cast: Cast) -> bool:
    quiet = (past.world.today - past.last_at.date()).days > 12
    at_first = past.case.office is cast.desk.office
    others = past.holder.username not in OWN_FILES
    return quiet and at_first and others and past.case.closed_on is None and not past.person.story


def cover_who_is_away(world: World, cast: Cast, pasts: list[Past]) -> None:
    """Cover who is on leave or soon will be, and give a trainee a few files to learn on."""
    held: dict[str, list[Past]] = defaultdict(list)
    for past in pasts:
        if past.case.closed_on is None and not past.held.uncovered:
            held[past.holder.username].append(past)
    waiting = iter(held[ON_LEAVE])
    weekday = world.today.weekday()
    for name, count in COVERING.items():
        for past in (each for each, _turn in zip(waiting, range(count), strict=False)):
            past.cover(cast.named(name), cast.desk.manager, from_ago=weekday, to_ago=weekday - 4)
    for name, (officer, count) in LEARNS_FROM.items():
        for past in held[officer][-count:]:
            past.cover(cast.named(name), cast.desk.manager, from_ago=100, to_ago=-80)
    _cover_the_manager(world, cast)


def _cover_the_manager(world: World, cast: Cast) -> None:
    """Arrange yesterday that someone covers everything the manager holds. Nothing is drawn."""
    manager = cast.desk.manager
    away_on = world.today - timedelta(days=world.today.weekday()) + VACATION_IN
    arranged_at = world.moment(world.today - timedelta(days=1), 15, 10)
    world.loader.entry("cases.covered", by=manager, recorded_at=arranged_at).add(
        Cover(
            id=uuid5(manager.pk, "vacation"),
            officer=manager,
            covering=cast.named(STANDS_IN),
            starts_on=away_on,
            ends_before=away_on + VACATION_FOR,
        )
    )
