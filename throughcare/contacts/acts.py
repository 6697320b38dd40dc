"""What each act on a contact is called, in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDS = {
    "contacts.contact_recorded": _("Contact"),
    "contacts.attempt_recorded": _("Attempt, not reached"),
    "contacts.did_not_come": pgettext_lazy("of a contact", "Did not come"),
    "contacts.contact_corrected": _("Contact corrected"),
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
