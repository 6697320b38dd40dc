"""Work of the office open in files nobody covers: what a manager may leave undone, or not."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from throughcare import clock
from throughcare.account.queries import unsettled_of
from throughcare.account.todo import Action, Todo
from throughcare.cases.models import Case
from throughcare.cases.queries.office import uncovered_files
from throughcare.decisions.commands.no_staff import Undone, refusal_of
from throughcare.decisions.commands.setting_aside import Aside
from throughcare.decisions.links import signed
from throughcare.kernel.obligations.words import OwedBy, State
from throughcare.orders.queries import conditions_in_force
from throughcare.packs import choices
from throughcare.staff.models import StaffMember

OPEN = (State.OPEN, State.OVERDUE)
SPECIALIZED = ("DOMESTIC_VIOLENCE", "SEXUAL_OFFENDING")


@dataclass(frozen=True)
class UndoneLine:
    """One piece of work: on whose file, until when, and why it may not be left, if so."""

    case: Case
    what: str
    last_day: date
    is_late: bool
    text: str
    refused: str


def undone_of(member: StaffMember, on: date) -> list[UndoneLine]:
    """Return the open work of the office in its uncovered files, the first due first.

    What the person owes is not among it. The number of queries is the same for any number of files.
    """
    numbers = [each.number for each in uncovered_files(member, on)]
    cases = {
        each.pk: each for each in Case.objects.filter(number__in=numbers).select_related("person")
    }
    specialized = specialized_among(cases.keys(), on)
    found = [
        _line(cases[case], todo, specialized)
        for case, todos in unsettled_of(list(cases), on).items()
        for todo in todos
        if _is_open_work(todo)
    ]
    return sorted(found, key=lambda line: (line.last_day, line.case.number, line.what))


def specialized_among(cases: Collection[UUID], on: date) -> frozenset[UUID]:
    """Return the files whose orders hold a condition of domestic violence or sexual offending."""
    return frozenset(
        case
        for case, conditions in conditions_in_force(list(cases), on).items()
        if any(_is_specialized(code.code, on) for each in conditions for code in each.codes)
    )


def _is_open_work(todo: Todo) -> bool:
    """Say whether the office owes it now; an order to confirm is never left."""
    is_ours = todo.owed_by is OwedBy.OFFICE and todo.state in OPEN
    return is_ours and todo.action is not Action.CONFIRM_ORDER


def _is_specialized(code: str, on: date) -> bool:
    guard = choices.guarded(settings.JURISDICTION, f"condition::{code}", on)
    return guard is not None and guard.code in SPECIALIZED


def _line(case: Case, todo: Todo, specialized: frozenset[UUID]) -> UndoneLine:
    work = Aside(todo.requirement.id, todo.opens_on, todo.obligation.due_before, todo.what)
    is_specialized = case.pk in specialized
    return UndoneLine(
        case=case,
        what=todo.what,
        last_day=todo.last_day,
        is_late=todo.last_day < clock.today(),
        text=signed(case.number, work, specialized=is_specialized),
        refused=refusal_of(Undone(case, work), specialized),
    )
