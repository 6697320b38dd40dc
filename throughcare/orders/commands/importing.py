"""Bringing orders and an open caseload in: a wrong row never stops the right ones."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

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

Progress = Callable[[list[Row]], Iterable[Row]]


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


def import_orders(
    *, rows: list[Row], by: StaffMember, dry_run: bool = False, progress: Progress | None = None
) -> Outcome:
    """Bring rows in, each in a transaction of its own, and return what became of each.

    What came in stays when the run is broken off; the same file again goes on where it was.
    A dry run does everything and keeps nothing.
    """
    outcome, twice = Outcome(), _told_otherwise(rows)
    for number, row in enumerate(progress(rows) if progress else rows, start=1):
        reasons = [twice[number]] if number in twice else _faults(row, by, dry_run, outcome)
        if reasons:
            outcome.wrong.append(row | {"row": number, "why": "; ".join(reasons)})
    return outcome


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


def _faults(row: Row, by: StaffMember, dry_run: bool, outcome: Outcome) -> list[str]:
    """Bring one row in; return why it cannot be."""
    found = brought(row)
    if found.wrong or found.made is None:
        return found.wrong
    try:
        order = 0 if _is_on_file(found) else _bring(found, by, dry_run)
    except Refused as refusal:
        return [f"{refusal.field}: {refusal}" if refusal.field else str(refusal)]
    except (DataError, IntegrityError):
        return [_("something in this row is longer or larger than can be kept")]
    outcome.made += order
    outcome.already += 1 - order
    return []


def _is_on_file(found: Brought) -> bool:
    """Say whether an earlier run brought the row in.

    :raises SameIdOtherOrder: where what it brought in says something else.
    """
    order = Order.objects.filter(pk=found.id_of("order")).first()
    made: Any = found.made
    if order is None:
        return False
    balance = (order.balance_on, order.balance) == (made.balance_on, dict(made.balance))
    if order.key != made.key or differences(order, made, ()) or not balance:
        raise SameIdOtherOrder(
            _("an order with this id is on file and says something else: change it there")
        )
    return True


def _bring(found: Brought, by: StaffMember, dry_run: bool) -> int:
    """Return 1 where the row made an order, 0 where its paper is on file already."""
    made = 0
    try:
        with transaction.atomic():
            case = _case_of(_person(found, by), found, by)
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


def _person(found: Brought, by: StaffMember) -> Person:
    if found.person:
        person = Person.objects.filter(number=found.person).first()
        if person is None:
            raise NobodyOfThatNumber(
                _("Nobody has the number %(number)s.") % {"number": found.person}
            )
        return person
    own, name = found.id_of("person"), found.name
    if (known := Person.objects.filter(pk=own).first()) or name is None:
        return known or Person()
    if same := namesakes(name, found.birth, besides=own):
        raise MayBeOnFile(
            _("Someone like this is on file: %(numbers)s. Give the number in the column person.")
            % {"numbers": ", ".join(same)}
        )
    speech = SpeechFacts(spoken_language=found.language, written_language=found.language)
    return add_person(id=own, name=name, birth=found.birth, speech=speech, by=by)


def _case_of(person: Person, found: Brought, by: StaffMember) -> Case:
    running = Case.objects.open().filter(person=person, kind=Kind.SUPERVISION)
    if case := running.order_by("-opened_on").first():
        return case
    office: Any = by.office
    holder = _holder(found.holder)
    return open_case(
        id=found.id_of("case"),
        person=person,
        kind=Kind.SUPERVISION,
        office=office,
        by=by,
        holder=holder,
        reason=_("Brought in on %(day)s") % {"day": clock.today().isoformat()},
    )


def _holder(username: str) -> StaffMember | None:
    if not username:
        return None
    holder = StaffMember.objects.filter(username=username).first()
    if holder is None:
        raise NobodyOfThatName(
            _("nobody signs in as %(name)s") % {"name": username}, field="holder"
        )
    return holder
