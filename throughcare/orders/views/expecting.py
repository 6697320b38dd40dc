"""Who is expected, and papers that are held or set aside."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.orders.commands import expecting, papers
from throughcare.orders.forms.arriving import AsideForm, HoldForm
from throughcare.orders.forms.expecting import EndForm, ExpectForm, SeenForm
from throughcare.orders.models import Ending, Expected, Paper, PaperStanding
from throughcare.pages.answers import page
from throughcare.pages.forms import Form

FORMS = ["GET", "HEAD", "POST"]


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def expect(request: HttpRequest) -> HttpResponse:
    """Put someone on the list of those expected."""
    member: Any = request.user
    form = ExpectForm(_sent(request))
    return _answer(
        request,
        form,
        lambda: expecting.expect_person(office=member.office, by=member, **form.said),
        title=_("Someone is expected"),
        verb=_("Put on the list"),
        hint=_("Sentenced and not seen yet, or here without a paper."),
    )


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def seen(request: HttpRequest, expected: UUID) -> HttpResponse:
    """Record that someone expected is here."""
    member: Any = request.user
    line = _line(request, expected)
    form = SeenForm(_sent(request))
    return _answer(
        request,
        form,
        lambda: expecting.record_seen(expected=line, by=member, on=form.cleaned_data["seen_on"]),
        title=_("%(name)s is here") % {"name": line.name},
        verb=_("Record it"),
    )


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def not_expected(request: HttpRequest, expected: UUID) -> HttpResponse:
    """Take someone off the list."""
    member: Any = request.user
    line = _line(request, expected)
    form = EndForm(_sent(request))
    return _answer(
        request,
        form,
        lambda: expecting.no_longer_expect(
            expected=line, reason=form.cleaned_data["reason"], by=member
        ),
        title=_("%(name)s is not for this office") % {"name": line.name},
        verb=_("Take off the list"),
    )


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def hold(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Hold a paper that is not ours to supervise."""
    member: Any = request.user
    found = _paper(request, paper)
    form = HoldForm(_sent(request))
    return _answer(
        request,
        form,
        lambda: papers.hold_paper(paper=found, by=member, **form.cleaned_data),
        title=_("Hold this paper"),
        verb=_("Hold it"),
        hint=_("It is recorded as it arrived. Nobody is turned away: say whom to call."),
    )


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def aside(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Set a paper aside that was put in by mistake."""
    member: Any = request.user
    found = _paper(request, paper)
    form = AsideForm(_sent(request))
    return _answer(
        request,
        form,
        lambda: papers.set_paper_aside(paper=found, by=member, **form.cleaned_data),
        title=_("Set this paper aside"),
        verb=_("Set it aside"),
    )


def _answer(request: HttpRequest, form: Form, do: Callable[[], Any], **said: Any) -> HttpResponse:
    """Show a form of the counter; sent whole, do it and go back to intake."""
    if form.is_valid():
        with form.showing_refusal():
            do()
            messages.success(request, _("Kept."))
            return redirect("orders:intake")
    known = {"hint": "", "form": form, "back_url": reverse("orders:intake")} | said
    return page(request, "orders/form.html", known)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _line(request: Any, expected: UUID) -> Expected:
    """Return a line of the member's office; one off the list can be sent again, not opened.

    :raises Http404:
    """
    rows = Expected.objects.filter(pk=expected, office=request.user.office)
    if request.method != "POST":
        rows = rows.filter(ending=Ending.WAITS)
    if (line := rows.first()) is None:
        raise Http404
    return line


def _paper(request: Any, paper: UUID) -> Paper:
    """Return a paper of the member's office; a decided one can be sent again, not opened.

    :raises Http404:
    """
    rows = Paper.objects.filter(pk=paper, office=request.user.office)
    if request.method != "POST":
        rows = rows.filter(standing=PaperStanding.WAITS)
    if (found := rows.first()) is None:
        raise Http404
    return found
