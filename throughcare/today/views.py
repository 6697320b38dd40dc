"""The page of a member's day."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, page_for
from throughcare.pages.answers import page
from throughcare.staff.models import StaffMember
from throughcare.today.queries.day import day_of
from throughcare.today.queries.lines import Group

TITLES: dict[Group, Any] = {
    Group.LATE: gettext_lazy("Mine, late or due today"),
    Group.BREACH: gettext_lazy("Possible breach"),
    Group.DATES: gettext_lazy("Court and report dates"),
    Group.NEW: gettext_lazy("New and covering"),
    Group.WAITING: gettext_lazy("Waiting on others"),
}
EMPTY: dict[Group, Any] = {
    Group.LATE: gettext_lazy("Nothing of yours is late or due today."),
    Group.BREACH: gettext_lazy("Nobody missed what they owe."),
    Group.DATES: gettext_lazy("No date within two weeks."),
    Group.NEW: gettext_lazy("Nothing is new."),
    Group.WAITING: pgettext_lazy("on a day", "Nobody is waited for."),
}


@page_for(Permission.OWN_DAY, relation=Relation.MINE, data_class=DataClass.CASE)
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show who comes today and what waits, at most so many lines; the rest is counted."""
    member: Any = request.user
    opened = [group for group in Group if group in request.GET.getlist("all")]
    day = day_of(member, clock.today(zone_of(member)), opened)
    groups = [(each, TITLES[each.group], EMPTY[each.group]) for each in day.groups]
    return page(request, "today/day.html", {"day": day, "groups": groups})


def zone_of(member: StaffMember) -> str:
    """Return the time zone of a member's office."""
    return member.office.zone if member.office else clock.EASTERN
