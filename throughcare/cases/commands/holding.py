"""Who holds a file."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.models import Assignment, Case
from throughcare.cases.queries.holders import conflicted_ids, standing_assignment
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import Office, StaffMember


class CannotHold(Refused): ...


class HoldsAlready(Refused): ...


def assign_officer(
    *,
    id: UUID,
    case: Case,
    holder: StaffMember,
    by: StaffMember,
    instead_of: UUID | None = None,
    reason: str = "",
    happened_at: datetime | None = None,
) -> Assignment:
    """Give a file to an officer or a manager of its office; the last holder ends as they begin.

    `instead_of` is the assignment that the sender saw; when another stands by now, nothing is
    changed. Sending the same id again returns the assignment it made.

    :raises SentBefore, CannotHold, HoldsAlready, BeforeLastHolder, ChangedMeanwhile,
        CaseIsClosed, NotYet:
    """
    with transaction.atomic():
        file = handover.lock_open(case)
        if given := handover.already(Assignment, id, case_id=file.pk, holder_id=holder.pk):
            return given
        standing = standing_assignment(file)
        handover.unchanged(standing, instead_of)
        if standing and standing.holder_id == holder.pk and not standing.uncovered:
            raise HoldsAlready(
                _("%(name)s holds this file already.") % {"name": holder.full_name},
                field="holder",
            )
        check_may_hold(file, holder, file.office)
        at = handover.after(standing, happened_at)
        with entry(
            "cases.assigned",
            by=by,
            case=file,
            person=file.person,
            reason=reason,
            happened_at=happened_at,
        ):
            return handover.hand_over(file, holder, id=id, at=at)


def mark_uncovered(
    *,
    id: UUID,
    case: Case,
    by: StaffMember,
    reason: str,
    instead_of: UUID | None = None,
    happened_at: datetime | None = None,
) -> Assignment:
    """Say that nobody works a file: the office's manager holds it, and it is counted apart.

    :raises SentBefore, HoldsAlready, OfficeHasNoManager, ChangedMeanwhile, CaseIsClosed, NotYet:
    """
    with transaction.atomic():
        file = handover.lock_open(case)
        if given := handover.already(Assignment, id, case_id=file.pk, uncovered=True):
            return given
        standing = standing_assignment(file)
        handover.unchanged(standing, instead_of)
        if standing and standing.uncovered:
            raise HoldsAlready(_("This file is uncovered already, held by the manager."))
        manager = handover.manager_or_refuse(file, clock.today(file.office.zone))
        at = handover.after(standing, happened_at)
        with entry(
            "cases.uncovered",
            by=by,
            case=file,
            person=file.person,
            reason=reason,
            happened_at=happened_at,
        ):
            return handover.hand_over(file, manager, id=id, at=at, uncovered=True)


def check_may_hold(case: Case, holder: StaffMember, office: Office) -> None:
    """Check that someone may hold a file at an office.

    :raises CannotHold: with what to do instead.
    """
    name = {"name": holder.full_name}
    role = holder.role_class
    if role is None or not role.holds_cases or not holder.is_active:
        raise CannotHold(
            _("%(name)s does not hold files. Choose an officer or a manager.") % name,
            field="holder",
        )
    if holder.office != office:
        raise CannotHold(
            _("%(name)s works at another office. Propose a transfer to that office.") % name,
            field="holder",
        )
    if holder.pk in conflicted_ids(case):
        raise CannotHold(
            _("%(name)s cannot hold this file. Choose someone else.") % name, field="holder"
        )
