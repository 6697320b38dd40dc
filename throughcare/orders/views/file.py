"""A file's orders: the register, one order with its conditions, and deciding about them."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.file_pages import file_page, state_or_404
from throughcare.cases.queries.file import FileState
from throughcare.orders.commands import asking, confirming
from throughcare.orders.flags import conflicts, flags_of_order
from throughcare.orders.forms.changing import AskForm, MeaningForm
from throughcare.orders.models import Condition, ConditionStanding
from throughcare.orders.queries.conditions import conditions_in_force
from throughcare.orders.queries.register import (
    Registered,
    directions_of,
    register_of,
    registered_of,
)
from throughcare.orders.rows import ConditionRow, rows_of
from throughcare.orders.sheets import facts_of_order, passages_of_order
from throughcare.refusal import Refused

FORMS = ["GET", "HEAD", "POST"]


class NothingChosen(Refused): ...


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def register(request: HttpRequest, number: str) -> HttpResponse:
    """Show the orders of a file, their conditions and the directions given."""
    state = state_or_404(request, number)
    today = clock.today()
    found = register_of(state.case, today)
    known = {
        "orders": [(each, facts_of_order(each.order, each.each.term)) for each in found],
        "ending": [each.order.pk for each in found if each.ends_soon(today)],
        "directions": directions_of(state.case),
        "may_confirm": _may_confirm(request),
    }
    return file_page(request, "orders/register.html", state, "orders", known)


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def order(request: HttpRequest, number: str, order: UUID) -> HttpResponse:
    """Show what the court ordered beside what it is taken to mean; decide about it."""
    state = state_or_404(request, number)
    found = _order_or_404(state, order)
    refused: dict[str, Any] = {}
    if request.method == "POST":
        answer = _decided(request, state, found, refused)
        if answer is not None:
            return answer
    return _order_page(request, state, found, refused)


def _order_page(
    request: HttpRequest, state: FileState, found: Registered, refused: dict[str, Any]
) -> HttpResponse:
    today = clock.today()
    opened = refused.get("condition") or _opened(request, found)
    rows = [_with_forms(row, refused) for row in rows_of(found.conditions, found.queries, opened)]
    beside = conditions_in_force([state.case.pk], today)[state.case.pk]
    others = [each for each in beside if each.order_id != found.order.pk]
    known = {
        "found": found,
        "order": found.order,
        "facts": facts_of_order(found.order, found.each.term),
        "flags": flags_of_order(found.order, found.conditions)
        + conflicts(found.conditions, others),
        "rows": rows,
        "opened_number": next((row.condition.number for row in rows if row.opened), 0),
        "opened_anchor": next((row.anchor for row in rows if row.opened), ""),
        "pieces": passages_of_order(found.order, found.conditions),
        "refusal": refused.get("words", ""),
        "form": refused.get("meaning") or refused.get("asking"),
        "counted": _counted(found),
        "may_confirm": _may_confirm(request),
    }
    status = 422 if refused else 200
    answer = file_page(request, "orders/order.html", state, "orders", known)
    answer.status_code = status
    return answer


def _decided(
    request: HttpRequest, state: FileState, found: Registered, refused: dict[str, Any]
) -> HttpResponse | None:
    """Do what was sent; None with what was refused where it cannot be done."""
    act, condition = request.POST.get("act", ""), _condition(request, found)
    try:
        done = _do(request, found, act, condition, refused)
    except Refused as refusal:
        refused |= {"words": str(refusal), "condition": condition.pk if condition else None}
        return None
    if not done:
        return None
    messages.success(request, done)
    address = reverse("orders:order", args=[state.case.number, found.order.pk])
    return redirect(f"{address}{_next(found, condition)}")


def _do(
    request: HttpRequest,
    found: Registered,
    act: str,
    condition: Condition | None,
    refused: dict[str, Any],
) -> str:
    """Return the sentence of what was done; nothing where a form must be filled in first."""
    member: Any = request.user
    if act == "confirm_order":
        confirming.confirm_order(order=found.order, by=member)
        return _("The order is confirmed. What it asks is on Today.")
    if condition is None:
        raise NothingChosen(_("Nothing was decided. Choose a condition, and say what it means."))
    number = {"number": condition.number}
    if act == "confirm":
        return _meant(request, found, condition, refused) and (
            _("Condition %(number)s is confirmed.") % number
        )
    if act == "ask":
        return _asked(request, found, condition, refused) and (
            _("The query about condition %(number)s is written down. Send it.") % number
        )
    if act == "none":
        reason = request.POST.get("reason", "").replace("\x00", "")
        confirming.withdraw_condition(
            condition=condition, reason=reason, by=member, seen=_seen(request)
        )
        return _("Condition %(number)s is taken off.") % number
    raise NothingChosen(
        _("Nothing was decided about condition %(number)s. Use one of its buttons.") % number
    )


def _meant(
    request: HttpRequest, found: Registered, condition: Condition, refused: dict[str, Any]
) -> str:
    """Confirm a condition with the meaning that was sent; a new meaning is shown first."""
    member: Any = request.user
    standing = next((each for each in found.conditions if each.id == condition.pk), None)
    changed = any(name.startswith(f"c{condition.number}-") for name in request.POST)
    if standing is None or not changed:
        confirming.confirm_condition(condition=condition, by=member, seen=_seen(request))
        return "confirmed"
    form = MeaningForm(request.POST, condition=standing)
    new = form.data.get(form.add_prefix("another"), "")
    shown = form.add_prefix(f"keep_{new}") in form.data
    if not form.is_valid() or (new and not shown):
        refused |= {"condition": condition.pk, "meaning": form}
        return ""
    confirming.change_condition(
        condition=condition, codes=form.codes, by=member, seen=_seen(request)
    )
    return "confirmed"


def _asked(
    request: HttpRequest, found: Registered, condition: Condition, refused: dict[str, Any]
) -> str:
    member: Any = request.user
    form = AskForm(request.POST, prefix=f"q{condition.number}")
    if not form.is_valid():
        refused |= {"condition": condition.pk, "asking": form}
        return ""
    said = form.cleaned_data
    asking.ask_query(order=found.order, condition=condition, by=member, seen=_seen(request), **said)
    return "asked"


def _seen(request: HttpRequest) -> str | None:
    """Return how the condition stood on the page that was sent."""
    return request.POST.get("seen") or None


def _with_forms(row: ConditionRow, refused: dict[str, Any]) -> ConditionRow:
    """Return a line with the form that was sent, where it must be put right."""
    if row.condition.id != refused.get("condition"):
        return row
    forms = {name: refused[name] for name in ("meaning", "asking") if name in refused}
    return replace(row, **forms)


def _order_or_404(state: FileState, order: UUID) -> Registered:
    found = registered_of(state.case, order, clock.today())
    if found is None:
        raise Http404
    return found


def _condition(request: HttpRequest, found: Registered) -> Condition | None:
    """Return the condition that was decided about, when it is one of this order."""
    rows = Condition.objects.filter(order=found.order).select_related("order__case__person")
    try:
        return rows.filter(pk=UUID(request.POST.get("condition", ""))).first()
    except ValueError:
        return None


def _opened(request: HttpRequest, found: Registered) -> UUID | None:
    """Return the condition that is open: the one asked for, else the first to decide."""
    asked = request.GET.get("open", "")
    for each in found.conditions:
        if str(each.number) == asked:
            return each.id
    if not _may_confirm(request):
        return None
    return next((each.id for each in found.conditions if each.provisional), None)


def _next(found: Registered, condition: Condition | None) -> str:
    """Return where to go on: the next condition that waits, else the order."""
    if condition is None:
        return ""
    later = [
        each.number for each in found.conditions if each.provisional and each.id != condition.pk
    ]
    after = [number for number in later if number > condition.number] or later
    return f"?open={after[0]}#condition-{after[0]}" if after else ""


def _counted(found: Registered) -> dict[str, int]:
    standings = [each.standing for each in found.conditions]
    settled = standings.count(ConditionStanding.CONFIRMED)
    with_court = standings.count(ConditionStanding.UNCLEAR)
    return {
        "settled": settled,
        "with_court": with_court,
        "to_confirm": len(standings) - settled - with_court,
    }


def _may_confirm(request: HttpRequest) -> bool:
    member: Any = request.user
    return bool(member.may(Permission.CONFIRM_ORDER))
