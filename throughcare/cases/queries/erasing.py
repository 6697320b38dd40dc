"""What was asked to be erased by law and what is held, as far as a member may know of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.models import Case
from throughcare.cases.queries.visibility import visible_cases, visible_people
from throughcare.people.models import Person
from throughcare.record.models import Entry, Erasure, Hold, Link
from throughcare.staff.models import StaffMember


@dataclass(frozen=True)
class ErasureLine:
    """An erasure on its way: asked, approved, carried out."""

    asked: Erasure
    number: str
    """Of the file, or of the person with every file; "" once it is gone."""
    versions: tuple[str, ...]
    """The tables whose row versions are gone, one for each."""

    @property
    def is_whole_person(self) -> bool:
        return self.asked.case_id is None

    @property
    def is_done(self) -> bool:
        return bool(self.versions)

    def counts(self) -> Counter[str]:
        """Return how many row versions of each duty are gone."""
        return Counter(table.partition("_")[0] for table in self.versions)


@dataclass(frozen=True)
class HoldLine:
    """A hold that stands."""

    hold: Hold
    number: str


def erasures_for(member: StaffMember) -> list[ErasureLine]:
    """Return what was asked to be erased, the newest first. Four queries.

    Of files and people open to the member, and what they asked or approved themselves; to whoever
    sees no file, all of it, by numbers alone.
    """
    own = Q(asked_by_id=member.pk) | Q(approved_by_id=member.pk)
    rows = list(_known_to(member, Erasure.objects.order_by("-asked_at", "pk"), own))
    numbers = _numbers(rows)
    together: dict[Any, list[Erasure]] = {}
    for each in rows:
        together.setdefault((each.asked_at, each.asked_by_id), []).append(each)
    return [_line(same, numbers) for same in together.values()]


def holds_for(member: StaffMember) -> list[HoldLine]:
    """Return the holds that stand, as far as a member may know of them. Three queries."""
    standing = Hold.objects.filter(lifted_at=None).order_by("placed_at")
    rows = list(_known_to(member, standing, Q()))
    numbers = _numbers(rows)
    return [HoldLine(each, numbers.get(each.case_id or each.person_id, "")) for each in rows]


def may_approve(member: StaffMember, asked: Erasure) -> bool:
    """Say whether a member may approve an erasure: a second person.

    A person with every file, in every office, is approved by whoever sees none of them.
    """
    if asked.asked_by_id == member.pk or not member.may(Permission.APPROVE_ERASURE):
        return False
    return asked.case_id is not None or not member.may(Permission.SEE_CASE)


def reasons_not_to_erase(cases: Iterable[Case], person: UUID | None) -> list[str]:
    """Return what stands against erasing some files of a person: holds, and open files."""
    files = list(cases)
    standing = Q(case_id__in=[each.pk for each in files]) | Q(person_id=person, case_id=None)
    holds = Hold.objects.filter(standing, lifted_at=None).order_by("placed_at")
    found = [_("A hold stands: %(why)s Lift it first.") % {"why": each.why} for each in holds]
    return found + [
        _("File %(number)s is open. Close it first.") % {"number": each.number}
        for each in files
        if each.closed_on is None
    ]


def files_of(asked: Erasure) -> tuple[list[Case], UUID | None]:
    """Return the files that an erasure reaches while they stand, and whose they are or were."""
    by = {"pk": asked.case_id} if asked.case_id else {"person": asked.person_id}
    files = list(Case.objects.filter(**by).order_by("number"))
    return files, asked.person_id or next((each.person_id for each in files), None)


def hash_left(asked: Erasure) -> tuple[int, str] | None:
    """Return the number and the hash of the entry by which it was erased, once that is chained."""
    about = {"case_id": asked.case_id, "person_id": asked.person_id}
    entry = Entry.objects.filter(act="record.erased", number__gt=0, **about).last()
    link = Link.objects.filter(number=entry.number or 0).first() if entry else None
    return (link.number, bytes(link.hash).hex()) if link else None


def _known_to(member: StaffMember, rows: Any, own: Q) -> Any:
    if not member.may(Permission.SEE_CASE):
        return rows
    today = clock.today()
    cases = visible_cases(member, today).values("pk")
    people = visible_people(member, today).values("pk")
    return rows.filter(Q(case_id__in=cases) | Q(person_id__in=people, case_id=None) | own)


def _numbers(rows: Iterable[Any]) -> dict[Any, str]:
    """Return the numbers of the files and people that some rows are about, by their ids."""
    found = list(rows)
    cases = Case.objects.filter(pk__in=[each.case_id for each in found if each.case_id])
    people = Person.objects.filter(pk__in=[each.person_id for each in found if each.person_id])
    return dict(cases.values_list("pk", "number")) | dict(people.values_list("pk", "number"))


def _line(same: list[Erasure], numbers: dict[Any, str]) -> ErasureLine:
    """Return an erasure with what it took, which the entries of each case tell of apart."""
    asked = min(same, key=lambda each: each.pk)
    lines = [line for each in same for line in each.versions.splitlines()]
    tables = tuple(line.partition("\t")[0] for line in lines)
    return ErasureLine(asked, numbers.get(asked.case_id or asked.person_id, ""), tables)
