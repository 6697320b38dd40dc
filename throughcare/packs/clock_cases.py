"""Conformance cases of clocks: days, hours, working days, ceilings, windows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from throughcare.kernel.calendar.answers import NeedsPerson
from throughcare.kernel.calendar.counting import Clock, Deadline, Manner, deadline_from, run
from throughcare.kernel.calendar.hours import DailySpan, hours_after, local_moment, night_of
from throughcare.kernel.calendar.lengths import Length, day_after, last_days
from throughcare.kernel.calendar.working import first_report
from throughcare.packs.case_inputs import (
    CannotRead,
    Case,
    Fields,
    Found,
    as_day,
    found_day,
    waiting,
)
from throughcare.packs.pack import Ceiling, rule_in_force


def clock(case: Case) -> Fields:
    """Return what a statutory clock gives, under the names the shape asks for."""
    shape = case.shape
    if shape.latest_of:
        event = max(case.day(name) for name in shape.latest_of if case.has(name))
    else:
        event = case.day(*shape.when)
    return _deadline_fields(case, deadline_from(case.pack.clocks, shape.uses["clock"], event))


def at_least_before(case: Case) -> Fields:
    """Return the last day for a thing to be done at least so many days before an event."""
    event, days = case.day("event"), Length(days=case.number("at_least_days_before"))
    law = case.pack.laws[case.shape.uses["law"]]
    rule = Clock("", law, Manner.AT_LEAST_BEFORE, days, "", starts_on=date.min)
    return _deadline_fields(case, run(rule, event))


def _deadline_fields(case: Case, deadline: Deadline | NeedsPerson) -> Fields:
    """Return the fields of a deadline that the shape asks for."""
    if isinstance(deadline, NeedsPerson):
        return waiting(*case.shape.gives)
    values = {
        "due": found_day(deadline.due),
        "unextended": Found(deadline.unextended),
        "target": Found(deadline.target),
        "opens_on": Found(deadline.opens_on),
    }
    return {name: values[word] for name, word in case.shape.gives.items()}


def hours(case: Case) -> Fields:
    """Return the moment so many hours after another, in the local time of the case."""
    name = case.shape.when[0]
    told = case.moment(name)
    rule = rule_in_force(case.pack.hours, case.shape.uses["hours"], told.date())
    if rule is None:
        raise CannotRead(f"no rule is known for {case.shape.uses['hours']} on {told.date()}")
    zone = _zone(case)
    moment = hours_after(local_moment(told, zone), rule.hours, rule.authority)
    told_as = {
        word: _as_told(each, told, zone)
        for word, each in (("earliest", moment.earliest), ("latest", moment.latest))
    }
    others = set(told_as.values())
    return {
        name: Found(told_as[word], tuple(others - {told_as[word]}))
        for name, word in case.shape.gives.items()
    }


def _zone(case: Case) -> str:
    """Return the time zone of a case, or the pack's own."""
    return str(case.inputs.get("tz") or case.pack.conformance.zone)


def _as_told(moment: datetime, told: datetime, zone: str) -> datetime:
    """Return a moment as the case tells moments: with an offset, or in local time without."""
    local = moment.astimezone(ZoneInfo(zone))
    return local if told.tzinfo else local.replace(tzinfo=None)


def first_report_case(case: Case) -> Fields:
    """Return the last day to report first, or why a person must say it."""
    made = case.day("made")
    rule = rule_in_force(case.pack.working, case.shape.uses["working"], made)
    if rule is None:
        raise CannotRead(f"no rule is known for {case.shape.uses['working']} on {made}")
    closed = frozenset(as_day(each, "closed_days") for each in case.inputs.get("closed_days", []))
    answer = first_report(
        replace(case.pack.office, closed=closed),
        made=made,
        in_force=case.day_or_none("in_force") or made,
        days=rule.days,
        authority=rule.authority,
        has_own_words=bool(case.inputs.get("order_text_has_own_reporting_rule")),
    )
    if not isinstance(answer, NeedsPerson):
        return {"due": found_day(answer)}
    return waiting("due") | {"suggested": found_day(answer.suggested)}


def missing_rule(case: Case) -> Fields:
    """Return that a rule does not apply to a board here, and what must be found instead."""
    missing = next(each for each in case.pack.missing if each.code == case.shape.uses["missing"])
    if case.inputs["board"] not in missing.boards:
        raise CannotRead(f"board = {case.inputs['board']!r} is not a board of this pack")
    status = Found(f"needs_rule: {missing.find}", needs_person=True)
    return waiting("due") | {"status": status}


def community_service(case: Case) -> Fields:
    """Return how far hours and months of community service go, and which pass the ceiling."""
    made = case.day_or_none("made")
    ceiling = _ceiling(case, made)
    months = Length(months=case.number("months"))
    start = made or ceiling.starts_on
    is_long = day_after(start, months) > day_after(start, ceiling.length)
    too_much = {"hours": case.number("hours") > ceiling.hours, "months": is_long}
    broken = [name for name, over in too_much.items() if over]
    fields = {
        "valid": Found(not broken),
        "violations": Found(broken),
        "hours_max": Found(ceiling.hours),
    }
    return fields if made is None else fields | _service_days(made, months, ceiling)


def _ceiling(case: Case, made: date | None) -> Ceiling:
    """Return the ceiling in force on a day, the latest known where no day is given."""
    code = case.shape.uses["ceiling"]
    ceiling = rule_in_force(case.pack.ceilings, code, made or date.max)
    if ceiling is None:
        raise CannotRead(f"no ceiling is known for {code} on {made}")
    return ceiling


def _service_days(made: date, months: Length, ceiling: Ceiling) -> Fields:
    """Return the last day under each wording an order may use, and the last day permitted."""
    period, longest = last_days(made, months), last_days(made, ceiling.length)
    return {
        "period_of_months_last_day": _readings(*period),
        "within_months_of_last_day": Found(day_after(made, months)),
        "statutory_max_last_day": _readings(*longest),
    }


def _readings(certain: date, outer: date) -> Found:
    """Return a day with its outer reading, where that differs."""
    return Found(certain, () if outer == certain else (outer,))


def curfew(case: Case) -> Fields:
    """Return when a window of one evening begins and ends, and how long it really lasts."""
    try:
        starts, ends = (time.fromisoformat(each) for each in case.inputs["window"].split("-"))
    except (AttributeError, ValueError):
        message = f"window = {case.inputs['window']!r} is not a window such as 21:00-06:00"
        raise CannotRead(message) from None
    night = night_of(DailySpan(starts, ends), case.day("night_of"), _zone(case), "")
    return {
        "elapsed_hours": Found(night.elapsed.total_seconds() / 3600),
        "utc_start": Found(night.starts.at.astimezone(UTC), night.starts.others),
        "utc_end": Found(night.ends.at.astimezone(UTC), night.ends.others),
    }
