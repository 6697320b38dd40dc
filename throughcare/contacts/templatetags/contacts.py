"""Contacts in words, for pages."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from throughcare.contacts.models import Contact, Outcome

register = template.Library()
MARKS = {
    Outcome.CAME: "done",
    Outcome.DID_NOT_COME: "now",
    Outcome.NOT_REACHED: "ahead",
    Outcome.IN_ERROR: "ended",
}


@register.filter
def contact_title(contact: Contact) -> str:
    """Return what a contact was: how it was made; for an attempt, that nobody was reached."""
    way: Any = contact.get_way_display()
    if contact.outcome == Outcome.CAME:
        return str(way)
    return _("%(way)s: %(outcome)s") % {"way": way, "outcome": contact.get_outcome_display()}


@register.filter
def contact_mark(contact: Contact) -> str:
    """Return the mark of a contact; one that was corrected is over."""
    return "ended" if hasattr(contact, "corrected_by") else MARKS[Outcome(contact.outcome)]
