"""Recording a contact or an attempt, and correcting one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases import handover
from throughcare.cases.models import Case
from throughcare.contacts.models import Contact, Outcome, Statement, Talked
from throughcare.contacts.queries import answer_of
from throughcare.contacts.telling import NextAppointment, Told, told_by
from throughcare.orders.commands.directing import give_direction
from throughcare.orders.models import Condition, Direction
from throughcare.pages.dates import clock_time, full_day
from throughcare.people.commands.fitting import kept
from throughcare.people.commands.keeping import (
    NothingToCorrect,
    said_reason,
    sent_with_other_answers,
)
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class NotYetHappened(Refused): ...


class FileWasClosed(Refused): ...


class Overlaps(Refused): ...


class NothingSaid(Refused): ...


class OfAnotherFile(Refused): ...


class CorrectedAlready(Refused): ...


class AnsweredAlready(Refused): ...


DAY = timedelta(days=1)


def record_contact(
    *,
    id: UUID,
    case: Case,
    told: Told,
    by: StaffMember,
    next_appointment: NextAppointment | None = None,
) -> Contact:
    """Write down a contact or an attempt, with the next appointment in the same act.

    The next appointment is a direction. One contact serves every order of the file. What someone
    writes who does not confirm, a clerk say, is provisional until an officer confirms it. Sending
    the same facts again changes nothing and returns what they made.

    :raises SentBefore, NotYetHappened, FileWasClosed, Overlaps, NothingSaid, OfAnotherFile,
        AnsweredAlready: and what `orders.give_direction` refuses
    """
    told = told.tidy
    with transaction.atomic():
        file = handover.lock(case)
        if sent := _sent_before(id, file, told):
            return sent
        _check(file, told, by)
        _check_unanswered(file, told)
        with _entry_of(told, file, by):
            contact = _written(id, file, told, by)
            if next_appointment is not None:
                contact.next_direction = _directed(contact, next_appointment, by)
                contact.save(update_fields=["next_direction"])
    return contact


def correct_contact(
    *, id: UUID, contact: Contact, told: Told, reason: str, by: StaffMember
) -> Contact:
    """Correct a contact: another is written beside it and takes its place. Both are shown.

    A contact recorded by mistake, on the wrong file say, is corrected to `IN_ERROR`.

    :raises SentBefore, NoReason, NothingToCorrect, CorrectedAlready, NotYetHappened,
        FileWasClosed, Overlaps, NothingSaid, OfAnotherFile:
    """
    why, told = said_reason(reason), told.tidy
    with transaction.atomic():
        file = handover.lock(contact.case)
        if sent := _sent_before(id, file, told):
            return sent
        standing = Contact.objects.select_related("answers").get(pk=contact.pk)
        if hasattr(standing, "corrected_by"):
            raise CorrectedAlready(
                _("This contact was corrected already. Correct the one that stands now.")
            )
        if told_by(standing) == told:
            raise NothingToCorrect(_("This is what is on file already. Nothing was changed."))
        _check(file, told, by, instead_of=standing)
        with entry(
            "contacts.contact_corrected",
            by=by,
            case=file,
            person=file.person,
            reason=why,
            happened_at=told.happened_at,
        ):
            return _written(id, file, told, by, corrects=standing)


@contextmanager
def _entry_of(told: Told, file: Case, by: StaffMember) -> Iterator[None]:
    """Open the entry of a contact, an attempt or a miss, as it happened."""
    said: dict[str, Any] = {"case": file, "person": file.person, "happened_at": told.happened_at}
    if told.outcome == Outcome.CAME:
        with entry("contacts.contact_recorded", by=by, **said):
            yield
    elif told.outcome == Outcome.DID_NOT_COME:
        with entry("contacts.did_not_come", by=by, **said):
            yield
    else:
        with entry("contacts.attempt_recorded", by=by, **said):
            yield


def _sent_before(id: UUID, file: Case, told: Told) -> Contact | None:
    made = Contact.objects.select_related("answers").filter(pk=id).first()
    if made and (made.case_id != file.pk or told_by(made) != told):
        raise sent_with_other_answers()
    return made


def _written(
    id: UUID, file: Case, told: Told, by: StaffMember, corrects: Contact | None = None
) -> Contact:
    contact = kept(
        Contact,
        id=id,
        case=file,
        answers=told.answers,
        corrects=corrects,
        next_direction=corrects.next_direction if corrects else None,
        recorded_by=by,
        recorded_at=clock.now(),
        provisional=not by.may(Permission.CONFIRM_ORDER),
        **told.columns,
    )
    Talked.objects.bulk_create(
        Talked(contact=contact, condition_id=condition, said=said)
        for condition, said in told.talked.items()
    )
    Statement.objects.bulk_create(
        Statement(contact=contact, source=source, words=words)
        for source, words in told.statements.items()
    )
    return contact


def _directed(contact: Contact, following: NextAppointment, by: StaffMember) -> Direction:
    return give_direction(
        id=uuid5(contact.pk, "next"),
        case=contact.case,
        kind="REPORT",
        how_given=following.how_given,
        due_on=following.due_on,
        due_time=following.due_time,
        words=following.words,
        given_at=contact.happened_at,
        acknowledged=contact.outcome == Outcome.CAME and following.how_given == "IN_PERSON",
        by=by,
    )


def _check(file: Case, told: Told, by: StaffMember, instead_of: Contact | None = None) -> None:
    if told.happened_at > clock.now():
        raise NotYetHappened(
            _("This moment has not come yet. Record the contact when it has happened."), field="on"
        )
    if told.outcome == Outcome.IN_ERROR:
        return
    day = clock.day_of(told.happened_at, file.office.zone)
    if file.closed_on and day > file.closed_on:
        raise FileWasClosed(
            _("File %(number)s was closed on %(day)s. Give a day before, or open a new file.")
            % {"number": file.number, "day": full_day(file.closed_on)},
            field="on",
        )
    if told.outcome == Outcome.CAME and not told.line:
        raise NothingSaid(_("Write a line: what was it about?"), field="line")
    _check_same_file(file, told)
    _check_apart(file, told, by, instead_of)


def _check_same_file(file: Case, told: Told) -> None:
    wanted = set(told.talked)
    known = Condition.objects.filter(pk__in=wanted, order__case=file).count() if wanted else 0
    if known != len(wanted):
        raise OfAnotherFile(
            _("A condition is not of this file. Open the form again."), field="talked"
        )
    if told.answers is not None and told.answers.case_id != file.pk:
        raise OfAnotherFile(_("The appointment is not of this file. Open the form again."))


def _check_unanswered(file: Case, told: Told) -> None:
    """Refuse what a colleague has recorded of the same appointment, or what contradicts it.

    An attempt says nothing of the appointment; who comes after a miss is written beside it.
    """
    other = answer_of(told.answers) if told.answers else None
    if other is None or told.outcome == Outcome.NOT_REACHED or _came_later(told, other):
        return
    happened = other.happened_at.astimezone(ZoneInfo(file.office.zone))
    raise AnsweredAlready(
        _(
            "%(name)s has recorded “%(outcome)s” for this appointment, %(day)s, %(time)s. Correct"
            " that if it was otherwise: both stay on file."
        )
        % {
            "name": other.recorded_by.full_name,
            "outcome": other.get_outcome_display(),
            "day": full_day(happened.date()),
            "time": clock_time(happened),
        }
    )


def _came_later(told: Told, other: Contact) -> bool:
    missed = (other.outcome, told.outcome) == (Outcome.DID_NOT_COME, Outcome.CAME)
    return missed and told.happened_at > other.happened_at


def _check_apart(file: Case, told: Told, by: StaffMember, instead_of: Contact | None) -> None:
    """Refuse a contact at the time of another, unless it is said that both were at once."""
    if told.joint or told.outcome != Outcome.CAME:
        return
    began, ended = told.happened_at, told.happened_at + timedelta(minutes=told.minutes or 1)
    near = (
        Contact.objects.standing()
        .reached()
        .filter(
            Q(case=file) | Q(recorded_by=by),
            happened_at__lt=ended,
            happened_at__gt=began - DAY,
        )
    )
    if instead_of is not None:
        near = near.exclude(pk=instead_of.pk)
    meeting = (each for each in near.select_related("case") if each.ends_at > began)
    other = next((each for each in meeting if _says_how_long(each, file, told)), None)
    if other is not None:
        raise _overlaps(other, file.office.zone)


def _says_how_long(other: Contact, file: Case, told: Told) -> bool:
    """Say whether two contacts can be told to meet: of one file, or with minutes written down."""
    return other.case_id == file.pk or bool(other.minutes or told.minutes)


def _overlaps(other: Contact, zone: str) -> Overlaps:
    return Overlaps(
        _(
            "At %(time)s a contact on file %(number)s is recorded. Give another time, or tick"
            " that several people were met at once."
        )
        % {"time": _local_time(other.happened_at, zone), "number": other.case.number},
        field="at",
    )


def _local_time(moment: datetime, zone: str) -> str:
    return clock_time(moment.astimezone(ZoneInfo(zone)))
