"""The office as it was known at an instant: every query, unchanged, answers from that past.

Between `as_of` and its end the search path leads to views over the histories. What an entry
wrote is known from the moment the entry got its number; one that was begun before the instant
and numbered after it was not known yet, and stays unknown to that instant for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.refusal import Refused

_past: ContextVar[Cut | None] = ContextVar("past", default=None)

LAST = """
SELECT number, top FROM public.record_entry
WHERE recorded_at <= %s AND number > 0 ORDER BY recorded_at DESC, number DESC LIMIT 1
"""
LATE = """
SELECT array_agg(seq) FROM public.record_entry WHERE late AND number > %s AND seq <= %s
"""
WAIT = """
SAVEPOINT numbering;
LOCK TABLE public.record_order IN SHARE MODE;
ROLLBACK TO SAVEPOINT numbering;
RELEASE SAVEPOINT numbering;
"""


class NotYetPast(Refused): ...


class AlreadyInThePast(Exception):
    """A past was chosen inside a past."""


@dataclass(frozen=True)
class Cut:
    """Where the record is cut: the last entry that was known at a moment, and what was not."""

    moment: datetime
    number: int
    seq: int
    not_yet: tuple[int, ...] = ()


def known_at() -> Cut | None:
    """Return where the record is cut while a past is looked at, or None in the present."""
    return _past.get()


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Hold everything that is read in the block to one snapshot of the database.

    An entry that is being numbered is waited for first: whatever is numbered later gets a later
    time. The wait is a table's lock, because only that can be taken before the snapshot is;
    rolling back to the savepoint lets it go at once. Inside another transaction its snapshots
    are used, which is enough where nobody else writes.
    """
    nested = connection.in_atomic_block
    with transaction.atomic():
        if not nested:
            with connection.cursor() as cursor:
                # Kept plans (rows.py) outlive a rollback; the driver would forget them at this one.
                connection.connection.prepare_threshold = None
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                cursor.execute(WAIT)
        yield


def cut_at(moment: datetime) -> Cut:
    """Return where the record is cut at a moment. Asked again, the answer is the same.

    :raises NotYetPast: for a moment that has not passed.
    """
    if moment > clock.wall():
        raise NotYetPast(_("That moment has not come yet. Choose an earlier one."))
    with connection.cursor() as cursor:
        cursor.execute(LAST, [moment])
        found = cursor.fetchone()
        number, seq = found or (0, 0)
        cursor.execute(LATE, [number, seq])
        return Cut(moment, number, seq, tuple(sorted(cursor.fetchone()[0] or ())))


@contextmanager
def as_of(moment: datetime) -> Iterator[Cut]:
    """Answer every query in the block with what was known at a moment, its clock included.

    Needs a transaction (`one_snapshot`, or entries that end while a page is made would show in
    half of it). The viewer's own rights must be settled before: they are today's.

    :raises NotYetPast: for a moment that has not passed.
    :raises AlreadyInThePast: inside another such block.
    """
    if _past.get() is not None:
        raise AlreadyInThePast("A past is looked at already.")
    if not connection.in_atomic_block:
        raise RuntimeError("A past is looked at inside a transaction only.")
    cut = cut_at(moment)
    token = _past.set(cut)
    _switch(cut)
    try:
        with clock.frozen(moment):
            yield cut
    finally:
        _past.reset(token)
        if not connection.needs_rollback:
            _switch(None)


def _switch(cut: Cut | None) -> None:
    """Lead the transaction's queries to the past, or back to the present."""
    said = {
        "throughcare.asof_cut": str(cut.seq) if cut else "",
        "throughcare.asof_number": str(cut.number) if cut else "",
        "throughcare.asof_not_yet": f"{{{','.join(map(str, cut.not_yet))}}}" if cut else "",
        "search_path": "asof, public" if cut else "public",
    }
    settings = ", ".join(["set_config(%s, %s, true)"] * len(said))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {settings}", [word for pair in said.items() for word in pair])
