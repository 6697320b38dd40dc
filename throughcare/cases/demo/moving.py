"""Files of the demo that changed hands: transfers to another office, and cover for who is away."""

from collections import defaultdict

from throughcare.cases.demo.desks import OWN_FILES
from throughcare.cases.demo.past import Past
from throughcare.cases.demo.stories import Cast
from throughcare.staff.demo import World

ACCEPTED_OF_1000 = 8
# On leave this week, and who does what may not wait on how many of her files.
ON_LEAVE = "nair"
COVERING = {"okafor": 4, "roy": 14, "beaucage": 12}
LEARNS_FROM = {"mancini": ("roy", 6)}


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
    """Cover the files of who is on leave, and give a trainee a few to learn on."""
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
