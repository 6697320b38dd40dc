"""Clocks and ceilings as people read them, each clock worked out on one day."""

from __future__ import annotations

from throughcare.kernel.calendar.counting import Clock, run
from throughcare.packs.entry_words import Part, Said
from throughcare.packs.law_words import example_day, since_when, steps
from throughcare.packs.pack import Ceiling, HoursClock, MissingRule, Pack, WorkingClock


def clock_page(pack: Pack, clock: Clock, language: str) -> list[Part]:
    """Return how a statutory clock counts, with an event on the day of the examples."""
    said = Said(pack, language)
    lines = [
        *since_when(said, clock.starts_on, clock.authority),
        _time(said, clock),
        said.words("counted_by", law=pack.labels[clock.law.code][language]),
    ]
    if clock.is_unconfirmed:
        lines.append(said.words("unconfirmed"))
    reasons = run(clock, max(example_day(said), clock.starts_on)).due.reasons
    return [*said.part("", lines), *said.part("examples", steps(said, reasons))]


def _time(said: Said, clock: Clock) -> str:
    name = "clock_business" if clock.in_business_days else "clock_time"
    return said.words(name, length=said.length(clock.length), days=clock.length.loose_days)


def hours_page(pack: Pack, clock: HoursClock, language: str) -> list[Part]:
    """Return a clock in elapsed hours."""
    said = Said(pack, language)
    time = said.words("clock_hours", hours=clock.hours)
    return said.part("", [*since_when(said, clock.starts_on, clock.authority), time])


def working_page(pack: Pack, clock: WorkingClock, language: str) -> list[Part]:
    """Return a clock in working days of the office."""
    said = Said(pack, language)
    why = said.authority(pack.office_authority)
    time = said.words("clock_working", days=clock.days, why=why)
    return said.part("", [*since_when(said, clock.starts_on, clock.authority), time])


def ceiling_page(pack: Pack, ceiling: Ceiling, language: str) -> list[Part]:
    """Return the most that a condition may ask."""
    said = Said(pack, language)
    most = said.words("ceiling", hours=ceiling.hours, length=said.length(ceiling.length))
    return said.part("", [*since_when(said, ceiling.starts_on, ceiling.authority), most])


def missing_page(pack: Pack, rule: MissingRule, language: str) -> list[Part]:
    """Return a rule that is known to be missing, and where it would be found."""
    said = Said(pack, language)
    lines = [
        said.words("since", day=said.day(rule.starts_on)),
        said.words("missing", find=said.authority(rule.find)),
        said.words("does_not_apply", rule=said.authority(rule.does_not_apply)),
    ]
    return said.part("", lines)
