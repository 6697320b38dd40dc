"""First-report deadlines: within three days, today, immediately on release."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from throughcare.kernel.reading.amounts import Counting, Quantity
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.wording import Wording

DAYS = {"hour", "day", "working_day", "business_day", "week"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """How soon: `n` units from an event; `event` is empty where the words name none."""

    n: int | float
    unit: str
    event: str
    doubt: str = ""

    def as_value(self, otherwise: str) -> dict[str, Any]:
        """Return it in the shape of a condition's parameters."""
        return {"n": self.n, "unit": self.unit, "from": self.event or otherwise}


def report_deadlines(wording: Wording, counting: Counting, words: str) -> list[Deadline]:
    """Return how soon the person must first report: each answer the words give, once."""
    found = [*_counted_deadlines(wording, counting, words), *_said_deadlines(wording, words)]
    return list({(each.n, each.unit): each for each in reversed(found)}.values())[::-1]


def _counted_deadlines(wording: Wording, counting: Counting, words: str) -> list[Deadline]:
    """Return the deadlines that words count: within two days."""
    return [
        Deadline(each.number, each.unit, _event(wording, words, each.span), each.doubt)
        for each in counting.quantities(words)
        if each.unit in DAYS and _is_within(wording, words, each)
    ]


def _said_deadlines(wording: Wording, words: str) -> Iterator[Deadline]:
    """Yield the deadlines that one word says: today, immediately."""
    for unit in ("today", "immediately"):
        for found in wording.turn(f"report_{unit}").finditer(words):
            span = Span(*found.span())
            if _is_of_reporting(wording, words, span):
                yield Deadline(0, unit, _event(wording, words, span))


def _is_within(wording: Wording, words: str, quantity: Quantity) -> bool:
    """Say whether a quantity is a time to report within, not one to give notice of a change."""
    if not _is_of_reporting(wording, words, quantity.span):
        return False
    before = words[max(0, quantity.span.start - 40) : quantity.span.start]
    after = words[quantity.span.end : quantity.span.end + 40]
    return bool(
        wording.turn("within_ends").search(before) or wording.turn("deadline_goes_on").match(after)
    )


def _is_of_reporting(wording: Wording, words: str, span: Span) -> bool:
    """Say whether a time belongs to *report*, not to *notify* or another verb of the sentence.

    The verb right after the time takes it: *within 24 hours advise*; else the last one before it.
    """
    if wording.turn("other_verb_next").match(words, span.end):
        return False
    start = max(words.rfind(";", 0, span.start), 0)
    own, other = (
        max(
            (each.end() for each in wording.turn(turn).finditer(words, start, span.start)),
            default=-1,
        )
        for turn in ("reports", "other_verb")
    )
    return own >= other


def _event(wording: Wording, words: str, span: Span) -> str:
    """Return the event that a deadline counts from, where the words after it name one."""
    after = words[span.end : span.end + 110]
    stop = wording.turn("deadline_ends").search(after)
    after = after[: stop.start()] if stop else after
    names = ("cso_end", "probation_start", "release", "order")
    places = {name: wording.turn(f"event_{name}").search(after) for name in names}
    known = {name: match.start() for name, match in places.items() if match}
    return min(known, key=lambda name: known[name], default="")
