"""What several commands do alike inside their entry: lock a file, check a time, hand it over."""

from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.models import Assignment, Case, Cover, RestrictedMember
from throughcare.cases.queries.holders import manager_for, standing_restriction
from throughcare.people.commands.keeping import refusing, sent_with_other_answers
from throughcare.refusal import Refused
from throughcare.staff.models import Office, StaffMember

M = TypeVar("M", bound=Model)


class CaseIsClosed(Refused): ...


class NotYet(Refused): ...


class ChangedMeanwhile(Refused): ...


class OfficeHasNoManager(Refused): ...


class BeforeLastHolder(Refused): ...


def lock_open(case: Case) -> Case:
    """Return the file as it is now, kept from others until the act ends.

    :raises CaseIsClosed:
    """
    locked = lock(case)
    if locked.closed_on is not None:
        raise CaseIsClosed(
            _("File %(number)s is closed. Nothing was changed; open a new file if work goes on.")
            % {"number": locked.number}
        )
    return locked


def lock(case: Case) -> Case:
    """Return the file as it is now, open or closed, kept from others until the act ends."""
    return (
        Case.objects.select_for_update(of=("self",))
        .select_related("person", "office")
        .get(pk=case.pk)
    )


def already(model: type[M], id: UUID, **answers: Any) -> M | None:
    """Return the row that an earlier sending of the same form made.

    :raises SentBefore: when the row has other answers, or belongs to another file.
    """
    row = model._default_manager.filter(pk=id).first()
    if row and any(getattr(row, name) != answer for name, answer in answers.items()):
        raise sent_with_other_answers()
    return row


def moment(happened_at: datetime | None, *, field: str = "happened_at") -> datetime:
    """Return when an act takes effect: when it happened, else now.

    :raises NotYet: for a moment that has not come.
    """
    if happened_at and happened_at > clock.now():
        raise NotYet(_("This moment has not come yet. Give one that has passed."), field=field)
    return happened_at or clock.now()


def after(standing: Assignment | None, happened_at: datetime | None) -> datetime:
    """Return when an act takes effect that ends an assignment: later than it began.

    :raises NotYet, BeforeLastHolder:
    """
    at = moment(happened_at, field="since")
    if standing and at <= standing.starts_at:
        raise BeforeLastHolder(
            _("%(name)s began to hold the file later than that. Give a later day.")
            % {"name": standing.holder.full_name},
            field="since",
        )
    return at


def past_day(day: date, *, field: str) -> date:
    """Return a day that has come.

    :raises NotYet:
    """
    if day > clock.today():
        raise NotYet(_("This day has not come yet. Give today or an earlier day."), field=field)
    return day


def day_after(day: date) -> date:
    """Return the day before which a period ends whose last day is given."""
    return day + timedelta(days=1)


def unchanged(standing: Model | None, seen: UUID | None) -> None:
    """Check that what the member saw when the form was opened still stands.

    :raises ChangedMeanwhile:
    """
    if seen is not None and (standing is None or standing.pk != seen):
        raise changed_meanwhile()


def changed_meanwhile() -> ChangedMeanwhile:
    """Return the refusal of what was sent against something that no longer stands."""
    return ChangedMeanwhile(
        _(
            "Someone changed this since you opened the page. What stands now is shown above; "
            "send again if you still mean it."
        )
    )


def hand_over(
    case: Case, holder: StaffMember, *, id: UUID, at: datetime, uncovered: bool = False
) -> Assignment:
    """End the standing assignment and begin the next at the same instant.

    On a restricted file the new holder is named, or they could not see what they hold.

    :raises ChangedMeanwhile: when another holder begins in the same instant.
    """
    restriction = standing_restriction(case)
    if restriction:
        RestrictedMember.objects.get_or_create(restriction=restriction, member=holder)
    with refusing({"case_has_one_holder_at_a_time": changed_meanwhile()}):
        Assignment.objects.filter(case=case, ends_at=None).update(ends_at=at)
        return Assignment.objects.create(
            id=id, case=case, holder=holder, uncovered=uncovered, starts_at=at
        )


def manager_or_refuse(case: Case, on: date, *, office: Office | None = None) -> StaffMember:
    """Return the manager who holds what nobody covers.

    :raises OfficeHasNoManager: when the office has none, or none without a conflict.
    """
    manager = manager_for(case, on, office=office)
    if manager is None:
        raise OfficeHasNoManager(
            _(
                "This office has no manager who can hold the file. Ask the administrator to post "
                "one, or give the file to an officer."
            )
        )
    return manager


def end_covers(case: Case, on: date, *, covering: StaffMember | None = None) -> None:
    """End the covers of one file before a day; what has not begun by then is withdrawn."""
    covers = Cover.objects.filter(case=case, ends_before__gt=on)
    if covering:
        covers = covers.filter(covering=covering)
    covers.filter(starts_on__gte=on).delete()
    covers.update(ends_before=on)
