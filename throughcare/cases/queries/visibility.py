"""Which files and people a member may see. What is not plainly allowed is absent."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, UUIDField, Value

from throughcare import clock
from throughcare.access import Permission, looks
from throughcare.cases.models import (
    Assignment,
    Case,
    Conflict,
    Cover,
    Outcome,
    RestrictedMember,
    Restriction,
    Transfer,
)
from throughcare.cases.queries.emergencies import standing_emergencies
from throughcare.people.models import Person
from throughcare.record.among import AnyOf, any_of
from throughcare.record.composed import composed_once
from throughcare.staff.models import Office, Posting, StaffMember
from throughcare.staff.roles import ROLES

THE_MEMBER, THE_OFFICE = UUID(int=1), UUID(int=2)


@dataclass(eq=False)
class _Seen:
    """What a member may see today, while a past is looked at."""

    people: dict[UUID, list[UUID]]
    mine: dict[tuple[UUID, date], list[UUID]] = field(default_factory=dict)
    """The files that were a member's on a day, once they were asked for: a page asks twice."""

    @property
    def files(self) -> AnyOf:
        """Return what keeps the files seen."""
        return any_of("pk", [case for cases in self.people.values() for case in cases])

    def mine_of(self, member: UUID, on: date) -> list[UUID]:
        """Return the open files that a member held or covered on a day. One query, once."""
        if (member, on) not in self.mine:
            held = _held(member).union(*_covered(member, on))
            found = Case.objects.filter(self.files, pk__in=held, closed_on=None)
            self.mine[member, on] = list(found.values_list("pk", flat=True))
        return self.mine[member, on]


_seen_today: ContextVar[_Seen | None] = ContextVar("seen_today", default=None)


@contextmanager
def as_seen_today(member: StaffMember) -> Iterator[None]:
    """Hold what a member may see to what is open to them now, while a past is looked at.

    Which people and files are theirs to see is asked once, in the present, with today's
    restrictions and conflicts; in the past they see the same ones, as far as they were known.
    """
    token = _seen_today.set(_Seen(visible_ids(member, clock.today())))
    try:
        yield
    finally:
        _seen_today.reset(token)


def visible_cases(member: StaffMember, on: date) -> QuerySet[Case]:
    """Return the files a member may see on a day, open and closed.

    Those they hold or cover; those of their office, when their role sees it, those another
    office asks it to take, and those they opened in an emergency. Never one that is restricted
    to others, nor one they declared a conflict with. A member without a posting, or whose role
    sees no file, sees none.
    """
    if (seen := _seen_today.get()) is not None:
        return Case.objects.filter(seen.files)
    role = member.role_class
    if role is None or not member.may(Permission.SEE_CASE):
        return Case.objects.none()
    return visible_at(member.pk, on, clock.wall(), office_seen(member))


def office_seen(member: StaffMember) -> UUID | None:
    """Return the office whose every file a member sees, if any."""
    role, office = member.role_class, member.office
    return office.pk if role and office and role.sees_whole_office else None


def visible_at(member: UUID, on: date, now: datetime, office: UUID | None) -> QuerySet[Case]:
    """Return the files open to a member at a moment, with those of the office that they see."""
    # One union, each part by its index: with OR the database would read every file.
    parts = [*_covered(member, on), standing_emergencies(member, now).values("case")]
    if office is not None:
        offered = Transfer.objects.filter(to_office=office, outcome=Outcome.WAITING)
        parts += [Case.objects.filter(office=office).values("pk"), offered.values("case")]
    return Case.objects.filter(*_open_to(member, now), pk__in=_held(member).union(*parts))


def my_cases(member: StaffMember, on: date) -> QuerySet[Case]:
    """Return the open files a member holds or covers on a day."""
    if not member.may(Permission.SEE_CASE):
        return Case.objects.none()
    if (seen := _seen_today.get()) is not None:
        return Case.objects.filter(any_of("pk", seen.mine_of(member.pk, on)))
    return mine_at(member.pk, on, clock.wall())


def count_of_mine(member: StaffMember, on: date) -> int:
    """Return how many open files a member holds or covers on a day. One query at most."""
    if not member.may(Permission.SEE_CASE):
        return 0
    if (seen := _seen_today.get()) is not None:
        return len(seen.mine_of(member.pk, on))
    return len(_ids_of_mine(member.pk, on, clock.wall()))


def sees_the_present(member: StaffMember) -> bool:
    """Say whether a member sees files, and those of today: then `mine_at` says which are theirs."""
    return _seen_today.get() is None and member.may(Permission.SEE_CASE)


@composed_once
def _ids_of_mine(member: UUID, on: date, now: datetime) -> QuerySet[Case, UUID]:
    return mine_at(member, on, now).values_list("pk", flat=True)


def mine_at(member: UUID, on: date, now: datetime) -> QuerySet[Case]:
    """Return the open files that a member holds or covers and may see at a moment."""
    mine = _held(member).union(*_covered(member, on))
    return Case.objects.filter(*_open_to(member, now), pk__in=mine, closed_on=None)


def visible_people(member: StaffMember, on: date) -> QuerySet[Person]:
    """Return the people a member may see on a day.

    People with a file the member may see, and people who have no file yet, for roles that see
    the whole office: intake comes before the file. Someone whose every file is closed to the
    member is absent, so that a restricted person cannot be told from one who is not there.
    """
    role = member.role_class
    if role is None or not member.may(Permission.FIND_PERSON):
        return Person.objects.none()
    known: Any = Q(Exists(visible_cases(member, on).filter(person=OuterRef("pk"))))
    if role.sees_whole_office:
        known |= ~Exists(Case.objects.filter(person=OuterRef("pk")))
    conflicts = Conflict.objects.filter(member=member, person=OuterRef("pk"))
    return Person.objects.filter(known, ~Exists(conflicts))


def visible_ids(member: StaffMember, on: date) -> dict[UUID, list[UUID]]:
    """Return the people a member may see on a day, each with the files of theirs seen too.

    The same people as `visible_people`, for looking through many at once: the database finds
    those with a file and those without one much faster apart. One query.
    """
    if (today := _seen_today.get()) is not None:
        return today.people
    role = member.role_class
    if role is None or not member.may(Permission.FIND_PERSON):
        return {}
    seen: dict[UUID, list[UUID]] = {}
    sql, stand_ins = _seen_sql(member.role)
    with connection.cursor() as cursor:
        cursor.execute(sql, _in_place_of(stand_ins, member, on))
        for person, case in cursor.fetchall():
            seen.setdefault(person, []).extend([case] if case else [])
    return seen


@cache
def _seen_sql(role: str) -> tuple[str, tuple[Any, ...]]:
    """Return what `visible_ids` asks the database, with stand-ins for the values.

    Putting the question together takes longer than answering it, and for all members of a role
    it is the same one.
    """
    member = StaffMember(pk=THE_MEMBER)
    member.posting = Posting(role=role, office=Office(pk=THE_OFFICE))
    seen = visible_cases(member, date.min).values_list("person", "pk")
    if ROLES[role].sees_whole_office:
        seen = seen.union(_without_file(member), all=True)
    return seen.query.sql_with_params()


def _in_place_of(stand_ins: tuple[Any, ...], member: StaffMember, on: date) -> list[Any]:
    """Return the values of a question with those of a member, a day and this moment."""
    office = member.office.pk if member.office else None
    values = {THE_MEMBER: member.pk, THE_OFFICE: office, date.min: on}
    now = clock.wall()
    return [now if isinstance(each, datetime) else values.get(each, each) for each in stand_ins]


def _without_file(member: StaffMember) -> QuerySet[Person, Any]:
    no_conflict = ~Exists(Conflict.objects.filter(member=member, person=OuterRef("pk")))
    no_file = ~Exists(Case.objects.filter(person=OuterRef("pk")))
    people = Person.objects.filter(no_file, no_conflict)
    return people.values_list("pk", Value(None, output_field=UUIDField()))


def case_for(member: StaffMember, number: str) -> Case:
    """Return the file of a number, when the member may see it today. One query.

    :raises Case.DoesNotExist: when there is none, and just the same when it is closed to them.
    """
    for case in _case_seen(member, number):
        looks.shows_case(case.pk, case.person_id)
        looks.says_why(case.emergency or "")
        return case
    raise Case.DoesNotExist


def _case_seen(member: StaffMember, number: str) -> Iterable[Any]:
    """Return the file of a number, or nothing where it is not open to a member. One query."""
    on, now, office = clock.today(), clock.wall(), office_seen(member)
    if not sees_the_present(member):
        return _numbered(visible_cases(member, on), number, member.pk, now)
    if office:
        return _case_of_office(number, member.pk, on, now, office)
    return _case_of_member(number, member.pk, on, now)


@composed_once
def _case_of_member(number: str, member: UUID, on: date, now: datetime) -> QuerySet[Case]:
    return _numbered(visible_at(member, on, now, None), number, member, now)


@composed_once
def _case_of_office(
    number: str, member: UUID, on: date, now: datetime, office: UUID
) -> QuerySet[Case]:
    return _numbered(visible_at(member, on, now, office), number, member, now)


def _numbered(seen: QuerySet[Case], number: str, member: UUID, now: datetime) -> QuerySet[Case]:
    """Return the file of a number with its person and office, and why it was opened, if it was."""
    emergency = standing_emergencies(member, now).filter(case=OuterRef("pk")).values("reason")[:1]
    asked = seen.select_related("person", "office").annotate(emergency=Subquery(emergency))
    return asked.filter(number=number)


def person_for(member: StaffMember, number: str) -> Person:
    """Return the person of a number, when the member may see them today. One query.

    :raises Person.DoesNotExist: when there is none, and just the same when closed to them.
    """
    person = visible_people(member, clock.today()).get(number=number)
    looks.shows_person(person.pk)
    return person


def may_cover(member: StaffMember, case: Case, on: date) -> bool:
    """Say whether a file is open to a member who covers it: theirs to see, or of their office.

    A trainee sees no file but those given to them, so that cover itself opens the first.
    """
    ours = Q(pk__in=visible_cases(member, on).values("pk")) | Q(office=member.office)
    return Case.objects.filter(ours, *_open_to(member.pk, clock.wall()), pk=case.pk).exists()


def _held(member: UUID) -> QuerySet[Assignment, Any]:
    return Assignment.objects.filter(holder=member, ends_at=None).values("case")


def _covered(member: UUID, on: date) -> list[QuerySet[Any, Any]]:
    """Return the files covered one by one, and those of officers covered: each by its index."""
    covers = Cover.objects.filter(covering=member).on(on)
    officers = covers.filter(case=None).values("officer")
    return [
        covers.filter(officer=None).values("case"),
        Assignment.objects.filter(holder__in=officers, ends_at=None).values("case"),
    ]


def _open_to(member: UUID, now: datetime) -> list[Any]:
    named = RestrictedMember.objects.filter(restriction=OuterRef("pk"), member=member)
    opened = standing_emergencies(member, now).filter(case=OuterRef("case"))
    closed = Restriction.objects.filter(
        ~Exists(named), ~Exists(opened), case=OuterRef("pk"), lifted_at=None
    )
    conflicts = Conflict.objects.filter(
        Q(case=OuterRef("pk")) | Q(person=OuterRef("person")), member=member
    )
    return [~Exists(closed), ~Exists(conflicts)]
