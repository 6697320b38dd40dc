"""What each act on a check is called, in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDS = {
    "verification.recorded": _("Condition checked"),
    "verification.evidence_recorded": _("Evidence recorded"),
    "verification.check_corrected": _("Check corrected"),
}

MARKS = {"verification.recorded": "verified", "verification.evidence_recorded": "verified"}

FIELDS = {
    "method": pgettext_lazy("of a check", "How"),
    "result": pgettext_lazy("of a check", "Found"),
    "hours": pgettext_lazy("of unpaid work", "Hours"),
    "on": pgettext_lazy("of a check", "Checked on"),
}
GIST = frozenset({"method", "result", "hours"})
