"""Time in custody, in hospital, on a warrant or absent."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from throughcare.cases import handover
from throughcare.cases.models import Away, AwayKind
from throughcare.people.commands.keeping import refusing
from throughcare.people.models import Person
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class AwayAlready(Refused): ...


class BackBeforeAway(Refused): ...


class SourceMissing(Refused): ...


def record_away(
    *,
    id: UUID,
    person: Person,
    kind: str,
    starts_on: date,
    source: str,
    by: StaffMember,
    place: str = "",
    ends_before: date | None = None,
) -> Away:
    """Write down that a person is, or was, away, and who says so. True of all their files.

    Sending the same id again returns what it wrote.

    :raises SentBefore, AwayAlready, BackBeforeAway, SourceMissing, NotYet:
    """
    handover.past_day(starts_on, field="starts_on")
    if not source.strip():
        raise SourceMissing(_("Say who or what told you."), field="source")
    if ends_before and ends_before <= starts_on:
        raise BackBeforeAway(_("The last day is before the first."), field="last_day")
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        said = {"kind": kind, "place": place.strip(), "source": source.strip()}
        if written := handover.already(Away, id, person_id=person.pk, starts_on=starts_on, **said):
            return written
        _check_not_away(person, kind, starts_on, ends_before)
        with (
            refusing({"person_is_away_once_of_a_kind": _away_already(kind)}),
            entry("cases.away_recorded", by=by, person=person),
        ):
            return Away.objects.create(
                id=id,
                person=person,
                kind=kind,
                place=place.strip(),
                source=source.strip(),
                starts_on=starts_on,
                ends_before=ends_before,
            )


def end_away(*, away: Away, last_day: date, by: StaffMember, reason: str = "") -> Away:
    """Write down the last day that a person was away. The same day again changes nothing.

    :raises BackBeforeAway, AwayAlready, NotYet:
    """
    handover.past_day(last_day, field="last_day")
    with transaction.atomic():
        standing = Away.objects.select_for_update().get(pk=away.pk)
        ends_before = handover.day_after(last_day)
        if standing.ends_before == ends_before:
            return standing
        if standing.ends_before is not None:
            raise AwayAlready(_("This time away has ended already. Nothing was changed."))
        if last_day < standing.starts_on:
            raise BackBeforeAway(_("The last day is before the first."), field="last_day")
        with entry("cases.away_ended", by=by, person=standing.person, reason=reason):
            standing.ends_before = ends_before
            standing.save(update_fields=["ends_before"])
    return standing


def _check_not_away(person: Person, kind: str, starts_on: date, ends_before: date | None) -> None:
    same = Away.objects.filter(person=person, kind=kind)
    meets = Q(ends_before=None) | Q(ends_before__gt=starts_on)
    if ends_before:
        meets &= Q(starts_on__lt=ends_before)
    if same.filter(meets).exists():
        raise _away_already(kind)


def _away_already(kind: str) -> AwayAlready:
    return AwayAlready(
        _("%(kind)s is written down for some of these days already. End that time first.")
        % {"kind": AwayKind(kind).label},
        field="starts_on",
    )
