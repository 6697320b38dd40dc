"""Who works in the office today, and who is on duty."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.pages.answers import page
from throughcare.pages.dates import full_week_day
from throughcare.staff import queries
from throughcare.staff.commands import days
from throughcare.staff.forms.days import DutyForm, WorkingDaysForm
from throughcare.staff.models import Office, StaffMember
from throughcare.staff.viewer import office_of, viewer_of


@page_for(Permission.SEE_OFFICE, relation=Relation.OFFICE, data_class=DataClass.STAFF)
def office(request: HttpRequest) -> HttpResponse:
    """Show the viewer's office today: who is there, who is away, who is on duty this week."""
    place = office_of(request)
    today = clock.today(place.zone)
    lines = queries.office_today(place, today)
    found = {
        "office": place,
        "today": today,
        "lines": lines,
        "present": sum(line.present for line in lines),
        "week": queries.duty_week(place, today),
        "runs": viewer_of(request).may(Permission.RUN_OFFICE),
    }
    return page(request, "staff/office.html", found)


@page_for(Permission.RUN_OFFICE, relation=Relation.OFFICE, data_class=DataClass.STAFF)
def duty(request: HttpRequest) -> HttpResponse:
    """Name the duty officer of a day of one's office."""
    place = office_of(request)
    today = clock.today(place.zone)
    form = DutyForm(request.POST or None, office=place, on=today, initial=_asked_day(request))
    if form.is_valid():
        said = form.said()
        with form.showing_refusal():
            days.set_duty_officer(office=place, by=viewer_of(request), **said)
            messages.success(
                request,
                _("%(name)s is the duty officer on %(day)s.")
                % {"name": said["officer"].full_name, "day": full_week_day(said["day"])},
            )
            return redirect("staff:office")
    return page(request, "staff/duty.html", {"form": form, "office": place})


@page_for(Permission.RUN_OFFICE, relation=Relation.OFFICE, data_class=DataClass.STAFF)
def working_days(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Set the weekdays of someone of one's office."""
    place = office_of(request)
    today = clock.today(place.zone)
    member = _of_office(place, member_id, today)
    known = {"weekdays": sorted(queries.working_days_of(member, today)), "starts_on": today}
    form = WorkingDaysForm(request.POST or None, initial=known)
    if form.is_valid():
        days.set_working_days(member=member, by=viewer_of(request), **form.cleaned_data)
        messages.success(request, _("Working days kept."))
        return redirect("staff:office")
    return page(request, "staff/working_days.html", {"form": form, "member": member})


def _of_office(office: Office, member_id: UUID, today: date) -> StaffMember:
    """Return a member posted at an office today.

    :raises Http404: for anyone else.
    """
    for member in queries.posted_at(office, today):
        if member.pk == member_id:
            return member
    raise Http404


def _asked_day(request: HttpRequest) -> dict[str, str]:
    return {"day": request.GET["day"]} if "day" in request.GET else {}
