"""Read a pack's folder into plain values; refuse what cannot be used and say where."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from throughcare.packs.calendars import counting_laws, holiday_lists, office_calendar
from throughcare.packs.entries import Entry, PackError
from throughcare.packs.pack import Conformance, Pack, Shape
from throughcare.packs.rules import (
    ceiling_rule,
    clock_rule,
    hours_rule,
    missing_rule,
    term_rule,
    working_rule,
)

PACKS = Path(__file__).parent
LANGUAGES = ("en", "fr")
SHAPE_WORDS = ("clock", "hours", "working", "ceiling", "missing", "law", "instrument", "then")


@cache
def load(folder: Path) -> Pack:
    """Return the pack of a folder. Raise PackError where a file or an entry cannot be used."""
    files = {name: _file(folder, name) for name in ("holidays", "counting", "clocks", "terms")}
    holidays = holiday_lists(files["holidays"])
    laws = counting_laws(files["counting"], holidays)
    office, clocks = files["counting"].inner("office"), files["clocks"]
    return Pack(
        code=folder.name,
        holidays=holidays,
        laws=laws,
        office=office_calendar(office, holidays),
        office_authority=office.text("authority"),
        zones=tuple(each.text("code") for each in files["counting"].each("zone")),
        clocks=tuple(clock_rule(each, laws) for each in clocks.each("clock")),
        hours=tuple(hours_rule(each) for each in clocks.each("hours")),
        working=tuple(working_rule(each) for each in clocks.each("working")),
        ceilings=tuple(ceiling_rule(each) for each in clocks.each("ceiling")),
        missing=tuple(missing_rule(each) for each in clocks.each("missing")),
        terms=tuple(term_rule(each) for each in files["terms"].each("term")),
        labels=_labels(files),
        sentences=_sentences(_file(folder, "sentences")),
        authorities=_file(folder, "authorities").table,
        conformance=_conformance(folder),
    )


def pack_folders() -> list[Path]:
    """Return the folders of the packs that ship with the product, by name."""
    return sorted(each.parent for each in PACKS.glob("*/holidays.toml"))


def _file(folder: Path, name: str) -> Entry:
    """Return a file of a pack as one entry."""
    path = folder / f"{name}.toml"
    try:
        with path.open("rb") as file:
            return Entry(f"{folder.name}/{path.name}", tomllib.load(file))
    except FileNotFoundError:
        raise PackError(f"{folder.name}: the file {path.name} is missing. Add it.") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{folder.name}/{path.name}: {error}.") from None


def _labels(files: Mapping[str, Entry]) -> dict[str, Mapping[str, str]]:
    """Return what each code is called, in each language."""
    labels: dict[str, Mapping[str, str]] = {}
    for name in ("day", "list"):
        labels |= {code: _both(entry) for code, entry in files["holidays"].named(name)}
    labels |= {code: _both(entry) for code, entry in files["counting"].named("law")}
    lists = [("counting", "zone"), ("clocks", "clock"), ("clocks", "hours"), ("clocks", "working")]
    lists += [("clocks", "ceiling"), ("clocks", "missing")]
    for file, name in lists:
        labels |= {entry.text("code"): _both(entry) for entry in files[file].each(name)}
    terms = files["terms"].each("term")
    return labels | {entry.text("instrument"): _both(entry) for entry in terms}


def _both(entry: Entry) -> dict[str, str]:
    """Return a text in every language; none may be missing."""
    return {language: entry.text(language) for language in LANGUAGES}


def _sentences(file: Entry) -> dict[str, Mapping[str, str]]:
    """Return the sentence of each reason, in each language."""
    return {code: _both(file.inner(code)) for code in file.table}


def _conformance(folder: Path) -> Conformance:
    """Return how conformance cases are read; a pack may leave this file out."""
    if not (folder / "conformance.toml").exists():
        return Conformance()
    file = _file(folder, "conformance")
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
