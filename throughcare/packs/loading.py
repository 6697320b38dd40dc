"""Read a pack's folder into plain values; refuse what cannot be used and say where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from throughcare.packs.calendars import counting_laws, holiday_lists, office_calendar
from throughcare.packs.conditions import by_code, parameter_labels
from throughcare.packs.dated_entries import wrong_dates
from throughcare.packs.entries import Entry, PackError
from throughcare.packs.examples import failing_examples
from throughcare.packs.files import optional_file, pack_file
from throughcare.packs.folders import PACKS, folder_of, is_of_then
from throughcare.packs.guide_entries import guides
from throughcare.packs.library import Sayings, condition_rules, sayings
from throughcare.packs.pack import Conformance, Pack, Shape, holidays_of
from throughcare.packs.problems import Problems
from throughcare.packs.rules import (
    ceiling_rule,
    clock_rule,
    hours_rule,
    missing_rule,
    term_rule,
    working_rule,
)
from throughcare.packs.standard_entries import standards
from throughcare.packs.vocabulary import Vocabulary

CLOCKS = ("clock", "hours", "working", "ceiling", "missing")
LANGUAGES = ("en", "fr")
__all__ = ["PACKS", "load", "load_kept", "pack_folders", "pack_of", "read_pack"]

SHAPE_WORDS = ("clock", "hours", "working", "ceiling", "missing", "law", "instrument", "then")


@cache
def load(folder: Path) -> Pack:
    """Return the pack of a folder. Raise PackError with all that is wrong, a line for each."""
    problems = Problems()
    pack = read_pack(folder, problems)
    problems += failing_examples(pack)
    problems.stop()
    return pack


@cache
def load_kept(folder: Path) -> Pack:
    """Return the pack of a folder that was kept: its examples were worked when it was in use.

    Raise PackError where this version of the product cannot read it.
    """
    return read_pack(folder, Problems())


def pack_of(code: str) -> Pack:
    """Return a pack by its code, read once: the one that ships, or the one of an earlier day.

    Raise PackError if there is none.
    """
    return load_kept(folder_of(code)) if is_of_then(code) else _shipped(code)


@cache
def _shipped(code: str) -> Pack:
    if PACKS / code not in pack_folders():
        shipped = ", ".join(each.name for each in pack_folders())
        raise PackError(f"there is no pack {code!r}. Choose one of: {shipped}.")
    return load(PACKS / code)


def read_pack(folder: Path, problems: Problems) -> Pack:
    """Return the pack of a folder, noting what is wrong. Raise where reading on makes no sense."""
    pack = _foundations(folder, problems)
    problems.stop()
    found = sayings(folder, problems)
    problems.stop()
    file = problems.of(lambda: optional_file(folder, "standards"), Entry("", {}))
    words = _vocabulary(pack, found, problems.of(lambda: list(file.each("level")), []))
    rules = condition_rules(folder, words, problems)
    whole = replace(
        pack,
        labels={**pack.labels, **parameter_labels(rules)},
        conditions=by_code(rules),
        condition_codes=tuple(dict.fromkeys(rule.code for rule in rules)),
        methods=found.methods,
        evidence=found.evidence,
        events=found.events,
        narrow_events=found.narrow,
        unrecorded_events=found.unrecorded,
        words=found.words,
        standards=standards(file, words, problems),
        guides=guides(folder, words, problems),
    )
    problems.stop()
    return whole


def _foundations(folder: Path, problems: Problems) -> Pack:
    """Return the calendar, the clocks, the terms and the sentences of a pack."""
    files = {name: pack_file(folder, name) for name in ("holidays", "counting", "clocks", "terms")}
    holidays = holiday_lists(files["holidays"])
    laws = counting_laws(files["counting"], holidays)
    office, clocks, terms = files["counting"].inner("office"), files["clocks"], files["terms"]
    for lists, key in (
        *((clocks.each(name), "code") for name in CLOCKS),
        (terms.each("term"), "instrument"),
    ):
        problems += [str(error) for error in wrong_dates(lists, key)]
    return Pack(
        code=folder.name,
        holidays=holidays,
        laws=laws,
        office=office_calendar(office, holidays),
        office_authority=office.text("authority"),
        zones=tuple(each.text("code") for each in files["counting"].each("zone")),
        clocks=problems.each(clocks.each("clock"), lambda each: clock_rule(each, laws)),
        hours=problems.each(clocks.each("hours"), hours_rule),
        working=problems.each(clocks.each("working"), working_rule),
        ceilings=problems.each(clocks.each("ceiling"), ceiling_rule),
        missing=problems.each(clocks.each("missing"), missing_rule),
        terms=problems.each(terms.each("term"), term_rule),
        labels=problems.of(lambda: _labels(files), {}),
        sentences=problems.of(lambda: _sentences(folder), {}),
        authorities=problems.of(lambda: optional_file(folder, "authorities").table, {}),
        conformance=problems.of(lambda: _conformance(folder), Conformance()),
    )


def _vocabulary(pack: Pack, found: Sayings, levels: Iterable[Entry]) -> Vocabulary:
    """Return the codes that the entries of the library may name."""
    return Vocabulary(
        instruments={each.instrument: each.instrument for each in pack.terms},
        evidence={code: code for code in found.evidence},
        events={code: code for code in found.events},
        methods=found.methods,
        ceilings={each.code: each.length for each in pack.ceilings},
        working={each.code: each.days for each in pack.working},
        clocks={each.code: each.code for each in pack.clocks},
        levels={str(each.table.get("code")): str(each.table.get("code")) for each in levels},
        of_person=found.of_person,
    )


def pack_folders() -> list[Path]:
    """Return the folders of the packs that ship with the product, by name."""
    return sorted(each.parent for each in PACKS.glob("*/holidays.toml"))


def _labels(files: Mapping[str, Entry]) -> dict[str, Mapping[str, str]]:
    """Return what each code is called, in each language."""
    labels: dict[str, Mapping[str, str]] = {}
    labels |= {code: _both(entry) for code, entry in files["holidays"].named("day")}
    # A legislature has its law and its holidays under one code.
    labels |= {holidays_of(x): _both(entry) for x, entry in files["holidays"].named("list")}
    labels |= {code: _both(entry) for code, entry in files["counting"].named("law")}
    for file, name in (("counting", "zone"), *(("clocks", each) for each in CLOCKS)):
        labels |= {entry.text("code"): _both(entry) for entry in files[file].each(name)}
    terms = files["terms"].each("term")
    return labels | {entry.text("instrument"): _both(entry) for entry in terms}


def _both(entry: Entry) -> dict[str, str]:
    """Return a text in every language; none may be missing."""
    return {language: entry.text(language) for language in LANGUAGES}


def _sentences(folder: Path) -> dict[str, Mapping[str, str]]:
    """Return the sentence of each reason, in each language; a pack may say some in its own way."""
    files = (pack_file(PACKS, "sentences"), optional_file(folder, "sentences"))
    return {code: _both(file.inner(code)) for file in files for code in file.table}


def _conformance(folder: Path) -> Conformance:
    """Return how conformance cases are read; a pack may leave this file out."""
    if not (folder / "conformance.toml").exists():
        return Conformance()
    file = pack_file(folder, "conformance")
    words = file.inner("words")
    return Conformance(
        names=file.texts("names"),
        zone=file.text("zone"),
        words={word: words.texts(word) for word in words.table},
        shapes=tuple(_shape(each) for each in file.each("shape")),
    )


def _shape(entry: Entry) -> Shape:
    """Return how one kind of case is read."""
    entry.only(" ".join(("category method when latest_of only_if gives always time", *SHAPE_WORDS)))
    return Shape(
        category=entry.text("category"),
        method=entry.text("method", "clock"),
        when=entry.texts("when"),
        latest_of=entry.texts("latest_of"),
        only_if=entry.inner("only_if").table,
        gives=entry.inner("gives").table,
        always=entry.inner("always").table,
        uses={word: entry.text(word) for word in SHAPE_WORDS if word in entry.table},
        length=entry.length("time") if "time" in entry.table else None,
    )
