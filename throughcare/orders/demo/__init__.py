"""The orders of the demo office and of the generated province, with their pasts. All invented."""

from collections.abc import Iterable
from datetime import timedelta

from throughcare.cases.demo import Past
from throughcare.orders.demo.counter import populate_counter
from throughcare.orders.demo.stories import MOVED, tell_what_waits, tell_what_was_done
from throughcare.orders.demo.telling import Telling, ToldOrder
from throughcare.staff.demo import World

__all__ = ["ToldOrder", "populate"]

WITH_ORDERS = ("SUPERVISION", "COURTESY")
SECOND_ORDER_OF_100 = 9


def populate(world: World, pasts: Iterable[Past]) -> list[ToldOrder]:
    """Give each supervised file its order, some a second one, and each counter what waits there.

    Returns the orders of files, as they were told.
    """
    told = []
    for past in pasts:
        if past.case.kind not in WITH_ORDERS:
            continue
        telling = Telling(world, past)
        telling.first_order()
        age = (world.today - past.case.opened_on).days
        if age > 200 and not past.case.closed_on and _by_chance(world, SECOND_ORDER_OF_100):
            made_on = past.case.opened_on + timedelta(days=world.chance.randint(90, age - 60))
            telling.second_order(made_on)
        if past.person.story == MOVED:
            tell_what_waits(telling.told[0])
            tell_what_was_done(telling.told[0])
        told += telling.told
    populate_counter(world)
    return told


def _by_chance(world: World, of_100: int) -> bool:
    return world.chance.randrange(100) < of_100
