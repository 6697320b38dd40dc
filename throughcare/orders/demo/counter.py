"""What waits at the counter of the demo's first office: people expected, and papers."""

from datetime import timedelta
from typing import Any

from throughcare.orders.models import Expected, Paper
from throughcare.staff.demo import World

# Name, days since the sentence, days since the person was here; None where that has not been.
EXPECTED: tuple[tuple[str, int | None, int | None], ...] = (
    ("Camille Desgroseilliers", 9, None),
    ("Warren Quibell", 5, None),
    ("Thierry Lamontagne", 2, None),
    ("Priya Venkataraman", None, 3),
    ("Joseph Wemigwans", 1, 1),
)
PAPER = """PROBATION ORDER

Made on {day}. The passing of sentence is suspended and the person shall, for 12 months,
comply with these conditions:

1. Keep the peace and be of good behaviour.
2. Appear before the court when required to do so by the court.
3. Report to a probation officer within 2 working days.
4. Perform 40 hours of community service within 6 months.
"""
YOUTH = "Youth probation order under the Youth Criminal Justice Act. 1. Keep the peace."


def populate_counter(world: World) -> None:
    """Put people and papers at the first office's counter."""
    office = world.offices[0]
    clerk = next(each for each in world.members if each.role == "CLERK" and each.office == office)
    for name, sentenced, seen in EXPECTED:
        days = [each for each in (sentenced, seen) if each is not None]
        at = world.moment(world.today - timedelta(days=max(1, min(days))), 13, len(name))
        world.loader.entry("orders.expected", by=clerk, recorded_at=at).add(
            Expected(
                id=world.new_id(),
                office=office,
                name=name,
                court="Ontario Court of Justice, Sudbury",
                sentenced_on=_ago(world, sentenced),
                seen_on=_ago(world, seen),
            )
        )
    _papers(world, office, clerk)


def _papers(world: World, office: Any, clerk: Any) -> None:
    yesterday = world.today - timedelta(days=1)
    said = {"office": office, "arrived_on": yesterday}
    arrived = world.loader.entry(
        "orders.paper_arrived", by=clerk, recorded_at=world.moment(yesterday, 14, 5)
    )
    words = PAPER.format(day=f"{yesterday:%B} {yesterday.day}, {yesterday.year}")
    named = {"surname": "Quibell", "given": "Warren"}
    arrived.add(Paper(id=world.new_id(), words=words, **named, **said))
    held = world.loader.entry(
        "orders.paper_held", by=clerk, recorded_at=world.moment(yesterday, 14, 20)
    )
    held.add(
        Paper(
            id=world.new_id(),
            words=YOUTH,
            surname="(a youth)",
            standing="HELD",
            held_as="YOUTH",
            whom_to_call="Youth justice services, Sudbury office",
            **said,
        )
    )


def _ago(world: World, days: int | None) -> Any:
    return None if days is None else world.today - timedelta(days=days)
