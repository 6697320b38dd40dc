"""One entry of a pack's file, read by name and type; every error says where and what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.lines import Lines, Path

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EVERYWHERE = ("authority", "source", "note", "checked_on", "from", "until", "en", "fr", "sample")
NAMES = ("code", "instrument", "day", "name")
NEAR = 0.7
LENGTH_WORDS = ("years", "months", "weeks", "days", "less_days")

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


NO_LINES = Lines()


class PackError(Exception):
    """A pack cannot be used. The message says where, what is wrong and how to mend it."""


@dataclass(frozen=True)
class Entry:
    """A table of a TOML file, with the words and the lines that lead to it."""

    where: str
    table: Mapping[str, Any]
    trail: str = ""
    lines: Lines = NO_LINES
    path: Path = ()

    def refuse(self, what: str, key: str | None = None) -> PackError:
        """Return the error that says what is wrong here, on the line of a named key."""
        line = self.lines.at(self.path if key is None else (*self.path, key))
        return PackError(f"{self.where}{f', line {line}' if line else ''}{self.trail}: {what}")

    def only(self, words: str) -> None:
        """Refuse a word that nothing reads: misspelled, it would change the law in silence."""
        known = [*words.split(), *EVERYWHERE]
        for key in self.table:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"Did you mean {near[0]}?" if near else f"Known are: {', '.join(known)}."
                raise self.refuse(f"{key} is not a word of such an entry. {hint}", key)

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that must not be empty, unless a default is given."""
        found = self.table.get(key, default)
        if not isinstance(found, str) or (not found and default is None):
            lacks = "the French is missing: " if key == "fr" or key.endswith("_fr") else ""
            raise self.refuse(f'{lacks}write {key} = "…".', key)
        return found

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        found = self.table.get(key, default)
        if not isinstance(found, int) or isinstance(found, bool):
            raise self.refuse(f"write {key} = a whole number.", key)
        return found

    def flag(self, key: str, default: bool = False) -> bool:
        """Return true or false."""
        found = self.table.get(key, default)
        if not isinstance(found, bool):
            raise self.refuse(f"write {key} = true or {key} = false.", key)
        return found

    def day(self, key: str) -> date:
        """Return a day."""
        found = self.table.get(key)
        if not isinstance(found, date) or isinstance(found, datetime):
            raise self.refuse(
                f"write {key} = a day such as 2026-01-31, without quotation marks.", key
            )
        return found

    def day_after(self, key: str) -> date | None:
        """Return the day after a last day, or None where there is no last day."""
        return self.day(key) + timedelta(days=1) if key in self.table else None

    def word(self, key: str, words: type[Word]) -> Word:
        """Return one of the words a method is known by."""
        found = self.table.get(key)
        return _choice(self, key, found, {str(each): each for each in words})

    def words(self, key: str, words: type[Word]) -> frozenset[Word]:
        """Return several of the words a method is known by."""
        values = {str(each): each for each in words}
        return frozenset(_choice(self, key, each, values) for each in self.texts(key))

    def weekday(self, key: str) -> int:
        """Return a day of the week, Monday being 0."""
        return _weekday(self, self.text(key))

    def weekdays(self, key: str) -> frozenset[int]:
        """Return several days of the week."""
        return frozenset(_weekday(self, each) for each in self.texts(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where there is none."""
        found = self.table.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            raise self.refuse(f"write {key} = a list of texts in quotation marks.", key)
        return tuple(found)

    def length(self, key: str) -> Length:
        """Return a length of time."""
        table = self.table.get(key)
        if not isinstance(table, dict) or not set(table) <= set(LENGTH_WORDS) or not table:
            words = ", ".join(LENGTH_WORDS)
            raise self.refuse(f"write {key} = {{ months = 12 }}, with some of: {words}.", key)
        return self.within(key, table).as_length()

    def as_length(self) -> Length:
        """Return this whole table as a length of time."""
        return Length(**{word: self.number(word) for word in self.table})

    def inner(self, key: str) -> Entry:
        """Return a table inside this one, empty where there is none."""
        found = self.table.get(key, {})
        if not isinstance(found, dict):
            raise self.refuse(f"{key} must be a table.", key)
        return self.within(key, found)

    def within(self, key: str, table: Mapping[str, Any]) -> Entry:
        """Return a table under a key of this one."""
        return Entry(self.where, table, f"{self.trail}, {key}", self.lines, (*self.path, key))

    def each(self, key: str) -> Iterator[Entry]:
        """Return the tables of a list, named by their code or their place."""
        found = self.table.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise self.refuse(f"{key} must be a list of tables: [[{key}]].", key)
        for place, table in enumerate(found):
            names = (table.get(word) for word in NAMES)
            trail = f"{self.trail}, {key} {next((name for name in names if name), place + 1)}"
            yield Entry(self.where, table, trail, self.lines, (*self.path, key, place))

    def named(self, key: str) -> Iterator[tuple[str, Entry]]:
        """Return the tables inside a table, by name."""
        inner = self.inner(key)
        for name in inner.table:
            yield name, inner.inner(name)


def _weekday(entry: Entry, word: str) -> int:
    """Return the number of a day of the week."""
    if word not in WEEKDAYS:
        raise entry.refuse(f"{word!r} is not a day of the week. Write one of: {WEEKDAYS}.")
    return WEEKDAYS.index(word)


def known(entry: Entry, key: str, values: Mapping[str, Value]) -> Value:
    """Return what a code in an entry stands for."""
    return _choice(entry, key, entry.text(key), values)


def each_known(entry: Entry, key: str, values: Mapping[str, Value]) -> tuple[Value, ...]:
    """Return what each code in a list of an entry stands for."""
    return tuple(_choice(entry, key, code, values) for code in entry.texts(key))


def _choice(entry: Entry, key: str, code: Any, values: Mapping[str, Value]) -> Value:
    """Return what a code stands for. Raise PackError with the codes there are."""
    if not isinstance(code, str) or code not in values:
        near = get_close_matches(code, values, n=1, cutoff=NEAR) if isinstance(code, str) else ()
        hint = f"Did you mean {near[0]}?" if near else f"Choose one of: {', '.join(values)}."
        raise entry.refuse(f"{key} = {code!r} is not known. {hint}", key)
    return values[code]
