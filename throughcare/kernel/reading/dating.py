"""The days of an order as it was read: what it counts from, and its term by the pack's rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from throughcare.kernel.calendar.answers import Day, Ending
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.wording import Wording
from throughcare.kernel.terms.acts import Custody, Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.rules import TermRule
from throughcare.kernel.terms.term import Term


class From(StrEnum):
    """What the time of an order counts from."""

    ORDER = "order"
    RELEASE = "release"
    SENTENCE_END = "cso_end"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the time of an order counts from; not certain where the words do not say it."""

    counts_from: From = From.ORDER
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Days:
    """The term of an order and of the one before it; None where it does not follow."""

    term: Term | None = None
    anchor: Anchor = Anchor()
    is_law_said: bool = True  # the words say under which law, where its limit is counted

    def day(self, name: str) -> date | None:
        """Return the first day, the last day or the limit, where it is one day."""
        answer: Ending | None = getattr(self.term, name, None)
        return answer.on if isinstance(answer, Day) else None

    @property
    def is_certain(self) -> bool:
        """Say whether the days follow from the words, each in one reading."""
        answers = [getattr(self.term, name, None) for name in ("first", "last", "cap")]
        spread = any(isinstance(each, Day) and each.is_ambiguous for each in answers)
        return self.anchor.is_certain and self.is_law_said and not spread


def anchor_in(wording: Wording, plain: str, *, may_wait: bool) -> Anchor:
    """Return what an order counts from; only some instruments may wait for another to end."""
    if not may_wait:
        waits = wording.has("sentence_waits", plain)
        return Anchor(From.RELEASE) if waits else Anchor()
    said = [counts_from for turn, counts_from in STARTS.items() if wording.has(turn, plain)]
    if said:
        return Anchor(said[0], is_certain=len(said) == 1)
    for turn, counts_from in MENTIONS.items():
        if wording.has(turn, plain):
            return Anchor(counts_from)
    return Anchor(is_certain=False)


STARTS = {
    "starts_after_sentence": From.SENTENCE_END,
    "starts_on_release": From.RELEASE,
    "starts_on_making": From.ORDER,
}
"""Words that say when the order itself begins; two that differ leave it uncertain."""
MENTIONS = {
    "from_sentence_end": From.SENTENCE_END,
    "from_release": From.RELEASE,
    "from_making": From.ORDER,
}
"""Words from which it follows when an order begins, the surest first."""


def days_of_order(
    rules: Sequence[TermRule], made: Made | None, anchor: Anchor, before: Made | None = None
) -> Days:
    """Return the days of an order; `before` is the sentence it comes after, where that is known.

    An order that waits for a release has no days: the institution's day is needed.
    """
    if made is None:
        return Days(anchor=anchor)
    if anchor.counts_from is From.RELEASE:
        waiting = Made(made.instrument, made.made_on, made.length, custody=Custody())
        return Days(term_of(rules, waiting), anchor)
    if anchor.counts_from is From.SENTENCE_END:
        if before is None or before.length is None:
            return Days(anchor=anchor)
        after = term_of(rules, before)
        return Days(
            term_of(rules, Made(made.instrument, made.made_on, made.length, after=after)), anchor
        )
    return Days(term_of(rules, made), anchor)


def made_of(instrument: str, made_on: date | None, length: Length | None) -> Made | None:
    """Return an order as the terms take it, or None while the day of its making is unknown."""
    return None if made_on is None else Made(instrument, made_on, length)
