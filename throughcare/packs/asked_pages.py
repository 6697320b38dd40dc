"""What a condition or a standard asks, in a sentence: of whom, how often, until when, shown how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.words import OwedBy, Strength
from throughcare.packs.condition_rules import Asked, How
from throughcare.packs.entry_words import Said


def asked_lines(said: Said, asked: Asked, labels: Mapping[str, str], when: str = "") -> str:
    """Return one thing that is asked, with what shows it and where it applies."""
    what = said.of(asked.labels).format(**{name: f"[{label}]" for name, label in labels.items()})
    name = "by_person" if asked.owed_by is OwedBy.PERSON else "by_office"
    line = said.words(name, what=what, when=when or how_often(said, asked, labels))
    return " ".join([line, *_where(said, asked, labels)])


def how_often(said: Said, asked: Asked, labels: Mapping[str, str]) -> str:
    """Return how often something is asked, and within what time."""
    if asked.how is How.TIMES:
        name = "times" if asked.times > 1 else "one_time"
        return said.words(name, count=asked.times, window=said.words(asked.window))
    if asked.how is How.ROLLING:
        return said.words("rolling", length=said.length(asked.within.length or Length()))
    limit = _limit(said, asked, labels)
    event = said.of(said.pack.events[asked.event]) if asked.event else ""
    return said.words(asked.how, limit=limit, event=event)


def _limit(said: Said, asked: Asked, labels: Mapping[str, str]) -> str:
    """Return the time limit: as stated by the order, or as the pack fixes it."""
    within = asked.within
    names = said.any(labels[name] for name in within.parameters)
    if not within.is_fixed:
        return said.words("as_stated", names=names)
    fixed = _fixed(said, asked)
    return said.words("as_stated_or", names=names, limit=fixed) if names else fixed


def _fixed(said: Said, asked: Asked) -> str:
    within, since = asked.within, said.words(asked.counts_from)
    if within.to_the_end:
        return said.words("end_of_order")
    if within.working_days:
        return said.words("working_days", count=within.working_days, since=since)
    if within.length == Length():
        return said.words("same_day")
    length = said.length(within.length or Length())
    is_after_event = asked.how is How.AFTER
    return said.words("within_event" if is_after_event else "within", length=length, since=since)


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
            yield said.words(name, names=said.all(labels[each] for each in stated))
    if asked.only_on:
        yield said.words("only_on", instruments=said.instruments(asked.only_on))
    if asked.sample:
        yield said.words("sample_short")
