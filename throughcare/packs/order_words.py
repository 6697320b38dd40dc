"""An order as it was read, as plain values in English and French: for the shell and for pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.flags import Flag
from throughcare.kernel.reading.proposals import Proposal
from throughcare.kernel.reading.reading import OrderRead
from throughcare.kernel.reading.texts import Span, trimmed
from throughcare.packs.reading import OrderWords

LENGTH_PARTS = ("years", "months", "weeks", "days", "less_days")
DAYS = {"start": "first", "last_day": "last", "cap_last_day": "cap"}


def as_values(words: OrderWords, order: OrderRead, text: str) -> dict[str, Any]:
    """Return the order as plain values; offsets count characters of the text."""
    return {
        "order_type": order.order_type,
        "made_on": order.made_on.isoformat() if order.made_on else None,
        "length": length_as_values(order.length),
        "handling": order.handling,
        "proposed": [proposal_as_values(each, text) for each in order.proposed],
        "unplaced": [_span(each) for each in order.unplaced],
        "headings": [_span(each) for each in order.headings],
        "dates": dates_as_values(order),
        "flags": [flag_as_values(words, each) for each in order.flags],
    }


def unplaced_as_values(order: OrderRead, text: str) -> list[dict[str, Any]]:
    """Return every word that stands in no proposal; `kind` tells a heading and a list's mark.

    Together with the proposals they hold everything in the text that is not blank.
    """
    kinds = [(each, "words") for each in order.unplaced]
    kinds += [(each, "heading") for each in order.headings]
    known = [*(each.span for each in order.proposed), *(span for span, _ in kinds)]
    kinds += [(each, "mark") for each in _between(text, known)]
    return [_span(span) | {"kind": kind} for span, kind in sorted(kinds, key=_first)]


def _first(found: tuple[Span, str]) -> int:
    """Return where a piece with its kind begins."""
    return found[0].start


def _start(span: Span) -> int:
    """Return where a piece begins."""
    return span.start


def _between(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield what is not blank between pieces."""
    at = 0
    for span in [*sorted(spans, key=_start), Span(len(text), len(text))]:
        between = trimmed(text, at, max(at, span.start))
        if between.end > between.start:
            yield between
        at = max(at, span.end)


def length_as_values(length: Length | None) -> dict[str, int] | None:
    """Return a length with the parts that it has."""
    if length is None:
        return None
    return {name: value for name in LENGTH_PARTS if (value := getattr(length, name))}


def proposal_as_values(proposal: Proposal, text: str) -> dict[str, Any]:
    """Return a proposed condition, with the pattern and the words behind each code."""
    values: dict[str, Any] = {
        **_span(proposal.span),
        "text": proposal.text,
        "codes": list(proposal.codes),
        "parameters": dict(proposal.parameters),
        "because": [
            {
                **_span(hit.span),
                "code": hit.code,
                "pattern": hit.pattern,
                "words": hit.span.of(text),
            }
            for hit in proposal.hits
        ],
    }
    if proposal.implies:
        values["implies"] = list(proposal.implies)
    if proposal.doubts:
        values |= {"unsure": True, "doubts": list(proposal.doubts)}
    return values


def dates_as_values(order: OrderRead) -> dict[str, Any]:
    """Return the days that follow; one that is not certain says so."""
    asked = DAYS if order.has_cap else {name: DAYS[name] for name in ("start", "last_day")}
    found = {name: order.days.day(day) for name, day in asked.items()}
    values: dict[str, Any] = {name: day.isoformat() for name, day in found.items() if day}
    is_contradicted = any(each.code == "LENGTH_CONTRADICTED" for each in order.flags)
    is_unsure = bool(values) and (is_contradicted or not order.days.is_certain)
    return values | ({"unsure": True} if is_unsure else {})


def flag_as_values(words: OrderWords, flag: Flag) -> dict[str, Any]:
    """Return a flag with its sentence in both languages."""
    sentences = words.sentences.get(flag.code, {})
    facts = {name: _plain(value) for name, value in flag.facts.items()}
    shown = {name: _shown(value) for name, value in facts.items()}
    values: dict[str, Any] = {"code": flag.code}
    values |= {language: said.format(**shown) for language, said in sentences.items()}
    if facts:
        values["facts"] = facts
    return values | ({} if flag.span is None else _span(flag.span))


def _span(span: Span) -> dict[str, int]:
    """Return where a piece begins and ends."""
    return {"start": span.start, "end": span.end}


def _plain(value: Any) -> Any:
    """Return a fact as JSON can hold it."""
    if isinstance(value, Mapping | list | int | float | str):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _shown(value: Any) -> str:
    """Return a fact as a sentence shows it."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
