"""Opening a file: who the person is, then the file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import opening
from throughcare.cases.forms.opening import OpenForm
from throughcare.cases.queries import person_for
from throughcare.pages.answers import page
from throughcare.people.models import Person
from throughcare.people.queries import person_card
from throughcare.refusal import Refused


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(["GET", "HEAD", "POST"])
def open_for(request: HttpRequest, number: str) -> HttpResponse:
    """Open a file for a person who is on record."""
    member: Any = request.user
    try:
        person = person_for(member, number)
    except Person.DoesNotExist:
        raise Http404 from None
    form = OpenForm(request.POST if request.method == "POST" else None, member=member)
    if form.is_valid():
        try:
            case = opening.open_case(
                person=person, office=member.office, by=member, **form.cleaned_data
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("File %(number)s is open.") % {"number": case.number})
            return redirect("cases:file", case.number)
    card = person_card(person.pk, on=clock.today())
    return page(request, "cases/open_for.html", {"form": form, "person": person, "card": card})
