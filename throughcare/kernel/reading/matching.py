"""Find the codes that the words of a unit stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from throughcare.kernel.reading.texts import Expression, Span
from throughcare.kernel.reading.wording import Pattern, Wording


@dataclass(frozen=True, slots=True)
class Hit:
    """A code, the pattern that found it, and the words it was found in."""

    code: str
    pattern: str
    span: Span


def hits_in(wording: Wording, text: str, span: Span, lead: str = "") -> list[Hit]:
    """Return the codes of a piece of folded text in the order of their words, each once.

    `lead` stands before the piece in thought: what its list began with.
    """
    whole = lead + span.of(text)
    plain = lead + without_asides(wording, span.of(text))
    shift = span.start - len(lead)
    found: dict[str, Hit] = {}
    for pattern in wording.conditions:
        words = whole if pattern.is_anywhere else plain
        match = _tightest(pattern, words) if pattern.code not in found else None
        if match is None or pattern.unless.search(_beside(wording, pattern, words, match)):
            continue
        start, end = max(match.start(), len(lead)) + shift, max(match.end(), len(lead)) + shift
        found[pattern.code] = Hit(pattern.code, pattern.name, Span(start, end))
    return sorted(found.values(), key=lambda each: (each.span.start, each.span.end))


def _beside(wording: Wording, pattern: Pattern, words: str, match: re.Match[str]) -> str:
    """Return the clause in which a pattern was found: its `unless` counts there alone."""
    if pattern.is_whole:
        return words
    cuts = list(wording.turn("clause_cuts").finditer(words))
    start = max((each.end() for each in cuts if each.end() <= match.start()), default=0)
    end = min((each.start() for each in cuts if each.start() >= match.end()), default=len(words))
    return words[start:end]


def _tightest(pattern: Pattern, words: str) -> re.Match[str] | None:
    """Return what a pattern finds, begun as late as it can be: *no contact, and not within*."""
    match = pattern.says.search(words)
    while match is not None:
        later = pattern.says.search(words, match.start() + 1)
        if later is None or later.end() != match.end():
            break
        match = later
    return match


def without_asides(wording: Wording, words: str) -> str:
    """Return words of the same length in which exceptions and purposes are blank."""
    return blanked(wording.turn("aside_begins"), wording.turn("aside_ends"), words)


def main_part(wording: Wording, words: str) -> str:
    """Return the words before the first exception."""
    begins = wording.turn("exception_begins").search(words)
    return words[: begins.start()] if begins else words


def blanked(begins: Expression, ends: Expression, words: str) -> str:
    """Return words of the same length, blank from each beginning to the next ending."""
    kept, at = [], 0
    while (start := begins.search(words, at)) is not None:
        end = ends.search(words, start.end())
        stop = end.start() if end else len(words)
        kept.append(words[at : start.start()] + " " * (stop - start.start()))
        at = max(stop, start.end())
    return "".join(kept) + words[at:]


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a pack's list, and where it stands."""

    span: Span
    code: str


def placed(patterns: Sequence[Pattern], words: str) -> list[Named]:
    """Return what the patterns of a list find in words, each where it first stands, in order."""
    found = [
        Named(Span(*match.span()), pattern.code)
        for pattern in patterns
        if (match := pattern.says.search(words)) and not pattern.unless.search(words)
    ]
    return sorted(found, key=lambda each: (each.span.start, each.code))


def named(patterns: Sequence[Pattern], words: str) -> list[str]:
    """Return the codes of the patterns that are found in words, each once, in their order."""
    return list(dict.fromkeys(each.code for each in placed(patterns, words)))
