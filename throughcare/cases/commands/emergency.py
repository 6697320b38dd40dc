"""A file opened in an emergency, and its review afterwards."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands.opening import WordsMissing
from throughcare.cases.models import Case, EmergencyAccess
from throughcare.cases.queries import visible_cases
from throughcare.cases.queries.emergencies import case_in_emergency, whom_to_tell
from throughcare.cases.queries.reviews import may_review
from throughcare.cases.watching import WATCHING
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember

MOMENT = timedelta(microseconds=1)


class NoFileToOpen(Refused): ...


class OpenAlready(Refused): ...


class NotYoursToReview(Refused): ...


class ReviewedAlready(Refused): ...


def open_in_emergency(*, id: UUID, number: str, reason: str, by: StaffMember) -> EmergencyAccess:
    """Open one file to a member for an hour, with a reason; a manager is told by name.

    A file with a conflict of interest stays closed. Sending the same id again returns what it
    opened.

    :raises WordsMissing, NoFileToOpen, OpenAlready, SentBefore:
    """
    reason = reason.strip()
    if not reason:
        raise WordsMissing(_("Say what the emergency is, in a sentence."), field="reason")
    with transaction.atomic():
        file = _file(by, number)
        if made := handover.already(EmergencyAccess, id, case_id=file.pk, member_id=by.pk):
            return made
        if visible_cases(by, clock.today()).filter(pk=file.pk).exists():
            raise OpenAlready(_("This file is open to you. Find it by its number."), field="number")
        now = clock.wall()
        with entry(
            "cases.opened_in_emergency", by=by, case=file, person=file.person, reason=reason
        ):
            return EmergencyAccess.objects.create(
                id=id,
                case=file,
                member=by,
                reason=reason,
                opened_at=now,
                ends_at=now + WATCHING.emergency,
                told=whom_to_tell(file, by),
            )


def review_emergency(
    *, emergency: EmergencyAccess, was_right: bool, words: str, by: StaffMember
) -> EmergencyAccess:
    """Say whether it was right to open a file in an emergency; what is still open closes.

    :raises WordsMissing, NotYoursToReview, ReviewedAlready:
    """
    if not words.strip():
        raise WordsMissing(_("Say in a sentence what you found."), field="words")
    with transaction.atomic():
        held = EmergencyAccess.objects.select_for_update(of=("self",)).select_related(
            "case__person", "member"
        )
        found = held.get(pk=emergency.pk)
        if not may_review(by, found.member):
            raise NotYoursToReview(_("Someone else reviews this: a third person, not under them."))
        if found.reviewed_at:
            raise ReviewedAlready(_("This was reviewed already. Nothing was changed."))
        case = found.case
        with entry("cases.emergency_reviewed", by=by, case=case, person=case.person, reason=words):
            found.reviewed_by, found.reviewed_at = by, clock.wall()
            found.was_right, found.review_words = was_right, words.strip()
            found.ends_at = max(min(found.ends_at, found.reviewed_at), found.opened_at + MOMENT)
            found.save()
    return found


def _file(member: StaffMember, number: str) -> Case:
    try:
        return case_in_emergency(member, number.strip().upper())
    except Case.DoesNotExist:
        raise NoFileToOpen(
            _("No file of this number can be opened this way. Check the number."), field="number"
        ) from None
