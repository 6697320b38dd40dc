"""Lists that an officer picks from: reasons to set aside, guarded work, methods of checking."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from throughcare.kernel.obligations.words import Strength
from throughcare.packs.entries import Entry, PackError, known
from throughcare.packs.folders import folder_of
from throughcare.packs.pack import Dated

LANGUAGES = ("en", "fr")
WORDS = {"none": False, "asked": True}
APPROVAL = {"none": False, "manager": True}
PURPOSES = ("set_aside", "no_staff")
STRENGTHS = {each.name.lower(): each for each in Strength}

C = TypeVar("C", bound=Dated)


@dataclass(frozen=True)
class Choice:
    """One answer of a list: its code, its words in each language, from which day it is offered."""

    code: str
    starts_on: date
    en: str
    fr: str
    authority: str
    sample: bool
    """Whether it only stands for what an agency supplies."""

    def label(self, language: str) -> str:
        """Return the words in a language of the product."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True)
class Reason(Choice):
    """Why something is set aside, or was not done for want of staff."""

    asks_words: bool
    needs_approval: bool
    purposes: frozenset[str]


@dataclass(frozen=True)
class Guarded(Choice):
    """Work that is never "not done: no staff", and whose setting aside a manager approves."""

    kinds: frozenset[str]
    codes: frozenset[str]

    def holds(self, requirement: str) -> bool:
        """Say whether a requirement, by its id (`kind:…:CODE`), is of this work."""
        kind, *rest = requirement.split(":")
        return kind in self.kinds or not self.codes.isdisjoint(rest)


@dataclass(frozen=True)
class Method(Choice):
    """How a condition is checked, and how strong that is as knowledge."""

    strength: Strength


def reasons(pack: str, purpose: str, on: date) -> tuple[Reason, ...]:
    """Return the reasons offered on a day for `set_aside` or `no_staff`, in the pack's order."""
    standing = _standing(_reasons(folder_of(pack)), on)
    return tuple(each for each in standing if purpose in each.purposes)


def guarded(pack: str, requirement: str, on: date) -> Guarded | None:
    """Return which guarded work a requirement belongs to on a day, or None."""
    standing = _standing(_guarded(folder_of(pack)), on)
    return next((each for each in standing if each.holds(requirement)), None)


def methods(pack: str, on: date) -> tuple[Method, ...]:
    """Return the methods of checking offered on a day, in the pack's order."""
    return _standing(_methods(folder_of(pack)), on)


def chosen(offered: Iterable[C], code: str) -> C | None:
    """Return the answer of a code among those offered, or None."""
    return next((each for each in offered if each.code == code), None)


def every_reason(pack: str, language: str) -> list[tuple[str, str]]:
    """Return the code and the words of every reason ever offered, in the pack's order."""
    return _named(_reasons(folder_of(pack)), language)


def every_method(pack: str, language: str) -> list[tuple[str, str]]:
    """Return the code and the words of every method ever offered, in the pack's order."""
    return _named(_methods(folder_of(pack)), language)


def _named(every: Sequence[Choice], language: str) -> list[tuple[str, str]]:
    """Return code and words, those of the newest edition of each code."""
    return [(each.code, each.label(language)) for each in _standing(every, date.max)]


def _standing(every: Sequence[C], on: date) -> tuple[C, ...]:
    """Return the latest edition of each code that began by a day, in the order of first mention."""
    newest: dict[str, C] = {}
    for each in every:
        known_already = newest.get(each.code)
        if each.starts_on <= on and (
            known_already is None or known_already.starts_on <= each.starts_on
        ):
            newest[each.code] = each
    return tuple(newest.values())


@cache
def _reasons(folder: Path) -> tuple[Reason, ...]:
    return tuple(reason_entry(each) for each in _file(folder, "reasons").each("reason"))


@cache
def _guarded(folder: Path) -> tuple[Guarded, ...]:
    return tuple(guard_entry(each) for each in _file(folder, "reasons").each("guarded"))


@cache
def _methods(folder: Path) -> tuple[Method, ...]:
    return tuple(_method(each) for each in _file(folder, "methods").each("method"))


def reason_entry(entry: Entry) -> Reason:
    """Return a reason of the pick-list. Raise PackError where it cannot be used."""
    entry.only("code words approval for sample")
    purposes = entry.texts("for")
    if not purposes or not set(purposes) <= set(PURPOSES):
        raise entry.refuse('write for = ["set_aside"], ["no_staff"], or both.')
    return _choice(
        entry,
        Reason,
        asks_words=known(entry, "words", WORDS),
        needs_approval=known(entry, "approval", APPROVAL),
        purposes=frozenset(purposes),
    )


def guard_entry(entry: Entry) -> Guarded:
    """Return work that is guarded. Raise PackError where it cannot be used."""
    entry.only("code kinds codes sample")
    kinds, codes = frozenset(entry.texts("kinds")), frozenset(entry.texts("codes"))
    if not kinds and not codes:
        raise entry.refuse("name the kinds or the codes of requirements it holds.")
    return _choice(entry, Guarded, kinds=kinds, codes=codes)


def _method(entry: Entry) -> Method:
    entry.only("code strength")
    return _choice(entry, Method, strength=known(entry, "strength", STRENGTHS))


K = TypeVar("K", bound=Choice)


def _choice(entry: Entry, kind: Callable[..., K], **more: object) -> K:
    """Return an answer of some kind, with what every answer has."""
    words = {language: entry.text(language) for language in LANGUAGES}
    return kind(
        code=entry.text("code"),
        starts_on=entry.day("from"),
        **words,
        authority=entry.text("authority"),
        sample=entry.flag("sample"),
        **more,
    )


def _file(folder: Path, name: str) -> Entry:
    """Return a list of a pack as one entry; a pack that has none offers nothing.

    :raises PackError: when the file cannot be read.
    """
    path = folder / f"{name}.toml"
    if not path.exists():
        return Entry(f"{folder.name}/{path.name}", {})
    try:
        return Entry(f"{folder.name}/{path.name}", tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{folder.name}/{path.name}: {error}.") from None
