"""Opening a file in an emergency; reviewing what was opened so."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.commands.emergency import open_in_emergency, review_emergency
from throughcare.cases.commands.look_review import review_looks
from throughcare.cases.file_pages import forms
from throughcare.cases.forms.emergency import EmergencyForm, EmergencyReviewForm, LookReviewForm
from throughcare.cases.queries.alerts import alerts_for
from throughcare.cases.queries.reviews import emergencies_to_review
from throughcare.cases.watching import WATCHING
from throughcare.pages.answers import page


@page_for(Permission.OPEN_IN_EMERGENCY, relation=Relation.NONE, data_class=DataClass.CASE)
@forms
def emergency(request: HttpRequest) -> HttpResponse:
    """Open one file for an hour, with a reason; a manager is told."""
    member: Any = request.user
    form = EmergencyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.showing_refusal():
            opened = open_in_emergency(by=member, **form.cleaned_data)
            said = {"minutes": WATCHING.minutes}
            messages.success(
                request, _("Open to you for %(minutes)s minutes. A manager was told.") % said
            )
            return redirect("cases:file", opened.case.number)
    return page(request, "cases/emergency.html", {"form": form, "watching": WATCHING})


@page_for(Permission.REVIEW_LOOKS, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def emergencies(request: HttpRequest) -> HttpResponse:
    """Show what waits for review: files opened in an emergency, and days of looking."""
    member: Any = request.user
    known = {
        "waiting": emergencies_to_review(member),
        "alerts": alerts_for(member),
        "watching": WATCHING,
    }
    return page(request, "cases/emergencies.html", known)


@page_for(Permission.REVIEW_LOOKS, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def review(request: HttpRequest, emergency: UUID) -> HttpResponse:
    """Say whether it was right to open a file in an emergency."""
    member: Any = request.user
    waiting = emergencies_to_review(member)
    found = next((each for each in waiting if each.pk == emergency), None)
    if found is None:
        raise Http404
    form = EmergencyReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.showing_refusal():
            review_emergency(emergency=found, by=member, **form.cleaned_data)
            messages.success(request, _("Reviewed."))
            return redirect("cases:emergencies")
    return page(request, "cases/review_emergency.html", {"form": form, "emergency": found})


@page_for(Permission.REVIEW_LOOKS, relation=Relation.OFFICE, data_class=DataClass.CASE)
@forms
def review_day(request: HttpRequest) -> HttpResponse:
    """Say whether a day of looking had a work reason: of a member, a day, for one cause."""
    member: Any = request.user
    asked = tuple(request.GET.get(each, "") for each in ("member", "day", "why"))
    waiting = {(str(a.member.pk), a.day.isoformat(), str(a.why)): a for a in alerts_for(member)}
    if asked not in waiting:
        raise Http404
    form = LookReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with form.showing_refusal():
            review_looks(alert=waiting[asked], by=member, **form.cleaned_data)
            messages.success(request, _("Reviewed."))
            return redirect("cases:emergencies")
    return page(request, "cases/review_day.html", {"form": form, "alert": waiting[asked]})
