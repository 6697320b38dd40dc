"""What chance gives a person of the demo: names, birth, languages, places, phones."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")
HERE = Path(__file__).parent


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Origin:
    """The names that go together, and the languages of those who bear them."""

    surnames: Sequence[str]
    given: Mapping[str, Sequence[str]]
    languages: Mapping[str, int]
    family_first: float

    @classmethod
    def told(cls, said: Mapping[str, Any]) -> "Origin":
        """Return an origin as names.toml tells it."""
        he, she = (_words(said[key]) for key in ("he", "she"))
        given = {"HE": he, "SHE": she, "THEY": [*he, *she]}
        share = said.get("family_first", 0) / 100
        return cls(_words(said["surnames"]), given, said["languages"], share)


@dataclass(frozen=True)
class Town:
    """A town, its postal codes and area codes, and the towns near it."""

    name: str
    postal: Sequence[str]
    area: Sequence[str]
    near: Sequence[str]


def _words(text: str) -> list[str]:
    parts = text.split("|") if "|" in text else text.split()
    return [part.replace("+", " ") for part in parts]


_NAMES = _told("names.toml")
_PLACES = _told("places.toml")
ORIGINS = [Origin.told(said) for said in _NAMES.values()]
SHARES = [said["share"] for said in _NAMES.values()]
STREETS = {"en": _words(_PLACES["streets"]), "fr": _words(_PLACES["streets_fr"])}
SHELTERS = _words(_PLACES["shelters"])
INSTITUTIONS = _words(_PLACES["institutions"])
TOWNS = {
    name: Town(name, *(_words(said[key]) for key in ("postal", "area", "near")))
    for name, said in _PLACES["towns"].items()
}
# The letters that a Canadian postal code may end with.
POSTAL_LETTERS = "ABCEGHJKLMNPRSTVWXYZ"


@dataclass
class Draw:
    """One person's chances: every question is asked of the same generator, in order."""

    chance: Random

    @cached_property
    def origin(self) -> Origin:
        """Where the names come from."""
        return self.chance.choices(ORIGINS, SHARES)[0]

    def one(self, weighted: Mapping[str, int]) -> str:
        """Return one of some answers, by their weights."""
        return self.chance.choices(list(weighted), list(weighted.values()))[0]

    def happens(self, share: float) -> bool:
        """Say whether something happens that happens to a share of people."""
        return self.chance.random() < share

    def surname(self) -> str:
        """Return a surname; one in twenty-five is double."""
        name = self.chance.choice(self.origin.surnames)
        if self.happens(0.04) and "-" not in name:
            return f"{name}-{self.chance.choice(self.origin.surnames)}"
        return name

    def given(self, pronoun: str) -> str:
        """Return a given name, often with a second one."""
        names = self.origin.given[pronoun]
        first = self.chance.choice(names)
        if " " in first or not self.happens(0.4):
            return first
        second = self.chance.choice(names)
        return first if second == first else f"{first} {second}"

    def born(self, today: date) -> date:
        """Return a birth date of an adult; most are between 20 and 45."""
        years = self.chance.triangular(18.1, 74, 27)
        return today - timedelta(days=int(years * 365.2425))

    def street(self, language: str) -> str:
        """Return a street with its number, in the language of the house."""
        number = self.chance.randint(1, 1900)
        if language == "fr" and self.happens(0.6):
            return f"{number}, {self.chance.choice(STREETS['fr'])}"
        unit = f"{self.chance.randint(1, 40)}-" if self.happens(0.3) else ""
        return f"{unit}{number} {self.chance.choice(STREETS['en'])}"

    def town(self, home: str) -> Town:
        """Return the town of an office or, for one in four, a town near it."""
        town = TOWNS.get(home) or TOWNS["Sudbury"]
        near = [TOWNS[name] for name in town.near if name in TOWNS]
        return self.chance.choice(near) if near and self.happens(0.25) else town

    def postal_code(self, town: Town) -> str:
        """Return an invented postal code of a town."""
        digit, letter = self.chance.randint(1, 9), self.chance.choice(POSTAL_LETTERS)
        return f"{self.chance.choice(town.postal)} {digit}{letter}{self.chance.randint(0, 9)}"

    def phone(self, town: Town) -> str:
        """Return a number of the range kept free for fiction, as E.164."""
        return f"+1{self.chance.choice(town.area)}55501{self.chance.randint(0, 99):02}"
