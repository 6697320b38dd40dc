"""The victim card of a file: opening it, registering a victim, correcting what is known of one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from throughcare.access import DataClass, Permission, Relation, looks, page_for
from throughcare.cases.file_pages import file_page, forms, state_or_404
from throughcare.cases.queries.file import FileState
from throughcare.people.commands.keeping import ChangedSince
from throughcare.refusal import Refused
from throughcare.victims.commands import correct_victim, open_card, register_victim
from throughcare.victims.forms import OpenCardForm, VictimForm
from throughcare.victims.models import CardOpening, Victim
from throughcare.victims.queries import may_open, standing_opening, victims_of
from throughcare.victims.telling import shown


@page_for(Permission.SEE_CASE, relation=Relation.MINE, data_class=DataClass.VICTIM)
@forms
def card(request: HttpRequest, number: str) -> HttpResponse:
    """Ask for a reason, then show the victims of a file and how to reach them safely.

    :raises Http404: to whoever neither holds nor covers the file, nor is on duty today.
    """
    member: Any = request.user
    state, opening = _file_and_opening(request, number)
    form = OpenCardForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.showing_refusal():
            open_card(case=state.case, by=member, **form.cleaned_data)
            return redirect("victims:card", number)
    victims = [shown(each) for each in victims_of(state.case)] if opening else []
    known = {"opening": opening, "form": form, "victims": victims}
    return file_page(request, "victims/card.html", state, "", known)


@page_for(Permission.WRITE_CASE, relation=Relation.MINE, data_class=DataClass.VICTIM)
@forms
def register(request: HttpRequest, number: str) -> HttpResponse:
    """Register a victim of a file whose card is open to the viewer."""

    def do(state: FileState, form: VictimForm) -> None:
        member: Any = request.user
        register_victim(id=form.cleaned_data["id"], case=state.case, facts=form.facts, by=member)

    return _write(request, number, do, {"title": _("Register a victim")})


@page_for(Permission.WRITE_CASE, relation=Relation.MINE, data_class=DataClass.VICTIM)
@forms
def correct(request: HttpRequest, number: str, victim: UUID) -> HttpResponse:
    """Correct what is known of a victim, on an open card; what stood before stays readable."""

    def do(state: FileState, form: VictimForm) -> None:
        member: Any = request.user
        base = form.cleaned_data["base"]
        correct_victim(id=victim, case=state.case, facts=form.facts, base=base, by=member)

    known = {"title": _("Correct what is known of a victim"), "key": victim}
    return _write(request, number, do, known)


def _write(
    request: HttpRequest,
    number: str,
    do: Callable[[FileState, VictimForm], None],
    known: dict[str, Any],
) -> HttpResponse:
    """Show the form on an open card; sent, do it. What is typed stays when the card has closed."""
    state, opening = _file_and_opening(request, number)
    if opening is None and request.method != "POST":
        return redirect("victims:card", number)
    row = _row(state, known["key"]) if opening and "key" in known else None
    form = VictimForm(request.POST if request.method == "POST" else None, row=row)
    if form.is_valid():
        try:
            do(state, form)
        except Refused as refusal:
            form.refuse(refusal)
            if isinstance(refusal, ChangedSince):
                form.show_what_stands(refusal.present)
        else:
            messages.success(request, _("Kept on the card."))
            return redirect("victims:card", number)
    known |= {"opening": opening, "form": form, "shown": shown(row) if row else None}
    return file_page(request, "victims/write.html", state, "", known)


def _file_and_opening(request: HttpRequest, number: str) -> tuple[FileState, CardOpening | None]:
    """Return a file whose card the viewer may open, and by what it stands open, with the reason.

    :raises Http404: to whoever neither holds nor covers the file, nor is on duty today.
    """
    member: Any = request.user
    state = state_or_404(request, number)
    if not may_open(state.case):
        raise Http404
    opening = standing_opening(state.case, member)
    if opening is not None:
        looks.says_why(opening.reason)
    return state, opening


def _row(state: FileState, key: UUID) -> Victim:
    """Return the victim of a file whom an address names.

    :raises Http404: when nobody of this card is meant.
    """
    row = Victim.objects.filter(pk=key, case=state.case).first()
    if row is None:
        raise Http404
    return row
