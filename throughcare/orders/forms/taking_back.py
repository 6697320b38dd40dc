"""An event of an order is taken back: what it says, what that does to the days, and why."""

from typing import Any

from django.utils.translation import gettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.orders.events_told import facts_of
from throughcare.orders.models import EventKind, OrderEvent
from throughcare.orders.sheets import order_in_a_line
from throughcare.orders.taking_back import moved_without
from throughcare.pages.fields import OnceField


class TakeEventBackForm(FileForm):
    """An event is taken back; the days are shown as they would be before it is done."""

    title = gettext_lazy("Take back what was recorded of the order")
    verb = gettext_lazy("Take it back")
    done = gettext_lazy("Taken back. It stays on file, and the days are computed anew.")
    about = "orders/_event_taken_back.html"

    id = OnceField()
    reason = reason(gettext_lazy("Why"))

    def __init__(self, *args: Any, event: OrderEvent, **kwargs: Any) -> None:
        self.event = event
        self.facts = facts_of(event)
        self.moved = moved_without(event, clock.today())
        self.of_conditions = event.kind == EventKind.VARIED
        self.hint = order_in_a_line(event.order)
        super().__init__(*args, **kwargs)
