"""The day an order was made, by the words each written day stands with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.wording import Wording
from throughcare.kernel.reading.written_days import Written

NEAR = 70
"""Characters before a day in which the words stand that tell what happened on it."""
HEAD = 320
"""Characters at the top of a text in which a day at the end of a line dates the whole."""
SUREST_FIRST = ("day_of_making", "day_of_writing", "day_of_giving")


@dataclass(frozen=True, slots=True)
class Making:
    """The day of the making; unknown where the words give two, which are then `between`."""

    on: date | None = None
    between: tuple[date, ...] = ()
    span: Span | None = None


def making_in(wording: Wording, plain: str, written: Sequence[Written]) -> Making:
    """Return the day an order was made: what was imposed goes before what was dated or given.

    A day that can be read in two ways, and one on which something else happened, is none.
    """
    known = [each for each in written if each.other is None and not _is_other(wording, plain, each)]
    for turn in SUREST_FIRST:
        days = {
            each.on: each.span for each in reversed(known) if _is_said(wording, turn, plain, each)
        }
        if len(days) > 1:
            return Making(None, tuple(sorted(days)), next(reversed(days.values())))
        for on, span in days.items():
            return Making(on, span=span)
    return Making()


def _before(plain: str, each: Written) -> str:
    """Return the words of the line before a day."""
    return plain[max(0, each.span.start - NEAR) : each.span.start].rpartition("\n")[2]


def _is_other(wording: Wording, plain: str, each: Written) -> bool:
    """Say whether a day is one of something else: an offence, a birth, a deadline, a variation."""
    return wording.has("day_of_other", _before(plain, each))


def _is_said(wording: Wording, turn: str, plain: str, each: Written) -> bool:
    """Say whether the words before a day tell what happened on it, or it heads the text."""
    if wording.has(turn, _before(plain, each)):
        return True
    is_at_end = plain[each.span.end : each.span.end + 2].strip(" .") in ("", "\n")
    is_head = each.span.start < HEAD and (is_at_end or plain[each.span.end] == "\n")
    return turn == "day_of_writing" and is_head
