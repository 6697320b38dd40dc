"""Verifying the record: every value read again, every hash computed again, the present rebuilt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from throughcare.record.integrity import hashing
from throughcare.record.integrity.chain import (
    LAST_LINK,
    before_of_case,
    last_of_cases,
    made_text,
)
from throughcare.record.integrity.findings import Finding, Kind
from throughcare.record.integrity.hashing import HASH, SALT
from throughcare.record.integrity.layouts import ENTRIES, Layout, Layouts, keys_of_tables, known
from throughcare.record.integrity.locating import Standing, differences
from throughcare.record.integrity.order import order_findings, stray_findings
from throughcare.record.integrity.present import present_findings
from throughcare.record.integrity.reading import (
    Kept,
    Read,
    add_rows,
    chunks,
    entries_where,
    uncollected,
    with_settings,
)

COUNTS = """
SELECT count(*), count(*) FILTER (WHERE number > %s) FROM public.record_entry WHERE number > 0
"""
HASHES = "SELECT number, hash FROM public.record_link WHERE number = ANY(%s)"

Note = Callable[[int, bytes], None]
"""Called with the number and the kept hash of each chained entry, in order."""


@dataclass
class Verified:
    """What a verification read, and what it found."""

    entries: int = 0
    versions: int = 0
    not_chained: int = 0
    erased: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        return not self.findings


@uncollected()
def verify(cursor: Any, note: Note | None = None) -> Verified:
    """Read the whole record again and return every difference. Needs one snapshot.

    The cursor's role must see every row of every table.
    """
    with_settings(cursor)
    cursor.execute(LAST_LINK)
    last = (cursor.fetchone() or (0,))[0]
    result = Verified()
    cursor.execute(COUNTS, [last])
    result.entries, result.not_chained = cursor.fetchone()
    layouts = known(cursor)
    result.findings += layout_findings(layouts, last)
    result.findings += order_findings(cursor)
    result.findings += _chain_findings(cursor, layouts, last, result, note)
    tables = tables_now(layouts)
    result.findings += stray_findings(cursor, tables)
    result.findings += present_findings(cursor, tables)
    return result


def layout_findings(layouts: Layouts, last: int) -> Iterator[Finding]:
    """Yield the layouts by which nothing can be read; where those of the entries are gone, too."""
    for each in layouts.spoiled:
        yield Finding(Kind.LAYOUT_ALTERED, each.from_number, each.table)
    for table in sorted(keys_of_tables().keys() - layouts.there):
        yield Finding(Kind.LAYOUT_ALTERED, table=table)
    if last and ENTRIES not in layouts.at(1):
        yield Finding(Kind.LAYOUT_ALTERED, 1, ENTRIES)


def tables_now(layouts: Layouts) -> list[Layout]:
    """Return each recorded table's last layout; a table never hashed yet has its key alone."""
    standing = layouts.at(2**62)
    for table, key in keys_of_tables().items():
        if table in layouts.there:
            standing.setdefault(table, Layout(table, key, (), 0))
    return [layout for table, layout in sorted(standing.items()) if table != ENTRIES]


def _chain_findings(
    cursor: Any, layouts: Layouts, last: int, result: Verified, note: Note | None
) -> Iterator[Finding]:
    before, of_case = hashing.BEGINNING, dict[bytes, int]()
    for standing, entries in chunks(cursor, layouts, 0, last if ENTRIES in layouts.at(1) else 0):
        result.versions += sum(len(each.made) for each in entries)
        result.erased += sum(line is None for each in entries for *_, line in each.made)
        for entry in entries:
            of_this = before_of_case(entry, of_case)
            yield from entry_findings(standing, entry, before, of_this)
            if entry.kept:
                before = entry.kept.hash
                if note:
                    note(entry.number, before)


def entry_findings(standing: Standing, entry: Read, before: bytes, of_case: int) -> list[Finding]:
    """Return how an entry differs from what is kept of it; nothing where all is the same."""
    kept = entry.kept
    if kept is None:
        return [Finding(Kind.LINK_GONE, entry.number)]
    leaves = leaves_of(standing, entry, kept)
    same = leaves == kept.leaves and entry.ended == kept.ended and made_text(entry) == kept.made
    if same and hashing.entry_hash(before, of_case, leaves, kept.ended) == kept.hash:
        return []
    return differences(standing, entry, kept) or [Finding(Kind.LINK_ALTERED, entry.number)]


def leaves_of(standing: Standing, entry: Read, kept: Kept) -> bytes:
    """Return the leaves of an entry as its rows are now; of what was erased, those kept."""
    salts, leaf = kept.salts, hashing.leaf
    head = standing[ENTRIES].head
    own = leaf(head, salts[:SALT], entry.line)
    if entry.left and hashing.leaf(head, b"", entry.line) == entry.left:
        own = kept.leaves[:HASH]
    found = [own]
    for place, (table, _key, line) in enumerate(entry.made, 1):
        if line is None:
            found.append(kept.leaves[place * HASH : (place + 1) * HASH])
        else:
            salt = salts[place * SALT : (place + 1) * SALT]
            found.append(leaf(standing[table].head, salt, line))
    return b"".join(found)


def verify_case(cursor: Any, case_id: str) -> Verified:
    """Verify the entries about one case, and the present of the rows that they wrote."""
    with_settings(cursor)
    layouts = known(cursor)
    cursor.execute("SELECT number FROM record_entry WHERE case_id = %s AND number > 0", [case_id])
    numbers = sorted(number for (number,) in cursor.fetchall())
    cursor.execute(LAST_LINK)
    last = (cursor.fetchone() or (0,))[0]
    result = Verified(len(numbers), 0, sum(number > last for number in numbers))
    rows: dict[str, set[str]] = {}
    result.findings += layout_findings(layouts, last)
    for standing, entries in some_entries(
        cursor, layouts, [each for each in numbers if each <= last]
    ):
        result.findings += _some_findings(cursor, standing, entries)
        _note_rows(result, rows, entries)
    keys = {table: sorted(found) for table, found in rows.items()}
    result.findings += present_findings(cursor, tables_now(layouts), keys)
    return result


def _note_rows(result: Verified, rows: dict[str, set[str]], entries: list[Read]) -> None:
    for entry in entries:
        result.versions += len(entry.made)
        for table, key, _line in entry.made:
            rows.setdefault(table, set()).add(key.decode())


def some_entries(
    cursor: Any, layouts: Layouts, numbers: list[int]
) -> Iterator[tuple[Standing, list[Read]]]:
    """Yield some entries with their rows, those that are hashed by the same layouts together."""
    starts = sorted(layouts.changes()) or [1]
    for start, stop in zip(starts, [*starts[1:], 2**62], strict=True):
        some = [number for number in numbers if start <= number < stop]
        standing = layouts.at(start)
        if some and ENTRIES in standing:
            listed = ",".join(map(str, some))
            entries = entries_where(cursor, standing, f"number IN ({listed})")
            seqs = ",".join(str(each.seq) for each in entries)
            add_rows(cursor, standing, entries, f"{{seq}} IN ({seqs})")
            layouts.erased.given_to(entries)
            yield standing, entries


def _some_findings(cursor: Any, standing: Standing, entries: list[Read]) -> list[Finding]:
    cursor.execute(HASHES, [[each.number - 1 for each in entries]])
    hashes = {number: bytes(found) for number, found in cursor.fetchall()}
    of_case = last_of_cases(cursor, entries)
    found = []
    for entry in entries:
        before = hashes.get(entry.number - 1, hashing.BEGINNING)
        found += entry_findings(standing, entry, before, before_of_case(entry, of_case))
    return found
