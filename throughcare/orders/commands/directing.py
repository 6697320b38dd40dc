"""Directions: what an officer tells a person to do, and by when."""

from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.models import Case
from throughcare.documents.models import Document
from throughcare.orders.models import Condition, Direction
from throughcare.pages.dates import full_day
from throughcare.people.commands.fitting import kept
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class DueBeforeGiven(Refused): ...


class WithdrawnAlready(Refused): ...


class WordsMissing(Refused): ...


class ConditionOfAnotherFile(Refused): ...


class DirectionOfAnotherFile(Refused): ...


class MetBeforeGiven(Refused): ...


class MetAlready(Refused): ...


def give_direction(
    *,
    id: UUID,
    case: Case,
    kind: str,
    how_given: str,
    due_on: date,
    by: StaffMember,
    words: str = "",
    due_time: time | None = None,
    place: str = "",
    condition: Condition | None = None,
    given_at: datetime | None = None,
    acknowledged: bool = False,
    proof: Document | None = None,
    instead_of: Direction | None = None,
) -> Direction:
    """Tell a person what to do by a day, and return the direction.

    Booking the next appointment is this. `instead_of` is a direction that it replaces. The same
    id again returns what it made.

    :raises SentBefore, CaseIsClosed, NotYet, DueBeforeGiven, ConditionOfAnotherFile,
        DirectionOfAnotherFile, WithdrawnAlready, TooLong:
    """
    with transaction.atomic():
        file = handover.lock_open(case)
        if given := handover.already(Direction, id, case_id=file.pk, kind=kind):
            return given
        at = handover.moment(given_at, field="given_at")
        _check(file, due_on, clock.day_of(at, file.office.zone), condition)
        before = _replaced(file, instead_of)
        with entry(
            "orders.direction_given", by=by, case=file, person=file.person, happened_at=given_at
        ):
            direction = kept(
                Direction,
                id=id,
                case=file,
                condition=condition,
                kind=kind,
                words=words.strip(),
                how_given=how_given,
                given_at=at,
                due_on=due_on,
                due_time=due_time,
                place=place,
                given_by=by,
                acknowledged_at=at if acknowledged else None,
                proof=proof,
            )
            if before is not None:
                before.replaced_by = direction
                before.save(update_fields=["replaced_by"])
    return direction


def acknowledge_direction(
    *, direction: Direction, by: StaffMember, at: datetime | None = None
) -> Direction:
    """Record that the person said they have it: the slip was signed, or they answered.

    :raises CaseIsClosed, NotYet, WithdrawnAlready:
    """
    with transaction.atomic():
        file = handover.lock_open(direction.case)
        standing = _standing(direction)
        if standing.acknowledged_at:
            return standing
        with entry("orders.direction_acknowledged", by=by, case=file, person=file.person):
            standing.acknowledged_at = handover.moment(at, field="at")
            standing.save(update_fields=["acknowledged_at"])
    return standing


def record_direction_met(
    *,
    direction: Direction,
    on: date,
    by: StaffMember,
    proof: Document | None = None,
    seen: date | None = None,
) -> Direction:
    """Record the day on which the person did what was directed, and what shows it.

    Another day corrects the one that was on file when the form was opened, `seen`. The same day
    again returns what is on file.

    :raises CaseIsClosed, NotYet, WithdrawnAlready, MetBeforeGiven, MetAlready:
    """
    with transaction.atomic():
        file = handover.lock_open(direction.case)
        standing = _standing(direction)
        if standing.met_on == on:
            return standing
        _check_met(standing, on, file.office.zone)
        _check_seen(standing, seen)
        with entry("orders.direction_met", by=by, case=file, person=file.person):
            standing.met_on = on
            standing.proof = proof or standing.proof
            standing.save(update_fields=["met_on", "proof"])
    return standing


def withdraw_direction(*, direction: Direction, reason: str, by: StaffMember) -> Direction:
    """Take a direction back; it stays on file with the reason. The same reason again is once.

    :raises WordsMissing, CaseIsClosed, WithdrawnAlready:
    """
    if not reason.strip():
        raise WordsMissing(_("Say why the direction is taken back."), field="reason")
    with transaction.atomic():
        file = handover.lock_open(direction.case)
        held = Direction.objects.get(pk=direction.pk)
        if held.withdrawn_at and held.withdrawn_words == reason.strip():
            return held
        standing = _standing(direction)
        with entry(
            "orders.direction_withdrawn", by=by, case=file, person=file.person, reason=reason
        ):
            standing.withdrawn_at = clock.now()
            standing.withdrawn_words = reason.strip()
            standing.save(update_fields=["withdrawn_at", "withdrawn_words"])
    return standing


def _standing(direction: Direction) -> Direction:
    held = Direction.objects.select_for_update(of=("self",)).get(pk=direction.pk)
    if held.withdrawn_at or held.replaced_by_id:
        raise WithdrawnAlready(
            _("This direction no longer stands: it was taken back or replaced. Give a new one.")
        )
    return held


def _replaced(file: Case, instead_of: Direction | None) -> Direction | None:
    """Return the direction that a new one replaces, when it stands on the same file."""
    if instead_of is None:
        return None
    before = _standing(instead_of)
    if before.case_id != file.pk:
        raise DirectionOfAnotherFile(
            _("The direction it replaces is on another file. Open this file’s orders again.")
        )
    return before


def _check_met(direction: Direction, on: date, zone: str) -> None:
    handover.past_day(on, field="on")
    given = clock.day_of(direction.given_at, zone)
    if on < given:
        raise MetBeforeGiven(
            _("The direction was given on %(day)s. Give that day or a later one.")
            % {"day": full_day(given)},
            field="on",
        )


def _check_seen(direction: Direction, seen: date | None) -> None:
    if direction.met_on not in (None, seen):
        raise MetAlready(
            _("It is on file that this direction was followed on %(day)s. Nothing was changed.")
            % {"day": full_day(direction.met_on)}
        )


def _check(file: Case, due_on: date, given_on: date, condition: Condition | None) -> None:
    if due_on < given_on:
        raise DueBeforeGiven(
            _("The day lies before the direction is given. Give today or a later day."),
            field="due_on",
        )
    if condition is not None and condition.order.case_id != file.pk:
        raise ConditionOfAnotherFile(
            _("This condition is on another file. Choose one of this file."), field="condition"
        )
