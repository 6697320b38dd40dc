"""What each act about the record itself is called, in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "record.pack_kept": _("Rules in use kept"),
    "record.adopted": _("Rows of an earlier version taken into the record"),
    "record.reconciled": _("An older copy of the record answered for"),
    "record.clock_answered_for": _("A clock that ran ahead answered for"),
    "record.erasure_asked": _("Erasure asked for"),
    "record.erasure_approved": _("Erasure approved"),
    "record.erased": _("Erased by law"),
    "record.hold_placed": _("Hold placed: nothing may be erased"),
    "record.hold_lifted": _("Hold lifted"),
}

MARKS: dict[str, str] = {}
