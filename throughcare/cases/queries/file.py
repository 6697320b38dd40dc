"""How one file stands: its holder, cover, level, time away, protection; and where its person is."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from throughcare.cases.models import (
    Assignment,
    Away,
    Case,
    Cover,
    LevelPeriod,
    Outcome,
    Restriction,
    Transfer,
)
from throughcare.cases.queries import past
from throughcare.cases.queries.holders import cover_of, standing_restriction, works_here
from throughcare.cases.standards import INTERIM, InterimStandard
from throughcare.people.models import Address, Phone
from throughcare.staff.models import StaffMember


class FileState:
    """How a file stands on a day. What is asked of it is read once, when it is asked first."""

    def __init__(self, case: Case, member: StaffMember, on: date) -> None:
        self.case = case
        self._member = member
        self._on = on

    @cached_property
    def been(self) -> past.Past:
        """What it was before, and is. Four queries."""
        return past.past_of(self.case)

    @cached_property
    def held(self) -> Assignment | None:
        """Who holds it, None when it is closed."""
        return next((each for each in self.been.held if each.ends_at is None), None)

    @cached_property
    def cover(self) -> Cover | None:
        """Who covers it today. One query."""
        return cover_of(self.case, self.held.holder if self.held else None, self._on)

    @cached_property
    def level(self) -> LevelPeriod | None:
        """Its level, or the standard used meanwhile."""
        return next((each for each in self.been.levels if _holds(each, self._on)), None)

    @cached_property
    def away(self) -> list[Away]:
        """The time away that the person is in, the first first."""
        return [each for each in reversed(self.been.aways) if _holds(each, self._on)]

    @cached_property
    def transfer(self) -> Transfer | None:
        """The transfer that waits for an answer."""
        waiting = (each for each in self.been.transfers if each.outcome == Outcome.WAITING)
        return next(waiting, None)

    @cached_property
    def restriction(self) -> Restriction | None:
        """The restriction that closes it to all but named members. One query."""
        return standing_restriction(self.case)

    @cached_property
    def left(self) -> bool:
        """Whether its holder no longer works at the office. One query."""
        return bool(self.held and not works_here(self.held.holder, self.case.office, self._on))

    @cached_property
    def own(self) -> bool:
        """Whether the viewer holds or covers the file."""
        holds = self.held is not None and self.held.holder_id == self._member.pk
        return holds or (self.cover is not None and self.cover.covering_id == self._member.pk)

    @property
    def interim(self) -> InterimStandard | None:
        """The standard used until an assessment, when there is no level yet."""
        return INTERIM.get(self.level.interim_standard) if self.level else None


@dataclass(frozen=True)
class Whereabouts:
    """How to reach a person: the address that stands, and the phones with their rules."""

    addresses: list[Address]
    phones: list[Phone]


def state_of(case: Case, member: StaffMember, on: date) -> FileState:
    """Return how a file stands. At most seven queries, none before something is asked of it."""
    return FileState(case, member, on)


def _holds(row: LevelPeriod | Away, on: date) -> bool:
    """Say whether a level or a time away holds on a day."""
    return row.starts_on <= on and (row.ends_before is None or on < row.ends_before)


def whereabouts(case: Case, on: date) -> Whereabouts:
    """Return the address and phones that stand on a day. Two queries."""
    addresses = Address.objects.on(on).filter(person=case.person_id).order_by("kind")
    phones = Phone.objects.on(on).filter(person=case.person_id).order_by("starts_on")
    return Whereabouts(list(addresses), list(phones))
