"""One file: who holds it and held it, cover, level, time away, protection, what happened."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

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
from throughcare.cases.queries.holders import cover_of, works_here
from throughcare.cases.standards import INTERIM, InterimStandard
from throughcare.people.models import Address, Phone
from throughcare.record.models import Entry
from throughcare.record.queries import entries_of
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
    held = case.assignments.filter(ends_at=None).select_related("holder").first()
    cover = cover_of(case, held.holder if held else None, on)
    transfer = case.transfers.filter(outcome=Outcome.WAITING).select_related(
        "from_office", "to_office", "proposed_by"
    )
    return FileState(
        case=case,
        held=held,
        cover=cover,
        level=LevelPeriod.objects.on(on).select_related("confirmed_by").filter(case=case).first(),
        away=list(Away.objects.on(on).filter(person=case.person_id).order_by("starts_on")),
        transfer=transfer.first(),
        restriction=case.restrictions.filter(lifted_at=None).first(),
        left=bool(held and not works_here(held.holder, case.office, on)),
        own=bool(
            (held and held.holder_id == member.pk) or (cover and cover.covering_id == member.pk)
        ),
    )


def whereabouts(case: Case, on: date) -> Whereabouts:
    """Return the address and phones that stand on a day. Two queries."""
    addresses = Address.objects.on(on).filter(person=case.person_id).order_by("kind")
    phones = Phone.objects.on(on).filter(person=case.person_id).order_by("starts_on")
    return Whereabouts(list(addresses), list(phones))


def held_by(case: Case) -> list[Assignment]:
    """Return everyone who has held a file, newest first. One query."""
    return list(case.assignments.select_related("holder").order_by("-starts_at"))


def levels_of(case: Case) -> list[LevelPeriod]:
    """Return the levels a file has had, newest first. One query."""
    return list(case.levels.select_related("confirmed_by").order_by("-starts_on"))


def aways_of(case: Case) -> list[Away]:
    """Return all time away of the person, newest first. One query."""
    return list(Away.objects.filter(person=case.person_id).order_by("-starts_on"))


def transfers_of(case: Case) -> list[Transfer]:
    """Return every transfer proposed of a file, newest first. One query."""
    return list(
        case.transfers.select_related(
            "from_office", "to_office", "proposed_by", "decided_by"
        ).order_by("-proposed_at")
    )


def entries_of_file(case: Case) -> QuerySet[Entry]:
    """Return the entries of a file and of its person, newest first.

    Entries of the person's other files stay out: they may be closed to the viewer.
    """
    return entries_of(case=case.pk) | entries_of(person=case.person_id).filter(case_id=None)
