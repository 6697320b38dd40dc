"""The acts on a file's orders: each a form of the file, one command, and back to the orders."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.file_pages import act, file_page, state_or_404
from throughcare.cases.queries.file import FileState
from throughcare.orders.commands import (
    asking,
    confirming,
    directing,
    events,
    explaining,
    protecting,
    varying,
)
from throughcare.orders.forms import acts as forms
from throughcare.orders.models import Direction, Order, Query, Variation, VariationOutcome
from throughcare.record.ids import new_id

FORMS = ["GET", "HEAD", "POST"]
REGISTER = "orders:register"


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def direct(request: HttpRequest, number: str) -> HttpResponse:
    """Give a direction."""
    return act(request, number, forms.DirectionForm, _direct(request), then=REGISTER)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def taken_in(request: HttpRequest, number: str, order: UUID) -> HttpResponse:
    """End an intake: the file, the first direction, the slip and the sheet."""
    state = state_or_404(request, number)
    found = _order_of(state, order)
    if request.method == "POST":
        return act(request, number, forms.DirectionForm, _direct(request), then=REGISTER)
    member: Any = request.user
    known = {
        "order": found,
        "form": forms.DirectionForm(None, state=state, member=member),
        "directions": list(Direction.objects.filter(case=state.case).order_by("-given_at")[:1]),
    }
    return file_page(request, "orders/taken_in.html", state, "orders", known)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def explain(request: HttpRequest, number: str, order: UUID) -> HttpResponse:
    """Record that an order was explained and given."""
    found = _order_of(state_or_404(request, number), order)
    member: Any = request.user
    form: Any = partial(forms.ExplainForm, order=found)
    return act(
        request,
        number,
        form,
        lambda _state, said: explaining.explain_order(order=found, by=member, **said),
        then=REGISTER,
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def event(request: HttpRequest, number: str, order: UUID) -> HttpResponse:
    """Record what a court or an institution did to an order."""
    found = _order_of(state_or_404(request, number), order)
    member: Any = request.user
    return act(
        request,
        number,
        forms.EventForm,
        lambda _state, said: events.record_event(order=found, by=member, **said),
        then=REGISTER,
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def vary(request: HttpRequest, number: str, order: UUID) -> HttpResponse:
    """Record that someone asks for a change of conditions."""
    found = _order_of(state_or_404(request, number), order)
    member: Any = request.user
    form: Any = partial(forms.VariationForm, order=found)
    return act(
        request,
        number,
        form,
        lambda _state, said: varying.ask_variation(order=found, by=member, **said),
        then=REGISTER,
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def decide_variation(request: HttpRequest, number: str, variation: UUID) -> HttpResponse:
    """Record how a request for a change ended."""
    state = state_or_404(request, number)
    found = _of(Variation.objects.filter(pk=variation, order__case=state.case))
    member: Any = request.user
    form: Any = partial(forms.DecideVariationForm, variation=found)
    return act(
        request, number, form, lambda _state, said: _decide(found, member, said), then=REGISTER
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def answer(request: HttpRequest, number: str, query: UUID) -> HttpResponse:
    """Record what the court office or the Crown answered."""
    state = state_or_404(request, number)
    found = _of(Query.objects.filter(pk=query, order__case=state.case))
    member: Any = request.user
    return act(
        request,
        number,
        forms.AnswerForm,
        lambda _state, said: asking.record_answer(query=found, by=member, **said),
        then=REGISTER,
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def protect(request: HttpRequest, number: str, order: UUID) -> HttpResponse:
    """Name people whom the order protects."""
    found = _order_of(state_or_404(request, number), order)
    member: Any = request.user
    return act(
        request,
        number,
        forms.ProtectForm,
        lambda _state, said: [
            protecting.name_protected(id=new_id(), order=found, named_as=name, by=member)
            for name in said["listed"]
        ],
        then=REGISTER,
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def add_condition(request: HttpRequest, number: str, order: UUID) -> HttpResponse:
    """Add a condition that was not read."""
    found = _order_of(state_or_404(request, number), order)
    member: Any = request.user
    form: Any = partial(forms.AddConditionForm, order=found)
    return act(
        request,
        number,
        form,
        lambda _state, said: confirming.add_condition(order=found, by=member, **said),
        then=REGISTER,
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def met(request: HttpRequest, number: str, direction: UUID) -> HttpResponse:
    """Record that a direction was followed."""
    found = _direction_of(request, number, direction)
    member: Any = request.user
    return act(
        request,
        number,
        forms.MetForm,
        lambda _state, said: directing.record_direction_met(direction=found, by=member, **said),
        then=REGISTER,
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def take_back(request: HttpRequest, number: str, direction: UUID) -> HttpResponse:
    """Take a direction back."""
    found = _direction_of(request, number, direction)
    member: Any = request.user
    return act(
        request,
        number,
        forms.TakeBackForm,
        lambda _state, said: directing.withdraw_direction(direction=found, by=member, **said),
        then=REGISTER,
    )


def _direct(request: HttpRequest) -> Any:
    member: Any = request.user
    return lambda state, said: directing.give_direction(case=state.case, by=member, **said)


def _decide(variation: Variation, member: Any, said: dict[str, Any]) -> Variation:
    outcome = said.pop("outcome")
    if outcome == VariationOutcome.GRANTED:
        effect = said.pop("takes_effect_on") or said["decided_on"]
        return varying.grant_variation(
            variation=variation, takes_effect_on=effect, by=member, **said
        )
    return varying.end_variation(
        variation=variation, outcome=outcome, decided_on=said["decided_on"], by=member
    )


def _order_of(state: FileState, order: UUID) -> Order:
    return _of(Order.objects.filter(pk=order, case=state.case).select_related("case__person"))


def _direction_of(request: HttpRequest, number: str, direction: UUID) -> Direction:
    state = state_or_404(request, number)
    return _of(Direction.objects.filter(pk=direction, case=state.case))


def _of(rows: Any) -> Any:
    """Return the one row that was asked for.

    :raises Http404: when the file has none such.
    """
    found = rows.first()
    if found is None:
        raise Http404
    return found
