"""The time that hours of community service must be done in, and how fast."""

from __future__ import annotations

import re
from typing import Any

from throughcare.kernel.reading.amounts import Counting
from throughcare.kernel.reading.parts import in_months
from throughcare.kernel.reading.wording import Wording

PER = re.compile(
    r"\s*(?:of (?:community )?(?:service|work) )?(?:per|an?|(?:in |during )?(?:each|every)|par)\s+"
    r"(?:consecutive )?(?:calendar )?(month|week|mois|semaine)"
)
"""After a number of hours: how often so many are to be done."""


def service_deadline(
    wording: Wording, counting: Counting, words: str
) -> tuple[dict[str, Any] | None, bool]:
    """Return the time that hours must be done in, from the start; and whether it is certain."""
    found = [
        in_months(each)
        for each in counting.quantities(words)
        if _is_within(wording, words[max(0, each.span.start - 34) : each.span.start])
    ]
    known = [(unit, number) for unit, number in found if unit in {"month", "week", "day"}]
    if known:
        unit, number = known[0]
        return {"n": number, "unit": unit, "from": "start"}, len(set(known)) == 1
    return {"at": "order_end"} if wording.has("service_by_end", words) else None, True


def _is_within(wording: Wording, before: str) -> bool:
    """Say whether the words before a length let the hours end in it, not begin."""
    return wording.has("service_within", before) and not wording.has("service_begins", before)


def rate_in(wording: Wording, counting: Counting, words: str) -> dict[str, Any] | str | None:
    """Return how fast hours must be done: so many a month, or as directed."""
    for quantity in counting.quantities(words):
        per = PER.match(words, quantity.span.end)
        if quantity.unit == "hour" and per is not None:
            unit = {"mois": "month", "semaine": "week"}.get(per[1], per[1])
            return {"min_hours": quantity.number, "per": unit}
    return "as directed" if wording.turn("rate_directed").search(words) else None
