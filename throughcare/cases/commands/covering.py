"""Who covers a file, or all files of an officer."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases import handover
from throughcare.cases.models import Case, Cover
from throughcare.cases.queries.visibility import may_cover
from throughcare.people.commands.keeping import refusing
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class CoveredAlready(Refused): ...


class CannotCover(Refused): ...


class PeriodIsEmpty(Refused): ...


OVERLAPS = ("case_has_one_cover_at_a_time", "officer_has_one_cover_at_a_time")


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
        files = _locked(officer, cases)
        if made := list(Cover.objects.filter(pk__in=ids)):
            return made
        period = {"covering": covering, "starts_on": starts_on, "ends_before": ends_before}
        covers = (
            [Cover(id=ids[0], officer=officer, **period)]
            if officer
            else [Cover(id=uuid5(id, str(file.pk)), case=file, **period) for file in files]
        )
        for cover in covers:
            _check_cover(cover)
        person = only.person if only else None
        with (
            refusing(dict.fromkeys(OVERLAPS, _covered_already())),
            entry("cases.covered", by=by, case=only, person=person, reason=reason),
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


def _locked(officer: StaffMember | None, cases: Sequence[Case]) -> list[Case]:
    """Keep what is covered from others, always in the same order; return the files."""
    if officer:
        # Without the key: rows that refer to the member are written meanwhile all the same.
        list(StaffMember.objects.select_for_update(no_key=True).filter(pk=officer.pk))
        return []
    return [handover.lock_open(case) for case in sorted(cases, key=lambda each: each.pk)]


def _covered_already(name: str = "") -> CoveredAlready:
    said = (
        _("%(name)s covers on some of these days already. End that cover first.") % {"name": name}
        if name
        else _("Someone covers on some of these days already. End that cover first.")
    )
    return CoveredAlready(said, field="starts_on")


def _check_cover(cover: Cover) -> None:
    covering, name = cover.covering, {"name": cover.covering.full_name}
    if cover.officer_id == covering.pk:
        raise CannotCover(_("Nobody covers for themselves. Choose someone else."), field="covering")
    if not covering.may(Permission.WRITE_CASE) or not covering.is_active:
        raise CannotCover(
            _("%(name)s does not work on files. Choose someone else.") % name, field="covering"
        )
    if cover.case and not may_cover(covering, cover.case, clock.today()):
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
        raise _covered_already(standing.covering.full_name)
