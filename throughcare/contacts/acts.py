"""What each act on a contact is called, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

WORDS = {
    "contacts.contact_recorded": _("Contact"),
    "contacts.attempt_recorded": _("Attempt, not reached"),
    "contacts.did_not_come": pgettext_lazy("of a contact", "Did not come"),
    "contacts.contact_corrected": _("Contact corrected"),
    "contacts.contact_confirmed": _("Contact confirmed"),
}

MARKS = {
    "contacts.attempt_recorded": "ahead",
    "contacts.did_not_come": "now",
}

FIELDS = {
    "way": _("How"),
    "outcome": _("Outcome"),
    "line": _("In a line"),
    "minutes": _("Minutes"),
    "others_present": _("Others present"),
    "homework": _("Homework"),
    "custody_checked": _("Custody and hospital checked"),
}
GIST = frozenset({"way", "line"})


def told(said: Mapping[str, str]) -> str:
    """Return a contact in a line: how, what was written, what was asked next and for when."""
    asked = ", ".join(said[name] for name in ("kind", "due_on") if said.get(name))
    after = gettext("Next: %(asked)s") % {"asked": asked} if asked else ""
    pieces = (said.get("way", ""), said.get("line", ""), after)
    return " ".join(_ended(piece) for piece in pieces if piece)


def _ended(piece: str) -> str:
    piece = piece.strip()
    return piece if piece.endswith((".", "!", "?", "…")) else f"{piece}."


TELLING = {act: told for act in WORDS if not act.endswith(("_corrected", "_confirmed"))}
