"""Who the person of a file is: the page, the acts that change it, and a new person."""

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
from throughcare.cases.queries import visible_people
from throughcare.pages.answers import page
from throughcare.people.forms import NewPersonForm, NoSuchForm, form_for
from throughcare.people.queries import identity as identity_of


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def identity(request: HttpRequest, number: str) -> HttpResponse:
    """Show all that is known of who the person is, and what was corrected."""
    state = state_or_404(request, number)
    known = {"identity": identity_of(state.case.person_id, on=clock.today())}
    return file_page(request, "cases/identity.html", state, "identity", known)


@page_for(Permission.WRITE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(["GET", "HEAD", "POST"])
def identity_act(
    request: HttpRequest, number: str, act: str, row: UUID | None = None
) -> HttpResponse:
    """Add, correct or end something known of the person."""
    state = state_or_404(request, number)
    member: Any = request.user
    sent = request.POST if request.method == "POST" else None
    try:
        form = form_for(act, sent, person=state.case.person, row=row)
    except NoSuchForm:
        raise Http404 from None
    if form.is_valid() and form.sent(member):
        messages.success(request, str(form.done))
        return redirect("cases:identity", number)
    return file_page(request, "cases/identity_act.html", state, "identity", {"form": form})


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(["GET", "HEAD", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """Add someone who is not on file; who may be the same is shown first."""
    member: Any = request.user
    sent = request.POST if request.method == "POST" else None
    form = NewPersonForm(sent, among=visible_people(member, clock.today()))
    person = form.sent(member) if form.is_valid() else None
    if person is not None:
        messages.success(request, _("%(name)s is on file.") % {"name": person.name.full})
        return redirect("cases:open_for", person.number)
    known = {
        "form": form,
        "likely": [(each, reverse("cases:person", args=[each.number])) for each in form.likely],
        "back_url": reverse("cases:list"),
    }
    return page(request, "people/new_person.html", known)
