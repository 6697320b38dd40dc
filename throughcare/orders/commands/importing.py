"""Bringing orders and an open caseload in: a wrong row never stops the right ones."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.commands.opening import open_case
from throughcare.cases.models import Case, Kind
from throughcare.orders.commands.intake import receive_order
from throughcare.orders.importing.files import Row
from throughcare.orders.importing.values import Brought, brought
from throughcare.orders.models import Order
from throughcare.people.commands import add_person
from throughcare.people.facts import SpeechFacts
from throughcare.people.models import Person
from throughcare.people.queries.duplicates import likely_duplicates
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember

Progress = Callable[[list[Row]], Iterable[Row]]


class NobodyOfThatNumber(Refused): ...


class MayBeOnFile(Refused): ...


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
    outcome = Outcome()
    for number, row in enumerate(progress(rows) if progress else rows, start=1):
        reasons = list(_faults(row, by, dry_run, outcome))
        if reasons:
            outcome.wrong.append(row | {"row": number, "why": "; ".join(reasons)})
    return outcome


def _faults(row: Row, by: StaffMember, dry_run: bool, outcome: Outcome) -> Iterator[str]:
    """Bring one row in; yield why it cannot be."""
    found = brought(row)
    if found.wrong or found.made is None:
        yield from found.wrong
        return
    if Order.objects.filter(pk=found.id_of("order")).exists():
        outcome.already += 1
        return
    try:
        order = _bring(found, by, dry_run)
    except Refused as refusal:
        yield str(refusal)
    else:
        outcome.made += order
        outcome.already += 1 - order


def _bring(found: Brought, by: StaffMember, dry_run: bool) -> int:
    """Return 1 where the row made an order, 0 where its paper is on file already."""
    made = 0
    try:
        with transaction.atomic():
            case = _case_of(_person(found, by), found, by)
            own: Any = found.id_of("order")
            paper: Any = found.made
            order = receive_order(id=own, case=case, made=paper, conditions=found.conditions, by=by)
            made = int(order.pk == own)
            if dry_run:
                raise _Undone
    except _Undone:
        pass
    return made


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
    likely = likely_duplicates(
        name=name, birth=found.birth, among=Person.objects.all(), besides=own
    )
    if any(each.weight >= SURELY for each in likely):
        raise MayBeOnFile(
            _("Someone like this is on file: %(numbers)s. Give the number in the column person.")
            % {"numbers": ", ".join(each.number for each in likely if each.weight >= SURELY)}
        )
    speech = SpeechFacts(spoken_language=found.language, written_language=found.language)
    return add_person(id=own, name=name, birth=found.birth, speech=speech, by=by)


SURELY = 0.9
"""The same name and the same birth date: a person must say whether it is the same one."""


def _case_of(person: Person, found: Brought, by: StaffMember) -> Case:
    running = Case.objects.open().filter(person=person, kind=Kind.SUPERVISION)
    if case := running.order_by("-opened_on").first():
        return case
    office: Any = by.office
    holder = StaffMember.objects.filter(username=found.holder).first() if found.holder else None
    return open_case(
        id=found.id_of("case"),
        person=person,
        kind=Kind.SUPERVISION,
        office=office,
        by=by,
        holder=holder,
        reason=_("Brought in on %(day)s") % {"day": clock.today().isoformat()},
    )
