"""What was done to an order and stands."""

from throughcare.orders.models import EventKind, Order, OrderEvent


def open_breach(order: Order) -> OrderEvent | None:
    """Return the alleged breach that the court has not decided, the latest. One query."""
    rows = OrderEvent.objects.filter(
        order=order, kind=EventKind.BREACH_PROCESS, replaced_by=None
    ).exclude(facts__has_key="determined_on")
    return rows.order_by("-happened_on", "-id").first()
