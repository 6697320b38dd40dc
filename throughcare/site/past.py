"""Any page of the office as it was known at an instant: the same view, on the record of then.

Who may look is settled in the present, before the switch: sign-in, permission, which files are
open to the viewer. Addresses made while the page is drawn stay in the past.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from throughcare import clock
from throughcare.access import DataClass, Permission, Relation, looks, page_for
from throughcare.access.guards import declaration_of
from throughcare.cases.models import Case
from throughcare.cases.queries import case_for
from throughcare.cases.queries.past import entries_of_file
from throughcare.cases.queries.visibility import as_seen_today
from throughcare.cases.timeline import timeline_of
from throughcare.pages import dates
from throughcare.pages.answers import page
from throughcare.pages.written_dates import Unreadable, read_day
from throughcare.record.asof import as_of, cut_at, one_snapshot
from throughcare.record.packs import RulesNotReadable, first_kept, pack_as_kept
from throughcare.site.past_addresses import (
    addresses_under,
    later_url,
    own_address,
    past_address,
    present_address,
)
from throughcare.site.past_instants import NotAnInstant, instant, zone_of

HAS_A_PAST = frozenset({DataClass.CASE, DataClass.HEALTH})
PAGE = 50


@dataclass(frozen=True)
class Past:
    """What the frame of a past page says."""

    moment: datetime
    day: date
    left_out: str
    today_url: str
    later_url: str = ""


@page_for(Permission.SEE_CASE, relation=Relation.OFFICE, data_class=DataClass.CASE)
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Lead from the field in a file's header to the page as it was known on the day written."""
    member: Any = request.user
    here = present_address(own_address(request.GET.get("page", "")))
    written = request.GET.get("on", "").strip()
    today = clock.today(zone_of(member))
    try:
        day = read_day(written, today)
        if day > today:
            raise Unreadable(_("That day has not come yet."))
    except Unreadable as error:
        known = {"written": written, "says": str(error), "here": here}
        return page(request, "site/choose_past.html", known, status=422)
    return redirect(here if day == today else past_address(day.isoformat(), here))


@page_for(
    Permission.OWN_ACCOUNT,
    relation=Relation.OFFICE,
    data_class=DataClass.CASE,
    within=one_snapshot,
)
def as_known_on(request: HttpRequest, when: str, rest: str) -> Any:
    """Show a page as it was known at an instant; whatever would write is refused.

    What belongs to no past (signing out, the language, one's account) is done in the present.
    """
    address = f"/{rest}"
    try:
        match = resolve(address)
    except Resolver404:
        raise Http404 from None
    if match.view_name == "site:as_known_on":
        # A past within a past is no page.
        raise Http404
    declared = declaration_of(match.func)
    if declared is None or declared.open_because or declared.data_class not in HAS_A_PAST:
        return redirect(address, preserve_request=True)
    if request.method not in ("GET", "HEAD"):
        return page(request, "site/past_is_kept.html", {"address": address}, status=405)
    try:
        return in_the_past(request, when, address, match)
    except RulesNotReadable as error:
        known = {"says": str(error), "address": address}
        return page(request, "site/past_rules.html", known, status=409)


def in_the_past(request: HttpRequest, when: str, address: str, match: ResolverMatch) -> Any:
    """Return what a view answers with the record of then, and its clock.

    :raises Http404: for words that name no instant, and whatever the view itself does not show.
    """
    member: Any = request.user
    moment = instant_or_404(when, member)
    zone = zone_of(member)
    request.past = Past(  # type: ignore[attr-defined]
        moment=moment,
        day=clock.day_of(moment, zone),
        left_out=left_out(member, match.kwargs.get("number", ""), moment),
        today_url=f"{address}?{request.GET.urlencode()}".rstrip("?"),
        later_url=later_url(when, match.kwargs.get("number", ""), match.view_name),
    )
    looks.shows_a_past(moment, match.view_name)
    first = first_kept(settings.JURISDICTION)
    with (
        as_seen_today(member),
        as_of(moment),
        pack_as_kept(settings.JURISDICTION, first),
        addresses_under(past_address(when, "/")),
    ):
        return match.func(request, *match.args, **match.kwargs)


@page_for(
    Permission.SEE_CASE,
    relation=Relation.OFFICE,
    data_class=DataClass.CASE,
    within=one_snapshot,
)
@require_safe
def came_later(request: HttpRequest, when: str, number: str) -> HttpResponse:
    """List what the office learned of a file after an instant, the newest first."""
    member: Any = request.user
    moment = instant_or_404(when, member)
    try:
        case = case_for(member, number)
    except Case.DoesNotExist:
        raise Http404 from None
    entries = entries_of_file(case).filter(number__gt=cut_at(moment).number)
    pages = Paginator(entries, PAGE).get_page(request.GET.get("page"))
    known = {
        "case": case,
        "day": clock.day_of(moment, zone_of(member)),
        "past_url": past_address(when, reverse("cases:file", args=[number])),
        "pages": pages,
        "lines": timeline_of(pages.object_list),
    }
    return page(request, "site/came_later.html", known)


def left_out(member: Any, number: str, moment: datetime) -> str:
    """Return what a past page leaves out: of a file that the member may see, how many entries.

    Elsewhere nothing is counted: a count would tell of entries in files that are closed to them.
    """
    try:
        if not number:
            raise Case.DoesNotExist
        entries = entries_of_file(case_for(member, number))
    except Case.DoesNotExist:
        return _("What came later is left out.")
    return left_out_in_words(entries.filter(number__gt=cut_at(moment).number).count())


def left_out_in_words(count: int) -> str:
    """Return how many entries a past page leaves out, in a sentence."""
    said = {"count": dates.number(count)}
    return (
        ngettext(
            "%(count)s later entry is left out.", "%(count)s later entries are left out.", count
        )
        % said
    )


def instant_or_404(when: str, member: Any) -> datetime:
    """Return the instant of an address.

    :raises Http404: when it names none, or one to come.
    """
    try:
        return instant(when, zone_of(member))
    except NotAnInstant as error:
        raise Http404 from error
