"""An older copy that was brought back: nothing is written until somebody answers for it."""

from typing import Any

from django.utils.translation import gettext as _

from throughcare.record.entries import Actor
from throughcare.record.integrity.checkpoints import (
    HASHES,
    ORIGIN,
    NotTheRecordThatWasSigned,
    Places,
    continued,
    signing_key,
)
from throughcare.record.integrity.findings import Kind
from throughcare.record.integrity.folders import AFRESH, FIRST_KEY, NOTE, Folder
from throughcare.record.integrity.notes import Reconciled, key_of, signed
from throughcare.record.integrity.reading import lines
from throughcare.record.integrity.witness import Witness
from throughcare.refusal import Refused

STOPPED = "SELECT EXISTS (SELECT FROM record_stop WHERE lifted_at IS NULL)"
STOP = """
INSERT INTO record_stop (since, why)
SELECT clock_timestamp(), 'NOT_THE_RECORD'
WHERE NOT EXISTS (SELECT FROM record_stop WHERE lifted_at IS NULL)
"""
LIFT = "UPDATE record_stop SET lifted_at = clock_timestamp() WHERE lifted_at IS NULL"
CLOCK = """
INSERT INTO record_stop (since, why, lifted_at, until)
SELECT clock_timestamp(), 'CLOCK', clock_timestamp(), recorded_at FROM record_entry
WHERE number > 0 AND recorded_at > clock_timestamp() ORDER BY number DESC LIMIT 1
"""
OPEN = "SELECT record_open(%s, %s, %s, %s, NULL, '', NULL, NULL, %s, NULL, '', NULL)"


class NothingToReconcile(Refused): ...


class RecordWasChanged(Refused): ...


class NeedsReason(Refused): ...


def is_stopped(cursor: Any) -> bool:
    """Say whether nothing may be written."""
    cursor.execute(STOPPED)
    return bool(cursor.fetchone()[0])


def stop_if_older(cursor: Any, where: Places) -> bool:
    """Stop all writing where the record does not continue what was signed; say whether it is so.

    Once stopped, it stays so until it is reconciled.
    """
    try:
        continued(cursor, where)
    except NotTheRecordThatWasSigned:
        cursor.execute(STOP)
    return is_stopped(cursor)


def reconcile(cursor: Any, where: Places, *, by: Actor, why: str) -> Reconciled | None:
    """Let the office write on in an older copy, by an entry that says who answers for it and why.

    The folders for checkpoints begin anew beside what they hold, and say up to which entry the
    copy reached. Needs the owner's cursor in a transaction, and everything chained.

    :returns: up to where the copy reaches; None where only the stop had to be lifted.
    :raises NeedsReason: without a reason.
    :raises NothingToReconcile: when nothing was stopped, and the record continues what was signed.
    :raises RecordWasChanged: when it is no older copy, but differs from what was signed.
    """
    if not why.strip():
        raise NeedsReason(_("Say why this copy was brought back."))
    found = _older(cursor, where)
    if found is None and not is_stopped(cursor):
        raise NothingToReconcile(
            _("Nothing is wrong: this record continues the one that was signed.")
        )
    lost = f" ({found.kept + 1}–{found.signed})" if found else ""
    cursor.execute(LIFT)
    _enter(cursor, "record.reconciled", by, why.strip() + lost)
    if found:
        _begin_afresh(where, found)
    return found


def answer_for_clock(cursor: Any, *, by: Actor, why: str) -> None:
    """Let entries be written although the clock stands before the last one, which ran ahead.

    Until the clock is there again, each entry gets the time of the last.

    :raises NeedsReason: without a reason.
    :raises NothingToReconcile: when the clock does not stand before the last entry.
    """
    if not why.strip():
        raise NeedsReason(_("Say why the clock stands before the last entry."))
    cursor.execute(CLOCK)
    if not cursor.rowcount:
        raise NothingToReconcile(_("The clock does not stand before the last entry."))
    _enter(cursor, "record.clock_answered_for", by, why.strip())


def _enter(cursor: Any, act: str, by: Actor, reason: str) -> None:
    cursor.execute(OPEN, [act, by.id, by.full_name, by.role, reason])
    cursor.execute("SELECT record_close()")


def _older(cursor: Any, where: Places) -> Reconciled | None:
    """Return how far the copy reaches beside what was signed, or None where nothing is missing."""
    witness = Witness(where.folders)
    for number, each in enumerate(lines(cursor, HASHES.format(0)), 1):
        witness.note(number, bytes.fromhex(each.decode()))
    found = witness.findings()
    if any(each.kind == Kind.CHECKPOINT_DIFFERS for each in found):
        raise RecordWasChanged(
            _("This is no older copy: it differs from what was signed. Bring back another one.")
        )
    signed_before = [each.number or 0 for each in found if each.kind == Kind.RECORD_SHORTER]
    if not signed_before:
        return None
    return Reconciled(witness.size, witness.root, max(signed_before))


def _begin_afresh(where: Places, found: Reconciled) -> None:
    """Begin each folder anew beside what it holds: the same keys, and a note that says why."""
    private = signing_key(where)
    note = signed(found.text(), [(private, key_of(private, ORIGIN))])
    count = max(len(each.base.epochs()) for each in where.folders)
    for folder in where.folders:
        afresh = Folder(folder.base.path / f"{AFRESH}{count + 1:04}")
        for name in sorted(folder.names()):
            if name == FIRST_KEY or name.startswith("rotation-"):
                afresh.put(name, folder.text_of(name))
        afresh.put(NOTE, note)
