"""What each decision about what is owed is called, in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDS = {
    "decisions.set_aside": _("Set aside"),
    "decisions.set_aside_asked": _("Setting aside proposed, waits for approval"),
    "decisions.set_aside_approved": _("Setting aside approved"),
    "decisions.set_aside_refused": _("Setting aside refused"),
    "decisions.set_aside_withdrawn": _("Setting aside taken back"),
    "decisions.no_staff_marked": _("Not done: no staff"),
}

MARKS = {
    "decisions.set_aside": "set-aside",
    "decisions.set_aside_asked": "to-confirm",
    "decisions.set_aside_approved": "set-aside",
    "decisions.set_aside_refused": "ended",
    "decisions.set_aside_withdrawn": "ended",
    "decisions.no_staff_marked": "not-done",
}

FIELDS = {
    "what": pgettext_lazy("what a requirement asks", "What"),
    "reason_code": _("Reason"),
    "words": _("In words"),
    "answer_words": _("Answer"),
}
GIST = frozenset({"what", "reason_code"})
