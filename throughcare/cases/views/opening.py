"""Opening a file: who the person is, then the file."""

from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands import opening
from throughcare.cases.forms.opening import OpenForm
from throughcare.cases.queries import person_for, visible_cases
from throughcare.pages.answers import page
from throughcare.people.models import Person
from throughcare.people.queries import person_card


@page_for(Permission.FIND_PERSON, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def person(request: HttpRequest, number: str) -> HttpResponse:
    """Lead to the file of a person: the open one, else the last; without one, to open it."""
    member: Any = request.user
    found = _person(request, number)
    files = visible_cases(member, clock.today()).filter(person=found)
    newest = files.order_by(F("closed_on").desc(nulls_first=True), "-opened_on").first()
    if newest is None:
        return redirect("cases:open_for", number)
    return redirect("cases:file", newest.number)


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(["GET", "HEAD", "POST"])
def open_for(request: HttpRequest, number: str) -> HttpResponse:
    """Open a file for a person who is on record."""
    member: Any = request.user
    found = _person(request, number)
    form = OpenForm(request.POST if request.method == "POST" else None, member=member)
    if form.is_valid():
        with form.showing_refusal():
            case = opening.open_case(person=found, office=member.office, by=member, **form.said)
            messages.success(request, _("File %(number)s is open.") % {"number": case.number})
            return redirect("cases:file", case.number)
    card = person_card(found.pk, on=clock.today())
    return page(request, "cases/open_for.html", {"form": form, "card": card})


def _person(request: HttpRequest, number: str) -> Person:
    """Return a person the viewer may see.

    :raises Http404: when there is none, and just the same when they are closed to the viewer.
    """
    member: Any = request.user
    try:
        return person_for(member, number)
    except Person.DoesNotExist:
        raise Http404 from None
