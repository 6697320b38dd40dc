"""The dates of entries of one code: each day has one entry, from the first on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from throughcare.packs.entries import Entry, PackError

ONE_DAY = timedelta(days=1)


def wrong_dates(entries: Iterable[Entry], key: str = "code") -> Iterator[PackError]:
    """Yield an error for each pair of entries of one code that overlap or leave days between."""
    by_code: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.table.get("from"), date):
            by_code.setdefault(str(entry.table.get(key)), []).append(entry)
    for code, versions in by_code.items():
        versions.sort(key=lambda each: each.table["from"])
        for before, after in pairwise(versions):
            if error := _wrong(code, before, after):
                yield error


def _wrong(code: str, before: Entry, after: Entry) -> PackError | None:
    begins, until = after.table["from"], before.table.get("until")
    if begins == before.table["from"]:
        return after.refuse(
            f"two entries of {code} begin on {begins}. Give one of them another day or another"
            " code, or remove it.",
            "from",
        )
    if not isinstance(until, date):
        return None
    if until >= begins:
        return after.refuse(
            f"two entries of {code} overlap: the one before lasts until {until}. Write"
            f" until = {begins - ONE_DAY} there, or leave until out.",
            "from",
        )
    if until + ONE_DAY < begins:
        return after.refuse(
            f"no entry of {code} applies from {until + ONE_DAY} to {begins - ONE_DAY}. Mend until"
            " or from, so that each day has one.",
            "from",
        )
    return None
