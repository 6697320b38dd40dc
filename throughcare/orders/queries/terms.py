"""The terms of orders, recomputed from what was made and everything that was done since."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from throughcare.kernel.calendar.lengths import NOTHING, Length
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.kernel.terms.term import Standing, Term
from throughcare.orders import happenings
from throughcare.orders.happenings import Happening
from throughcare.orders.law import the_pack
from throughcare.orders.making import LENGTHS
from throughcare.orders.models import Order, OrderEvent
from throughcare.packs.pack import Pack
from throughcare.record.among import any_of
from throughcare.record.composed import composed_once


@dataclass(frozen=True)
class OrderTerm:
    """An order with its days, as they follow from everything that is on file."""

    order: Order
    term: Term

    def standing(self, on: date) -> Standing:
        """Return how the order stands on a day."""
        return self.term.standing(on)

    def binds(self, on: date) -> bool:
        """Say whether the order surely binds on a day, its clock stopped or not."""
        return self.standing(on) in (Standing.IN_FORCE, Standing.STOPPED)


def terms_of(cases: Collection[UUID], on: date) -> dict[UUID, list[OrderTerm]]:
    """Return the orders of each file made by a day, with their terms, in the order made.

    A paper that contradicts an order on file binds nobody and is left out. One query.
    """
    found: dict[UUID, list[OrderTerm]] = {case: [] for case in cases}
    for each in terms_among(_orders_made(list(cases), on)):
        found[each.order.case_id].append(each)
    return found


@composed_once
def _orders_made(cases: Collection[UUID], on: date) -> QuerySet[Order]:
    return orders_of(cases, on)


def orders_of(cases: Collection[UUID], on: date) -> QuerySet[Order]:
    """Return the orders of files made by a day that bind or did, with their events, in order."""
    orders = Order.objects.filter(any_of("case", cases), contradicts=None, made_on__lte=on)
    return with_events(orders).order_by("made_on", "id")


def with_events(orders: QuerySet[Order]) -> QuerySet[Order]:
    """Return orders that bring their events along in the same query."""
    events = OrderEvent.objects.filter(order=OuterRef("pk")).order_by("id")
    said = JSONObject(id="id", kind="kind", on="happened_on", facts="facts", replaces="replaces")
    return orders.annotate(told=ArraySubquery(events.values(said=said)))


def terms_among(orders: Iterable[Order]) -> list[OrderTerm]:
    """Return the terms of orders that came with their events; one may follow another of them."""
    by_id = {order.pk: order for order in orders}
    terms: dict[UUID, Term] = {}
    return [OrderTerm(order, _term(order, by_id, terms)) for order in by_id.values()]


def _term(order: Order, by_id: Mapping[UUID, Order], terms: dict[UUID, Term]) -> Term:
    """Return the term of an order, after that of the one it follows."""
    if order.pk not in terms:
        before = by_id.get(order.follows_id) if order.follows_id else None
        after = _term(before, by_id, terms) if before else None
        terms[order.pk] = _computed(the_pack(), made_of(order, after))
    return terms[order.pk]


@lru_cache(maxsize=65_536)
def _computed(pack: Pack, made: Made) -> Term:
    """Return the term of what was made: the same acts have the same days, so it is kept."""
    return term_of(pack.terms, made)


def made_of(order: Order, after: Term | None = None) -> Made:
    """Return an order and its events as the kernel takes them."""
    events = happenings_of(order)
    return Made(
        instrument=order.instrument,
        made_on=order.made_on,
        length=length_of(order),
        last_day=order.last_day_stated,
        first_day=order.first_day_stated,
        is_for_life=order.for_life,
        ended_on=happenings.ended_on(events),
        custody=happenings.custody_of(events),
        after=after,
        circumstances=frozenset(order.circumstances),
        changes=happenings.changes_of(events),
    )


def happenings_of(order: Order) -> list[Happening]:
    """Return the events that an order brought along and that stand, by day."""
    told: Any = getattr(order, "told", [])
    return happenings.standing(_happening(said) for said in told)


def length_of(order: Order) -> Length | None:
    """Return the length that the court gave, or None where it gave none."""
    length = Length(**{name: getattr(order, name) for name in LENGTHS})
    return None if length == NOTHING else length


def _happening(said: Mapping[str, Any]) -> Happening:
    on = date.fromisoformat(said["on"])
    return Happening(said["id"], said["kind"], on, said["facts"], said["replaces"])
