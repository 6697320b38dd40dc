"""How often something is asked and within what time, as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from throughcare.kernel.calendar.lengths import Length, last_days
from throughcare.packs.condition_rules import Asked, Counts, How
from throughcare.packs.entry_words import Said, inside
from throughcare.packs.limits import WORKING_DAYS
from throughcare.packs.stated_words import counted


def how_often(said: Said, asked: Asked, labels: Mapping[str, str], since: str = "") -> str:
    """Return how often something is asked, and within what time, counted from `since`."""
    if asked.how is How.TIMES:
        name = "times" if asked.times > 1 else "one_time"
        return said.words(name, count=asked.times, window=said.words(asked.window))
    if asked.how is How.ROLLING:
        return said.words("rolling", length=said.length(asked.within.length or Length()))
    limit = _limit(said, asked, labels, since or said.words(asked.counts_from))
    event = said.event(asked.event)
    return said.words(asked.how, limit=limit, event=event)


def _limit(said: Said, asked: Asked, labels: Mapping[str, str], since: str) -> str:
    """Return the time limit: as stated by the order, or as the pack fixes it."""
    within = asked.within
    names = said.any(inside(labels[name]) for name in within.parameters)
    if not within.is_fixed:
        return said.words("as_stated", names=names)
    fixed = _fixed(said, asked, since)
    return said.words("as_stated_or", names=names, limit=fixed) if names else fixed


def _fixed(said: Said, asked: Asked, since: str) -> str:
    within = asked.within
    if within.to_the_end:
        return said.words("end_of_order")
    if within.working_days:
        count = counted(said.pack, within.working_days, WORKING_DAYS, said.language)
        return said.words("working_days", count=count, since=since)
    return _within(said, asked, within.length or Length(), since)


def _within(said: Said, asked: Asked, length: Length, since: str) -> str:
    """Return a length after an event or a day, or the period that begins with that day."""
    is_after_event = asked.how is How.AFTER
    if length == Length():
        return said.words("same_day" if is_after_event else "same_day_as", since=since)
    words = said.length(length)
    if is_after_event:
        return said.words("within_event", length=words)
    if asked.counts is Counts.AFTER:
        return said.words("within", length=words, since=since)
    first = date.fromisoformat(said.words("period_example"))
    days = {"first": said.day(first), "last": said.day(last_days(first, length)[0])}
    return said.words("within_period", length=words, since=since, **days)
