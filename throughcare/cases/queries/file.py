"""How one file stands: its holder, cover, level, time away, protection; and where its person is."""

from dataclasses import dataclass
from datetime import date

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
from throughcare.cases.queries.holders import cover_of, works_here
from throughcare.cases.standards import INTERIM, InterimStandard
from throughcare.people.models import Address, Phone
from throughcare.staff.models import StaffMember


@dataclass(frozen=True)
class FileState:
    """How a file stands on a day."""

    case: Case
    held: Assignment | None
    cover: Cover | None
    level: LevelPeriod | None
    away: list[Away]
    transfer: Transfer | None
    restriction: Restriction | None
    left: bool
    """Whether its holder no longer works at the office."""
    own: bool
    """Whether the viewer holds or covers the file."""
    been: past.Past
    """What it was before, and is."""

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
    """Return how a file stands. Seven queries."""
    been = past.past_of(case)
    held = next((each for each in been.held if each.ends_at is None), None)
    cover = cover_of(case, held.holder if held else None, on)
    waiting = (each for each in been.transfers if each.outcome == Outcome.WAITING)
    return FileState(
        case=case,
        held=held,
        cover=cover,
        level=next((each for each in been.levels if _holds(each, on)), None),
        away=[each for each in reversed(been.aways) if _holds(each, on)],
        transfer=next(waiting, None),
        restriction=case.restrictions.filter(lifted_at=None).first(),
        left=bool(held and not works_here(held.holder, case.office, on)),
        own=bool(
            (held and held.holder_id == member.pk) or (cover and cover.covering_id == member.pk)
        ),
        been=been,
    )


def _holds(row: LevelPeriod | Away, on: date) -> bool:
    """Say whether a level or a time away holds on a day."""
    return row.starts_on <= on and (row.ends_before is None or on < row.ends_before)


def whereabouts(case: Case, on: date) -> Whereabouts:
    """Return the address and phones that stand on a day. Two queries."""
    addresses = Address.objects.on(on).filter(person=case.person_id).order_by("kind")
    phones = Phone.objects.on(on).filter(person=case.person_id).order_by("starts_on")
    return Whereabouts(list(addresses), list(phones))
