"""From the levels a file had to what the standards of supervision ask of the office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from throughcare.kernel.calendar.lengths import ONE_DAY, Length, day_after
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import (
    After,
    Cadence,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.packs.condition_rules import How
from throughcare.packs.limits import working_day
from throughcare.packs.pack import Pack
from throughcare.packs.standard_rules import Standard

LevelPeriod = tuple[str, Period]
"""A level, or the code of an interim standard, and the days it held."""


def level_of(pack: Pack, level: str, interim: str = "") -> str:
    """Return the level a file is supervised at: its own, or that of its interim standard."""
    for code in (level, interim):
        if code in pack.standards.levels:
            return code
        if code in pack.standards.interim:
            return pack.standards.interim[code].as_level
    return level


def standards_of(pack: Pack, level: str, interim: str, on: date) -> tuple[Standard, ...]:
    """Return the standards that hold at a level on a day, in the pack's order."""
    at = level_of(pack, level, interim)
    return tuple(each for each in _in_force(pack, on) if each.holds_at(at))


def standard_requirements(
    pack: Pack,
    case: UUID,
    levels: Sequence[LevelPeriod],
    instruments: Iterable[str],
    opened_on: date,
    *,
    reports: bool = True,
) -> list[Requirement]:
    """Return what the standards ask of the office for one file, whose levels are in order.

    A new level counts from the next window of the calendar, unless the pack says at once. A
    standard that stops and begins again with the level has one requirement for each stretch.
    """
    held = set(instruments)
    at = [(level_of(pack, level), period) for level, period in levels]
    return [
        requirement
        for standard in _in_force(pack, opened_on)
        if _concerns(standard, held, reports)
        for requirement in _requirements(pack, standard, case, at, opened_on)
    ]


def _in_force(pack: Pack, on: date) -> Iterator[Standard]:
    """Yield the version of each standard that applies on a day."""
    for each in pack.standards.every:
        if each.starts_on <= on and (each.ends_before is None or on < each.ends_before):
            yield each


def _concerns(standard: Standard, instruments: set[str], reports: bool) -> bool:
    fits = not standard.instruments or not instruments.isdisjoint(standard.instruments)
    return fits and (reports or not standard.only_reporting)


def _requirements(
    pack: Pack, standard: Standard, case: UUID, levels: Sequence[LevelPeriod], opened_on: date
) -> Iterator[Requirement]:
    if standard.asked.how is How.TIMES:
        rates = _rates(standard, levels)
        if any(rate.times for rate in rates):
            cadence = Times(rates, standard.asked.window, standard.asked.part_window)
            yield _requirement(standard, case, Period(opened_on), cadence, "")
        return
    for place, stretch in enumerate(_stretches(standard, levels)):
        suffix = f":{stretch.starts_on.isoformat()}" if place else ""
        yield _requirement(standard, case, stretch, _cadence(pack, standard, stretch), suffix)


def _rates(standard: Standard, levels: Sequence[LevelPeriod]) -> tuple[Rate, ...]:
    """Return how many times from which day on: a level without the standard is none."""
    rates: list[Rate] = []
    for level, period in levels:
        rate = Rate(period.starts_on, standard.times(level))
        if not rates or rates[-1].times != rate.times:
            rates.append(rate)
    return tuple(rates)


def _stretches(standard: Standard, levels: Sequence[LevelPeriod]) -> list[Period]:
    """Return the days on which a standard holds, neighbouring levels joined."""
    found: list[Period] = []
    for level, period in levels:
        if not standard.holds_at(level):
            continue
        if found and found[-1].ends_before == period.starts_on:
            found[-1] = Period(found[-1].starts_on, period.ends_before)
        else:
            found.append(period)
    return found


def _cadence(pack: Pack, standard: Standard, stretch: Period) -> Cadence:
    asked, within = standard.asked, standard.asked.within
    if asked.how is How.ONCE:
        return _once(pack, standard, stretch.starts_on)
    length = within.length or Length()
    return After(asked.event, length) if asked.how is How.AFTER else Rolling(length)


def _once(pack: Pack, standard: Standard, first: date) -> Once:
    """Return what is asked once from a day on, with the earlier reading of its last day."""
    asked, within = standard.asked, standard.asked.within
    if not within.working_days:
        return Once(first, day_after(first, within.length or Length()) + ONE_DAY)
    day = working_day(pack.office, first, within.working_days, asked.authority)
    safe = day.earliest + ONE_DAY if day.is_ambiguous else None
    return Once(first, day.latest + ONE_DAY, safe)


def _requirement(
    standard: Standard, case: UUID, in_force: Period, cadence: Cadence, suffix: str
) -> Requirement:
    asked = standard.asked
    return Requirement(
        id=f"standard:{case}:{standard.code}{suffix}",
        what=f"standard {standard.code}@{asked.since}",
        owed_by=asked.owed_by,
        cadence=cadence,
        closed_by=asked.closers,
        authority=asked.authority,
        in_force=in_force,
        at_least=asked.at_least,
    )
