"""Instruments as people read them: how an order begins and ends, worked out on one day."""

from __future__ import annotations

from collections.abc import Iterator

from throughcare.kernel.calendar.lengths import MONTHS_OF_A_YEAR, Length
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.rules import Begins, Cap, Ends, Stop, TermRule, Why
from throughcare.packs.entry_words import Part, Said
from throughcare.packs.law_words import example_day, since_when, steps
from throughcare.packs.pack import Pack

A_YEAR = Length(months=MONTHS_OF_A_YEAR)
"""The length on which an instrument is worked out."""


def term_page(pack: Pack, rule: TermRule, language: str) -> list[Part]:
    """Return how the term of an instrument is computed."""
    said = Said(pack, language)
    return [
        *said.part("", since_when(said, rule.starts_on, rule.authority)),
        *said.part("span", _span(said, rule)),
        *said.part("limits", _limits(said, rule)),
        *said.part("changes", _changes(said, rule)),
        *said.part("examples", _worked_term(said, rule)),
    ]


def _span(said: Said, rule: TermRule) -> Iterator[str]:
    yield said.words(f"begins_{rule.begins}")
    yield said.words(f"ends_{rule.ends}_{rule.anchor}")


def _limits(said: Said, rule: TermRule) -> Iterator[str]:
    total = (rule.total,) if rule.total else ()
    kinds = (("at_most", rule.caps), ("at_least_length", rule.least), ("together_at_most", total))
    found = [_limit(said, name, limit) for name, limits in kinds for limit in limits]
    yield from found
    yield said.words("only_flagged") if found else ""


def _limit(said: Said, name: str, cap: Cap) -> str:
    """Return a limit, what it is counted from, and the circumstance in which it holds."""
    authority = said.authority(cap.authority)
    words = said.words("no_limit", authority=authority)
    if cap.length:
        most = said.words(name, length=said.length(cap.length), authority=authority)
        words = f"{most} {said.words(f'counted_{cap.counts}_{cap.anchor}')}"
    if not cap.where:
        return words
    texts = said.pack.words.said.get(cap.where)
    where = said.of(texts) if texts else cap.where
    return said.words("limit_where", where=where, limit=words)


CHANGES = (
    ("can_shorten", Why.SHORTENED, lambda rule: rule.can_shorten),
    ("after_conviction", Why.NO_CONVICTION, lambda rule: rule.after_conviction),
    ("rest_in_custody", Why.REST_IN_CUSTODY, lambda rule: rule.rest_in_custody),
    ("stops_breach_process", Why.SUSPENDED, lambda rule: Stop.BREACH_PROCESS in rule.stops),
    ("stops_imprisonment", Why.IMPRISONED, lambda rule: Stop.IMPRISONMENT in rule.stops),
    ("made_up", Why.DETENTION_CREDIT, lambda rule: rule.detention_credit),
    ("stop_unclear", Why.ASK_EFFECT, lambda rule: Stop.IMPRISONMENT in rule.unclear),
)
"""What moves a last day: its sentence, the step whose section it rests on, whether it applies."""


def _changes(said: Said, rule: TermRule) -> Iterator[str]:
    if rule.extension is None:
        yield said.words("no_extension")
    else:
        authority = _section(said, rule, Why.EXTENDED)
        yield said.words("extension", length=said.length(rule.extension), authority=authority)
    for name, code, applies in CHANGES:
        if applies(rule):
            authority = _section(said, rule, code)
            yield said.words(name, authority=authority, share=rule.detention_credit)


def _section(said: Said, rule: TermRule, code: Why) -> str:
    return said.authority(rule.sections.get(code, rule.authority))


def _worked_term(said: Said, rule: TermRule) -> Iterator[str]:
    """Yield the steps for an order of a year, or of the least length, made on the examples' day."""
    if rule.begins is Begins.IMPORTED or rule.ends in (Ends.IMPORTED, Ends.ON_EVENT):
        return
    length = next((each.length for each in rule.least if each.length), A_YEAR)
    made = Made(rule.instrument, max(example_day(said), rule.starts_on), length)
    yield said.words("worked_term", day=said.day(made.made_on), length=said.length(length))
    yield from steps(said, term_of([rule], made).reasons)
