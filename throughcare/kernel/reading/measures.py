"""The numbers of a condition: deadlines, hours, distances and windows of the day."""

from __future__ import annotations

from collections.abc import Container

from throughcare.kernel.reading.amounts import Number, Quantity
from throughcare.kernel.reading.deadlines import report_deadlines
from throughcare.kernel.reading.said import Said
from throughcare.kernel.reading.service import rate_in, service_deadline
from throughcare.kernel.reading.times import days_of


def report(said: Said) -> None:
    """Find the first report's deadline; two that differ are in doubt."""
    found = report_deadlines(said.wording, said.setting.counting, said.plain)
    if found:
        said.set("report_within", found[0].as_value(said.setting.anchor))
    if len(found) > 1:
        said.doubt("DEADLINES_DIFFER")
    for each in found:
        said.doubt(each.doubt)
    _report_by(said)


def _report_by(said: Said) -> None:
    """Find a day, and a time of it, by which the person must first report."""
    end = said.start + len(said.plain)
    inside = [each for each in said.setting.written if said.start <= each.span.start < end]
    if not inside:
        return
    time = next(said.wording.clock.times(said.plain), None)
    said.set("report_by", {"date": inside[0].on.isoformat()} | ({"time": time} if time else {}))
    if inside[0].other is not None:
        said.doubt("DATE_AMBIGUOUS")


def hours(said: Said) -> None:
    """Find hours of community service; with a rate too, the largest number is the total."""
    rate = rate_in(said.wording, said.setting.counting, said.plain)
    said.set("rate", rate)
    least = rate["min_hours"] if isinstance(rate, dict) else None
    totals = [each for each in _quantities(said, {"hour"}) if each.number != least]
    _check(said, totals, [each.number for each in totals], "HOURS_DIFFER")
    for each in totals[:1]:
        before = said.plain[max(0, each.span.start - 24) : each.span.start]
        said.set("hours_max" if said.wording.has("at_most", before) else "hours", each.number)


def _quantities(said: Said, units: Container[str]) -> list[Quantity]:
    """Return the quantities of some units in a condition."""
    return [each for each in said.setting.counting.quantities(said.plain) if each.unit in units]


def _check(said: Said, found: list[Quantity], values: list[Number], code: str) -> None:
    """Mark two values that differ, and a number whose words and figures differ."""
    if len(set(values)) > 1:
        said.doubt(code)
    for each in found:
        said.doubt(each.doubt)


def time_for_hours(said: Said) -> None:
    """Find the time that hours must be done in."""
    value, is_certain = service_deadline(said.wording, said.setting.counting, said.plain)
    said.set("by", value)
    if not is_certain:
        said.doubt("DEADLINES_DIFFER")


METRES = {"metre": 1, "kilometre": 1000}


def distance(said: Said) -> None:
    """Find the distance in metres; two that differ are in doubt."""
    found = _quantities(said, METRES)
    metres = [_whole(each.number * METRES[each.unit]) for each in found]
    said.set("distance_m", next(iter(metres), None))
    _check(said, found, metres, "DISTANCES_DIFFER")
    if not metres and said.wording.has("other_distance", said.plain):
        said.doubt("DISTANCE_UNIT")


def _whole(number: Number) -> Number:
    """Return a number without a fraction that is none."""
    return int(number) if number == int(number) else number


def window(said: Said) -> None:
    """Find the window of a curfew, outside its exceptions."""
    found = list(said.wording.clock.windows(said.main))
    if not found or said.wording.has("window_out", said.main):
        said.set("window", "not stated")
        if _has_half_a_window(said):
            said.doubt("TIME_UNCLEAR")
        return
    first = found[0]
    said.set("window", {"start": first.start, "end": first.end, "days": days_of(first.days)})
    if not first.is_certain:
        said.doubt("TIME_UNCLEAR")
    if len({(each.start, each.end) for each in found}) > 1:
        said.doubt("WINDOWS_DIFFER")


def _has_half_a_window(said: Said) -> bool:
    """Say whether a curfew names a time, but not one from which and one to which it runs."""
    return said.wording.has("bare_window", said.main) or any(said.wording.clock.times(said.main))
