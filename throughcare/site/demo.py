"""The demo office and the generated province: every app's part, put together and loaded."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from django.conf import settings
from django.db import connections
from tqdm import tqdm

from throughcare import clock
from throughcare.cases import demo as cases
from throughcare.cases.demo import erasing
from throughcare.contacts import demo as contacts
from throughcare.documents import demo as documents
from throughcare.orders import demo as orders
from throughcare.people import demo as people
from throughcare.record.entries import System
from throughcare.record.loading import Loader
from throughcare.record.models import Entry
from throughcare.record.packs import kept_pack
from throughcare.staff import demo as staff
from throughcare.staff.demo_offices import YEARS
from throughcare.verification import demo as verification
from throughcare.victims import demo as victims

SEED = 20_261_123
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Size:
    """How many people and staff a generated world has."""

    people: int
    staff: int
    contacts: int = 0
    """About how many contacts there are to be at least."""


SIZES = {
    "office": Size(people=600, staff=12),
    "province": Size(people=50_000, staff=800, contacts=5_000_000),
}


def is_empty() -> bool:
    """Say whether nothing has ever been recorded here."""
    return not Entry.objects.exists()


def load(size: str | Size = "office") -> int:
    """Generate a world and write it into the empty database; return its number of entries.

    The same seed, size and day give the same world.

    :raises DatabaseInUse: when the record has an entry already.
    """
    chosen = SIZES[size] if isinstance(size, str) else size
    world = staff.World(
        loader=Loader(),
        chance=Random(SEED),  # noqa: S311 - a demo must be the same each time
        today=clock.today(),
        people=chosen.people,
        staff=chosen.staff,
    )
    began = world.moment(world.today - 365 * YEARS * DAY, 7)
    rules = world.loader.entry(
        "record.pack_kept", by=System(), recorded_at=began, reason=settings.JURISDICTION
    )
    rules.add(kept_pack(settings.JURISDICTION, began))
    staff.populate(world)
    persons = people.populate(world)
    pasts = cases.pasts_of(world, persons)
    documents.populate(world, [past.case for past in pasts])
    meetings = contacts.populate(world, pasts)
    contacts.fill(world, pasts, chosen.contacts)
    ordered = orders.populate(world, pasts)
    contacts.talk(meetings, contacts.conditions_of(ordered))
    verification.populate(world, ordered)
    victims.populate(world, persons.named, pasts)
    erasing.populate(world, persons.named, pasts)
    entries = world.loader.write(progress=_bar)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")
    return entries


def _bar(rows: Iterable[Any], table: str, count: int) -> Iterable[Any]:
    return tqdm(rows, desc=table, total=count, leave=False, disable=not sys.stderr.isatty())
