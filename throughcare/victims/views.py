"""The victim card of a file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from throughcare.access import DataClass, Permission, Relation, looks, page_for
from throughcare.cases.file_pages import file_page, forms, state_or_404
from throughcare.refusal import Refused
from throughcare.victims.commands import open_card
from throughcare.victims.forms import OpenCardForm
from throughcare.victims.queries import may_open, standing_opening, victims_of


@page_for(Permission.SEE_CASE, relation=Relation.MINE, data_class=DataClass.VICTIM)
@forms
def card(request: HttpRequest, number: str) -> HttpResponse:
    """Ask for a reason, then show the victims of a file and how to reach them safely.

    :raises Http404: to whoever neither holds nor covers the file, nor is on duty today.
    """
    member: Any = request.user
    state = state_or_404(request, number)
    if not may_open(state.case):
        raise Http404
    form = OpenCardForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            open_card(case=state.case, by=member, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect("victims:card", number)
    opening = standing_opening(state.case, member)
    known: dict[str, Any] = {"opening": opening, "form": form}
    if opening is not None:
        looks.says_why(opening.reason)
        known["victims"] = victims_of(state.case)
    return file_page(request, "victims/card.html", state, "", known)
