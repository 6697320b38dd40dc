"""First-report deadlines and parts of an order's time: within three days, the last two months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from throughcare.kernel.calendar.lengths import MONTHS_OF_A_YEAR
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an order: from so many units on, or the last so many; `to` None is the end."""

    start: int | float = 0
    to: int | float | None = None
    unit: str = ""
    last: int | float | None = None

    def as_value(self) -> dict[str, Any]:
        """Return it in the shape of a condition's parameters."""
        if self.last is not None:
            return {"last": self.last, "unit": self.unit}
        value: dict[str, Any] = {"from": self.start, "to": "end" if self.to is None else self.to}
        return value | ({"unit": self.unit} if self.unit else {})


def part_in(wording: Wording, counting: Counting, words: str, before: Part | None) -> Part | None:
    """Return the part of the order that words speak of; `before` is the part spoken of last."""
    for quantity in counting.quantities(words):
        turn = _turn_at(wording, words, quantity.span)
        if turn:
            return _counted(turn, quantity, before)
    if wording.has("part_rest", words) and before is not None and before.to is not None:
        return Part(before.to, None, before.unit)
    return Part(0, None) if wording.has("part_whole", words) else None


def _turn_at(wording: Wording, words: str, span: Span) -> str:
    """Return which part a quantity counts: the first, the last, the next; empty for none."""
    ahead = words[max(0, span.start - 22) : span.start]
    for turn in ("part_first", "part_last", "part_next"):
        if _is_said(wording, turn, ahead, span.of(words)):
            return turn
    return ""


def _counted(turn: str, quantity: Quantity, before: Part | None) -> Part | None:
    """Return the part of so many units."""
    unit, number = _in_months(quantity)
    if turn == "part_first":
        return Part(0, number, unit)
    if turn == "part_last":
        return Part(unit=unit, last=number)
    return _following(before, number, unit)


def _is_said(wording: Wording, turn: str, ahead: str, inside: str) -> bool:
    """Say whether a turn of phrase stands before a quantity, or in it: *les six premiers mois*."""
    if wording.turn(turn).search(ahead):
        return True
    return wording.turn(f"{turn}_inside").search(inside) is not None


def _following(before: Part | None, number: int | float, unit: str) -> Part | None:
    """Return the part of so many units after the one before; unknown where that is unknown."""
    if before is None or before.to is None or before.unit != unit:
        return None
    return Part(before.to, before.to + number, unit)


def _in_months(quantity: Quantity) -> tuple[str, int | float]:
    """Return a unit and a number with years as months."""
    if quantity.unit == "year":
        return "month", quantity.number * MONTHS_OF_A_YEAR
    return quantity.unit, quantity.number


def service_deadline(
    wording: Wording, counting: Counting, words: str
) -> tuple[dict[str, Any] | None, bool]:
    """Return the time that hours must be done in, from the start; and whether it is certain."""
    found = [
        _in_months(each)
        for each in counting.quantities(words)
        if wording.has("service_within", words[max(0, each.span.start - 34) : each.span.start])
    ]
    known = [(unit, number) for unit, number in found if unit in {"month", "week", "day"}]
    if known:
        unit, number = known[0]
        return {"n": number, "unit": unit, "from": "start"}, len(set(known)) == 1
    return {"at": "order_end"} if wording.has("service_by_end", words) else None, True


def rate_in(wording: Wording, counting: Counting, words: str) -> dict[str, Any] | str | None:
    """Return how fast hours must be done: so many a month, or as directed."""
    for quantity in counting.quantities(words):
        per = re.match(
            r"\s*(?:per|a|each|every|par)\s+(month|week|mois|semaine)", words[quantity.span.end :]
        )
        if quantity.unit == "hour" and per is not None:
            unit = {"mois": "month", "semaine": "week"}.get(per[1], per[1])
            return {"min_hours": quantity.number, "per": unit}
    return "as directed" if wording.turn("rate_directed").search(words) else None
