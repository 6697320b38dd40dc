"""The checks of a file: the list, the short form, a correction."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.file_pages import act, file_page, forms, state_or_404
from throughcare.orders.models import Condition
from throughcare.orders.queries import conditions_in_force
from throughcare.verification import commands, queries
from throughcare.verification.forms import CheckForm, CorrectCheckForm

LIST = "verification:list"


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def checks(request: HttpRequest, number: str) -> HttpResponse:
    """Show how each condition in force was last checked, and every check, newest first."""
    state = state_or_404(request, number)
    today = clock.today()
    known = {
        "lines": queries.lines_of(state.case, today),
        "conditions": conditions_in_force([state.case.pk], today)[state.case.pk],
    }
    return file_page(request, "verification/checks.html", state, "checks", known)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def record(request: HttpRequest, number: str) -> HttpResponse:
    """Record how a condition was checked, or what shows that something was done."""
    member: Any = request.user
    condition = _condition(request, number)
    return act(
        request,
        number,
        partial(CheckForm, condition=condition, shows=request.GET.get("shows", "")),
        lambda state, said: commands.verify_condition(case=state.case, by=member, **said),
        then=LIST,
        tab="checks",
    )


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def correct(request: HttpRequest, number: str, check: UUID) -> HttpResponse:
    """Correct a check; what was written first stays."""
    member: Any = request.user
    case = state_or_404(request, number).case
    row = queries.checks_of(case).filter(pk=check).first()
    if row is None:
        raise Http404
    return act(
        request,
        number,
        partial(CorrectCheckForm, row=row),
        lambda state, said: commands.correct_verification(verification=row, by=member, **said),
        then=LIST,
        tab="checks",
    )


def _condition(request: HttpRequest, number: str) -> Condition:
    """Return the condition of the file that the address names.

    :raises Http404: when it names none, or one of another file.
    """
    case = state_or_404(request, number).case
    try:
        asked = UUID(request.GET.get("condition", ""))
    except ValueError:
        raise Http404 from None
    found = Condition.objects.filter(pk=asked, order__case=case)
    condition = found.select_related("order").prefetch_related("codes").first()
    if condition is None:
        raise Http404
    return condition
