"""The condition library of a pack, with the words, methods and evidence that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from throughcare.packs.asked_entries import STRENGTHS, both
from throughcare.packs.condition_entries import condition_rule_of
from throughcare.packs.condition_rules import ConditionRule, CountsFrom, Method, Texts
from throughcare.packs.dated_entries import wrong_dates
from throughcare.packs.entries import Entry, known
from throughcare.packs.files import condition_file, condition_files, optional_file
from throughcare.packs.pack import StatedWords
from throughcare.packs.problems import Problems
from throughcare.packs.vocabulary import Vocabulary

UNITS = ("same_day", "hours", "days", "working_days", "weeks", "months", "years")


@dataclass(frozen=True)
class Sayings:
    """The methods, the kinds of evidence and events, and the words of stated values."""

    methods: dict[str, Method]
    evidence: dict[str, Texts]
    events: dict[str, Texts]
    narrow: frozenset[str]
    unrecorded: frozenset[str]
    of_person: frozenset[str]
    words: StatedWords


def sayings(folder: Path, problems: Problems) -> Sayings:
    """Return the small lists of a pack; each may be left out."""
    kinds = optional_file(folder, "evidence")
    methods = problems.each(optional_file(folder, "methods").each("method"), _method)
    return Sayings(
        methods={each.code: each for each in methods},
        evidence=dict(problems.each(kinds.each("evidence"), _labelled)),
        events=dict(problems.each(kinds.each("event"), _labelled)),
        narrow=_marked(kinds, "event", "narrow"),
        unrecorded=_marked(kinds, "event", "unrecorded"),
        of_person=_marked(kinds, "evidence", "of_person"),
        words=problems.of(
            lambda: stated_words(optional_file(folder, "words")), otherwise=StatedWords()
        ),
    )


def condition_rules(
    folder: Path, words: Vocabulary, problems: Problems
) -> tuple[ConditionRule, ...]:
    """Return every entry of the condition library, in the order of its files."""
    files = problems.each(condition_files(folder), condition_file)
    entries = [entry for inside in problems.each(files, _all) for entry in inside]
    problems += [str(error) for error in wrong_dates(entries)]
    problems += _twice(entries)
    return problems.each(entries, lambda entry: condition_rule_of(entry, words))


def stated_words(file: Entry) -> StatedWords:
    """Return how what a court stated is written in the record, and how it is said."""
    file.only("currency end_of_order counts_from unit said")
    counts_from, units = file.inner("counts_from"), file.inner("unit")
    counts_from.only(" ".join(CountsFrom))
    units.only(" ".join(UNITS))
    return StatedWords(
        counts_from={
            word: CountsFrom(name) for name in counts_from.table for word in counts_from.texts(name)
        },
        ends=frozenset(file.texts("end_of_order")),
        units={word: name for name in units.table for word in units.texts(name)},
        said={name: both(entry) for name, entry in file.named("said")},
        currency=file.text("currency", ""),
    )


def _all(file: Entry) -> list[Entry]:
    file.only("condition")
    return list(file.each("condition"))


def _method(entry: Entry) -> Method:
    entry.only("code strength")
    return Method(entry.text("code"), known(entry, "strength", STRENGTHS), both(entry))


def _labelled(entry: Entry) -> tuple[str, Texts]:
    entry.only("code narrow of_person unrecorded")
    for mark in ("narrow", "of_person", "unrecorded"):
        entry.flag(mark)
    return entry.text("code"), both(entry)


def _marked(file: Entry, kind: str, mark: str) -> frozenset[str]:
    marked = (each.table.get("code") for each in file.each(kind) if each.table.get(mark))
    return frozenset(filter(None, map(str, marked)))


def _twice(entries: list[Entry]) -> list[str]:
    """Return an error for each name that two conditions claim."""
    owners: dict[str, str] = {}
    wrong = []
    for entry in entries:
        owners.setdefault(str(entry.table.get("code")), str(entry.table.get("code")))
    for entry in entries:
        code, aliases = str(entry.table.get("code")), entry.table.get("aliases")
        for alias in aliases if isinstance(aliases, list) else ():
            owner = owners.setdefault(str(alias), code)
            if owner != code:
                said = f"the alias {alias} already names {owner}. Remove it from one of the two."
                wrong.append(str(entry.refuse(said, "aliases")))
    return wrong
