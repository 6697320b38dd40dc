"""Values over what the law allows: flagged, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.flags import Flag
from throughcare.kernel.reading.proposals import Proposal


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most hours a condition may ask, and the time they may take."""

    code: str
    hours: int
    length: Length
    authority: str

    @property
    def months(self) -> int:
        """Return the time the hours may take."""
        return self.length.whole_months


def ceiling_flags(proposed: Sequence[Proposal], ceilings: Sequence[Ceiling]) -> Iterator[Flag]:
    """Yield a flag for each value over what the law allows; the value stays as made."""
    for each, ceiling in product(proposed, ceilings):
        if ceiling.code in each.codes and _is_over(each.parameters, ceiling):
            facts = {"hours": ceiling.hours, "months": ceiling.months}
            yield Flag("OVER_CEILING", facts | {"authority": ceiling.authority}, each.span)


def _is_over(values: Mapping[str, Any], ceiling: Ceiling) -> bool:
    """Say whether hours, the time for them, or the time their rate takes, pass the ceiling."""
    hours = values.get("hours", 0)
    return bool(hours > ceiling.hours or _months(values, hours) > ceiling.months)


def _months(values: Mapping[str, Any], hours: float) -> float:
    """Return how many months hours may take: as stated, or at the rate that is asked."""
    by, rate = values.get("by", {}), values.get("rate", {})
    if by.get("unit") == "month":
        return float(by["n"])
    monthly = rate["min_hours"] if isinstance(rate, dict) and rate.get("per") == "month" else 0
    return hours / monthly if monthly else 0
