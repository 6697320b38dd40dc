"""Bringing orders and an open caseload in: a wrong row never stops the right ones."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.commands.opening import open_case
from throughcare.cases.models import Case, Kind
from throughcare.orders.checking import differences
from throughcare.orders.commands.intake import receive_order
from throughcare.orders.counting import check_stated
from throughcare.orders.importing.files import PASSED_OVER
from throughcare.orders.importing.row import Row
from throughcare.orders.importing.values import Brought, brought
from throughcare.orders.models import Order
from throughcare.people.commands import add_person
from throughcare.people.facts import SpeechFacts
from throughcare.people.models import Person
from throughcare.people.queries.duplicates import namesakes
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember

M = TypeVar("M", Order, Person)
Progress = Callable[[list[Row]], Iterable[Row]]
BATCH = 50
"""For so many rows at once it is asked what is on file of them."""


class NobodyOfThatNumber(Refused): ...


class MayBeOnFile(Refused): ...


class NobodyOfThatName(Refused): ...


class SameIdOtherOrder(Refused): ...


class _Undone(Exception):
    """Ends a dry run: nothing of it stays."""


@dataclass
class Outcome:
    """What became of a file: how many rows came in, were there already, or are wrong and why."""

    made: int = 0
    already: int = 0
    wrong: list[Row] = field(default_factory=list)


class _OnFile:
    """What is on file of some rows, asked at once; of an id that comes again, asked again."""

    def __init__(self, rows: list[Brought]) -> None:
        self._orders = _by_id(Order, {row.id_of("order") for row in rows})
        self._people = _by_id(Person, {row.id_of("person") for row in rows})
        self.holder = cache(_holder)

    def order(self, id: UUID) -> Order | None:
        """Return the order of an id."""
        return _taken(self._orders, id, Order)

    def person(self, id: UUID) -> Person | None:
        """Return the person of an id."""
        return _taken(self._people, id, Person)


def _by_id(model: type[M], ids: set[UUID]) -> dict[UUID, M | None]:
    return dict.fromkeys(ids) | model._default_manager.in_bulk(ids)


def _taken(known: dict[UUID, M | None], id: UUID, model: type[M]) -> M | None:
    """Return the row of an id and forget it: what is done with one row may change the next."""
    return known.pop(id) if id in known else model._default_manager.filter(pk=id).first()


def import_orders(
    *, rows: list[Row], by: StaffMember, dry_run: bool = False, progress: Progress | None = None
) -> Outcome:
    """Bring rows in, each in a transaction of its own, and return what became of each.

    What came in stays when the run is broken off; the same file again goes on where it was.
    A dry run does everything and keeps nothing.
    """
    outcome, twice = Outcome(), _told_otherwise(rows)
    numbered = enumerate(progress(rows) if progress else rows, start=1)
    for (number, row), (found, there) in zip(numbered, _read(rows), strict=False):
        told = [twice[number]] if number in twice else None
        reasons = told or _faults(found, there, by, dry_run, outcome)
        if reasons:
            outcome.wrong.append(row | {"row": number, "why": "; ".join(reasons)})
    return outcome


def _read(rows: list[Row]) -> Iterator[tuple[Brought, _OnFile]]:
    """Yield each row as values, with what was on file when the rows around it were begun."""
    for start in range(0, len(rows), BATCH):
        found = [brought(row) for row in rows[start : start + BATCH]]
        there = _OnFile(found)
        yield from ((each, there) for each in found)


def _told_otherwise(rows: list[Row]) -> dict[int, str]:
    """Return the rows whose id an earlier row has, which says something else, with the sentence."""
    first: dict[str, int] = {}
    found: dict[int, str] = {}
    for number, row in enumerate(rows, start=1):
        before = first.setdefault(str(row.get("id", "")).strip() or f"\0{number}", number)
        if _without(row) != _without(rows[before - 1]):
            found[number] = _("row %(number)s has this id and says something else") % {
                "number": before
            }
    return found


def _without(row: Row) -> Row:
    """Return what a row says, without the columns that a file of errors adds."""
    return {name: value for name, value in row.items() if name not in PASSED_OVER}


def _faults(
    found: Brought, there: _OnFile, by: StaffMember, dry_run: bool, outcome: Outcome
) -> list[str]:
    """Bring one row in; return why it cannot be."""
    if found.wrong or found.made is None:
        return found.wrong
    try:
        order = 0 if _is_on_file(found, there) else _bring(found, there, by, dry_run)
    except Refused as refusal:
        return [f"{refusal.field}: {refusal}" if refusal.field else str(refusal)]
    except (DataError, IntegrityError):
        return [_("something in this row is longer or larger than can be kept")]
    outcome.made += order
    outcome.already += 1 - order
    return []


def _is_on_file(found: Brought, there: _OnFile) -> bool:
    """Say whether an earlier run brought the row in.

    :raises SameIdOtherOrder: where what it brought in says something else.
    """
    order = there.order(found.id_of("order"))
    made: Any = found.made
    if order is None:
        return False
    balance = (order.balance_on, order.balance) == (made.balance_on, dict(made.balance))
    if order.key != made.key or differences(order, made, ()) or not balance:
        raise SameIdOtherOrder(
            _("an order with this id is on file and says something else: change it there")
        )
    return True


def _bring(found: Brought, there: _OnFile, by: StaffMember, dry_run: bool) -> int:
    """Return 1 where the row made an order, 0 where its paper is on file already."""
    made = 0
    try:
        with transaction.atomic():
            case = _case_of(found, there, by)
            _check_counted(found)
            own: Any = found.id_of("order")
            paper: Any = found.made
            order = receive_order(id=own, case=case, made=paper, conditions=found.conditions, by=by)
            made = int(order.pk == own)
            if dry_run:
                raise _Undone
    except _Undone:
        pass
    return made


def _check_counted(found: Brought) -> None:
    made: Any = found.made
    order = Order(**made.columns())
    for each in found.conditions:
        check_stated(order, each.codes)


def _case_of(found: Brought, there: _OnFile, by: StaffMember) -> Case:
    """Return the running file of the row's person, or a new one."""
    known = _known_person(found, there)
    running = Case.objects.open().filter(person=known, kind=Kind.SUPERVISION) if known else None
    if running and (case := running.order_by("-opened_on").first()):
        return case
    office: Any = by.office
    return open_case(
        id=found.id_of("case"),
        person=known or _new_person(found, by),
        kind=Kind.SUPERVISION,
        office=office,
        by=by,
        holder=there.holder(found.holder),
        reason=_("Brought in on %(day)s") % {"day": clock.today().isoformat()},
    )


def _known_person(found: Brought, there: _OnFile) -> Person | None:
    """Return who the row names by number, or who an earlier run brought in with it.

    :raises NobodyOfThatNumber:
    """
    if not found.person:
        return there.person(found.id_of("person"))
    person = Person.objects.filter(number=found.person).first()
    if person is None:
        raise NobodyOfThatNumber(_("Nobody has the number %(number)s.") % {"number": found.person})
    return person


def _new_person(found: Brought, by: StaffMember) -> Person:
    """Put the row's person on file.

    :raises MayBeOnFile: where someone of that name and birth date is there.
    """
    own, name = found.id_of("person"), found.name
    if name is None:
        return Person()
    if same := namesakes(name, found.birth, besides=own):
        raise MayBeOnFile(
            _("Someone like this is on file: %(numbers)s. Give the number in the column person.")
            % {"numbers": ", ".join(same)}
        )
    speech = SpeechFacts(spoken_language=found.language, written_language=found.language)
    return add_person(id=own, name=name, birth=found.birth, speech=speech, by=by)


def _holder(username: str) -> StaffMember | None:
    if not username:
        return None
    holder = StaffMember.objects.filter(username=username).first()
    if holder is None:
        raise NobodyOfThatName(
            _("nobody signs in as %(name)s") % {"name": username}, field="holder"
        )
    return holder
