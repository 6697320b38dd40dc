"""The orders of one file: each with its term, its conditions, what was asked, given and changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from throughcare.cases.models import Case
from throughcare.kernel.calendar.answers import Day
from throughcare.orders.models import Direction, Explained, Order, OrderEvent, Query, Variation
from throughcare.orders.queries.conditions import (
    StandingCondition,
    conditions_from,
    with_conditions,
)
from throughcare.orders.queries.terms import OrderTerm, terms_among, with_events

SOON = timedelta(days=60)


@dataclass(frozen=True)
class Registered:
    """One order of a file with all that belongs to it."""

    each: OrderTerm
    conditions: Sequence[StandingCondition]
    queries: Sequence[Query]
    variations: Sequence[Variation]
    events: Sequence[OrderEvent]
    explanations: Sequence[Explained]

    @property
    def order(self) -> Order:
        return self.each.order

    def ends_soon(self, on: date) -> bool:
        """Say whether its last day lies within the next two months."""
        last = self.each.term.last
        return isinstance(last, Day) and on <= last.on <= on + SOON


def register_of(case: Case, on: date) -> list[Registered]:
    """Return the orders of a file, the newest first, contradicting papers too. Six queries."""
    orders = with_conditions(with_events(Order.objects.filter(case=case, made_on__lte=on)))
    known = orders.select_related("confirmed_by", "document", "contradicts").prefetch_related(
        "questions__condition", "variations__parts__before", "events", "explanations__explained_by"
    )
    found = [_registered(each) for each in terms_among(known.order_by("made_on", "id"))]
    return list(reversed(found))


def registered_of(case: Case, order: UUID, on: date) -> Registered | None:
    """Return one order of a file, or None where it is not there. As many queries as the file."""
    return next((each for each in register_of(case, on) if each.order.pk == order), None)


def directions_of(case: Case) -> list[Direction]:
    """Return the directions of a file, the latest due first. One query."""
    rows: Any = Direction.objects.filter(case=case).select_related("given_by", "condition")
    return list(rows.order_by("-due_on", "-given_at"))


def _registered(each: OrderTerm) -> Registered:
    order: Any = each.order
    return Registered(
        each=each,
        conditions=conditions_from(order, each.term),
        queries=sorted(order.questions.all(), key=lambda query: query.asked_at),
        variations=sorted(order.variations.all(), key=lambda one: one.asked_on, reverse=True),
        events=sorted(order.events.all(), key=lambda one: (one.happened_on, one.pk)),
        explanations=sorted(order.explanations.all(), key=lambda one: one.given_on),
    )
