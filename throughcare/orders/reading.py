"""What the words of a paper say, as the reader proposes it. Nothing here is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.reading import read_order
from throughcare.kernel.reading.texts import unfit
from throughcare.orders import library
from throughcare.orders.lengths import is_too_long
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.packs.order_words import as_values
from throughcare.packs.reading import OrderWords, folder_with_words, order_words

SUPERVISED = ("supervise", "information_only")
# Said in another way by the pages themselves.
SAID_ELSEWHERE = frozenset({"COMPULSORY_MISSING"})
FRENCH = frozenset({"le", "la", "les", "de", "des", "du", "et", "une", "au", "aux", "vous", "est"})
ENGLISH = frozenset({"the", "of", "and", "to", "a", "with", "your", "you", "shall", "is", "or"})


@dataclass(frozen=True)
class Passage:
    """A piece of the paper, with where it begins and ends."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Flag:
    """Something that a person must look at, said in both languages."""

    code: str
    en: str
    fr: str


@dataclass(frozen=True)
class Read:
    """A paper as it was read: instrument, day, length, conditions, what found no place."""

    instrument: str = ""
    made_on: date | None = None
    length: Length | None = None
    handling: str = "supervise"
    language: str = "en"
    conditions: tuple[ConditionMade, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def is_ours(self) -> bool:
        """Say whether an office supervises such an order; another is only held."""
        return self.handling in SUPERVISED


def read(words: str, made_on: date | None = None) -> Read:
    """Return what the words of a paper say. A day the clerk gave goes before the paper's own."""
    if unfit(words):
        return Read(made_on=made_on, language=language_of(words))
    values = as_values(_words(), read_order(_words().law, words, made_on), words)
    day = date.fromisoformat(values["made_on"]) if values["made_on"] else None
    flags = values["flags"]
    return Read(
        instrument=values["order_type"] or "",
        made_on=day,
        length=_length(values["length"]),
        handling=values["handling"],
        language=language_of(words),
        conditions=tuple(
            _condition(number, each, flags, day)
            for number, each in enumerate(values["proposed"], start=1)
        ),
        unplaced=tuple(_passage(each, words) for each in values["unplaced"]),
        flags=tuple(_flag(each) for each in flags if _is_of_the_order(each)),
    )


def _length(said: Mapping[str, int] | None) -> Length | None:
    """Return the length that a paper states; nothing for one that no order has."""
    length = Length(**said) if said else None
    return None if length is None or is_too_long(length) else length


@cache
def _words() -> OrderWords:
    return order_words(folder_with_words())


def _condition(
    number: int, said: Mapping[str, Any], flags: Sequence[Mapping[str, Any]], day: date | None
) -> ConditionMade:
    doubts = [each for each in flags if _is_inside(each, said)]
    unsure = bool(said.get("unsure"))
    codes = [*said["codes"], *said.get("implies", [])]
    shares = shared_out(said["parameters"], codes, day or date.max)
    return ConditionMade(
        number=number,
        words=said["text"],
        codes=tuple(
            CodeMade(code, shares[code], _why(code, said, doubts), unsure)
            for code in dict.fromkeys(codes)
        ),
        found_from=said["start"],
        found_to=said["end"],
    )


def shared_out(
    parameters: Mapping[str, Any], codes: Sequence[str], day: date
) -> dict[str, dict[str, Any]]:
    """Return what is stated of each code: what its rule knows; the rest goes to the first."""
    shares: dict[str, dict[str, Any]] = {code: {} for code in codes}
    for name, value in parameters.items():
        knowing = [code for code in codes if _knows(code, name, day)]
        for code in knowing or codes[:1]:
            shares[code][name] = value
    return shares


def _knows(code: str, name: str, day: date) -> bool:
    rule = library.rule_of(code, day)
    return bool(rule and rule.parameter(name))


def _why(code: str, said: Mapping[str, Any], doubts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return from which words a code was read, and what is in doubt about it."""
    because = [each for each in said["because"] if each["code"] == code]
    why: dict[str, Any] = {"because": because} if because else {"implied": True}
    if doubts:
        why |= {tongue: [each[tongue] for each in doubts] for tongue in ("en", "fr")}
    return why


def _passage(said: Mapping[str, Any], words: str) -> Passage:
    start, end = said["start"], said["end"]
    return Passage(start, end, words[start:end])


def _flag(said: Mapping[str, Any]) -> Flag:
    return Flag(said["code"], said.get("en", ""), said.get("fr", ""))


def _is_of_the_order(flag: Mapping[str, Any]) -> bool:
    return "start" not in flag and "en" in flag and flag["code"] not in SAID_ELSEWHERE


def _is_inside(flag: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    start = flag.get("start")
    return start is not None and said["start"] <= start < said["end"] and "en" in flag


def language_of(words: str) -> str:
    """Return the language in which a paper is written, by its commonest small words."""
    said = words.casefold().replace("’", " ").split()
    french = sum(word in FRENCH for word in said)
    return "fr" if french > sum(word in ENGLISH for word in said) else "en"
