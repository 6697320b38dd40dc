"""The level of supervision."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.commands.opening import LEVELLED, WordsMissing
from throughcare.cases.models import Case, Level, LevelPeriod
from throughcare.people.commands.keeping import refusing
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class KindHasNoLevel(Refused): ...


class CannotConfirm(Refused): ...


class BeforeLastLevel(Refused): ...


PERIODS = ("case_has_one_level_at_a_time", "level_ends_after_it_starts")


def set_level(
    *,
    id: UUID,
    case: Case,
    level: str,
    reason: str,
    by: StaffMember,
    starts_on: date | None = None,
    instead_of: UUID | None = None,
) -> LevelPeriod:
    """Confirm a level, from a day that has come; the level before ends there.

    A person confirms it by name: an officer or a manager, never the system. The same level
    again is a new confirmation. `instead_of` is the level that the sender saw. Sending the same
    id again returns the level it set.

    :raises SentBefore, KindHasNoLevel, CannotConfirm, WordsMissing, BeforeLastLevel,
        ChangedMeanwhile, CaseIsClosed, NotYet:
    """
    if not reason.strip():
        raise WordsMissing(_("Say what this level rests on."), field="reason")
    _check_confirms(by, level)
    with transaction.atomic():
        file = handover.lock_open(case)
        if made := handover.already(LevelPeriod, id, case_id=file.pk, level=level):
            return made
        if file.kind not in LEVELLED:
            raise KindHasNoLevel(_("Only supervision has a level. This file is of another kind."))
        day = handover.past_day(starts_on or clock.today(file.office.zone), field="starts_on")
        standing = LevelPeriod.objects.filter(case=file, ends_before=None).first()
        handover.unchanged(standing, instead_of)
        _check_follows(standing, day)
        with (
            refusing(dict.fromkeys(PERIODS, _before_last())),
            entry("cases.level_set", by=by, case=file, person=file.person, reason=reason),
        ):
            if standing and standing.starts_on == day:
                standing.delete()
            elif standing:
                standing.ends_before = day
                standing.save(update_fields=["ends_before"])
            return LevelPeriod.objects.create(
                id=id, case=file, level=level, confirmed_by=by, starts_on=day
            )


def _check_confirms(by: StaffMember, level: str) -> None:
    if by.role_class is None or not by.role_class.holds_cases:
        raise CannotConfirm(_("An officer or a manager confirms a level. Ask one of them."))
    if level == Level.NOT_SET:
        raise CannotConfirm(_("Choose a level from Very low to Very high."), field="level")


def _check_follows(standing: LevelPeriod | None, day: date) -> None:
    if standing and day < standing.starts_on:
        raise _before_last()


def _before_last() -> BeforeLastLevel:
    return BeforeLastLevel(
        _("The level that stands began after that day. Give a later day."), field="starts_on"
    )
