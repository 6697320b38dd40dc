"""What was done to an order and stands."""

from throughcare.orders.models import EventKind, Order, OrderEvent

DECIDED = "determined_on"


def breach_to_go_on(order: Order, *, begins: bool) -> OrderEvent | None:
    """Return the alleged breach of which a step is one more, the latest. One query.

    A beginning goes with a process that the court has not decided; any other step also with the
    last one decided, which it corrects.
    """
    rows = OrderEvent.objects.filter(
        order=order, kind=EventKind.BREACH_PROCESS, replaced_by=None
    ).order_by("-happened_on", "-id")
    found = list(rows)
    waiting = next((each for each in found if DECIDED not in each.facts), None)
    return waiting or (None if begins else next(iter(found), None))


def custody_on_file(order: Order) -> OrderEvent | None:
    """Return the imprisonment recorded with an order that counts, the last. One query."""
    rows = OrderEvent.objects.filter(order=order, kind=EventKind.CUSTODY, replaced_by=None)
    return rows.order_by("happened_on", "id").last()
