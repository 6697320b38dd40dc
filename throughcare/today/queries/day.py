"""A member's day: who comes, what is late, what may be a breach, what is new, what waits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from throughcare.account.queries import unsettled_of
from throughcare.record.reading import reading_once
from throughcare.staff.models import StaffMember
from throughcare.today.queries.coming import meetings_on
from throughcare.today.queries.lines import (
    Group,
    Meeting,
    Ranked,
    Shown,
    Thing,
    lines_of,
    meetings_of,
    within,
)
from throughcare.today.queries.office import OfficeDay, office_of
from throughcare.today.queries.others import (
    contacts_to_confirm,
    ending_orders,
    new_files,
    orders_to_confirm,
    waiting_on_others,
)
from throughcare.today.queries.people import people_of
from throughcare.today.queries.things import Ahead, ahead_of, asks_of, things_of

LINES = 15


@dataclass(frozen=True)
class Day:
    """Everything on the page of a day."""

    on: date
    files: int
    covered: int
    meetings: Sequence[Meeting] = ()
    groups: Sequence[Shown] = ()
    ahead: Ahead = field(default_factory=Ahead)
    office: OfficeDay | None = None

    @property
    def lines(self) -> int:
        """Return how many lines the page shows under the people by the clock."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def late(self) -> int:
        """Return for how many people the office is late, or is due today."""
        return self._people(Group.LATE)

    @property
    def breaches(self) -> int:
        """Return for how many people a possible breach waits for a decision."""
        return self._people(Group.BREACH)

    @property
    def forced_reasons(self) -> int:
        """Return how many of the lines shown ask for a reason."""
        return sum(line.first.forced for group in self.groups for line in group.lines)

    def _people(self, group: Group) -> int:
        return sum(each.people for each in self.groups if each.group is group)


def day_of(member: StaffMember, on: date, opened: Sequence[Group] = ()) -> Day:
    """Return the day of a member. The number of queries is the same for any number of files."""
    with reading_once():
        return _day_of(member, on, opened)


def _day_of(member: StaffMember, on: date, opened: Sequence[Group]) -> Day:
    people = people_of(member, on)
    unsettled = unsettled_of(list(people), on)
    things: list[Thing | Ranked] = [
        *things_of(unsettled, people, on),
        *ending_orders(people, on),
        *orders_to_confirm(people, on),
        *contacts_to_confirm(member, people),
        *new_files(member, people, on),
        *waiting_on_others(people, on),
    ]
    meetings = meetings_on(people, on)
    asks = {case: asks_of(unsettled[case], on) for case in {each.who.case for each in meetings}}
    return Day(
        on=on,
        files=len(people),
        covered=sum(bool(who.covered_for) for who in people.values()),
        meetings=meetings_of(meetings, asks),
        groups=within(lines_of(things), LINES, opened),
        ahead=ahead_of(unsettled, on),
        office=office_of(member, on),
    )
