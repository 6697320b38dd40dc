"""Calls, letters and messages between the meetings, until a world has as many contacts as asked.

They are drawn by a chance of each file's own, so that nothing else of the world changes.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from uuid import UUID

from throughcare.cases.demo import Past
from throughcare.contacts.demo.rhythm import open_day
from throughcare.contacts.demo.saying import Saying
from throughcare.contacts.models import Contact
from throughcare.staff.demo import World

# Of a hundred: how somebody was tried, and whether they were reached.
WAYS = {
    ("PHONE", "CAME"): 46,
    ("PHONE", "NOT_REACHED"): 22,
    ("TEXT", "CAME"): 14,
    ("EMAIL", "CAME"): 8,
    ("MAIL", "CAME"): 6,
    ("COLLATERAL", "CAME"): 4,
}
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def fill(world: World, pasts: Sequence[Past], wanted: int) -> None:
    """Tell contacts between the meetings of all files until there are about so many in all."""
    missing = wanted - len(world.loader.table_of(Contact))
    lives = [_days_of(past, world.today) for past in pasts]
    total = sum(lives)
    if missing <= 0 or not total:
        return
    for past, days in zip(pasts, lives, strict=True):
        _Between(world, past, days).told(round(missing * days / total))


def _days_of(past: Past, today: date) -> int:
    until = min(past.case.closed_on or today - DAY, today - DAY)
    return max(0, (until - past.case.opened_on).days)


class _Between:
    """What went on between the meetings of one file."""

    def __init__(self, world: World, past: Past, days: int) -> None:
        self.world, self.past, self.days = world, past, days
        self.chance = Random(past.case.pk.int)  # noqa: S311 - the same each time
        self.saying = Saying(self.chance, past.person.row.spoken_language == "fr")
        # The same one is filled again for each contact: making millions takes half of the time.
        self.row = Contact(case_id=past.case.pk, purpose="SUPERVISION")

    def told(self, count: int) -> None:
        days = sorted(self.chance.randrange(self.days) for _contact in range(count))
        drawn = self.chance.choices(list(WAYS), list(WAYS.values()), k=count)
        for day, (way, outcome) in zip(days, drawn, strict=True):
            on = open_day(self.past.case.opened_on + day * DAY)
            if on < self.world.today:
                self._one(on, way, outcome)

    def _one(self, on: date, way: str, outcome: str) -> None:
        chance, past = self.chance, self.past
        at = self.world.moment(on, chance.randint(9, 15), chance.randrange(60))
        at = max(at, past.holders[0][0] + 40 * MINUTE)
        by = next(holder for since, holder in reversed(past.holders) if since <= at)
        recorded_at = at + 5 * MINUTE
        entry = self.world.loader.entry(
            "contacts.contact_recorded",
            by=by,
            recorded_at=recorded_at,
            case=past.case,
            person=past.person.row,
            happened_at=at,
        )
        row = self.row
        row.id = UUID(int=chance.getrandbits(128), version=4)
        row.way, row.outcome, row.line = way, outcome, self.saying.between(way, outcome)
        row.happened_at, row.recorded_at, row.recorded_by_id = at, recorded_at, by.pk
        entry.add(row)
