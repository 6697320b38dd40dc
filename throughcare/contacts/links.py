"""Where a contact is recorded, for the pages that show what is owed."""

from urllib.parse import urlencode

from django.urls import reverse


def appointment_url(number: str, requirement: str = "") -> str:
    """Return where a contact of a file is recorded, for the direction that a requirement is."""
    address = reverse("contacts:record", args=[number])
    kind, _, direction = requirement.partition(":")
    return f"{address}?{urlencode({'direction': direction})}" if kind == "direction" else address
