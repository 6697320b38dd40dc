"""Exceptions with what is asked for each: a window, hours a week, notice before, proof after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from throughcare.kernel.reading.amounts import Counting, Quantity
from throughcare.kernel.reading.matching import Named, placed
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.times import Window, days_of
from throughcare.kernel.reading.wording import Wording

PARTS = re.compile(r"\n|;|\.(?=\s)")
LOOSE = ("filed_with", "revocable", "other_order")
"""Details that stand with the exception nearest to them; a time belongs to what it stands with."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What is asked for an exception, where it is said, and whether it is surely that."""

    values: dict[str, Any]
    span: Span
    is_certain: bool = True


@dataclass
class _Exceptions:
    """The exceptions found so far, and whether every detail is surely where it is put."""

    codes: dict[str, dict[str, Any]] = field(default_factory=dict)
    are_certain: bool = True

    def ask(self, code: str, detail: Detail, *, is_certain: bool = True) -> None:
        """Ask a detail of an exception; where it asks another already, the first stays."""
        own = self.codes[code]
        values = {**detail.values, **own}
        differs = values != {**own, **detail.values}
        self.codes[code] = values
        self.are_certain &= is_certain and detail.is_certain and not differs


def exceptions_in(wording: Wording, counting: Counting, words: str) -> tuple[list[Any], bool]:
    """Return the codes of the exceptions in folded words, one with details as a table.

    And whether each detail surely belongs to the exception it is put with.
    """
    found = _Exceptions()
    for part in PARTS.split(words):
        details = list(_details(wording, counting, part))
        hits = _own(wording, part)
        if hits:
            _add(wording, found, part, hits, details)
        elif found.codes:
            _add_to_last(found, part, details)
    listed = [{"code": code, **asked} if asked else code for code, asked in found.codes.items()]
    return listed, found.are_certain


def _own(wording: Wording, part: str) -> list[Named]:
    """Return the exceptions of a part; the school that a child is taken to is not the person's."""
    others = [Span(*each.span()) for each in wording.turn("of_others").finditer(part)]
    return [
        hit
        for hit in placed(wording.lists.get("exceptions", ()), part)
        if not any(each.start < hit.span.start < each.end for each in others)
    ]


def _add(
    wording: Wording,
    found: _Exceptions,
    part: str,
    hits: Sequence[Named],
    details: Sequence[Detail],
) -> None:
    """Add the exceptions of a part, and each detail to the one it stands with."""
    known = set(found.codes)
    for hit in hits:
        found.codes.setdefault(hit.code, {})
    for detail in details:
        owner, is_certain = _owner(wording, part, hits, detail)
        if owner is None or owner in known:
            found.are_certain = False
        else:
            found.ask(owner, detail, is_certain=is_certain)


def _owner(
    wording: Wording, part: str, hits: Sequence[Named], detail: Detail
) -> tuple[str | None, bool]:
    """Return the exception that a detail belongs to, and whether that is sure."""
    if _is_one(hits):
        return hits[0].code, True
    if not detail.values.keys().isdisjoint(LOOSE):
        return min(hits, key=lambda hit: _distance(hit.span, detail.span)).code, True
    own = _branch(wording, part, detail.span)
    inside = [hit for hit in hits if hit.span.overlaps(own)]
    if not _is_one(inside):
        return None, False
    follows = inside[0].span.start >= detail.span.end
    return inside[0].code, _is_apart(wording, part, hits, own, follows)


def _is_one(hits: Sequence[Named]) -> bool:
    """Say whether only one exception was found, in however many words."""
    return len({hit.code for hit in hits}) == 1


def _branch(wording: Wording, part: str, span: Span) -> Span:
    """Return the branch of a list in which a piece stands: *work, and on Saturday to shop*."""
    joints = [Span(*each.span()) for each in wording.turn("exception_joins").finditer(part)]
    start = max((each.end for each in joints if each.end <= span.start), default=0)
    end = min((each.start for each in joints if each.start >= span.end), default=len(part))
    return Span(start, end)


def _is_apart(wording: Wording, part: str, hits: Sequence[Named], own: Span, follows: bool) -> bool:
    """Say whether a time in a branch is of that branch alone.

    What comes after it must begin afresh (*and for …*). A time at the end of a branch may be of
    all those before, unless its own branch begins afresh and another comes.
    """
    begins_afresh = wording.turn("exception_afresh").match
    is_last = all(hit.span.start < own.end for hit in hits)
    if is_last:
        return follows
    edges = (own.end,) if follows else (own.start, own.end)
    return all(begins_afresh(part, edge) is not None for edge in edges)


def _distance(one: Span, other: Span) -> int:
    """Return how many characters stand between two pieces."""
    return max(0, other.start - one.end, one.start - other.end)


def _add_to_last(found: _Exceptions, part: str, details: Sequence[Detail]) -> None:
    """Add what a sentence asks to the exception before it; not what it asks of those after it."""
    for each in details:
        if any(name.startswith(("written", "notice")) for name in each.values):
            is_before = not part.rstrip().endswith(":")
            found.ask(list(found.codes)[-1], each, is_certain=is_before)


def _details(wording: Wording, counting: Counting, words: str) -> Iterator[Detail]:
    """Yield what is asked for exceptions."""
    yield from map(_window, wording.clock.windows(words))
    for each in counting.quantities(words):
        if each.unit == "hour":
            yield _hours(wording, words, each)
    yield from _loose(wording, words)


def _window(window: Window) -> Detail:
    """Return the times between which an exception is allowed."""
    value = {"start": window.start, "end": window.end, "days": days_of(window.days)}
    return Detail({"window": value}, window.span, window.is_certain)


def _loose(wording: Wording, words: str) -> Iterator[Detail]:
    """Yield what is asked besides times."""
    for name in LOOSE:
        said = wording.turn(f"exception_{name}").search(words)
        if said:
            told = {"filed_with": "probation", "revocable": "any manner"}
            yield Detail({name: told.get(name, True)}, Span(*said.span()))


def _hours(wording: Wording, words: str, quantity: Quantity) -> Detail:
    """Return what a number of hours in an exception means."""
    number, span = quantity.number, quantity.span
    near = words[max(0, span.start - 90) : span.end + 60]
    before = words[max(0, span.start - 30) : span.start]
    after = words[span.end : span.end + 24].partition(",")[0]
    is_certain = not quantity.doubt
    if wording.has("hours_after", near):
        return Detail({"written_justification_after_hours": number}, span, is_certain)
    is_close = _has_any(wording, (("notice_of", before), ("hours_before", after)))
    is_share = _has_any(wording, (("at_most", before), ("weekly", after)))
    if is_close or (not is_share and wording.has("hours_before", near)):
        return Detail({"notice_hours_before": number}, span, is_certain and is_close)
    return Detail({"hours": number} | _frequency(wording, near), span, is_certain)


def _frequency(wording: Wording, words: str) -> dict[str, Any]:
    """Return how often hours are allowed, where words say so."""
    return {"frequency": "weekly"} if wording.has("weekly", words) else {}


def _has_any(wording: Wording, turns: Iterable[tuple[str, str]]) -> bool:
    """Say whether any of some turns of phrase is in the words it is looked for in."""
    return any(wording.has(name, words) for name, words in turns)
