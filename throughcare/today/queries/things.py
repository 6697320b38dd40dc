"""What waits, as things of a day: from what is unsettled in each file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.account.todo import Action, Todo
from throughcare.kernel.obligations.words import OwedBy, State
from throughcare.pages import dates
from throughcare.record.asof import known_at
from throughcare.today.acting import page_of, verb_of
from throughcare.today.queries.lines import Group, Ranked, Thing, Who

Unsettled = Mapping[UUID, Sequence[Todo]]
A_WEEK = timedelta(days=7)
NOW = (State.OPEN, State.OVERDUE)
RANK = 1
MARKS = {State.OVERDUE: "overdue", State.OPEN: "now"}


@dataclass(frozen=True)
class Ahead:
    """How much lies ahead, and how much cannot be asked for now."""

    week: int = 0
    later: int = 0
    paused: int = 0
    no_staff: int = 0


def things_of(unsettled: Unsettled, people: Mapping[UUID, Who], on: date) -> Iterator[Ranked]:
    """Yield what is late, due today or for a person to decide. The rest lies ahead."""
    for case, todos in unsettled.items():
        for todo in todos:
            group = group_of(todo, on)
            if group is not None:
                yield _ranked(todo, people[case], group, on)


def _ranked(todo: Todo, who: Who, group: Group, on: date) -> Ranked:
    return Ranked(
        key=_key_of(todo),
        group=group,
        who=who,
        due_before=todo.obligation.due_before,
        rank=RANK,
        worded=partial(thing_of, todo, who, group, on),
    )


def _key_of(todo: Todo) -> str:
    return f"{todo.requirement.id} {todo.opens_on}"


def group_of(todo: Todo, on: date) -> Group | None:
    """Return the group a thing stands in on a day; None for what lies ahead or stands still.

    What a person did not do in time is a possible breach, for an officer to decide about; what
    the office did not do is its own lateness. An order to confirm is new work.
    """
    if todo.owed_by is OwedBy.PERSON:
        return Group.BREACH if todo.state is State.OVERDUE else None
    return _group_of_ours(todo, on) if todo.state in NOW else None


def _group_of_ours(todo: Todo, on: date) -> Group | None:
    if todo.action is Action.CONFIRM_ORDER:
        return Group.NEW
    return Group.LATE if todo.safe_day <= on else None


def thing_of(todo: Todo, who: Who, group: Group, on: date) -> Thing:
    """Return one unsettled obligation as a thing of the day."""
    is_late = todo.state is State.OVERDUE
    return Thing(
        key=_key_of(todo),
        group=group,
        who=who,
        what=todo.what,
        due_before=todo.obligation.due_before,
        is_late=is_late,
        when=when_of(todo, on),
        note=note_of(todo, on),
        closed_by=_("Closed by: %(what)s") % {"what": ", ".join(todo.closed_by)},
        short=todo.short or todo.authority or _("As directed"),
        source=todo.authority if todo.short else "",
        why=tuple(todo.reasons),
        action="" if known_at() else verb_of(todo),
        url="" if known_at() else page_of(todo, who.number),
        mark=MARKS.get(todo.state, "ahead"),
        rank=RANK,
        forced=todo.action is Action.DECIDE,
    )


def when_of(todo: Todo, on: date) -> str:
    """Return how late a thing is, "today", or the last day on which it is in time."""
    if todo.last_day == on:
        return _("today")
    if todo.state is State.OVERDUE:
        return dates.days_late(todo.last_day, on)
    return dates.due_day(todo.last_day, on)


def note_of(todo: Todo, on: date) -> str:
    """Return the last day of what is late or due today, and else since or from when it runs."""
    if todo.last_day <= on:
        return _("due %(day)s") % {"day": dates.due_day(todo.last_day, on)}
    if todo.opens_on > on:
        return _("from %(day)s") % {"day": dates.due_day(todo.opens_on, on)}
    return _("since %(day)s") % {"day": dates.due_day(todo.opens_on, on)}


def ahead_of(unsettled: Unsettled, on: date) -> Ahead:
    """Return how much lies ahead in a list of what is unsettled."""
    todos = [todo for each in unsettled.values() for todo in each]
    states = [todo.state for todo in todos]
    coming = [todo for todo in todos if _lies_ahead(todo, on)]
    week = sum(todo.last_day <= on + A_WEEK for todo in coming)
    return Ahead(
        week=week,
        later=len(coming) - week,
        paused=states.count(State.PAUSED),
        no_staff=states.count(State.NOT_DONE_NO_STAFF),
    )


def _lies_ahead(todo: Todo, on: date) -> bool:
    return todo.state in (State.AHEAD, State.OPEN) and group_of(todo, on) is None


def asks_of(todos: Sequence[Todo], on: date, most: int = 4) -> list[str]:
    """Return what to ask at a meeting: what the person owes now, each thing once."""
    asked = [
        todo.what
        for todo in todos
        if todo.owed_by is OwedBy.PERSON and todo.state in (State.OPEN, State.OVERDUE)
    ]
    return list(dict.fromkeys(asked))[:most]
