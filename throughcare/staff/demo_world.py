"""What the generators of all apps share."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from throughcare.record.loading import Loader
from throughcare.staff.models import Office, StaffMember


@dataclass
class World:
    """What the generators of all apps share: the loader, chance, the day, and who works here.

    The same seed, size and day give the same world, ids included.
    """

    loader: Loader
    chance: Random
    today: date
    people: int
    staff: int
    offices: list[Office] = field(default_factory=list)
    members: list[StaffMember] = field(default_factory=list)
    """All staff; `role` and `office` of each answer from the posting given to it here."""

    def new_id(self) -> UUID:
        """Return the next id; it depends only on the seed and on what was made before."""
        return UUID(int=self.chance.getrandbits(128), version=4)

    def moment(self, day: date, hour: int = 9, minute: int = 0) -> datetime:
        """Return a local moment of a day, in the office's zone."""
        return datetime.combine(day, time(hour, minute), ZoneInfo("America/Toronto"))
