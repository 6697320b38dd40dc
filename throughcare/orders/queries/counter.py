"""What waits at the counter of an office: people expected, papers, orders to confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from throughcare.cases.queries.visibility import visible_cases
from throughcare.orders.law import the_pack
from throughcare.orders.models import Ending, Expected, Order, Paper, PaperStanding
from throughcare.staff.models import Office, StaffMember

ONE_DAY = timedelta(days=1)
LATE_AFTER = 2  # working days without the person or the paper, as the office marks them


@dataclass(frozen=True)
class ExpectedLine:
    """Someone expected, what is still missing, and for how many working days."""

    row: Expected
    days: int

    @property
    def mark(self) -> str:
        """How the line is marked: late after two working days."""
        return "overdue" if self.days > LATE_AFTER else "ahead"

    @property
    def missing(self) -> str:
        """What has not come yet: the person, the paper, or both."""
        if self.row.paper_on and not self.row.seen_on:
            return _("paper here, not seen")
        if self.row.seen_on:
            return _("seen, no paper")
        return _("sentenced, not seen")


@dataclass(frozen=True)
class Waiting:
    """All that waits at a counter."""

    expected: Sequence[ExpectedLine]
    papers: Sequence[Paper]
    held: Sequence[Paper]
    to_confirm: Sequence[Order]


def waiting_at(office: Office, member: StaffMember, on: date) -> Waiting:
    """Return what waits at an office's counter on a day, the oldest first. Four queries.

    Orders to confirm are those on files that the member may see.
    """
    papers = Paper.objects.filter(office=office).order_by("arrived_on", "id")
    orders = Order.objects.filter(
        case__in=visible_cases(member, on), case__office=office, provisional=True
    )
    return Waiting(
        expected=expected_at(office, on),
        papers=list(papers.filter(standing=PaperStanding.WAITS)),
        held=list(papers.filter(standing=PaperStanding.HELD)),
        to_confirm=list(orders.select_related("case__person").order_by("received_on", "id")),
    )


def expected_at(office: Office, on: date) -> list[ExpectedLine]:
    """Return who is expected at an office, those who wait longest first. One query."""
    rows = Expected.objects.filter(office=office, ending=Ending.WAITS).select_related("case")
    lines = [ExpectedLine(row, working_days_between(_since(row), on)) for row in rows]
    return sorted(lines, key=lambda line: (-line.days, line.row.name))


def working_days_between(first: date, on: date) -> int:
    """Return how many working days of the office have passed since a day, that day left out."""
    calendar: Any = the_pack().office
    days = ((first + ONE_DAY * count) for count in range(1, (on - first).days + 1))
    return sum(calendar.is_open(day) for day in days)


def _since(row: Expected) -> date:
    known = [day for day in (row.sentenced_on, row.seen_on, row.paper_on) if day]
    return min(known)
