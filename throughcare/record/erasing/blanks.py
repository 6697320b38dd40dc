"""Taking values and salts away: what stays of a row version is its hash."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from throughcare.record.erasing.reach import Version
from throughcare.record.integrity import hashing
from throughcare.record.integrity.hashing import SALT, TAG
from throughcare.record.integrity.layouts import ENTRIES, Layouts
from throughcare.record.integrity.reading import entries_where

GONE = "DELETE FROM history.{table} WHERE {key}::text = %s AND from_seq = %s"
LINK = "SELECT salts, tags, made FROM record_link WHERE number = %s"
BLANKED = "UPDATE record_link SET salts = %s, tags = %s WHERE number = %s"
REASON = "UPDATE record_entry SET reason = '' WHERE number = %s"
ERASING = "SELECT set_config('throughcare.erasing', %s, true)"


@dataclass
class Slots:
    """What is kept of one entry beside its hashes: a salt and marks for each of its rows."""

    salts: bytearray
    tags: bytearray
    rows: list[tuple[str, str]]
    widths: list[int]

    def blank(self, table: str, key: str) -> None:
        """Take away salt and marks of a row; whoever guesses its values can test nothing."""
        for place, row in enumerate(self.rows):
            if row == (table, key):
                self.salts[place * SALT : (place + 1) * SALT] = bytes(SALT)
                start = sum(self.widths[:place])
                self.tags[start : start + self.widths[place]] = bytes(self.widths[place])


def slots_of(cursor: Any, layouts: Layouts, number: int) -> Slots:
    """Return what is kept of an entry."""
    cursor.execute(LINK, [number])
    salts, tags, made = cursor.fetchone()
    standing = layouts.at(number)
    lines = [each.partition("\t") for each in bytes(made).decode().splitlines()]
    rows = [(ENTRIES, ""), *((table, key) for table, _, key in lines)]
    widths = [TAG * len(standing[table].columns) for table, _ in rows]
    return Slots(bytearray(salts), bytearray(tags), rows, widths)


def take_away(cursor: Any, layouts: Layouts, gone: list[Version], reasons: list[int]) -> None:
    """Delete row versions and the reasons of entries for good, with the salts of both."""
    cursor.execute(ERASING, ["on"])
    of_entry: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number in reasons:
        cursor.execute(REASON, [number])
        of_entry[number].append((ENTRIES, ""))
    keys = {table: layout.key for table, layout in layouts.at(2**62).items()}
    for each in gone:
        cursor.execute(
            GONE.format(table=each.table, key=keys[each.table]), [each.key, each.from_seq]
        )
        of_entry[each.number].append((each.table, each.key))
    for number, rows in of_entry.items():
        slots = slots_of(cursor, layouts, number)
        for table, key in rows:
            slots.blank(table, key)
        cursor.execute(BLANKED, [bytes(slots.salts), bytes(slots.tags), number])
    cursor.execute(ERASING, [""])


def left_of(cursor: Any, layouts: Layouts, number: int) -> str:
    """Return how an erasure names an entry whose reason is gone: its place, and a hash of the
    rest."""
    standing = layouts.at(number)
    [entry] = entries_where(cursor, standing, f"number = {int(number)}")
    left = hashing.leaf(standing[ENTRIES].head, b"", entry.line).hex()
    return f"{ENTRIES}\t{entry.seq}\t{entry.seq}\t\t{left}\n"
