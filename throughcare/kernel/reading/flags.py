"""What a person must look at before an order is confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

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


def missing_flags(proposed: Sequence[Proposal], compulsory: Sequence[str]) -> Iterator[Flag]:
    """Yield a flag for the compulsory conditions that the order neither prints nor mentions."""
    known = {code for each in proposed for code in (*each.codes, *each.implies)}
    missing = [code for code in compulsory if code not in known]
    if missing:
        yield Flag("COMPULSORY_MISSING", {"codes": missing})


def implied_flags(proposed: Sequence[Proposal]) -> Iterator[Flag]:
    """Yield a flag for the compulsory conditions that the order only mentions."""
    implied = [code for each in proposed for code in each.implies]
    if implied:
        yield Flag("COMPULSORY_IMPLIED", {"codes": implied})


def doubt_flags(proposed: Sequence[Proposal]) -> Iterator[Flag]:
    """Yield a flag for each doubt in a condition."""
    for each in proposed:
        yield from (_about(each, doubt) for doubt in each.doubts)


def contradiction_flags(proposed: Sequence[Proposal]) -> Iterator[Flag]:
    """Yield a flag for each first report that contradicts the one before it."""
    reports = [each for each in proposed if "report_within" in each.parameters]
    for one, other in pairwise(reports):
        if _deadline(one) != _deadline(other):
            yield _about(other, "FIRST_REPORTS_CONTRADICT")


def _deadline(proposal: Proposal) -> tuple[Any, Any]:
    """Return how soon the person must report."""
    within = proposal.parameters["report_within"]
    return within["n"], within["unit"]


def _about(proposal: Proposal, code: str) -> Flag:
    """Return a flag about one condition."""
    return Flag(code, {"words": proposal.text[:WORDS]}, proposal.span)


WORDS = 120
"""Characters of a condition that a flag repeats."""


def day_flags(days: Days, made_on_is_known: bool) -> Iterator[Flag]:
    """Yield what must be known before the days of an order are, and what passes a limit."""
    anchor = days.anchor
    asked = {
        "MADE_ON_UNKNOWN": not made_on_is_known,
        "STARTS_ON_RELEASE": anchor.counts_from is From.RELEASE,
        "STARTS_AFTER_SENTENCE": anchor.counts_from is From.SENTENCE_END and days.term is None,
        "START_UNCERTAIN": not anchor.is_certain,
        "LAW_NOT_SAID": not days.is_law_said,
    }
    yield from (Flag(code) for code, is_asked in asked.items() if is_asked)
    for reason in days.term.flags if days.term else ():
        yield Flag(reason.code, dict(reason.facts) | {"authority": reason.authority})


def turn_flags(wording: Wording, plain: str, text: str, names: Mapping[str, str]) -> Iterator[Flag]:
    """Yield a flag for each turn of phrase that a person must look at, in the words of the text."""
    for turn, code in names.items():
        found = wording.turn(turn).search(plain)
        if found is not None:
            span = Span(*found.span())
            yield Flag(code, {"words": " ".join(span.of(text).split())}, span)
