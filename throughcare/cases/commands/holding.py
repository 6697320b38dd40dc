"""Who holds a file, and who covers it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases import handover
from throughcare.cases.models import Assignment, Case, Cover
from throughcare.cases.queries import visible_cases
from throughcare.cases.queries.holders import conflicted_ids, standing_assignment
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import Office, StaffMember


class CannotHold(Refused): ...


class HoldsAlready(Refused): ...


class CoveredAlready(Refused): ...


class CannotCover(Refused): ...


class PeriodIsEmpty(Refused): ...


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

    :raises CannotHold, HoldsAlready, BeforeLastHolder, ChangedMeanwhile, CaseIsClosed, NotYet:
    """
    with transaction.atomic():
        file = handover.lock_open(case)
        if given := handover.already(Assignment, id):
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

    :raises HoldsAlready, OfficeHasNoManager, ChangedMeanwhile, CaseIsClosed, NotYet:
    """
    with transaction.atomic():
        file = handover.lock_open(case)
        if given := handover.already(Assignment, id):
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


def cover_cases(
    *,
    id: UUID,
    covering: StaffMember,
    starts_on: date,
    ends_before: date,
    by: StaffMember,
    officer: StaffMember | None = None,
    cases: Sequence[Case] = (),
    reason: str = "",
) -> list[Cover]:
    """Have someone cover files for a time: all of an officer's, or those named.

    The holder stays the holder. All or none: one file that cannot be covered refuses the rest.
    Sending the same id again returns the covers it made.

    :raises PeriodIsEmpty, CannotCover, CoveredAlready:
    """
    ids = [id] if officer else [uuid5(id, str(case.pk)) for case in cases]
    if ends_before <= starts_on:
        raise PeriodIsEmpty(_("The last day is before the first."), field="last_day")
    only = cases[0] if len(cases) == 1 else None
    with transaction.atomic():
        if made := list(Cover.objects.filter(pk__in=ids)):
            return made
        period = {"covering": covering, "starts_on": starts_on, "ends_before": ends_before}
        covers = (
            [Cover(id=ids[0], officer=officer, **period)]
            if officer
            else [
                Cover(id=own, case=handover.lock_open(case), **period)
                for own, case in zip(ids, cases, strict=True)
            ]
        )
        for cover in covers:
            _check_cover(cover)
        with entry(
            "cases.covered",
            by=by,
            case=only,
            person=only.person if only else None,
            reason=reason,
        ):
            return Cover.objects.bulk_create(covers)


def end_cover(*, cover: Cover, by: StaffMember) -> None:
    """End a cover: today is its first day without; one that has not begun is withdrawn."""
    today = clock.today()
    with transaction.atomic():
        standing = Cover.objects.select_for_update().filter(pk=cover.pk, ends_before__gt=today)
        case = cover.case
        if not standing.exists():
            return
        with entry("cases.cover_ended", by=by, case=case, person=case.person if case else None):
            standing.filter(starts_on__gte=today).delete()
            standing.update(ends_before=today)


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


def _check_cover(cover: Cover) -> None:
    covering, name = cover.covering, {"name": cover.covering.full_name}
    if cover.officer_id == covering.pk:
        raise CannotCover(_("Nobody covers for themselves. Choose someone else."), field="covering")
    if not covering.may(Permission.WRITE_CASE) or not covering.is_active:
        raise CannotCover(
            _("%(name)s does not work on files. Choose someone else.") % name, field="covering"
        )
    if cover.case and not visible_cases(covering, clock.today()).filter(pk=cover.case.pk).exists():
        raise CannotCover(
            _("%(name)s cannot cover file %(number)s: it is not open to them. Choose someone else.")
            % (name | {"number": cover.case.number}),
            field="covering",
        )
    same = Q(case=cover.case) if cover.case else Q(officer=cover.officer)
    overlapping = Cover.objects.filter(
        same, starts_on__lt=cover.ends_before, ends_before__gt=cover.starts_on
    ).select_related("covering")
    standing = overlapping.first()
    if standing is not None:
        raise CoveredAlready(
            _("%(name)s covers on some of these days already. End that cover first.")
            % {"name": standing.covering.full_name},
            field="starts_on",
        )
