"""The counter: who is expected, papers that arrived, and taking them in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.orders.commands import counter, papers
from throughcare.orders.forms.arriving import ArriveForm
from throughcare.orders.forms.taking_in import TakeInForm
from throughcare.orders.keying import flags_for, rows_for
from throughcare.orders.matching import people_for, whose_order
from throughcare.orders.models import Ending, Expected, Paper, PaperStanding
from throughcare.orders.proposing import read_paper
from throughcare.orders.queries.counter import waiting_at
from throughcare.orders.sheets import facts_of, passages_of
from throughcare.pages.answers import page
from throughcare.staff.models import Office

FORMS = ["GET", "HEAD", "POST"]


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def intake(request: HttpRequest) -> HttpResponse:
    """Show who is expected, the papers that lie here, and the orders to confirm."""
    member: Any = request.user
    waiting = waiting_at(office_of(request), member, clock.today())
    known = {"waiting": waiting, "may_confirm": member.may(Permission.CONFIRM_ORDER)}
    return page(request, "orders/intake.html", known)


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def arrive(request: HttpRequest) -> HttpResponse:
    """Keep a paper from the minute it arrives, then lead on to taking it in."""
    member: Any = request.user
    expected = _expected(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ArriveForm(*sent, initial=_named(expected))
    if form.is_valid():
        with form.showing_refusal():
            paper = papers.keep_paper(
                office=office_of(request), by=member, expected=expected, **form.said
            )
            return redirect("orders:paper", paper.pk)
    return page(request, "orders/arrive.html", {"form": form, "expected": expected})


@page_for(Permission.OPEN_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(FORMS)
def paper(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Take a paper in: the person, the days, the flags, then each condition."""
    member: Any = request.user
    found = paper_or_404(request, paper)
    if found.order:
        return redirect("orders:order", found.order.case.number, found.order.pk)
    read = read_paper(found)
    people = people_for(found, member, str(request.POST.get("find", "")))
    form = _take_in_form(request, found, read, people)
    if form.is_valid():
        with form.showing_refusal():
            order = counter.take_in_paper(
                id=form.cleaned_data["id"],
                paper=found,
                whose=whose_order(form, member),
                made=form.made,
                conditions=form.conditions,
                by=member,
                holder=form.cleaned_data["holder"],
            )
            messages.success(request, _("The order is on file as provisional."))
            return redirect("orders:taken_in", order.case.number, order.pk)
    known = {
        "paper": found,
        "form": form,
        "read": read,
        "people": people,
        "rows": rows_for(form),
        "facts": facts_of(form),
        "flags": flags_for(form),
        "pieces": passages_of(found.words, read),
    }
    return page(request, "orders/paper.html", known)


def _take_in_form(request: HttpRequest, found: Paper, read: Any, people: Any) -> TakeInForm:
    """Return the form: as it was sent, or filled in with what was read."""
    member: Any = request.user
    sent = request.POST if request.method == "POST" else None
    labels = [(each.number, each.label) for each in people]
    return TakeInForm(sent, paper=found, read=read, people=labels, member=member)


def office_of(request: HttpRequest) -> Office:
    """Return the viewer's office.

    :raises Http404: for someone who is posted nowhere.
    """
    office: Office | None = getattr(request.user, "office", None)
    if office is None:
        raise Http404
    return office


def paper_or_404(request: HttpRequest, paper: UUID) -> Paper:
    """Return a paper of the viewer's office that waits or was taken in.

    :raises Http404: when there is none, or it lies at another office.
    """
    wanted = (PaperStanding.WAITS, PaperStanding.TAKEN_IN)
    rows = Paper.objects.filter(pk=paper, office=office_of(request), standing__in=wanted)
    found = rows.select_related("order__case", "expected").first()
    if found is None:
        raise Http404
    return found


def _expected(request: HttpRequest) -> Expected | None:
    """Return the line of the list that the paper was waited for, when one was named."""
    asked = request.GET.get("expected", "")
    try:
        wanted = UUID(asked)
    except ValueError:
        return None
    rows = Expected.objects.filter(office=office_of(request), ending=Ending.WAITS)
    return rows.filter(pk=wanted).first()


def _named(expected: Expected | None) -> dict[str, str]:
    """Return the name of someone expected as the form has it: the last word is the surname."""
    if expected is None:
        return {}
    given, _space, surname = expected.name.rpartition(" ")
    born = expected.born_on
    return {"given": given, "surname": surname} | ({"born": f"{born}"} if born else {})
