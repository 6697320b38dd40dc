"""What waits for approval in an office; work not done for want of staff."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.cases.models import Case
from throughcare.cases.queries import visible_cases
from throughcare.decisions.commands.no_staff import (
    Undone,
    mark_not_done_no_staff,
    refusal_of,
)
from throughcare.decisions.commands.setting_aside import Aside
from throughcare.decisions.forms.deciding import NoStaffForm
from throughcare.decisions.links import Unreadable, opened_line
from throughcare.decisions.queries import waiting_for
from throughcare.pages.answers import page
from throughcare.staff.models import StaffMember


@page_for(Permission.APPROVE_DECISION, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Show what waits for a manager's answer, the oldest first."""
    member: Any = request.user
    found = list(waiting_for(member, clock.today()))
    return page(request, "decisions/waiting.html", {"decisions": found, "viewer": member})


@page_for(Permission.RUN_OFFICE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_http_methods(["GET", "HEAD", "POST"])
def no_staff(request: HttpRequest) -> HttpResponse:
    """Mark the lines that an address, or a list of boxes, names as not done for want of staff."""
    member: Any = request.user
    texts = request.POST.getlist("line") or request.GET.getlist("line")
    # Boxes of a list are sent without an id; the reasons are shown first. No box: that is said.
    sent = request.method == "POST" and ("id" in request.POST or not texts)
    form = NoStaffForm(request.POST if sent else None)
    try:
        lines, specialized = _lines(member, texts)
    except Http404:
        if request.method != "POST":
            raise
        form, lines, specialized = NoStaffForm(request.POST), [], frozenset()
        form.add_error(None, _("A line is not one of your files. Choose the lines again."))
    if form.is_valid():
        with form.showing_refusal():
            mark_not_done_no_staff(
                lines=[line for _text, line in lines],
                by=member,
                specialized=specialized,
                **form.said,
            )
            messages.success(request, str(form.done))
            return redirect("cases:office")
    told = [(text, line, refusal_of(line, specialized)) for text, line in lines]
    return page(request, "decisions/no_staff.html", {"form": form, "lines": told})


def _lines(
    member: StaffMember, texts: list[str]
) -> tuple[list[tuple[str, Undone]], frozenset[UUID]]:
    """Return the lines that signed texts are about, and which files are of specialized supervision.

    :raises Http404: when a text is not ours, or its file is closed to the member.
    """
    about = _about(texts)
    numbers = {number for _text, number, _work, _specialized in about}
    seen: dict[str, Case] = {
        case.number: case
        for case in visible_cases(member, clock.today())
        .filter(number__in=numbers)
        .select_related("person")
    }
    if seen.keys() != numbers:
        raise Http404
    specialized = frozenset(seen[number].pk for _text, number, _work, is_so in about if is_so)
    return [(text, Undone(seen[number], work)) for text, number, work, _so in about], specialized


def _about(texts: list[str]) -> list[tuple[str, str, Aside, bool]]:
    try:
        return [(text, *opened_line(text)) for text in dict.fromkeys(texts)]
    except Unreadable:
        raise Http404 from None
