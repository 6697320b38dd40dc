"""Recording how a condition was checked and what that showed; correcting it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.models import Case
from throughcare.documents.models import Document
from throughcare.kernel.obligations.words import Strength
from throughcare.orders.models import Condition
from throughcare.packs import choices
from throughcare.people.commands.keeping import (
    NothingToCorrect,
    said_reason,
    sent_with_other_answers,
)
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember
from throughcare.verification.library import strength_of
from throughcare.verification.models import CHECKED, Verification

HOURS_WORKED = "HOURS_WORKED"
MOST_HOURS = 1000
KEPT = ("method", "on", "result", "shows", "hours", "words", "by_mistake")


class MethodNotOffered(Refused): ...


class HoursMissing(Refused): ...


class HoursOutOfPlace(Refused): ...


class HoursUnreadable(Refused): ...


class OfAnotherFile(Refused): ...


class CorrectedAlready(Refused): ...


@dataclass(frozen=True)
class Check:
    """A check as it is told: how, on which day, what it found and what else it shows."""

    condition: Condition
    method: str
    on: date
    result: str
    shows: str = CHECKED
    hours: Decimal | None = None
    words: str = ""
    document: Document | None = None
    by_mistake: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        """What stands in the row besides the file."""
        said = {name: getattr(self, name) for name in KEPT}
        return said | {"condition": self.condition, "document": self.document}


def verify_condition(*, id: UUID, case: Case, check: Check, by: StaffMember) -> Verification:
    """Write down how a condition was checked, and return that.

    The strength is the method's, as the pack has it on the day. A day outside the condition's
    days is kept: it satisfies nothing. The same facts sent again change nothing.

    :raises SentBefore, MethodNotOffered, HoursMissing, HoursUnreadable, HoursOutOfPlace,
        OfAnotherFile, NotYet:
    """
    check = replace(check, words=check.words.strip())
    with transaction.atomic():
        file = handover.lock(case)
        if sent := _sent_before(id, file, check):
            return sent
        strength = _checked(file, check)
        only = check.shows == CHECKED
        with entry(
            "verification.recorded" if only else "verification.evidence_recorded",
            by=by,
            case=file,
            person=file.person,
            happened_at=_happened(check.on, file.office.zone),
        ):
            return _written(id, file, check, strength=strength, by=by)


def correct_verification(
    *, id: UUID, verification: Verification, check: Check, reason: str, by: StaffMember
) -> Verification:
    """Correct a check: another is written beside it and takes its place. Both are shown.

    :raises SentBefore, NoReason, NothingToCorrect, CorrectedAlready, MethodNotOffered,
        HoursMissing, HoursUnreadable, HoursOutOfPlace, OfAnotherFile, NotYet:
    """
    why, check = said_reason(reason), replace(check, words=check.words.strip())
    with transaction.atomic():
        file = handover.lock(verification.case)
        if sent := _sent_before(id, file, check):
            return sent
        standing = Verification.objects.get(pk=verification.pk)
        if hasattr(standing, "corrected_by"):
            raise CorrectedAlready(
                _("This check was corrected already. Correct the one that stands now.")
            )
        if _same(standing, check):
            raise NothingToCorrect(_("This is what is on file already. Nothing was changed."))
        strength = _checked(file, check)
        with entry(
            "verification.check_corrected", by=by, case=file, person=file.person, reason=why
        ):
            return _written(id, file, check, strength=strength, by=by, corrects=standing)


def _happened(on: date, zone: str) -> datetime | None:
    """Return the beginning of an earlier day; nothing for today: it was recorded when done."""
    if on >= clock.today(zone):
        return None
    return datetime.combine(on, time(), ZoneInfo(zone))


def _written(
    id: UUID,
    file: Case,
    check: Check,
    *,
    strength: Strength,
    by: StaffMember,
    corrects: Verification | None = None,
) -> Verification:
    return Verification.objects.create(
        id=id,
        case=file,
        strength=strength.name,
        corrects=corrects,
        recorded_by=by,
        recorded_at=clock.now(),
        **check.columns,
    )


def _sent_before(id: UUID, file: Case, check: Check) -> Verification | None:
    made = Verification.objects.filter(pk=id).first()
    if made and (made.case_id != file.pk or not _same(made, check)):
        raise sent_with_other_answers()
    return made


def _same(row: Verification, check: Check) -> bool:
    return all(getattr(row, name) == value for name, value in check.columns.items())


def _checked(file: Case, check: Check) -> Strength:
    """Return how strong a check is that may be written.

    :raises MethodNotOffered, HoursMissing, HoursUnreadable, HoursOutOfPlace, OfAnotherFile, NotYet:
    """
    handover.past_day(check.on, field="on")
    if check.condition.order.case_id != file.pk:
        raise OfAnotherFile(
            _("This condition is of another file. Choose one of this file."), field="condition"
        )
    method = choices.chosen(choices.methods(settings.JURISDICTION, check.on), check.method)
    if method is None:
        raise MethodNotOffered(_("Choose how it was checked."), field="method")
    worked = check.shows == HOURS_WORKED and not check.by_mistake
    if worked and not check.hours:
        raise HoursMissing(_("Write how many hours were worked."), field="hours")
    if worked and not _are_hours(check.hours):
        raise HoursUnreadable(_("Write hours such as 7.5."), field="hours")
    if check.hours is not None and check.shows != HOURS_WORKED:
        raise HoursOutOfPlace(
            _("Hours are for unpaid work. Leave the field empty, or choose hours worked."),
            field="hours",
        )
    return strength_of(check.condition, method)


def _are_hours(hours: Decimal | None) -> bool:
    """Say whether hours are some, fewer than a thousand, in hundredths at most."""
    if hours is None or not hours.is_finite() or not 0 < hours < MOST_HOURS:
        return False
    return hours == round(hours, 2)
