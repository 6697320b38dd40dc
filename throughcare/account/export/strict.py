"""Reading of a file that a stranger may have made: nothing unknown, nothing twice, nothing huge."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
Read = Callable[[Any, str], T]

MOST_BYTES = 64 * 1024 * 1024
MOST_LETTERS = 20_000
MOST_COUNTED = 100_000
AMOUNT = re.compile(r"[0-9]{1,9}(/[0-9]{1,9}|\.[0-9]{1,9})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Unreadable(Exception):
    """A file is not an export that can be computed again; the words say where and why."""


class Fields:
    """The fields of one object: each is taken once, and none may be left over."""

    def __init__(self, said: Any, at: str) -> None:
        if not isinstance(said, dict):
            raise Unreadable(f"{at} is not an object")
        self.at = at
        self.left = dict(said)

    def take(self, name: str, read: Read[T]) -> T:
        """Return a field that must be there."""
        if name not in self.left:
            raise Unreadable(f"{self.at} has no {name}")
        return read(self.left.pop(name), f"{self.at}.{name}")

    def maybe(self, name: str, read: Read[T]) -> T | None:
        """Return a field, or None where it is not there."""
        return self.take(name, read) if name in self.left else None

    def __enter__(self) -> Fields:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None and self.left:
            raise Unreadable(f"{self.at} has the unknown field {min(self.left)}")


def loaded(path: Path) -> Any:
    """Return what a JSON file holds.

    :raises Unreadable: it cannot be opened, is too large, is not JSON, names a field twice, or
        holds a number with a fraction, which two machines may read differently.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"the file cannot be opened: {error.strerror}") from None
    if len(content) > MOST_BYTES:
        raise Unreadable(f"the file is larger than {MOST_BYTES} bytes")
    try:
        return json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_once_each,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except RecursionError:
        raise Unreadable("the file is nested too deeply") from None
    except ValueError as error:
        raise Unreadable(f"the file is not JSON: {error}") from None


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(f"the field {twice} is named twice in one object")
    return found


def _no_fraction(written: str) -> Any:
    raise Unreadable(f"{written} is not a whole number; amounts are written as text")


def text(said: Any, at: str) -> str:
    """Return a text of a length that a person may read."""
    if not isinstance(said, str) or len(said) > MOST_LETTERS:
        raise Unreadable(f"{at} is not a text of at most {MOST_LETTERS} letters")
    return said


def day(said: Any, at: str) -> date:
    """Return a day written 2026-01-31."""
    if not isinstance(said, str) or not DAY.fullmatch(said):
        raise Unreadable(f"{at} is not a day such as 2026-01-31")
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Unreadable(f"{at}: {said} is not a day of the calendar") from None


def amount(said: Any, at: str) -> Fraction:
    """Return an amount written as text, such as 60, 1.5 or 1/3."""
    if not isinstance(said, str) or not AMOUNT.fullmatch(said):
        raise Unreadable(f'{at} is not an amount such as "60" or "1.5"')
    try:
        return Fraction(said)
    except ZeroDivisionError:
        raise Unreadable(f"{at}: {said} divides by nothing") from None


def count(said: Any, at: str) -> int:
    """Return a whole number that is not negative."""
    if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said <= MOST_COUNTED:
        raise Unreadable(f"{at} is not a whole number from 0 to {MOST_COUNTED}")
    return said


def truth(said: Any, at: str) -> bool:
    """Return true or false."""
    if not isinstance(said, bool):
        raise Unreadable(f"{at} is not true or false")
    return said


def each(read: Read[T]) -> Read[tuple[T, ...]]:
    """Return how a list is read whose members are read so."""

    def read_all(said: Any, at: str) -> tuple[T, ...]:
        if not isinstance(said, list):
            raise Unreadable(f"{at} is not a list")
        return tuple(read(one, f"{at}[{place}]") for place, one in enumerate(said))

    return read_all


def one_of(words: type[E]) -> Read[E]:
    """Return how a word is read that must be the name of a member, in small letters."""
    known = {member.name.lower(): member for member in words}

    def read_word(said: Any, at: str) -> E:
        if not isinstance(said, str) or said not in known:
            raise Unreadable(f"{at} is none of {', '.join(known)}")
        return known[said]

    return read_word
