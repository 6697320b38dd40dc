"""What victims add to a file's first page: where the card opens, for who may open it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from throughcare.cases.file_parts import FilePart, Overview
from throughcare.cases.models import Case
from throughcare.record.asof import known_at
from throughcare.victims.queries import may_open


def line_of(case: Case, _member: Any, _on: date) -> Mapping[str, Any]:
    """Return where the card opens, for whoever may open it. One query, whoever is registered.

    In a past it opens to nobody: who may be reached how is a matter of the present.
    """
    if known_at() is not None:
        return {"victim_card_past": True}
    url = reverse("victims:card", args=[case.number]) if may_open(case) else ""
    return {"victim_card_url": url}


FILE_PART = FilePart(overview=Overview(line_of))
