"""Where evidence of a condition is recorded, for the pages that show what is owed."""

from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse


def evidence_url(number: str, condition: UUID | str, shows: str = "") -> str:
    """Return where a check of a condition is recorded; `shows` is the evidence that is proposed."""
    asked = {"condition": str(condition)} | ({"shows": shows} if shows else {})
    return f"{reverse('verification:record', args=[number])}?{urlencode(asked)}"


def condition_of(requirement: str) -> str:
    """Return the condition that a requirement comes from, by its id; empty for another kind."""
    kind, _, rest = requirement.partition(":")
    return rest.partition(":")[0] if kind == "condition" else ""
