"""Load a pack's words for reading orders, and read an order with them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from throughcare.kernel.reading.ceilings import Ceiling
from throughcare.kernel.reading.changes import Shorthand
from throughcare.kernel.reading.orders import Instrument
from throughcare.kernel.reading.reading import Law
from throughcare.kernel.reading.texts import Expression
from throughcare.kernel.reading.wording import NEVER, Family, Pattern, Wording
from throughcare.packs.entries import Entry, PackError
from throughcare.packs.loading import LANGUAGES, load, pack_folders
from throughcare.packs.pattern_needs import needs_of

Groups = Mapping[str, tuple[str, ...]]

WORDS_OF_A_PATTERN = "code means unless anywhere whole"
WORDS_OF_A_FAMILY = "name codes lead exceptions rides separate alone announced"
WORDS_OF_AN_INSTRUMENT = (
    "code handling says makes owns lasts_as compulsory leads waits sentence begins_on_release cap"
)
NOTHING: Groups = MappingProxyType({})
NO_LISTS = {"asks", "doubtful", "elsewhere", "numbers", "units"}
GROUP = re.compile(r"\{([a-z_]+)\}")
GAP = r"(?:[^.;]|\.(?=\d)){0,90}?"


@dataclass(frozen=True, eq=False)
class OrderWords:
    """What a pack reads orders with, and the sentence of each flag in each language."""

    law: Law
    sentences: Mapping[str, Mapping[str, str]]


def folder_with_words() -> Path:
    """Return the folder of the first pack that reads orders. Raise PackError where none does."""
    for folder in pack_folders():
        if (folder / "wording").is_dir():
            return folder
    raise PackError("no pack has a folder named wording.")


@cache
def order_words(folder: Path) -> OrderWords:
    """Return what a pack reads orders with. Raise PackError where an entry cannot be used."""
    pack, orders = load(folder), _file(folder, "orders")
    groups = _groups(_file(folder, "words"))
    months, looked_at = orders.inner("months"), orders.inner("looked_at")
    law = Law(
        wording=wording_of(folder),
        instruments=tuple(_instrument(each, groups) for each in orders.each("instrument")),
        rules=pack.terms,
        ceilings=tuple(
            Ceiling(each.code, each.hours, each.length, each.authority) for each in pack.ceilings
        ),
        whole=orders.text("whole"),
        months={name: months.number(name) for name in months.table},
        looked_at={name: looked_at.text(name) for name in looked_at.table},
    )
    return OrderWords(law, {code: _both(entry) for code, entry in orders.named("flag")})


def _both(entry: Entry) -> dict[str, str]:
    """Return a sentence in every language."""
    return {language: entry.text(language) for language in LANGUAGES}


@cache
def wording_of(folder: Path) -> Wording:
    """Return the words of a pack's folder. Raise PackError where a pattern cannot be used."""
    words, families, parameters, orders = (
        _file(folder, name) for name in ("words", "families", "parameters", "orders")
    )
    themes = _themes(folder)
    groups = _groups(words)
    asks, numbers, units = (parameters.inner(name) for name in ("asks", "numbers", "units"))
    return Wording(
        conditions=tuple(_patterns(_all(themes, "condition"), groups, _nevers(themes))),
        families=tuple(_family(each) for each in families.each("family")),
        turns=_turns(words.inner("turns"), groups) | _turns(orders.inner("turns"), groups),
        lists=_lists(parameters, groups),
        asks={name: frozenset(asks.texts(name)) for name in asks.table},
        elsewhere=frozenset(parameters.inner("elsewhere").texts("codes")),
        numbers={name: numbers.number(name) for name in numbers.table},
        doubtful=frozenset(parameters.inner("doubtful").texts("numbers")),
        shorthand=tuple(_shorthand(words)),
        # A unit may follow its number at once: 100m.
        units={name: _compiled(units, "|".join(units.texts(name))) for name in units.table},
    )


def _shorthand(words: Entry) -> Iterator[Shorthand]:
    """Yield what is written short, and what it stands for; capitals make no difference."""
    for entry in words.each("shorthand"):
        entry.only("says means")
        for text in entry.texts("says"):
            yield Shorthand(_compiled(entry, f"(?i){text}"), entry.text("means"))


def _turns(entry: Entry, groups: Groups) -> dict[str, Expression]:
    """Return the turns of phrase by name."""
    return {name: _expression(entry, entry.texts(name), groups) for name in entry.table}


def _lists(parameters: Entry, groups: Groups) -> dict[str, tuple[Pattern, ...]]:
    """Return the lists of words that parameters are read with."""
    names = [name for name in parameters.table if name not in NO_LISTS]
    return {name: tuple(_patterns(parameters.each(name), groups)) for name in names}


def _themes(folder: Path) -> list[Entry]:
    """Return the files that say which words stand for which condition, one for each theme."""
    files = sorted((folder / "wording" / "conditions").glob("*.toml"))
    if not files:
        raise PackError(f"{folder.name}/wording/conditions has no file. Add one.")
    return [_file(folder, f"conditions/{each.stem}") for each in files]


def _all(files: Iterable[Entry], key: str) -> Iterator[Entry]:
    """Yield the tables of a list in every file."""
    return chain.from_iterable(each.each(key) for each in files)


def _nevers(themes: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Return by code the words beside which none of its patterns counts."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in _all(themes, "never"):
        entry.only("code beside")
        found[entry.text("code")] = entry.texts("beside")
    return found


def _file(folder: Path, name: str) -> Entry:
    """Return a file of the wording as one entry."""
    path = folder / "wording" / f"{name}.toml"
    where = f"{folder.name}/wording/{name}.toml"
    try:
        with path.open("rb") as file:
            return Entry(where, tomllib.load(file))
    except FileNotFoundError:
        raise PackError(f"{where} is missing. Add it.") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{where}: {error}.") from None


def _groups(words: Entry) -> Groups:
    """Return the groups of words that patterns use by name; one may use those before it."""
    inner = words.inner("words")
    groups: dict[str, tuple[str, ...]] = {}
    for name in inner.table:
        groups[name] = tuple(_filled(inner, each, groups) for each in inner.texts(name))
    return groups


def _patterns(
    entries: Iterable[Entry], groups: Groups, nevers: Groups = NOTHING
) -> Iterator[Pattern]:
    """Yield the patterns of a list; each alternative is one, so that it can be named."""
    counts: dict[str, int] = {}
    for entry in entries:
        entry.only(WORDS_OF_A_PATTERN)
        code = entry.text("means" if "means" in entry.table else "code")
        unless = _expression(entry, (*entry.texts("unless"), *nevers.get(code, ())), groups)
        for text in (*entry.texts("en"), *entry.texts("fr")):
            counts[code] = counts.get(code, 0) + 1
            says, name = _expression(entry, (text,), groups), f"{code} {counts[code]}"
            needs = needs_of(says.pattern)
            flags = entry.flag("anywhere"), entry.flag("whole")
            yield Pattern(code, name, says, unless, *flags, needs)


def _family(entry: Entry) -> Family:
    """Return a family of codes."""
    entry.only(WORDS_OF_A_FAMILY)
    return Family(
        name=entry.text("name"),
        codes=frozenset(entry.texts("codes")),
        lead=entry.text("lead", ""),
        has_exceptions=entry.flag("exceptions"),
        rides=entry.flag("rides"),
        is_separate=entry.flag("separate"),
        is_announced=entry.flag("announced"),
        is_alone=entry.flag("alone"),
    )


def _instrument(entry: Entry, groups: Groups) -> Instrument:
    """Return what an instrument is known by."""
    entry.only(WORDS_OF_AN_INSTRUMENT)
    return Instrument(
        code=entry.text("code"),
        handling=entry.text("handling"),
        says=_expression(entry, entry.texts("says"), groups),
        makes=_expression(entry, entry.texts("makes"), groups),
        owns=_expression(entry, entry.texts("owns") or entry.texts("says"), groups),
        lasts_as=frozenset(entry.texts("lasts_as")),
        compulsory=entry.texts("compulsory"),
        is_leading=entry.flag("leads"),
        may_wait=entry.flag("waits"),
        is_sentence=entry.flag("sentence"),
        begins_on_release=entry.flag("begins_on_release"),
        has_cap=entry.flag("cap"),
    )


def _expression(entry: Entry, texts: tuple[str, ...], groups: Groups) -> Expression:
    """Return the expression that finds any of the texts, or what never matches."""
    if not texts:
        return NEVER
    joined = _filled(entry, "|".join(f"(?:{_bounded(each)})" for each in texts), groups)
    return _compiled(entry, joined.replace(" … ", r"\b…\b").replace("…", GAP))


def _filled(entry: Entry, text: str, groups: Groups) -> str:
    """Return a pattern with its groups of words filled in."""
    for name in set(GROUP.findall(text)):
        if name not in groups:
            raise entry.refuse(f"{{{name}}} is not a group of words. Add it to words.toml.")
        text = text.replace(f"{{{name}}}", "(?:" + "|".join(groups[name]) + ")")
    return text


def _compiled(entry: Entry, text: str) -> Expression:
    """Return a pattern in which a space is any white space."""
    try:
        return re.compile(text.replace(" ?", r"\s*").replace(" ", r"\s+"))
    except re.error as error:
        raise entry.refuse(f"a pattern cannot be read: {error}. Mend its brackets.") from None


def _bounded(text: str) -> str:
    """Return a pattern that begins at the beginning of a word."""
    return (r"\b" if text[0].isalnum() or text[0] in "({" else "") + text
