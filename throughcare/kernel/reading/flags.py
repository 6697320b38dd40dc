"""What a person must look at before an order is confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.dating import Days, From
from throughcare.kernel.reading.proposals import Proposal
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.wording import Wording


@dataclass(frozen=True)
class Flag:
    """Something a person must look at; `facts` are what its sentence names."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most hours a condition may ask, and the time they may take."""

    code: str
    hours: int
    length: Length
    authority: str


def missing_flags(proposed: Sequence[Proposal], compulsory: Sequence[str]) -> Iterator[Flag]:
    """Yield a flag for the compulsory conditions that the order neither prints nor mentions."""
    known = {code for each in proposed for code in (*each.codes, *each.implies)}
    missing = [code for code in compulsory if code not in known]
    if missing:
        yield Flag("COMPULSORY_MISSING", {"codes": missing})
    implied = [code for each in proposed for code in each.implies]
    if implied:
        yield Flag("COMPULSORY_IMPLIED", {"codes": implied})


def doubt_flags(proposed: Sequence[Proposal]) -> Iterator[Flag]:
    """Yield a flag for each doubt in a condition, and for first reports that contradict."""
    deadlines = []
    for each in proposed:
        for doubt in each.doubts:
            yield Flag(doubt, {"words": each.text[:WORDS]}, each.span)
        if within := each.parameters.get("report_within"):
            deadlines.append((each, {name: within[name] for name in ("n", "unit")}))
    for each, within in deadlines[1:]:
        if within != deadlines[0][1]:
            yield Flag("FIRST_REPORTS_CONTRADICT", {"words": each.text[:WORDS]}, each.span)


WORDS = 120
"""Characters of a condition that a flag repeats."""


def ceiling_flags(proposed: Sequence[Proposal], ceilings: Sequence[Ceiling]) -> Iterator[Flag]:
    """Yield a flag for each value over what the law allows; the value stays as made."""
    for each in proposed:
        for ceiling in ceilings:
            if ceiling.code in each.codes and _is_over(each.parameters, ceiling):
                facts = {
                    "hours": ceiling.hours,
                    "months": ceiling.length.whole_months,
                    "authority": ceiling.authority,
                }
                yield Flag("OVER_CEILING", facts, each.span)


def _is_over(values: Mapping[str, Any], ceiling: Ceiling) -> bool:
    """Say whether hours, the time for them, or the time their rate takes, pass the ceiling."""
    hours, by, rate = values.get("hours", 0), values.get("by"), values.get("rate")
    months = by["n"] if isinstance(by, dict) and by.get("unit") == "month" else 0
    if isinstance(rate, dict) and rate["per"] == "month" and not months:
        months = hours / rate["min_hours"]
    return bool(hours > ceiling.hours or months > ceiling.length.whole_months)


def day_flags(days: Days, made_on_is_known: bool) -> Iterator[Flag]:
    """Yield what must be known before the days of an order are."""
    if not made_on_is_known:
        yield Flag("MADE_ON_UNKNOWN")
    if days.anchor.counts_from is From.RELEASE:
        yield Flag("STARTS_ON_RELEASE")
    if days.anchor.counts_from is From.SENTENCE_END and days.day("first") is None:
        yield Flag("STARTS_AFTER_SENTENCE")
    if not days.anchor.is_certain:
        yield Flag("START_UNCERTAIN")
    for reason in () if days.term is None else days.term.flags:
        yield Flag(reason.code, dict(reason.facts) | {"authority": reason.authority})


def turn_flags(wording: Wording, plain: str, names: Mapping[str, str]) -> Iterator[Flag]:
    """Yield a flag for each turn of phrase that a person must look at, where it stands."""
    for turn, code in names.items():
        found = wording.turn(turn).search(plain)
        if found is not None:
            yield Flag(code, {"words": " ".join(found[0].split())}, Span(*found.span()))
