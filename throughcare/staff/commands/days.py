"""Absences, working days and the duty officer: who is there on which day."""

from collections.abc import Collection
from datetime import date, time, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from throughcare.pages.dates import full_day
from throughcare.record.entries import Actor, entry
from throughcare.refusal import Refused
from throughcare.staff import queries
from throughcare.staff.models import (
    Absence,
    AbsenceKind,
    DutyDay,
    Office,
    StaffMember,
    WorkingDays,
)


class EndsBeforeItStarts(Refused): ...


class AlreadyAway(Refused): ...


class PartNeedsTimes(Refused): ...


class NoWorkingDay(Refused): ...


class NotOnDutyHere(Refused): ...


class NotThereThatDay(Refused): ...


def record_absence(
    *,
    member: StaffMember,
    kind: str,
    starts_on: date,
    ends_before: date,
    by: Actor,
    from_time: time | None = None,
    to_time: time | None = None,
) -> Absence:
    """Write down that a member is or will be away. Who covers the files is not said here.

    :raises EndsBeforeItStarts, PartNeedsTimes, AlreadyAway:
    """
    _check_period(kind, starts_on, ends_before, from_time, to_time)
    try:
        with transaction.atomic(), entry("staff.absence_recorded", by=by):
            return Absence.objects.create(
                member=member,
                kind=kind,
                starts_on=starts_on,
                ends_before=ends_before,
                from_time=from_time,
                to_time=to_time,
            )
    except IntegrityError as broken:
        raise _named(broken) from broken


def correct_absence(
    *, absence: Absence, starts_on: date, ends_before: date, reason: str, by: Actor
) -> Absence:
    """Put other days to an absence, because they were wrong or the member came back early.

    :raises EndsBeforeItStarts, AlreadyAway:
    """
    _check_period(absence.kind, starts_on, ends_before, absence.from_time, absence.to_time)
    try:
        with transaction.atomic(), entry("staff.absence_corrected", by=by, reason=reason):
            absence.starts_on, absence.ends_before = starts_on, ends_before
            absence.save(update_fields=["starts_on", "ends_before"])
    except IntegrityError as broken:
        raise _named(broken) from broken
    return absence


def set_working_days(
    *, member: StaffMember, weekdays: Collection[int], starts_on: date, by: Actor
) -> WorkingDays:
    """Say on which ISO weekdays a member works from a day on.

    :raises NoWorkingDay: for an empty week, or days that are no weekdays.
    """
    if not weekdays or not set(weekdays) <= set(range(1, 8)):
        raise NoWorkingDay(_("Choose at least one day of the week."), field="weekdays")
    with entry("staff.working_days_set", by=by):
        member.working_days.filter(starts_on__gte=starts_on).delete()
        member.working_days.on(starts_on).update(ends_before=starts_on)
        return WorkingDays.objects.create(
            member=member, weekdays=sorted(set(weekdays)), starts_on=starts_on
        )


def set_duty_officer(*, office: Office, day: date, officer: StaffMember, by: Actor) -> DutyDay:
    """Name the duty officer of a day, in place of whoever was named before.

    :raises NotOnDutyHere: unless an officer or manager is posted at the office that day.
    :raises NotThereThatDay: when the day is not worked, or the officer is away.
    """
    said = {"name": officer.full_name, "day": full_day(day)}
    if officer not in queries.holders_of(office, day):
        raise NotOnDutyHere(
            _("%(name)s is no officer or manager of this office on %(day)s.") % said,
            field="officer",
        )
    if not queries.is_present(officer, day):
        raise NotThereThatDay(_("%(name)s is not there on %(day)s.") % said, field="officer")
    with entry("staff.duty_officer_set", by=by):
        named, _created = DutyDay.objects.update_or_create(
            office=office, day=day, defaults={"officer": officer}
        )
    return named


def _check_period(
    kind: str, starts_on: date, ends_before: date, from_time: time | None, to_time: time | None
) -> None:
    if ends_before <= starts_on:
        raise EndsBeforeItStarts(_("The last day is before the first."), field="last_on")
    if kind != AbsenceKind.PART_DAY:
        return
    if from_time is None or to_time is None or to_time <= from_time:
        raise PartNeedsTimes(_("Say from when until when that day."), field="from_time")
    if ends_before != starts_on + timedelta(days=1):
        raise PartNeedsTimes(_("A part of a day lies within one day."), field="last_on")


def _named(broken: IntegrityError) -> Exception:
    """Return the refusal that a broken constraint stands for; the error itself for any other."""
    if "member_is_away_once_at_a_time" in str(broken):
        return AlreadyAway(_("An absence is recorded for one of these days."), field="starts_on")
    return broken
