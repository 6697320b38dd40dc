"""What every page's frame shows: menu, office and footer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.queries.reviews import emergencies_to_review
from throughcare.cases.queries.visibility import count_of_mine
from throughcare.pages import dates
from throughcare.pages.dates import number
from throughcare.record.integrity.checkpoints import last_signed
from throughcare.staff.middleware import has_both_factors
from throughcare.staff.models import Office, StaffMember
from throughcare.staff.typed import fields_to_carry


@dataclass(frozen=True)
class Item:
    """A word of the menu, and the permission that its page asks for."""

    label: str | Promise
    url_name: str
    permission: Permission


@dataclass(frozen=True)
class MenuEntry:
    """An item as one viewer sees it on one page; `count` is shown in small figures."""

    label: str | Promise
    url: str
    current: bool
    count: str = ""


MENU = (
    Item(pgettext_lazy("menu", "Today"), "today:today", Permission.OWN_DAY),
    Item(_("Cases"), "cases:list", Permission.SEE_CASE),
    Item(_("Intake"), "orders:intake", Permission.OPEN_CASE),
    Item(pgettext_lazy("menu", "Office"), "cases:office", Permission.SEE_OFFICE),
    Item(_("Reviews"), "cases:emergencies", Permission.REVIEW_LOOKS),
    Item(_("Counts"), "cases:counts", Permission.SEE_COUNTS),
    Item(_("Staff"), "staff:list", Permission.SEE_STAFF),
    Item(_("Roles"), "staff:roles", Permission.OWN_ACCOUNT),
)
ZONES = {
    "America/Toronto": _("Times are Eastern."),
    "America/Thunder_Bay": _("Times are Eastern."),
    "America/Atikokan": _("Times are Eastern standard, all year."),
    "America/Winnipeg": _("Times are Central."),
    "America/Rainy_River": _("Times are Central."),
}


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the menu and footer of a page for its viewer. One query for who holds files.

    A password alone shows no menu: the second factor is missing.
    """
    known: dict[str, Any] = {
        "menu": [],
        "help_url": reverse("site:help"),
        "accessibility_url": reverse("site:accessibility"),
        "printed_at": clock.wall(),
        "choose_past_url": "/as-known-on/",
    }
    if past := getattr(request, "past", None):
        known |= {"past": past, "as_known_on": past.day}
    member = getattr(request, "user", None)
    if member is not None and member.is_authenticated and has_both_factors(request):
        # Part of a page shows no menu, and then nobody counts files for it.
        menu = SimpleLazyObject(lambda: menu_of(member, request.path))
        known["typed_fields"] = SimpleLazyObject(lambda: fields_to_carry(request))
        known["emergency_url"] = emergency_url(member)
        known["hide_find"] = not member.may(Permission.FIND_PERSON)
        known |= {"menu": menu, "checkpoint": SimpleLazyObject(checkpoint_words)}
        known |= office_words(member.office)
    return known


def checkpoint_words() -> str:
    """Return when the record was last signed, and through which entry; "" while it never was.

    Where the key is missing nothing is signed any more, and every page says so.
    """
    signed = last_signed(settings.RECORD_KEY)
    if signed is None:
        return ""
    entries, at = signed
    is_today = clock.day_of(at) == clock.day_of(clock.wall())
    when = dates.clock_time(at) if is_today else dates.full_moment(at)
    said = {"when": when, "number": dates.number(entries)}
    if not Path(settings.RECORD_KEY).exists():
        return (
            _(
                "The record is not signed now: its key is missing. Tell whoever keeps the machine."
                " Last checkpoint %(when)s, entry %(number)s"
            )
            % said
        )
    return _("Record checkpoint %(when)s, entry %(number)s") % said


def emergency_url(member: StaffMember) -> str:
    """Return where a member opens a closed file in an emergency; nothing for other roles."""
    return reverse("cases:emergency") if member.may(Permission.OPEN_IN_EMERGENCY) else ""


def menu_of(member: StaffMember, path: str) -> list[MenuEntry]:
    """Return the items a member may open; the current one is that which the path lies under."""
    items = [(item, reverse(item.url_name)) for item in MENU if member.may(item.permission)]
    under = [url for _item, url in items if path.startswith(url)]
    current = max(under, key=len, default=None)
    return [
        MenuEntry(item.label, url, url == current, count_of(item, member)) for item, url in items
    ]


def count_of(item: Item, member: StaffMember) -> str:
    """Return how many open files a member holds or covers, for who may hold any. One query.

    For who reviews emergencies, how many wait: that is how they are told at once. One query.
    """
    if item.url_name == "cases:emergencies":
        waiting = len(emergencies_to_review(member))
        return number(waiting) if waiting else ""
    if item.url_name != "cases:list" or member.role_class is None:
        return ""
    if not member.role_class.holds_cases:
        return ""
    return number(count_of_mine(member, clock.today()))


def office_words(office: Office | None) -> dict[str, Any]:
    """Return an office's name in the language of the page, and the words for its time zone."""
    if office is None:
        return {}
    name = office.name_fr if get_language() == "fr" else office.name
    return {"office_name": name or office.name, "time_zone_name": ZONES.get(office.zone, "")}
