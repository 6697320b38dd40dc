"""The words of the demo's orders: conditions drawn by chance, filled in, in either language."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from throughcare.orders.making import CodeMade, ConditionMade

CONDITIONS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("conditions.toml").read_text(encoding="utf-8")
)["condition"]
INITIALS = "A. B.", "C. D.", "R. S.", "T. U.", "M. N.", "J. K.", "L. P."
PLACES = "12 Birch Street", "the Elm Street arena", "40 Spruce Road", "Station Mall"
TOPICS = (
    ("anger management", "gestion de la colère"),
    ("substance abuse", "toxicomanie"),
    ("grief", "deuil"),
    ("mental health", "santé mentale"),
)


def conditions_for(chance: Random, instrument: str, language: str) -> Iterator[ConditionMade]:
    """Yield the conditions of one order, numbered as the court has them."""
    drawn = (each for each in CONDITIONS if chance.randrange(100) < _share(each, instrument))
    for number, each in enumerate(drawn, start=1):
        filled = _filled(chance)
        words = each[language].format(**filled)
        codes = [CodeMade(code, said_of(stated, filled)) for code, stated in each["codes"].items()]
        yield ConditionMade(number, words, tuple(codes))


def protected_in(conditions: list[ConditionMade]) -> list[str]:
    """Return whom the conditions protect, as the order names them."""
    stated = [code.parameters.get("persons", []) for each in conditions for code in each.codes]
    return list(dict.fromkeys(name for names in stated for name in names))


def text_of(conditions: list[ConditionMade], title: str) -> str:
    """Return the words of a whole order."""
    lines = [f"{each.number}. {each.words}" for each in conditions]
    return "\n".join([title.upper(), "", *lines, ""])


def said_of(stated: Any, filled: dict[str, Any]) -> Any:
    """Return what is stated of a code, with the values that were drawn."""
    if isinstance(stated, dict):
        return {name: said_of(value, filled) for name, value in stated.items()}
    if isinstance(stated, list):
        return [said_of(each, filled) for each in stated]
    if isinstance(stated, str) and stated.startswith("{"):
        return filled[stated.strip("{}")]
    return stated


def _share(each: dict[str, Any], instrument: str) -> int:
    shares: dict[str, int] = each["of"]
    return shares.get(instrument, shares["any"])


def _filled(chance: Random) -> dict[str, Any]:
    topic, topic_fr = chance.choice(TOPICS)
    return {
        "initials": chance.choice(INITIALS),
        "place": chance.choice(PLACES),
        "distance": chance.choice((50, 100, 100, 200, 500)),
        "topic": topic,
        "topic_fr": topic_fr,
        "hours": chance.choice((20, 30, 40, 50, 60, 80, 100, 150, 240)),
        "months": chance.choice((6, 9, 12)),
        "start": chance.choice(("21:00", "22:00", "23:00")),
    }
