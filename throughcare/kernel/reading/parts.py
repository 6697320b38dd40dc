"""Parts of an order's time: the first three months, the next five, the last two, the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from throughcare.kernel.calendar.lengths import MONTHS_OF_A_YEAR
from throughcare.kernel.reading.amounts import Counting, Quantity
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.wording import Wording


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
    """Return which part a quantity counts: the first, the last, the next, what is after the first.

    Empty where it counts none.
    """
    ahead = words[max(0, span.start - 22) : span.start]
    for turn in ("part_after", "part_first", "part_last", "part_next"):
        if _is_said(wording, turn, ahead, span.of(words)):
            return turn
    return ""


def _counted(turn: str, quantity: Quantity, before: Part | None) -> Part | None:
    """Return the part of so many units."""
    unit, number = in_months(quantity)
    if turn == "part_after":
        return Part(number, None, unit)
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


def in_months(quantity: Quantity) -> tuple[str, int | float]:
    """Return a unit and a number with years as months."""
    if quantity.unit == "year":
        return "month", quantity.number * MONTHS_OF_A_YEAR
    return quantity.unit, quantity.number
