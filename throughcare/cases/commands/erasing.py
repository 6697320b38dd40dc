"""Erasure by law, as an office asks for it and approves it; holds, which win over both.

Nothing is gone by these: whoever keeps the machine carries out what two people said
(`throughcare erasure carry-out`).
"""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.cases.models import Case
from throughcare.cases.queries.erasing import files_of, may_approve, reasons_not_to_erase
from throughcare.packs.erasure_bases import ErasureBasis
from throughcare.record.erasing.erasures import Bare, Basis, Subject, allow_erasure, ask_erasure
from throughcare.record.erasing.holds import lift_hold, place_hold
from throughcare.record.models import Erasure, Hold
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class SomethingStandsAgainst(Refused): ...


class NotYoursToApprove(Refused): ...


def subject_of(case: Case, *, whole_person: bool) -> Subject:
    """Return what an erasure or a hold is about: one file, or its person with every file."""
    return Subject(person=Bare(case.person_id)) if whole_person else Subject(case=Bare(case.pk))


def ask_for_erasure(
    *, id: UUID, case: Case, whole_person: bool, basis: ErasureBasis, why: str, by: StaffMember
) -> Erasure:
    """Ask that a file, or its person with every file, be erased. Nothing is gone yet.

    Sending the same id again returns what was asked.

    :raises NeedsReason, SomethingStandsAgainst:
    """
    with transaction.atomic():
        if made := Erasure.objects.filter(pk=id, asked_by_id=by.pk).first():
            return made
        _demand_nothing_against(reasons_not_to_erase([case], case.person_id))
        said = Basis(basis.code, basis.en, basis.fr)
        of = subject_of(case, whole_person=whole_person)
        return ask_erasure(of=of, basis=said, why=why, by=by, id=id)


def approve_asked(*, asked: Erasure, by: StaffMember) -> Erasure:
    """Approve what another person asked to be erased; it is carried out at the machine.

    :raises NotYoursToApprove, SomethingStandsAgainst, ApprovedAlready:
    """
    if not may_approve(by, asked):
        raise NotYoursToApprove(_("Someone else approves this: a second person."))
    with transaction.atomic():
        _demand_nothing_against(reasons_not_to_erase(*files_of(asked)))
        return allow_erasure(id=asked.pk, by=by)


def hold_file(*, id: UUID, case: Case, whole_person: bool, why: str, by: StaffMember) -> Hold:
    """Keep a file, or its person with every file, from being erased.

    Sending the same id again returns the hold.

    :raises NeedsReason:
    """
    with transaction.atomic():
        if made := Hold.objects.filter(pk=id).first():
            return made
        of = subject_of(case, whole_person=whole_person)
        return place_hold(of=of, why=why, by=by, id=id)


def lift_standing(*, hold: Hold, why: str, by: StaffMember) -> Hold:
    """Let what the law asks be erased again.

    :raises NeedsReason, HoldIsLifted:
    """
    return lift_hold(id=hold.pk, why=why, by=by)


def _demand_nothing_against(reasons: list[str]) -> None:
    if reasons:
        raise SomethingStandsAgainst(" ".join(reasons))
