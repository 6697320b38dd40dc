"""What a request showed of whom: noted while it is answered, written before the answer leaves.

Whoever shows a file or a person says so here (`shows_case`, `shows_person`, `lists`); the guard of
every page of personal data writes one row of it, in the page's own transaction. When that row
cannot be written the page is not answered. The table is the record's (record/looks.py); it is
written by its name, because what stands down here cannot import the record.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from throughcare import clock
from throughcare.access.words import DataClass, Use

PERSONAL = frozenset({DataClass.CASE, DataClass.VICTIM, DataClass.HEALTH, DataClass.SEALED})
"""The data classes whose pages are written down: they show something of a person."""
WRITTEN = """
INSERT INTO public.record_look (at, by_id, by_name, by_role, page, method, use, data_class,
    case_id, person_id, people, words, reason, known_at, request_id)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
LONGEST = 200
"""Of what was searched for, so many characters are kept."""

_looking: ContextVar["Looking | None"] = ContextVar("looking", default=None)


@dataclass
class Looking:
    """What one request has shown so far."""

    page: str
    method: str
    use: Use
    data_class: DataClass
    case: UUID | None = None
    person: UUID | None = None
    people: dict[UUID, None] = field(default_factory=dict)
    words: str = ""
    reason: str = ""
    known_at: datetime | None = None
    request_id: str = ""


@contextmanager
def looking(page: str, method: str, use: Use, data_class: DataClass) -> Iterator[Looking]:
    """Note what is shown in the block. Inside another such block, that one is told of it."""
    outer = _looking.get()
    if outer is not None:
        outer.use, outer.data_class = use, data_class
        yield outer
        return
    noted = Looking(page, method, use, data_class)
    token = _looking.set(noted)
    try:
        yield noted
    finally:
        _looking.reset(token)


def is_outermost() -> bool:
    """Say whether no page is being answered any more around what was."""
    return _looking.get() is None


def shows_case(case: UUID, person: UUID) -> None:
    """Note that a file is opened; the first one of a page is what the page is about."""
    if (noted := _looking.get()) is not None and noted.case is None:
        noted.case, noted.person = case, person


def shows_person(person: UUID) -> None:
    """Note that a person is looked at, with or without a file."""
    if (noted := _looking.get()) is not None and noted.person is None:
        noted.person = person


def lists(people: Iterable[UUID]) -> None:
    """Note people who are named on a page, in a list or beside another."""
    if (noted := _looking.get()) is not None:
        noted.people.update(dict.fromkeys(people))


def searches(words: str) -> None:
    """Note what was searched for."""
    if (noted := _looking.get()) is not None:
        noted.words = words.replace("\0", "")[:LONGEST]


def says_why(reason: str) -> None:
    """Note the reason that the viewer gave for looking."""
    if reason and (noted := _looking.get()) is not None:
        noted.reason = reason


def shows_a_past(known_at: datetime, page: str) -> None:
    """Note that a page shows what was known at an instant."""
    if (noted := _looking.get()) is not None:
        noted.known_at, noted.page = known_at, page


def write(noted: Looking, member: Any) -> None:
    """Write what a request showed, in its transaction. One statement.

    :raises django.db.Error: when the log does not take it; then nothing may be answered.
    """
    people = [each for each in noted.people if each != noted.person]
    said = [
        clock.wall(),
        member.id,
        member.full_name,
        member.role,
        noted.page,
        noted.method,
        noted.use,
        noted.data_class,
        noted.case,
        noted.person,
        people,
        noted.words,
        noted.reason,
        noted.known_at,
        noted.request_id,
    ]
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN, said)
