"""A conflict of interest closes a file to who declares it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands.opening import WordsMissing
from throughcare.cases.models import Assignment, Case, Conflict
from throughcare.people.models import Person
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class ConflictOfWhat(Refused): ...


def declare_conflict(
    *,
    id: UUID,
    words: str,
    by: StaffMember,
    case: Case | None = None,
    person: Person | None = None,
) -> Conflict:
    """Say that a file, or a person, is too close to work with: it closes to the declarer.

    What they hold of it becomes uncovered, held by the manager, and what they cover is no
    longer covered, in the same entry. Declaring it again changes nothing.

    :raises ConflictOfWhat, WordsMissing, OfficeHasNoManager:
    """
    if (case is None) == (person is None):
        raise ConflictOfWhat(_("Say whether the conflict is with this file or with the person."))
    if not words.strip():
        raise WordsMissing(_("Say what the conflict is, in a sentence."), field="words")
    with transaction.atomic():
        about: Any = case.person if case else person
        # Held first, so that the same sent twice at once is declared once.
        list(Person.objects.select_for_update(no_key=True).filter(pk=about.pk))
        subject = {"case": case} if case else {"person": person}
        if declared := Conflict.objects.filter(member=by, **subject).first():
            return declared
        files = [case] if case else list(Case.objects.filter(person=person, closed_on=None))
        with entry("cases.conflict_declared", by=by, case=case, person=about):
            conflict = Conflict.objects.create(
                id=id, member=by, words=words.strip(), declared_on=clock.today(), **subject
            )
            for file in files:
                _give_up(file, by, clock.now())
    return conflict


def _give_up(case: Case, member: StaffMember, at: datetime) -> None:
    file = handover.lock(case)
    day = clock.day_of(at, file.office.zone)
    handover.end_covers(file, day, covering=member)
    if Assignment.objects.filter(case=file, holder=member, ends_at=None).exists():
        manager = handover.manager_or_refuse(file, day)
        handover.hand_over(file, manager, id=new_id(), at=at, uncovered=True)
