"""The sections of a reference that say what the law itself sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from throughcare.packs.clock_pages import (
    ceiling_page,
    clock_page,
    hours_page,
    missing_page,
    working_page,
)
from throughcare.packs.condition_rules import Texts
from throughcare.packs.entry_words import Part, Said
from throughcare.packs.holiday_pages import holidays_page
from throughcare.packs.law_words import example_day
from throughcare.packs.pack import Pack, Rule, holidays_of, rule_in_force
from throughcare.packs.term_pages import term_page

Entry = tuple[str, Texts, list[Part]]
"""A code, its label and its page."""


def law_sections(pack: Pack, language: str, on: date | None) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the sections of what the law itself sets."""
    terms = [
        (rule.instrument, pack.labels[rule.instrument], term_page(pack, rule, language))
        for rule in pack.terms
        if holds(rule.starts_on, rule.ends_before, on)
    ]
    yield "instruments", terms
    clocks = _dated(pack, pack.clocks, on, lambda rule: clock_page(pack, rule, language))
    clocks += _dated(pack, pack.hours, on, lambda rule: hours_page(pack, rule, language))
    clocks += _dated(pack, pack.working, on, lambda rule: working_page(pack, rule, language))
    yield "clocks", clocks
    yield "ceilings", _dated(pack, pack.ceilings, on, lambda x: ceiling_page(pack, x, language))
    yield "missing_rules", _dated(pack, pack.missing, on, lambda x: missing_page(pack, x, language))
    year = (on or example_day(Said(pack, language))).year
    lists = pack.holidays.values()
    yield (
        "holiday_lists",
        [
            (x.code, pack.labels[holidays_of(x.code)], holidays_page(pack, x, language, year))
            for x in lists
        ],
    )


def _dated(
    pack: Pack, rules: Sequence[Rule], on: date | None, page: Callable[[Rule], list[Part]]
) -> list[Entry]:
    """Return the rules in force on a day, or every version where none is given."""
    return [
        (rule.code, pack.labels[rule.code], page(rule))
        for rule in rules
        if on is None or rule is rule_in_force(rules, rule.code, on)
    ]


def holds(starts_on: date, ends_before: date | None, on: date | None) -> bool:
    """Say whether an entry is in force on a day; without a day, every entry is."""
    return on is None or (starts_on <= on and (ends_before is None or on < ends_before))
