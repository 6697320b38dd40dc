"""Reasons in words."""

from django.conf import settings

from throughcare.packs import choices
from throughcare.pages.dates import language


def reason_choices() -> list[tuple[str, str]]:
    """Return every reason ever offered, in the language of the page."""
    return choices.every_reason(settings.JURISDICTION, language())


def reason_in_words(code: str, words: str = "") -> str:
    """Return a reason in the language of the page, with what was added in a person's words."""
    said = dict(reason_choices()).get(code, code)
    return f"{said}. {words}" if words else said
