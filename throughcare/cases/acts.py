"""What each act on a file is called, in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "cases.opened": _("File opened"),
    "cases.assigned": _("Given to an officer"),
    "cases.uncovered": _("Uncovered, held by the manager"),
    "cases.covered": _("Cover arranged"),
    "cases.cover_ended": _("Cover ended"),
    "cases.level_set": _("Level confirmed"),
    "cases.away_recorded": _("Time away recorded"),
    "cases.away_ended": _("Time away ended"),
    "cases.transfer_proposed": _("Transfer proposed"),
    "cases.transfer_accepted": _("Transfer accepted"),
    "cases.transfer_refused": _("Transfer refused"),
    "cases.restricted": _("File restricted"),
    "cases.named_on_restriction": _("A member named on the restricted file"),
    "cases.restriction_lifted": _("Restriction lifted"),
    "cases.conflict_declared": _("Conflict of interest declared"),
    "cases.opened_in_emergency": _("Opened in an emergency"),
    "cases.emergency_reviewed": _("Emergency access reviewed"),
    "cases.look_explained": _("Said why the file was looked at"),
    "cases.looks_reviewed": _("A day of looking reviewed"),
    "cases.closed": _("File closed"),
    "cases.closing_corrected": _("Closing taken back"),
}

MARKS = {
    "cases.uncovered": "not-done",
    "cases.away_recorded": "paused",
    "cases.restricted": "locked",
    "cases.conflict_declared": "locked",
    "cases.opened_in_emergency": "locked",
    "cases.transfer_proposed": "ahead",
    "cases.transfer_refused": "set-aside",
    "cases.closed": "ended",
}
