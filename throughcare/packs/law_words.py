"""What pages of instruments, clocks and holidays say alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from throughcare.kernel.calendar.answers import Reason
from throughcare.packs.entry_words import Said
from throughcare.packs.wording import say


def example_day(said: Said) -> date:
    """Return the day on which examples are worked out."""
    return date.fromisoformat(said.words("period_example"))


def since_when(said: Said, day: date, authority: str) -> list[str]:
    return [
        said.words("since", day=said.day(day)),
        said.words("authority", authority=said.authority(authority)),
    ]


def steps(said: Said, reasons: tuple[Reason, ...]) -> Iterator[str]:
    for each in reasons:
        yield f"{say(said.pack, each, said.language)} ({said.authority(each.authority)})"
