"""A file goes from one office to another, when the other accepts it."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands.holding import check_may_hold
from throughcare.cases.commands.opening import TransferWaits, WordsMissing
from throughcare.cases.models import Assignment, Case, Outcome, Transfer
from throughcare.people.commands.keeping import refusing
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import Office, StaffMember


class SameOffice(Refused): ...


class NotTheReceivingOffice(Refused): ...


class DecidedAlready(Refused): ...


def propose_transfer(
    *, id: UUID, case: Case, to_office: Office, summary: str, by: StaffMember
) -> Transfer:
    """Ask another office to take a file. Until it accepts, the holder holds.

    Sending the same id again returns the proposal it made.

    :raises SentBefore, SameOffice, TransferWaits, WordsMissing, CaseIsClosed:
    """
    if not summary.strip():
        raise WordsMissing(
            _("Write what the other office must know to take the file over."), field="summary"
        )
    with transaction.atomic():
        file = handover.lock_open(case)
        if proposed := handover.already(Transfer, id, case_id=file.pk, to_office_id=to_office.pk):
            return proposed
        if to_office == file.office:
            raise SameOffice(_("The file is at that office. Choose another."), field="to_office")
        if Transfer.objects.filter(case=file, outcome=Outcome.WAITING).exists():
            raise _waits_already()
        with (
            refusing({"case_has_one_waiting_transfer": _waits_already()}),
            entry("cases.transfer_proposed", by=by, case=file, person=file.person),
        ):
            return Transfer.objects.create(
                id=id,
                case=file,
                from_office=file.office,
                to_office=to_office,
                proposed_by=by,
                proposed_at=clock.now(),
                summary=summary.strip(),
            )


def _waits_already() -> TransferWaits:
    return TransferWaits(
        _("A transfer of this file waits for an answer. Nothing new was proposed.")
    )


def accept_transfer(
    *, id: UUID, transfer: Transfer, by: StaffMember, holder: StaffMember | None = None
) -> Assignment:
    """Take a file over: the office and the holder change in one instant.

    Without a holder the file is uncovered and held by the receiving office's manager. `id` is
    the new assignment's; sending it again returns that assignment.

    :raises SentBefore, NotTheReceivingOffice, DecidedAlready, CannotHold, OfficeHasNoManager:
    """
    with transaction.atomic():
        file = handover.lock_open(transfer.case)
        if taken := handover.already(Assignment, id, case_id=file.pk):
            return taken
        waiting = _waiting(transfer, by)
        office = waiting.to_office
        if holder:
            check_may_hold(file, holder, office)
        today = clock.today(office.zone)
        held = holder or handover.manager_or_refuse(file, today, office=office)
        at = clock.now()
        with entry("cases.transfer_accepted", by=by, case=file, person=file.person):
            waiting.outcome, waiting.decided_by, waiting.decided_at = Outcome.ACCEPTED, by, at
            waiting.save(update_fields=["outcome", "decided_by", "decided_at"])
            file.office = office
            file.save(update_fields=["office"])
            handover.end_covers(file, today)
            return handover.hand_over(file, held, id=id, at=at, uncovered=holder is None)


def refuse_transfer(*, transfer: Transfer, reason: str, by: StaffMember) -> Transfer:
    """Decline to take a file over, and say why. It stays with its holder.

    :raises NotTheReceivingOffice, DecidedAlready, WordsMissing:
    """
    if not reason.strip():
        raise WordsMissing(_("Say why the file cannot be taken."), field="reason")
    with transaction.atomic():
        file = handover.lock_open(transfer.case)
        waiting = _waiting(transfer, by)
        with entry("cases.transfer_refused", by=by, case=file, person=file.person, reason=reason):
            waiting.outcome, waiting.decided_by = Outcome.REFUSED, by
            waiting.decided_at, waiting.refusal_reason = clock.now(), reason.strip()
            waiting.save(update_fields=["outcome", "decided_by", "decided_at", "refusal_reason"])
    return waiting


def _waiting(transfer: Transfer, by: StaffMember) -> Transfer:
    found = (
        Transfer.objects.select_for_update(of=("self",))
        .select_related("to_office")
        .get(pk=transfer.pk)
    )
    if by.office != found.to_office:
        raise NotTheReceivingOffice(
            _("Only %(office)s answers this transfer. Ask someone there.")
            % {"office": found.to_office.name}
        )
    if found.outcome != Outcome.WAITING:
        raise DecidedAlready(
            _("This transfer was answered already. Nothing was changed; open the file to see how.")
        )
    return found
