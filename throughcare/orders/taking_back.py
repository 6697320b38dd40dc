"""What taking an event of an order back would do to the days of the file's orders."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from throughcare.orders.file_part import span_of
from throughcare.orders.models import EventKind, Order, OrderEvent
from throughcare.orders.queries.terms import terms_among, with_events
from throughcare.orders.sheets import order_in_a_line


@dataclass(frozen=True)
class Moved:
    """An order whose days would be others: its days now, and without the event."""

    order: str
    now: str
    then: str


def moved_without(event: OrderEvent, on: date) -> list[Moved]:
    """Return the orders of the file whose days would move, in the order made. One query.

    An order that comes after this one moves with it.
    """
    of_file = Order.objects.filter(case=event.order.case)
    orders = list(with_events(of_file).order_by("made_on", "id"))
    now = {each.order.pk: span_of(each, on) for each in terms_among(orders)}
    for order in orders:
        if order.pk == event.order_id:
            _take_back(order, event)
    return [
        Moved(order_in_a_line(each.order), now[each.order.pk], span_of(each, on))
        for each in terms_among(orders)
        if span_of(each, on) != now[each.order.pk]
    ]


def _take_back(order: Any, event: OrderEvent) -> None:
    """Let an order in memory have the event taken back; what it had replaced stays replaced."""
    said = {"id": "", "kind": EventKind.TAKEN_BACK, "facts": {}, "replaces": str(event.pk)}
    order.told = [*order.told, said | {"on": event.happened_on.isoformat()}]
