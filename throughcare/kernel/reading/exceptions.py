"""Exceptions with what is asked for each: a window, hours a week, notice before, proof after."""

from __future__ import annotations

import re
from typing import Any

from throughcare.kernel.reading.amounts import Counting
from throughcare.kernel.reading.matching import named
from throughcare.kernel.reading.times import days_of
from throughcare.kernel.reading.wording import Wording

PARTS = re.compile(r"\n|;|\.(?=\s)")


def exceptions_in(wording: Wording, counting: Counting, words: str) -> list[Any]:
    """Return the codes of the exceptions in folded words, one with details as a table."""
    found: dict[str, Any] = {}
    for part in PARTS.split(words):
        codes = named(wording.lists.get("exceptions", ()), part)
        details = _details(wording, counting, part)
        if codes:
            first = codes[0]
            found.setdefault(first, {"code": first, **details} if details else first)
            found |= {code: found.get(code, code) for code in codes}
        elif found:
            _add_to_last(found, details)
    return list(found.values())


def _add_to_last(found: dict[str, Any], details: dict[str, Any]) -> None:
    """Add what a sentence asks to the exception before it."""
    kept = {
        name: value for name, value in details.items() if name.startswith(("written", "notice"))
    }
    if not kept:
        return
    code = list(found)[-1]
    before = found[code]
    found[code] = (before if isinstance(before, dict) else {"code": code}) | kept


def _details(wording: Wording, counting: Counting, words: str) -> dict[str, Any]:
    """Return what is asked for an exception."""
    details: dict[str, Any] = {}
    window = next(wording.clock.windows(words), None)
    if window is not None:
        days = days_of(window.days)
        details["window"] = {"start": window.start, "end": window.end, "days": days}
    for each in counting.quantities(words):
        if each.unit == "hour":
            details |= _hours(wording, words, each.span.start, each.span.end, each.number)
    for name in ("filed_with", "revocable", "other_order"):
        if wording.turn(f"exception_{name}").search(words):
            details[name] = {"filed_with": "probation", "revocable": "any manner"}.get(name, True)
    return details


def _hours(
    wording: Wording, words: str, start: int, end: int, number: int | float
) -> dict[str, Any]:
    """Return what a number of hours in an exception means."""
    near = words[max(0, start - 90) : end + 60]
    if wording.turn("hours_after").search(near):
        return {"written_justification_after_hours": number}
    if wording.turn("hours_before").search(near):
        return {"notice_hours_before": number}
    is_weekly = wording.turn("weekly").search(words) is not None
    return {"hours": number} | ({"frequency": "weekly"} if is_weekly else {})
