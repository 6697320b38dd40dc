"""What a condition or a standard asks, in a sentence: of whom, how often, until when, shown how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from throughcare.kernel.obligations.words import OwedBy, Strength
from throughcare.packs.condition_rules import Asked
from throughcare.packs.entry_words import Said, inside
from throughcare.packs.limit_pages import how_often


def asked_lines(said: Said, asked: Asked, labels: Mapping[str, str], when: str = "") -> str:
    """Return one thing that is asked, with what shows it and where it applies."""
    what = said.of(asked.labels).format(
        **{name: f"[{inside(label)}]" for name, label in labels.items()}
    )
    name = "by_person" if asked.owed_by is OwedBy.PERSON else "by_office"
    line = said.words(name, what=what, when=when or how_often(said, asked, labels))
    return " ".join([line, *_where(said, asked, labels)])


def _where(said: Said, asked: Asked, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield what shows it, and where it is asked at all."""
    evidence = said.evidence(asked.closed_by)
    if asked.at_least is Strength.SELF_REPORT:
        yield said.words("shown_by", evidence=evidence)
    else:
        strength = said.strength(asked.at_least)
        yield said.words("shown_at_least", evidence=evidence, strength=strength)
    for name in ("only_with", "only_without"):
        if stated := getattr(asked, name):
            yield said.words(name, names=said.all(inside(labels[each]) for each in stated))
    if asked.only_on:
        yield said.words("only_on", instruments=said.instruments(asked.only_on))
    if asked.sample:
        yield said.words("sample_short")
