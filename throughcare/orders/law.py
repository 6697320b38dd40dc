"""The rules of the office's jurisdiction, and what its codes are called in the page's language."""

from django.conf import settings

from throughcare.packs.loading import pack_of
from throughcare.packs.pack import Pack
from throughcare.pages.dates import language


def the_pack() -> Pack:
    """Return the pack of the office's jurisdiction."""
    return pack_of(settings.JURISDICTION)


def label_of(code: str) -> str:
    """Return what an instrument or clock is called in the language of the page."""
    known = the_pack().labels.get(code)
    return known[language()] if known else code.replace("_", " ").lower()


def said_of(code: str) -> str:
    """Return how a stated value is said in the language of the page; itself where it is no code."""
    known = the_pack().words.said.get(code)
    return known[language()] if known else code


def instruments() -> list[tuple[str, str]]:
    """Return every instrument of the pack with its name, in the pack's order."""
    codes = dict.fromkeys(rule.instrument for rule in the_pack().terms)
    return [(code, label_of(code)) for code in codes]
