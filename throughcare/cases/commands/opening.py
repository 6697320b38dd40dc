"""Opening and closing a file."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.models import Assignment, Case, Kind, LevelPeriod, Transfer
from throughcare.cases.queries import visible_cases
from throughcare.cases.queries.holders import standing_assignment
from throughcare.cases.standards import USUAL
from throughcare.people.models import Person
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.refusal import Refused
from throughcare.staff.models import Office, StaffMember

LEVELLED = (Kind.SUPERVISION, Kind.COURTESY)


class SupervisedAlready(Refused): ...


class TransferWaits(Refused): ...


class NotClosed(Refused): ...


class WordsMissing(Refused): ...


def open_case(
    *,
    id: UUID,
    person: Person,
    kind: str,
    office: Office,
    by: StaffMember,
    holder: StaffMember | None = None,
    reason: str = "",
    happened_at: datetime | None = None,
) -> Case:
    """Open a file and give it a holder in the same instant; return it.

    Without a holder it is uncovered and held by the office's manager. Supervision starts
    without a level, under the interim standard. Sending the same id again returns the file
    that it opened and changes nothing.

    :raises SupervisedAlready, NotYet, OfficeHasNoManager:
    """
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if opened := handover.already(Case, id):
            return opened
        at = handover.moment(happened_at)
        day = clock.day_of(at, office.zone)
        if kind == Kind.SUPERVISION:
            _check_not_supervised(person, by)
        case = Case(id=id, person=person, kind=kind, office=office, opened_on=day)
        with entry(
            "cases.opened", by=by, case=case, person=person, reason=reason, happened_at=happened_at
        ):
            case.number = _take_number(case)
            case.save(force_insert=True)
            held = holder or handover.manager_or_refuse(case, clock.today(office.zone))
            handover.hand_over(case, held, id=new_id(), at=at, uncovered=holder is None)
            if kind in LEVELLED:
                LevelPeriod.objects.create(
                    case=case, level="NOT_SET", interim_standard=USUAL, starts_on=day
                )
    return case


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
            _check_not_supervised(file.person, by)
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


def _check_not_supervised(person: Person, by: StaffMember) -> None:
    """A file that the member may not see is not spoken of: it stays absent to them."""
    known = visible_cases(by, clock.today()).filter(
        person=person, kind=Kind.SUPERVISION, closed_on=None
    )
    found = known.first()
    if found is not None:
        raise SupervisedAlready(
            _(
                "%(name)s has an open supervision file, %(number)s. Add the new order to that "
                "file, or choose another kind."
            )
            % {"name": person.name.full, "number": found.number},
            field="kind",
        )


def _take_number(case: Case) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_take_number(%s)", [case.opened_on])
        return str(cursor.fetchone()[0])
