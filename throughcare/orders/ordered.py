"""Conditions on file as the library takes them, and what the order itself asks."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.orders import happenings
from throughcare.orders.law import the_pack
from throughcare.orders.queries.conditions import StandingCondition
from throughcare.orders.queries.terms import OrderTerm, happenings_of
from throughcare.packs.requirements import OrderedCondition, requirements_of

ORDER_ITSELF = "ORDER_ITSELF"
"""What an order asks of the office whatever its conditions: to be given and explained."""


def asked_by_condition(condition: StandingCondition) -> list[Requirement]:
    """Return what a confirmed condition asks; nothing before an officer has confirmed it."""
    if not condition.confirmed or condition.in_force is None:
        return []
    found = (requirements_of(the_pack(), each) for each in ordered_of(condition))
    return [each for listed in found for each in listed]


def ordered_of(condition: StandingCondition) -> Iterator[OrderedCondition]:
    """Yield each meaning of a condition as the library takes it."""
    if condition.in_force is None:
        return
    released = released_on(condition.order)
    for each in condition.codes:
        yield OrderedCondition(
            id=condition.id,
            code=each.code,
            parameters=each.parameters,
            instrument=condition.instrument,
            made_on=condition.made_on,
            term=condition.term,
            in_force=condition.in_force,
            released_on=released,
        )


def asked_by_order(each: OrderTerm) -> list[Requirement]:
    """Return what an order asks of the office whatever its conditions."""
    order, starts_on = each.order, each.term.starts_on
    if starts_on is None:
        return []
    itself = OrderedCondition(
        id=order.pk,
        code=ORDER_ITSELF,
        parameters={},
        instrument=order.instrument,
        made_on=order.made_on,
        term=each.term,
        in_force=Period(starts_on, each.term.ends_before),
        released_on=released_on(order),
    )
    return requirements_of(the_pack(), itself)


def released_on(order: Any) -> date | None:
    """Return the day of release from prison that was recorded with an order."""
    custody = happenings.custody_of(happenings_of(order))
    return custody.released_on if custody else None
