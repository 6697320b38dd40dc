"""The windows in which a requirement is owed: each becomes one obligation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from throughcare.kernel.calendar.lengths import ONE_DAY, due_after
from throughcare.kernel.calendar.windows import around
from throughcare.kernel.obligations.facts import Event, Facts
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Requirement,
    Times,
)
from throughcare.kernel.obligations.words import PartWindow


@dataclass(frozen=True, slots=True)
class Slot:
    """A window: from when, until before when, and how much of what closes it."""

    opens_on: date
    due_before: date
    needed: Fraction
    since: date
    """The day the rule counts from: an event, the last time, or the first day itself."""
    goes_by_in_pause: bool = False
    """Whether a window that lies in a pause from end to end is not owed at all."""
    is_counted: bool = False
    """Whether the caller's calendar counted the last day."""
    safe_before: date | None = None
    """The end on the reading that ends it first, where the last day has two."""


ONE = Fraction(1)


@cache
def times_needed(times: int) -> Fraction:
    """Return a number of times as an amount."""
    return Fraction(times)


def fixed_slots(requirement: Requirement, facts: Facts, on: date) -> Iterator[Slot]:
    """Return the windows that evidence does not move, up to the first that lies ahead."""
    match requirement.cadence:
        case Once(opens_on, due_before, safe):
            return iter([Slot(opens_on, due_before, ONE, opens_on, safe_before=safe)])
        case Hours(hours, opens_on, due_before, safe):
            owed = Slot(opens_on, due_before, hours, opens_on, safe_before=safe)
            return iter([owed] if hours > 0 else [])
        case After() as after:
            return _after_events(requirement, after, facts, on)
        case Times() as times:
            return _calendar_windows(requirement, times, on)
        case _:
            raise TypeError("The windows of a rolling requirement depend on the evidence.")


def _after_events(
    requirement: Requirement, cadence: After, facts: Facts, on: date
) -> Iterator[Slot]:
    known = (
        _after_event(cadence, event)
        for event in facts.events
        if event.kind == cadence.event and event.on <= on and requirement.in_force.holds(event.on)
    )
    # Of several that open on one day, the last due stands, in whatever order they are told.
    by_day = sorted(known, key=lambda slot: (slot.due_before, slot.since, slot.is_counted))
    latest = {slot.opens_on: slot for slot in by_day}
    for opens_on in sorted(latest):
        yield latest[opens_on]


def _after_event(cadence: After, event: Event) -> Slot:
    opens_on = event.opens_on or event.on
    due_before = event.due_before or due_after(event.on, cadence.within)
    is_counted = event.due_before is not None
    return Slot(opens_on, max(due_before, opens_on + ONE_DAY), ONE, event.on, is_counted=is_counted)


def _calendar_windows(requirement: Requirement, cadence: Times, on: date) -> Iterator[Slot]:
    force = requirement.in_force
    first, after = around(cadence.window, force.starts_on)
    while force.ends_before is None or first < force.ends_before:
        opens_on = max(first, force.starts_on)
        is_part = opens_on > first or (force.ends_before is not None and after > force.ends_before)
        times = _times_in(cadence, opens_on, after)
        if times and not (is_part and cadence.part_window is PartWindow.NOT_OWED):
            yield Slot(opens_on, after, times_needed(times), opens_on, goes_by_in_pause=True)
        if opens_on > on:
            return
        first, after = around(cadence.window, after)


def _times_in(cadence: Times, opens_on: date, after: date) -> int:
    """Return the rate of a window: the one at its opening, or a higher one that counts at once."""
    at_opening = 0
    inside = []
    for rate in cadence.rates:
        if rate.from_day <= opens_on:
            at_opening = rate.times
        elif rate.from_day < after:
            inside.append(rate.times)
    return max([at_opening, *inside]) if cadence.at_once else at_opening
