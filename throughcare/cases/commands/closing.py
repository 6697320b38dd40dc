"""Closing a file, and taking a closing back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover, supervised
from throughcare.cases.commands.opening import TransferWaits, WordsMissing
from throughcare.cases.models import Assignment, Case, Kind, LevelPeriod, Transfer
from throughcare.cases.queries.holders import standing_assignment
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class NotClosed(Refused): ...


def close_case(
    *, case: Case, closing_words: str, by: StaffMember, happened_at: datetime | None = None
) -> Case:
    """Close a file: its holder, covers and level end. Closing a closed file changes nothing.

    :raises TransferWaits, WordsMissing, BeforeLastHolder, NotYet:
    """
    if not closing_words.strip():
        raise WordsMissing(_("Say why the file closes."), field="closing_words")
    with transaction.atomic():
        file = handover.lock(case)
        if file.closed_on is not None:
            return file
        if Transfer.objects.filter(case=file, outcome="WAITING").exists():
            raise TransferWaits(
                _("A transfer of this file waits for an answer. Have it answered, then close.")
            )
        at = handover.after(standing_assignment(file), happened_at)
        day = clock.day_of(at, file.office.zone)
        with entry("cases.closed", by=by, case=file, person=file.person, happened_at=happened_at):
            _end_all(file, at)
            file.closed_on, file.closing_words = day, closing_words.strip()
            file.save(update_fields=["closed_on", "closing_words"])
    return file


def reopen_case(*, case: Case, reason: str, by: StaffMember) -> Case:
    """Take back a closing that was a mistake: the last holder has held the file throughout.

    A person who comes back later gets a new file instead.

    :raises NotClosed, WordsMissing, SupervisedAlready:
    """
    if not reason.strip():
        raise WordsMissing(_("Say why the closing was a mistake."), field="reason")
    with transaction.atomic():
        file = handover.lock(case)
        if file.closed_on is None:
            raise NotClosed(_("This file is open. Nothing was changed."))
        if file.kind == Kind.SUPERVISION:
            supervised.check_not_supervised(file.person, by)
        with entry("cases.closing_corrected", by=by, case=file, person=file.person, reason=reason):
            last = file.assignments.latest("starts_at")
            Assignment.objects.filter(pk=last.pk).update(ends_at=None)
            level = file.levels.order_by("starts_on").last()
            if level is not None:
                LevelPeriod.objects.filter(pk=level.pk).update(ends_before=None)
            file.closed_on, file.closing_words = None, ""
            file.save(update_fields=["closed_on", "closing_words"])
    return file


def _end_all(file: Case, at: datetime) -> None:
    day = clock.day_of(at, file.office.zone)
    Assignment.objects.filter(case=file, ends_at=None).update(ends_at=at)
    handover.end_covers(file, day)
    standing = LevelPeriod.objects.filter(case=file, ends_before=None).first()
    if standing is not None:
        standing.ends_before = handover.day_after(max(day, standing.starts_on))
        standing.save(update_fields=["ends_before"])
