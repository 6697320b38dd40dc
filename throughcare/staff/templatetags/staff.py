"""Names of weekdays, languages and offices, in the language of the page."""

from collections.abc import Iterable

from babel import Locale
from django import template

from throughcare.pages.dates import DAYS, language
from throughcare.staff.models import Office

register = template.Library()


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
def office_name(office: Office) -> str:
    """Return the name of an office."""
    return office.name_fr if language() == "fr" else office.name
