"""Chaining the entries: each numbered entry gets its hash, in order, soon after its number.

It is not done while an entry is written (docs/adr/0011): writers wait for nothing, a loaded past
takes the same way, and what is read here is what was committed.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from throughcare.record.integrity import hashing, layouts
from throughcare.record.integrity.hashing import SALT, leaf, parts
from throughcare.record.integrity.layouts import ENTRIES, Layout
from throughcare.record.integrity.reading import (
    NONE,
    Kept,
    Read,
    chunks,
    uncollected,
    with_settings,
)

CHAIN_LOCK = 7_305_815
"""Key of the advisory lock under which entries are chained: one at work is enough."""
LAST_LINK = "SELECT number, hash FROM record_link ORDER BY number DESC LIMIT 1"
LAST_ENTRY = "SELECT coalesce(max(number), 0) FROM record_entry"
LAST_OF_CASES = """
SELECT id::text, number FROM unnest(%s::uuid[]) AS id, LATERAL (
    SELECT number FROM record_entry WHERE case_id = id AND number > 0 AND number <= %s
    ORDER BY number DESC LIMIT 1
) AS last
"""
WRITTEN = """
COPY record_link (number, hash, salts, leaves, tags, made, ended) FROM STDIN WITH (FORMAT binary)
"""
KINDS = ("int8", *["bytea"] * 6)


class NumbersMissing(Exception):
    """Entries do not follow each other: some are gone. Nothing is chained over a hole."""


@uncollected()
def chain(cursor: Any, most: int = 100_000) -> int:
    """Chain the entries that are not chained yet, up to so many; return how many were.

    Needs a transaction. Where somebody else is at it, nothing is done.

    :raises NumbersMissing: when an entry is not there.
    """
    cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [CHAIN_LOCK])
    if not cursor.fetchone()[0]:
        return 0
    with_settings(cursor)
    cursor.execute(LAST_LINK)
    after, before = cursor.fetchone() or (0, hashing.BEGINNING)
    cursor.execute(LAST_ENTRY)
    upto = min(cursor.fetchone()[0], after + most)
    if upto <= after:
        return 0
    known = layouts.followed(cursor, after + 1)
    before, of_case = bytes(before), dict[bytes, int]()
    for standing, entries in chunks(cursor, known, after, upto):
        _demand_all(entries)
        of_case |= last_of_cases(cursor, [each for each in entries if each.case not in of_case])
        before = _chain_some(cursor, _links(standing, entries, of_case, before))
    return int(upto - after)


def _demand_all(entries: list[Read]) -> None:
    numbers = [each.number for each in entries]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise NumbersMissing("Entries are missing. `throughcare record verify` names them.")


def _chain_some(cursor: Any, links: Iterable[tuple[int, Kept]]) -> bytes:
    last = b""
    with cursor.copy(WRITTEN) as copy:
        copy.set_types(KINDS)
        for number, kept in links:
            last = kept.hash
            copy.write_row(
                (number, last, kept.salts, kept.leaves, kept.tags, kept.made, kept.ended)
            )
    return last


def last_of_cases(cursor: Any, entries: list[Read]) -> dict[bytes, int]:
    """Return the last entry of each of their cases before the first of these entries."""
    cases = list({each.case.decode() for each in entries if each.case != NONE})
    if not cases:
        return {}
    cursor.execute(LAST_OF_CASES, [cases, entries[0].number - 1])
    return {case.encode(): number for case, number in cursor.fetchall()}


def before_of_case(entry: Read, of_case: dict[bytes, int]) -> int:
    """Return the entry before about the same case (0: none), and note this one as the last."""
    if entry.case == NONE:
        return 0
    before = of_case.get(entry.case, 0)
    of_case[entry.case] = entry.number
    return before


def _links(
    standing: dict[str, Layout], entries: Iterable[Read], of_case: dict[bytes, int], before: bytes
) -> Iterator[tuple[int, Kept]]:
    for entry in entries:
        kept = linked(standing, entry, before, before_of_case(entry, of_case))
        before = kept.hash
        yield entry.number, kept


def linked(standing: dict[str, Layout], entry: Read, before: bytes, of_case: int) -> Kept:
    """Return the hashes of an entry, with new salts."""
    # Only what is chained already is ever erased: each version still has its line.
    made = [(table, line or b"") for table, _key, line in entry.made]
    rows = [(ENTRIES, entry.line), *made]
    salts = hashing.new_salts(len(rows))
    salted = [(*row, salt) for row, salt in zip(rows, parts(salts, SALT), strict=True)]
    leaves = b"".join([leaf(standing[table].head, salt, line) for table, line, salt in salted])
    tags = b"".join([hashing.tags(salt, line) for _table, line, salt in salted])
    ended = entry.ended
    return Kept(
        hash=hashing.entry_hash(before, of_case, leaves, ended),
        salts=salts,
        leaves=leaves,
        tags=tags,
        made=made_text(entry),
        ended=ended,
    )


def made_text(entry: Read) -> bytes:
    """Return which row versions an entry made, one a line: table and key."""
    return b"".join([b"%b\t%b\n" % (table.encode(), key) for table, key, _line in entry.made])
