"""What doctor says of the record: whether it may be written, and where it is signed."""

from collections.abc import Iterator
from typing import Any

from django.db import DatabaseError, connections, transaction
from django.utils.module_loading import import_string

from throughcare.site.cli.backup import STOPPED
from throughcare.site.cli.record import configured_places
from throughcare.site.server.checks import Check

STOPS = "SELECT EXISTS (SELECT FROM record_stop WHERE lifted_at IS NULL)"
CLOCK = "SELECT record_clock_is_right()"
CLOCK_IS_WRONG = "TC007"
SET_BACK = (
    "The machine's clock stands before the last entry of the record: nothing is written. Set it "
    "right; if it ran ahead before, throughcare record reconcile --clock."
)


def of_the_record() -> Iterator[Check]:
    """Look at what keeps everyone from writing, at the key, and at the folders for checkpoints."""
    try:
        with connections["owner"].cursor() as cursor:
            cursor.execute(STOPS)
            stopped = bool(cursor.fetchone()[0])
    except DatabaseError as error:
        said = str(error).strip().splitlines()[0]
        yield Check("record", False, f"It cannot be read ({said}): throughcare migrate.")
        return
    yield Check("record", not stopped, STOPPED if stopped else "It may be written.")
    yield of_the_clock()
    yield from of_the_checkpoints(configured_places())


def of_the_clock() -> Check:
    """Look whether the clock was set back far behind the last entry."""
    try:
        with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
            cursor.execute(CLOCK)
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") != CLOCK_IS_WRONG:
            raise
        return Check("clock", False, SET_BACK)
    return Check("clock", True, "It stands after the last entry of the record.")


def of_the_checkpoints(where: Any) -> Iterator[Check]:
    """Look at the key that signs, and at who can reach the folders."""
    begun = where.tree.exists() or any(folder.first_key() for folder in where.folders)
    if begun and not where.key.exists():
        yield Check("record's key", False, f"It is gone: bring {where.key} back from the safe.")
    else:
        yield Check("record's key", True, "It is there." if begun else "Nothing is signed yet.")
    beside = where.not_independent()
    alone = len(where.folders) - len(beside)
    says = f"{alone} of {len(where.folders)} folders lie on another disk than the record."
    if not alone:
        says += " None is independent: name others in THROUGHCARE_CHECKPOINTS."
    signed = import_string("throughcare.record.integrity.checkpoints.last_signed")(where.key)
    if signed:
        says += f" Signed last: {signed[0]:,} entries, at {signed[1]:%Y-%m-%d %H:%M} UTC."
    yield Check("checkpoints", True, says)
