"""The reference page of a pack, made from its entries, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from throughcare.packs.condition_pages import condition_page
from throughcare.packs.condition_rules import ConditionRule, Texts
from throughcare.packs.entry_words import Part, Said
from throughcare.packs.guide_pages import guide_page, standard_page
from throughcare.packs.law_pages import (
    ceiling_page,
    clock_page,
    example_day,
    holidays_page,
    hours_page,
    missing_page,
    term_page,
    working_page,
)
from throughcare.packs.pack import Pack, Rule, holidays_of, rule_in_force

Entry = tuple[str, Texts, list[Part]]
"""A code, its label and its page."""


def entries_of(pack: Pack, code: str, on: date | None, language: str) -> list[Entry]:
    """Return every entry of a code or alias in force on a day, or each version where none is given.

    A code may name a condition, a standard, a response, an incident, a way to vary an order, an
    instrument, a clock, a ceiling or a list of holidays.
    """
    return [
        entry
        for _, entries in sections(pack, language, on)
        for entry in entries
        if code == entry[0] or code in _aliases(pack, entry[0])
    ]


def sections(pack: Pack, language: str, on: date | None) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each section of the reference with its entries, in the pack's order."""
    yield (
        "conditions",
        [
            (rule.code, rule.labels, condition_page(pack, rule, language))
            for rule in _conditions(pack)
            if _holds(rule.starts_on, rule.ends_before, on) and not _followed(pack, rule, on)
        ],
    )
    yield (
        "standards",
        [
            (each.code, each.labels, standard_page(pack, each, language))
            for each in pack.standards.every
            if _holds(each.starts_on, each.ends_before, on)
        ],
    )
    guides = pack.guides
    for name, every in (
        ("responses", guides.responses),
        ("incidents", guides.incidents),
        ("routes", guides.routes),
    ):
        yield (
            name,
            [
                (each.code, each.labels, guide_page(pack, each, language))
                for each in every
                if _holds(each.starts_on, None, on)
            ],
        )

    yield from _law(pack, language, on)


def _law(pack: Pack, language: str, on: date | None) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the sections of what the law itself sets."""
    terms = [
        (rule.instrument, pack.labels[rule.instrument], term_page(pack, rule, language))
        for rule in pack.terms
        if _holds(rule.starts_on, rule.ends_before, on)
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


def reference_page(pack: Pack, language: str) -> str:
    """Return the whole reference of a pack as Markdown."""
    said = Said(pack, language)
    lines = [f"# {said.words('title', pack=pack.code)}", "", said.words("made_from"), ""]
    for name, entries in sections(pack, language, None):
        if entries:
            lines += [f"## {said.words(name)}", ""]
        for code, labels, parts in entries:
            lines += [f"### {labels[language]}", "", f"`{code}`", ""]
            for part in parts:
                lines += [f"**{part.heading}**", ""] if part.heading else []
                lines += [*(f"- {line}" for line in part.lines), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _conditions(pack: Pack) -> Iterator[ConditionRule]:
    for code in pack.condition_codes:
        yield from reversed(pack.conditions[code])


def _aliases(pack: Pack, code: str) -> frozenset[str]:
    return frozenset(name for rule in pack.conditions.get(code, ()) for name in rule.aliases)


def _holds(starts_on: date, ends_before: date | None, on: date | None) -> bool:
    """Say whether an entry is in force on a day; without a day, every entry is."""
    return on is None or (starts_on <= on and (ends_before is None or on < ends_before))


def _followed(pack: Pack, rule: ConditionRule, on: date | None) -> bool:
    """Say whether a later version applies on a day."""
    later = (each.starts_on for each in pack.conditions[rule.code])
    return on is not None and any(rule.starts_on < each <= on for each in later)
