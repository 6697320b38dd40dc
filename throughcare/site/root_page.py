"""The root of the record on one page of paper, in English and French, to be signed and put away."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from throughcare.documents.typesetting import pdf_of
from throughcare.pages.dates import full_moment
from throughcare.record.integrity.notes import Checkpoint

TEMPLATE = Path(__file__).parent / "papers" / "root.typ"


def root_page(newest: Checkpoint, key: str, at: datetime) -> bytes:
    """Return the page as PDF.

    :param key: the public key that signed, as it is written down.
    """
    return pdf_of(TEMPLATE, said_of(newest, key, at), at)


def said_of(newest: Checkpoint, key: str, at: datetime) -> dict[str, Any]:
    """Return what the page says: the same numbers once for each language."""
    return {
        "title": "Throughcare",
        "entries": str(newest.size),
        "root": newest.root.hex(" ", 4),
        "key": key,
        "parts": [_part(language, at) for language in ("en", "fr")],
    }


def _part(language: str, at: datetime) -> dict[str, str]:
    with override(language):
        return {
            "language": language,
            "moment": full_moment(at),
            "heading": _("Root of the record"),
            "says": _(
                "Whoever keeps this page can tell whether anything that was recorded until now was"
                " changed, cut off or taken out. Date it, sign it, and put it where nobody who"
                " keeps the database can reach it."
            ),
            "entries": _("Entries:"),
            "root": _("Root:"),
            "key": _("Key that signs:"),
            "signed": _("Received, name and date:"),
        }
