"""What stands at the head of a person's file: what is due, conditions and how they are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.account.known import ShownKnowing
from throughcare.account.naming import condition_title
from throughcare.account.queries import how_known_of, unsettled_of
from throughcare.account.todo import Action, Todo
from throughcare.account.undone import specialized_among
from throughcare.cases.models import Case
from throughcare.contacts.models import Contact
from throughcare.decisions.links import no_staff_url
from throughcare.kernel.obligations.words import OwedBy, State
from throughcare.orders.models import Direction, DirectionKind
from throughcare.orders.queries import StandingCondition, conditions_in_force
from throughcare.record.asof import known_at
from throughcare.record.composed import composed_once
from throughcare.record.reading import reading_once
from throughcare.today.acting import aside_of
from throughcare.today.queries.lines import Group, Line, Thing, Who
from throughcare.today.queries.things import thing_of

NOW = (State.OVERDUE, State.OPEN)
NEXT = 3


@dataclass(frozen=True)
class ConditionShown:
    """A condition in force: its number, title, the court's words, and how it is known."""

    condition: StandingCondition
    title: str
    known: ShownKnowing | None


@dataclass(frozen=True)
class Seen:
    """When the person was last seen, and is next expected."""

    last: datetime | None
    last_way: str
    last_line: str
    next: Direction | None
    directed: Direction | None


def overview(case: Case, member: Any, on: date) -> Mapping[str, Any]:
    """Return what is due, the conditions in force and the next contact of a file."""
    who = Who(case.pk, case.number, case.person.name.surname, case.person.name.given)
    with reading_once():
        todos = unsettled_of([case.pk], on)[case.pk]
        conditions = conditions_shown(case, on)
        office, person = (
            numbered(acting(member, due_of(todos, side, who, on)), conditions)
            for side in (OwedBy.OFFICE, OwedBy.PERSON)
        )
        return {
            "office_due": office,
            "office_lines": same_together(office),
            "person_due": person,
            "person_lines": same_together(person),
            "conditions": conditions,
            "seen": seen_of(case, on),
            "no_staff_url": not_done_url(case, member, todos),
        }


def not_done_url(case: Case, member: Any, todos: Sequence[Todo]) -> str:
    """Return where a manager says that what the office owes now had no staff; else nothing."""
    if known_at() or not member.may(Permission.RUN_OFFICE):
        return ""
    ours = [todo for todo in todos if todo.owed_by is OwedBy.OFFICE and todo.state in NOW]
    lines = [
        (case.number, aside_of(todo)) for todo in ours if todo.action is not Action.CONFIRM_ORDER
    ]
    if not lines:
        return ""
    specialized = specialized_among([case.pk], clock.today())
    return no_staff_url(*lines, specialized=case.pk in specialized)


def acting(member: Any, things: Sequence[Thing]) -> list[Thing]:
    """Return things with the acts they propose, or without, for who may not write."""
    if member.may(Permission.WRITE_CASE):
        return list(things)
    return [replace(each, action="", url="") for each in things]


def due_of(todos: Sequence[Todo], owed_by: OwedBy, who: Who, on: date) -> list[Thing]:
    """Return what one side owes now, and the next few things ahead."""
    mine = [todo for todo in todos if todo.owed_by is owed_by]
    now = [todo for todo in mine if todo.state in NOW]
    ahead = [todo for todo in mine if todo.state is State.AHEAD]
    group = Group.LATE if owed_by is OwedBy.OFFICE else Group.BREACH
    return [thing_of(todo, who, group, on) for todo in (*now, *ahead[:NEXT])]


def numbered(things: Sequence[Thing], conditions: Sequence[ConditionShown]) -> list[Thing]:
    """Return things that say which condition asks for them, by the number the court gave it."""
    numbers = {str(each.condition.id): each.condition.number for each in conditions}
    found = []
    for each in things:
        condition = each.key.removeprefix("condition:").partition(":")[0]
        said = {"number": numbers.get(condition), "closed_by": each.closed_by}
        words = _("Condition %(number)s. %(closed_by)s") % said
        found.append(replace(each, closed_by=words) if said["number"] else each)
    return found


def same_together(things: Sequence[Thing]) -> list[Line[Thing]]:
    """Return things with those of one requirement and state in one line, at the first one's place.

    A check that was missed for a year of weeks is one line, which counts the weeks.
    """
    lines: dict[tuple[str, str], list[Thing]] = {}
    for each in things:
        requirement = each.key.rpartition(" ")[0]
        lines.setdefault((requirement, each.mark), []).append(each)
    return [Line(first, tuple(others)) for first, *others in lines.values()]


def conditions_shown(case: Case, on: date) -> list[ConditionShown]:
    """Return the conditions in force in the court's order, each with how it is known."""
    known = {each.condition: each for each in how_known_of(case.pk, on)}
    return [
        ConditionShown(each, condition_title(each.codes, each.made_on), known.get(str(each.id)))
        for each in conditions_in_force([case.pk], on)[case.pk]
    ]


def seen_of(case: Case, on: date) -> Seen:
    """Return the last contact and the next direction of a file. Three queries."""
    contact = next(iter(_last_contact(case.pk)), None)
    return Seen(
        last=contact.happened_at if contact else None,
        last_way=str(contact.get_way_display()) if contact else "",
        last_line=contact.line if contact else "",
        next=next(iter(_next_report(case.pk, on)), None),
        directed=next(iter(_last_direction(case.pk)), None),
    )


@composed_once
def _last_contact(case: UUID) -> QuerySet[Contact]:
    reached = Contact.objects.standing().reached().filter(case=case)
    return reached.order_by("-happened_at")[:1]


@composed_once
def _next_report(case: UUID, on: date) -> QuerySet[Direction]:
    ahead = _standing(case).filter(kind=DirectionKind.REPORT, due_on__gte=on, met_on=None)
    return ahead.order_by("due_on", "due_time")[:1]


@composed_once
def _last_direction(case: UUID) -> QuerySet[Direction]:
    return _standing(case).order_by("-given_at")[:1]


def _standing(case: UUID) -> QuerySet[Direction]:
    return Direction.objects.filter(case=case, withdrawn_at=None, replaced_by=None)
