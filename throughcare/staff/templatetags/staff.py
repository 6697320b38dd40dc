"""Names of weekdays, languages and offices, in the language of the page."""

import json
from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from babel import Locale
from django import template
from django.utils.translation import gettext as _

from throughcare.pages.dates import DAYS, language
from throughcare.staff.models import Office
from throughcare.staff.outside.service import provider

register = template.Library()

# In this order: Edge calls itself Chrome too, Chrome Safari, Android Linux.
BROWSERS = (
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@register.filter
def weekday_name(day: int) -> str:
    """Return the name of an ISO weekday."""
    return DAYS[language()][day - 1]


@register.filter
def languages(codes: Iterable[str]) -> str:
    """Return the names of languages, given by their ISO codes."""
    names = Locale(language()).languages
    return ", ".join(names.get(code, code) for code in codes)


@register.filter
def browser_name(said: str) -> str:
    """Return the browser and system that a user agent speaks of, or what it says itself."""
    browser = next((name for sign, name in BROWSERS if sign in said), "")
    system = next((name for sign, name in SYSTEMS if sign in said), "")
    return ", ".join(part for part in (browser, system) if part) or said[:40]


@register.filter
def office_name(office: Office) -> str:
    """Return the name of an office."""
    return office.name_fr if language() == "fr" else office.name


@register.filter
def factor_name(factor: Authenticator) -> str:
    """Return what a member calls a key, or what one-time codes are called."""
    if factor.type == Authenticator.Type.WEBAUTHN:
        return str(factor)
    return _("Codes from an app")


@register.filter
def as_json(told: Any) -> str:
    """Return what a browser is to be told, as an attribute holds it."""
    return json.dumps(told)


@register.simple_tag
def provider_name() -> str:
    """Return what the outside sign-in service of this installation is called, or nothing."""
    known = provider()
    return known.name if known else ""
