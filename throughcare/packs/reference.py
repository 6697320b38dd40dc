"""The reference page of a pack, made from its entries, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from throughcare.packs.condition_pages import condition_page
from throughcare.packs.condition_rules import ConditionRule
from throughcare.packs.entry_words import Said
from throughcare.packs.guide_pages import guide_page, standard_page
from throughcare.packs.law_sections import Entry, holds, law_sections
from throughcare.packs.pack import Pack


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
            if holds(rule.starts_on, rule.ends_before, on) and not _followed(pack, rule, on)
        ],
    )
    yield (
        "standards",
        [
            (each.code, each.labels, standard_page(pack, each, language))
            for each in pack.standards.every
            if holds(each.starts_on, each.ends_before, on)
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
                if holds(each.starts_on, None, on)
            ],
        )

    yield from law_sections(pack, language, on)


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


def _followed(pack: Pack, rule: ConditionRule, on: date | None) -> bool:
    """Say whether a later version applies on a day."""
    later = (each.starts_on for each in pack.conditions[rule.code])
    return on is not None and any(rule.starts_on < each <= on for each in later)
