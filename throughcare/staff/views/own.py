"""A member's own account: sessions, absences and working days; and the roles, for everyone."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.pages.answers import page
from throughcare.staff import queries
from throughcare.staff import typed as kept
from throughcare.staff.commands import days
from throughcare.staff.factors import factors_of
from throughcare.staff.forms.days import AbsenceForm, CorrectAbsenceForm
from throughcare.staff.models import Absence, StaffMember
from throughcare.staff.permissions import may_keep_days_of
from throughcare.staff.roles import IN_WORDS, ROLES, Role
from throughcare.staff.sessions import end_sessions
from throughcare.staff.viewer import viewer_of

own = page_for(Permission.OWN_ACCOUNT, relation=Relation.NONE, data_class=DataClass.STAFF)


@own
def account(request: HttpRequest) -> HttpResponse:
    """Show a member who they are here, where they are signed in, and when they are away."""
    today = clock.today()
    found = {
        "member": viewer_of(request),
        "sessions": queries.open_sessions(viewer_of(request)),
        "current_key": request.session.session_key,
        "factors": factors_of(viewer_of(request)),
        "idle_minutes": settings.SESSION_ENDS_IDLE // timedelta(minutes=1),
        "longest_hours": settings.SESSION_ENDS_ANYWAY // timedelta(hours=1),
        "absences": queries.coming_absences(viewer_of(request), today),
        "sees_office": viewer_of(request).may(Permission.SEE_OFFICE),
        "sees_files": viewer_of(request).may(Permission.SEE_CASE),
        "weekdays": sorted(queries.working_days_of(viewer_of(request), today)),
    }
    return page(request, "staff/account.html", found)


@own
@require_POST
def end_session(request: HttpRequest, name: str) -> HttpResponse:
    """End one of the member's other sessions; one that has ended already stays ended."""
    for session in queries.open_sessions(viewer_of(request)):
        if session.name == name and session.session_key != request.session.session_key:
            session.delete()
    messages.success(request, _("That session has ended."))
    return redirect("staff:account")


@own
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """End all of the member's sessions but this one."""
    end_sessions(viewer_of(request), but=request.session.session_key)
    messages.success(request, _("Your other sessions have ended."))
    return redirect("staff:account")


@page_for(Permission.OWN_ACCOUNT, relation=Relation.NONE, data_class=DataClass.CASE)
def typed(request: HttpRequest) -> HttpResponse:
    """Show members what they typed before their session ended, to be sent or thrown away."""
    if request.method == "POST":
        kept.forget(request)
        messages.success(request, _("What you had typed was thrown away."))
        return redirect("/")
    found = kept.kept_for(request, viewer_of(request))
    return page(request, "staff/typed.html", {"typed": found}) if found else redirect("/")


@own
def absence(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Record that a member will be away: oneself, or for a manager someone of the office."""
    member = _whose_days(viewer_of(request), member_id)
    form = AbsenceForm(request.POST or None)
    if form.is_valid():
        with form.showing_refusal():
            days.record_absence(member=member, by=viewer_of(request), **form.said())
            messages.success(request, _("Absence recorded."))
            return _back(viewer_of(request), member)
    return page(request, "staff/absence.html", {"form": form, "member": member})


@own
def correct_absence(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """Put other days to an absence."""
    found = Absence.objects.select_related("member").filter(pk=absence_id).first()
    if found is None:
        raise Http404
    member = _whose_days(viewer_of(request), found.member_id)
    known = {"starts_on": found.starts_on, "last_on": found.last_on}
    form = CorrectAbsenceForm(request.POST or None, initial=known)
    if form.is_valid():
        with form.showing_refusal():
            days.correct_absence(absence=found, by=viewer_of(request), **form.said())
            messages.success(request, _("Absence corrected."))
            return _back(viewer_of(request), member)
    return page(request, "staff/absence.html", {"form": form, "member": member, "corrects": found})


@own
def roles(request: HttpRequest) -> HttpResponse:
    """Show what each role is for and what it may do."""
    lines = [
        {"role": role, "may": [IN_WORDS[each] for each in IN_WORDS if each in _rights(role)]}
        for role in ROLES.values()
    ]
    return page(request, "staff/roles.html", {"lines": lines, "own": viewer_of(request).role})


def _rights(role: type[Role]) -> frozenset[Permission]:
    return role.permissions - {Permission.OWN_ACCOUNT}


def _whose_days(viewer: StaffMember, member_id: UUID) -> StaffMember:
    """Return the member whose days the viewer is to keep.

    :raises Http404: when there is none, or the viewer may not.
    """
    known = StaffMember.objects.with_posting(clock.today()).filter(pk=member_id).first()
    if known is None or not may_keep_days_of(viewer, known):
        raise Http404
    return known


def _back(viewer: StaffMember, member: StaffMember) -> HttpResponse:
    return redirect("staff:account" if member.pk == viewer.pk else "staff:office")
