"""The standards of supervision of a pack, read from its entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from throughcare.packs.asked_entries import ASKED_WORDS, both, owner_of, read_asked
from throughcare.packs.condition_rules import CountsFrom, How, Texts
from throughcare.packs.dated_entries import wrong_dates
from throughcare.packs.entries import Entry, each_known, known
from throughcare.packs.problems import Problems
from throughcare.packs.standard_rules import Interim, Standard, Standards
from throughcare.packs.vocabulary import Vocabulary

MORE_WORDS = "levels times_at on only_reporting note_en note_fr"


def standards(file: Entry, words: Vocabulary, problems: Problems) -> Standards:
    """Return the standards of a file, noting what is wrong with them."""
    levels = dict(problems.each(file.each("level"), _level))
    interim = problems.each(file.each("interim"), lambda each: _interim(each, levels))
    entries = list(file.each("standard"))
    problems += [str(error) for error in wrong_dates(entries)]
    every = problems.each(entries, lambda each: _standard(each, words, levels))
    dated = tuple(_ended(each, every) for each in every)
    return Standards(levels, {each.code: each for each in interim}, dated)


def _ended(standard: Standard, every: Sequence[Standard]) -> Standard:
    """Return a standard that ends where the next version of its code begins."""
    later = [each.starts_on for each in every if each.code == standard.code]
    ends = [day for day in (*later, standard.ends_before) if day and day > standard.starts_on]
    return replace(standard, ends_before=min(ends, default=None))


def _level(entry: Entry) -> tuple[str, Texts]:
    entry.only("code")
    return entry.text("code"), both(entry)


def _interim(entry: Entry, levels: Mapping[str, Texts]) -> Interim:
    entry.only("code as_level")
    codes = {code: code for code in levels}
    return Interim(entry.text("code"), known(entry, "as_level", codes), both(entry))


def _standard(entry: Entry, words: Vocabulary, levels: Mapping[str, Texts]) -> Standard:
    """Return one standard. Raise PackError where its words do not fit together."""
    entry.only(f"{ASKED_WORDS} {MORE_WORDS}")
    owner, codes = owner_of(entry), {each: each for each in levels}
    found = read_asked(entry, words, {}, owner)
    if found.counts_from is not CountsFrom.FIRST_DAY:
        raise entry.refuse("a standard counts from the opening of the file. Remove counts_from.")
    return Standard(
        code=owner.code,
        starts_on=entry.day("from"),
        ends_before=entry.day_after("until"),
        labels=found.labels,
        authority=owner.authority,
        asked=replace(found, is_narrow=False),
        levels=each_known(entry, "levels", codes),
        times_at=_times_at(entry, codes) if "times_at" in entry.table else None,
        instruments=each_known(entry, "on", words.instruments),
        only_reporting=entry.flag("only_reporting"),
        sample=entry.flag("sample"),
        note=both(entry, "note") if "note_en" in entry.table else None,
        where=f"{entry.where}{entry.trail}",
    )


def _times_at(entry: Entry, levels: Mapping[str, str]) -> dict[str, int]:
    """Return how many times in each window something is done at each level."""
    if entry.word("cadence", How) is not How.TIMES:
        raise entry.refuse('times_at needs cadence = "times".', "times_at")
    inner = entry.inner("times_at")
    for level in inner.table:
        if level not in levels:
            raise inner.refuse(f"{level} is no level. Choose one of: {', '.join(levels)}.", level)
    return {level: inner.number(level) for level in inner.table}
