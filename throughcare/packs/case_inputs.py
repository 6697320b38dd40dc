"""The inputs of a conformance case, read by name and type, and the answers it is held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from throughcare.kernel.calendar.answers import Day, Ending, NeedsPerson
from throughcare.packs.pack import Pack, Shape


class CannotRead(Exception):
    """A conformance case or file cannot be read; the message says which part and why."""


@dataclass(frozen=True)
class Found:
    """One field of an answer: its value, other defensible values, whether a person must say."""

    value: Any
    others: tuple[Any, ...] = ()
    needs_person: bool = False


Fields = dict[str, Found]


class Inputs(dict[str, Any]):
    """The inputs of a case, which remember what was read: the rest is told, never passed over."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        super().__init__(given)
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """Return an input or the default, and remember that it was asked for."""
        self.read.add(name)
        return super().get(name, default)

    @property
    def unread(self) -> list[str]:
        """Return the inputs nobody asked for."""
        return [name for name in self if name not in self.read]


@dataclass(frozen=True)
class Case:
    """One case with the pack and the shape that read it."""

    pack: Pack
    shape: Shape
    inputs: Mapping[str, Any]

    def has(self, name: str) -> bool:
        """Say whether the case gives an input."""
        return self.inputs.get(name) is not None

    def day(self, *names: str) -> date:
        """Return the day under the first of these names that is given."""
        for name in names:
            if self.has(name):
                return as_day(self.inputs[name], name)
        raise CannotRead(f"none of these inputs is a day: {', '.join(names)}")

    def day_or_none(self, *names: str) -> date | None:
        """Return the day under the first of these names, or None."""
        return self.day(*names) if any(self.has(name) for name in names) else None

    def moment(self, name: str) -> datetime:
        """Return a moment; without an offset it is local time of the pack."""
        return as_moment(self.inputs[name], name)

    def number(self, name: str) -> int:
        """Return a whole number."""
        found = self.inputs.get(name)
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            raise CannotRead(f"{name} = {found!r} is not a whole number")
        return found

    def word(self, name: str) -> str | None:
        """Return what the pack calls a word of the case, or None where it is not given."""
        if not self.has(name):
            return None
        for meaning, words in (self.pack.conformance.words or {}).items():
            if self.inputs[name] in words:
                return meaning
        raise CannotRead(f"{name} = {self.inputs[name]!r} is not a word this pack knows")


def tell(line: str) -> None:
    """Print a line; what no terminal can show is written as its code."""
    print(line.encode("utf-8", "backslashreplace").decode("utf-8"))


def as_day(value: Any, name: str) -> date:
    """Return a day written 2026-01-31."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise CannotRead(f"{name} = {value!r} is not a day such as 2026-01-31") from None


def as_moment(value: Any, name: str) -> datetime:
    """Return a moment written 2026-01-31T14:00, with or without an offset."""
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise CannotRead(f"{name} = {value!r} is not a moment such as 2026-01-31T14:00") from None


def found_day(answer: Ending | None) -> Found:
    """Return an answer as a field: a day, nothing, or a question for a person."""
    if isinstance(answer, Day):
        return Found(answer.on, answer.others)
    return Found(None, needs_person=isinstance(answer, NeedsPerson))


def waiting(*names: str) -> Fields:
    """Return that a person must say these fields."""
    fields = {name: Found(None, needs_person=True) for name in names}
    return fields | {"status": Found("needs_person", needs_person=True)}
