"""Reads of what was decided about what is owed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from throughcare.cases.models import Case
from throughcare.cases.queries import visible_cases
from throughcare.decisions.models import NoStaff, SetAside
from throughcare.staff.models import StaffMember


@dataclass(frozen=True)
class Decided:
    """What was decided about one file, newest first."""

    set_aside: list[SetAside]
    no_staff: list[NoStaff]


def decided_of(case: Case) -> Decided:
    """Return every decision about what is owed in a file, newest first. Two queries."""
    aside = case.set_asides.select_related("decided_by", "answered_by").order_by("-decided_at")
    undone = case.no_staff_marks.select_related("decided_by").order_by("-decided_at")
    return Decided(list(aside), list(undone))


def decided_on(member: StaffMember, on: date) -> QuerySet[SetAside]:
    """Return what was set aside on a day in the files a member may see, the latest first.

    What was taken back since is left out; what waits for approval is among them.
    """
    made = SetAside.objects.filter(
        case__in=visible_cases(member, on).values("pk"), decided_at__date=on, withdrawn_at=None
    )
    names = made.select_related("case__person", "decided_by")
    return names.order_by("-decided_at", "id")


def waiting_for(member: StaffMember, on: date) -> QuerySet[SetAside]:
    """Return what waits for approval in the files a member may see, the oldest first."""
    waiting = SetAside.objects.waiting().filter(case__in=visible_cases(member, on).values("pk"))
    names = waiting.select_related("case__person", "decided_by")
    return names.order_by("decided_at")
