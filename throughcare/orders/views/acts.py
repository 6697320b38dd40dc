"""The acts on a file's orders."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.file_pages import act, file_page, state_or_404
from throughcare.cases.models import Case
from throughcare.cases.queries.file import FileState
from throughcare.orders.commands import (
    asking,
    confirming,
    directing,
    explaining,
    protecting,
    varying,
)
from throughcare.orders.forms import acts as forms
from throughcare.orders.forms import directing as directions
from throughcare.orders.forms import varying as variations
from throughcare.orders.models import Direction, Order, Query, Variation, VariationOutcome
from throughcare.orders.views.acting import FORMS, REGISTER, Act, Said, page_of, row_of


def _orders(case: Case) -> QuerySet[Order]:
    return Order.objects.filter(case=case).select_related("case__person")


def _directions(case: Case) -> QuerySet[Direction]:
    return Direction.objects.filter(case=case)


def _variations(case: Case) -> QuerySet[Variation]:
    return Variation.objects.filter(order__case=case).select_related("order__case")


def _queries(case: Case) -> QuerySet[Query]:
    return Query.objects.filter(order__case=case)


def _decide(variation: Variation, by: Any, said: Said) -> Variation:
    outcome = said.pop("outcome")
    if outcome == VariationOutcome.GRANTED:
        effect = said.pop("takes_effect_on") or said["decided_on"]
        return varying.grant_variation(variation=variation, takes_effect_on=effect, by=by, **said)
    return varying.end_variation(
        variation=variation, outcome=outcome, decided_on=said["decided_on"], by=by
    )


explain = page_of(
    Act(
        rows=_orders,
        form=lambda order: partial(forms.ExplainForm, order=order),
        do=lambda order, by, said: explaining.explain_order(order=order, by=by, **said),
    )
)
vary = page_of(
    Act(
        rows=_orders,
        form=lambda order: partial(variations.VariationForm, order=order),
        do=lambda order, by, said: varying.ask_variation(order=order, by=by, **said),
    )
)
protect = page_of(
    Act(
        rows=_orders,
        form=lambda _order: forms.ProtectForm,
        do=lambda order, by, said: protecting.name_protected(order=order, by=by, **said),
    )
)
add_condition = page_of(
    Act(
        rows=_orders,
        form=lambda order: partial(forms.AddConditionForm, order=order),
        do=lambda order, by, said: confirming.add_condition(order=order, by=by, **said),
    )
)
decide_variation = page_of(
    Act(
        rows=_variations,
        form=lambda variation: partial(variations.DecideVariationForm, variation=variation),
        do=_decide,
    )
)
answer = page_of(
    Act(
        rows=_queries,
        form=lambda _query: forms.AnswerForm,
        do=lambda query, by, said: asking.record_answer(query=query, by=by, **said),
    )
)
met = page_of(
    Act(
        rows=_directions,
        form=lambda direction: partial(directions.MetForm, direction=direction),
        do=lambda row, by, said: directing.record_direction_met(direction=row, by=by, **said),
    )
)
take_back = page_of(
    Act(
        rows=_directions,
        form=lambda _direction: directions.TakeBackForm,
        do=lambda row, by, said: directing.withdraw_direction(direction=row, by=by, **said),
    )
)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def direct(request: HttpRequest, number: str) -> HttpResponse:
    """Give a direction."""
    return _directed(request, number)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def taken_in(request: HttpRequest, number: str, row: UUID) -> HttpResponse:
    """End an intake: the file, the first direction, the slip and the sheet."""
    state = state_or_404(request, number)
    found = row_of(_orders(state.case), row)
    if request.method == "POST":
        return _directed(request, number)
    member: Any = request.user
    known = {
        "order": found,
        "form": directions.DirectionForm(None, state=state, member=member),
        "directions": list(_directions(state.case).order_by("-given_at")[:1]),
    }
    return file_page(request, "orders/taken_in.html", state, "orders", known)


def _directed(request: HttpRequest, number: str) -> HttpResponse:
    member: Any = request.user

    def do(state: FileState, said: Said) -> Direction:
        return directing.give_direction(case=state.case, by=member, **said)

    return act(request, number, directions.DirectionForm, do, then=REGISTER, tab="orders")
