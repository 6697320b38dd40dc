"""From a condition of an order to what the kernel asks: requirements, and what must be asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from throughcare.kernel.calendar.answers import Day, Reason, because
from throughcare.kernel.calendar.lengths import ONE_DAY, Length, later
from throughcare.kernel.calendar.working import OfficeCalendar
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import (
    After,
    Cadence,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.terms.term import Term
from throughcare.packs.condition_rules import Asked, ConditionRule, CountsFrom, How
from throughcare.packs.conditions import condition_rule, number
from throughcare.packs.limits import (
    Stated,
    Why,
    as_stated,
    due_day,
    first_counted,
    stated_limit,
)
from throughcare.packs.pack import Pack
from throughcare.packs.parts import part_of


@dataclass(frozen=True, slots=True)
class OrderedCondition:
    """One code of a condition of an order, in plain values.

    `in_force` are the condition's days as the order and its variations give them; a part of the
    order that it states as its `phase` is counted here.
    """

    id: UUID
    code: str
    parameters: Mapping[str, Any]
    instrument: str
    made_on: date
    term: Term
    in_force: Period
    released_on: date | None = None


def requirements_of(
    pack: Pack, ordered: OrderedCondition, office: OfficeCalendar | None = None
) -> list[Requirement]:
    """Return what a condition asks; nothing for what must first be asked (`questions_of`).

    Where a day has two readings, what falls due does so on the later: nobody is late before. The
    earlier is kept beside it, for whoever wants to be in time on both.
    """
    rule = condition_rule(pack, ordered.code, ordered.made_on)
    if rule is None or not rule.requirements:
        return []
    ordered = in_part(pack, rule, ordered)
    found = (
        _requirement(pack, asked, ordered, office)
        for asked in rule.requirements
        if applies(asked, ordered)
    )
    return [each for each in found if each is not None]


def questions_of(
    pack: Pack, ordered: OrderedCondition, office: OfficeCalendar | None = None
) -> list[Reason]:
    """Return what a person must find out before all that the condition asks can be counted."""
    rule = condition_rule(pack, ordered.code, ordered.made_on)
    if rule is None:
        return []
    ordered = in_part(pack, rule, ordered)
    asks = [
        because(Why.NOT_STATED, rule.authority, parameter=f"{rule.code}.{each.name}")
        for each in rule.needed
        if all(ordered.parameters.get(name) is None for name in (each.name, *each.unless))
    ]
    for asked in rule.requirements:
        if applies(asked, ordered):
            asks += _asks(pack, asked, ordered, office)
    return list(dict.fromkeys(asks))


def applies(asked: Asked, ordered: OrderedCondition) -> bool:
    """Say whether something is asked of an order: by what it states, and by its instrument."""
    if asked.is_always:
        return True
    stated = ordered.parameters
    return (
        all(stated.get(name) is not None for name in asked.only_with)
        and all(stated.get(name) is None for name in asked.only_without)
        and (not asked.only_on or ordered.instrument in asked.only_on)
    )


def _asks(
    pack: Pack, asked: Asked, ordered: OrderedCondition, office: OfficeCalendar | None
) -> list[Reason]:
    if asked.how is How.ONCE:
        return _asks_of_day(pack, asked, ordered, office)
    if asked.how is How.HOURS:
        return [*_asks_of_day(pack, asked, ordered, office), *_asks_of_amount(asked, ordered)]
    return []


def _asks_of_day(
    pack: Pack, asked: Asked, ordered: OrderedCondition, office: OfficeCalendar | None
) -> list[Reason]:
    due, first = due_day(pack, ordered, asked, office), ordered.in_force.starts_on
    asks = [due] if isinstance(due, Reason) else []
    if _is_counted_from_making(pack, asked, ordered) and first > ordered.made_on:
        code, made = Why.BEFORE_IN_FORCE, ordered.made_on
        asks.append(because(code, asked.authority, made=made, in_force=first))
    return asks


def _asks_of_amount(asked: Asked, ordered: OrderedCondition) -> list[Reason]:
    if _amount(asked, ordered) is not None:
        return []
    stated = ordered.parameters.get(asked.amount)
    code = Why.NOT_STATED if stated is None else Why.CANNOT_COUNT
    words = {} if stated is None else {"words": as_stated(stated)}
    return [because(code, asked.authority, parameter=asked.label_of(asked.amount), **words)]


def _is_counted_from_making(pack: Pack, asked: Asked, ordered: OrderedCondition) -> bool:
    stated = stated_limit(pack, ordered.parameters, asked)
    if isinstance(stated, Reason) or stated.day or stated.to_the_end:
        return False
    return (stated.counts_from or asked.counts_from) is CountsFrom.MADE


def _requirement(
    pack: Pack, asked: Asked, ordered: OrderedCondition, office: OfficeCalendar | None
) -> Requirement | None:
    cadence = _cadence(pack, asked, ordered, office)
    if cadence is None:
        return None
    condition = str(ordered.id)
    return Requirement(
        id=f"condition:{condition}:{asked.of}:{asked.code}",
        what=_what(asked, ordered),
        owed_by=asked.owed_by,
        cadence=cadence,
        closed_by=_closed_by(asked, condition),
        authority=asked.authority,
        in_force=ordered.in_force,
        at_least=asked.at_least,
    )


def in_part(pack: Pack, rule: ConditionRule, ordered: OrderedCondition) -> OrderedCondition:
    """Return the condition with the days of the part of the order that it states.

    A part that cannot be counted leaves the whole order: `part_of` then returns None.
    """
    for name in rule.phases:
        stated = ordered.parameters.get(name)
        if part := part_of(pack, ordered.term, ordered.in_force, stated):
            return replace(ordered, in_force=part)
    return ordered


def _closed_by(asked: Asked, condition: str) -> frozenset[str]:
    if not asked.is_narrow:
        return asked.closers
    return frozenset(f"{kind}@{condition}" for kind in asked.closed_by)


def _what(asked: Asked, ordered: OrderedCondition) -> str:
    """Return what is asked as a code with the stated values its words name: see plain.py."""
    if not asked.names:
        return asked.key
    values = {name: ordered.parameters.get(name) for name in asked.names}
    return f"{asked.key} {json.dumps(values, default=str)}"


def _cadence(
    pack: Pack, asked: Asked, ordered: OrderedCondition, office: OfficeCalendar | None
) -> Cadence | None:
    if asked.how is How.TIMES:
        rate = Rate(ordered.in_force.starts_on, asked.times)
        return Times((rate,), asked.window, asked.part_window)
    if asked.how in (How.AFTER, How.ROLLING):
        length = _length(stated_limit(pack, ordered.parameters, asked), asked)
        return (
            After(_event(pack, asked, ordered), length)
            if asked.how is How.AFTER
            else Rolling(length)
        )
    return _by_a_day(asked, ordered, due_day(pack, ordered, asked, office))


def _by_a_day(asked: Asked, ordered: OrderedCondition, due: Day | Reason) -> Cadence | None:
    if isinstance(due, Reason):
        return None
    first = ordered.in_force.starts_on
    opens_on = max(first_counted(ordered, asked.counts_from) or first, first)
    due_before, safe_before = (
        later(max(day, opens_on), ONE_DAY) for day in (due.latest, due.earliest)
    )
    safe = safe_before if safe_before < due_before else None
    if asked.how is How.ONCE:
        return Once(opens_on, due_before, safe)
    hours = _amount(asked, ordered)
    return None if hours is None else Hours(hours, opens_on, due_before, safe)


def _event(pack: Pack, asked: Asked, ordered: OrderedCondition) -> str:
    """Return the event as the facts name it: of this condition, or of the person."""
    is_narrow = asked.is_narrow and asked.event in pack.narrow_events
    return f"{asked.event}@{ordered.id}" if is_narrow else asked.event


def _length(stated: Stated | Reason, asked: Asked) -> Length:
    """Return the stated length where it is one that can be counted again and again."""
    if isinstance(stated, Stated) and stated.length is not None:
        return stated.length
    return asked.within.length or Length()


def _amount(asked: Asked, ordered: OrderedCondition) -> Fraction | None:
    hours = number(ordered.parameters.get(asked.amount))
    return hours if hours and hours > 0 else None
