"""Opening an entry: the only way in which a recorded table can be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _

from throughcare.jobs.origin import request_id
from throughcare.record.reading import forget
from throughcare.refusal import Refused

NOT_THE_RECORD, CLOCK_IS_WRONG = "TC006", "TC007"
_open: ContextVar["OpenEntry | None"] = ContextVar("open_entry", default=None)


class WritingStopped(Refused):
    """Nobody can write: the record is not the one that was signed, or the clock is wrong."""


class Actor(Protocol):
    """Who acts: a staff member, or the system itself."""

    @property
    def id(self) -> Any: ...
    @property
    def full_name(self) -> str: ...
    @property
    def role(self) -> str: ...


class About(Protocol):
    """A case or a person, by id."""

    @property
    def id(self) -> Any: ...


@dataclass(frozen=True)
class System:
    """The system acting by itself, on work that no person is needed for."""

    id: UUID | None = None
    full_name: str = "Throughcare"
    role: str = "SYSTEM"


@dataclass(frozen=True)
class OpenEntry:
    """An entry while it is open: its place in the sequence, and its act."""

    seq: int
    act: str


@contextmanager
def entry(
    act: str,
    *,
    by: Actor,
    case: About | None = None,
    person: About | None = None,
    reason: str = "",
    happened_at: datetime | None = None,
    on_behalf_of: Actor | None = None,
    device_at: datetime | None = None,
) -> Iterator[OpenEntry]:
    """Open the entry of an act and give all that is written in the block to it.

    A command called inside joins the entry that is open. Leaving the outermost block checks
    every deferred constraint, then gives the entry its number and time: nothing of the act can
    be written after. An error leaves no entry and no row.

    :raises django.db.Error: when a constraint is broken, at the end of the block.
    :raises WritingStopped: when nothing may be written until somebody has looked into it.
    """
    joined = _open.get()
    if joined is not None:
        yield joined
        return
    forget()
    with transaction.atomic():
        opened = OpenEntry(
            _call_open(act, by, on_behalf_of, case, person, reason, happened_at, device_at), act
        )
        token = _open.set(opened)
        try:
            yield opened
        finally:
            _open.reset(token)
        with connection.cursor() as cursor:
            cursor.execute("SELECT record_close()")


def current_entry() -> OpenEntry | None:
    """Return the entry that is open now, if any."""
    return _open.get()


def _call_open(  # noqa: PLR0917 - the database function's own list
    act: str,
    by: Actor,
    on_behalf_of: Actor | None,
    case: About | None,
    person: About | None,
    reason: str,
    happened_at: datetime | None,
    device_at: datetime | None,
) -> int:
    said = [
        act,
        by.id,
        by.full_name,
        by.role,
        on_behalf_of.id if on_behalf_of else None,
        on_behalf_of.full_name if on_behalf_of else "",
        case.id if case else None,
        person.id if person else None,
        reason,
        happened_at,
        request_id.get(),
        device_at,
    ]
    with connection.cursor() as cursor, _stops_in_words():
        cursor.execute("SELECT record_open(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)", said)
        return int(cursor.fetchone()[0])


@contextmanager
def _stops_in_words() -> Iterator[None]:
    """Refuse in plain words where the database says that nothing may be written."""
    try:
        yield
    except DatabaseError as error:
        code = str(getattr(error.__cause__, "sqlstate", ""))
        if code == NOT_THE_RECORD:
            raise WritingStopped(_stopped()) from error
        if code == CLOCK_IS_WRONG:
            raise WritingStopped(_clock_is_wrong()) from error
        raise


def _stopped() -> str:
    return _(
        "Nothing can be written now: this record is an older copy, or was changed. It can be read."
        " Tell whoever keeps the machine; `throughcare record reconcile --help` says what to do."
    )


def _clock_is_wrong() -> str:
    return _(
        "Nothing can be written now: the machine's clock stands before the last entry of the"
        " record. It can be read. Tell whoever keeps the machine to set the clock right."
    )
