"""What was done to an order: first which of it, then its facts."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.file_pages import act, file_page, state_or_404
from throughcare.cases.models import Case
from throughcare.cases.queries.file import FileState
from throughcare.orders.breaching import steps_on_file
from throughcare.orders.commands import events
from throughcare.orders.forms.event import EventForm
from throughcare.orders.forms.event_kinds import offered, stops_for_breach, what_of
from throughcare.orders.forms.taking_back import TakeEventBackForm
from throughcare.orders.models import EventKind, Order, OrderEvent
from throughcare.orders.sheets import order_in_a_line
from throughcare.orders.views.acting import FORMS, REGISTER, Act, Said, page_of, row_of


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def event(request: HttpRequest, number: str, row: UUID) -> HttpResponse:
    """Ask which thing was done to an order, then only for its facts; record it."""
    state = state_or_404(request, number)
    order = row_of(Order.objects.filter(case=state.case).select_related("case__person"), row)
    what = what_of(order, (request.POST or request.GET).get("what", ""))
    if what is None:
        return _which(request, state, order)
    member: Any = request.user

    def do(_state: FileState, said: Said) -> Any:
        return events.record_event(order=order, by=member, **said)

    form = partial(EventForm, order=order, what=what)
    return act(request, number, form, do, then=REGISTER, tab="orders")


def _which(request: HttpRequest, state: FileState, order: Order) -> HttpResponse:
    """Return the page on which one chooses what was done; sent without it, it says so."""
    sent = request.method == "POST"
    known = {
        "order": order,
        "hint": order_in_a_line(order),
        "groups": offered(order),
        "steps": steps_on_file(order) if stops_for_breach(order) else [],
        "refusal": _("Nothing was recorded. Choose what was done to the order.") if sent else "",
    }
    answer = file_page(request, "orders/what_was_done.html", state, "orders", known)
    answer.status_code = 422 if sent else 200
    return answer


def _events(case: Case) -> QuerySet[OrderEvent]:
    """Return what was done to a file's orders; that something was taken back is no such thing."""
    rows = OrderEvent.objects.filter(order__case=case).exclude(kind=EventKind.TAKEN_BACK)
    return rows.select_related("order__case__person")


take_event_back = page_of(
    Act(
        rows=_events,
        form=lambda event: partial(TakeEventBackForm, event=event),
        do=lambda event, by, said: events.take_event_back(event=event, by=by, **said),
    )
)
