"""What each act about staff is called, in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "staff.office_opened": _("Office opened"),
    "staff.account_opened": _("Account opened"),
    "staff.account_closed": _("Account closed"),
    "staff.account_reopened": _("Account opened again"),
    "staff.sign_in_reset": _("New first password given"),
    "staff.email_set": _("E-mail address set"),
    "staff.identity_tied": _("Outside identity tied to an account"),
    "staff.factor_added": _("Second factor added"),
    "staff.factor_named": _("Second factor named"),
    "staff.factor_removed": _("Second factor removed"),
    "staff.posted": _("Posted"),
    "staff.posting_ended": _("Posting ended"),
    "staff.absence_recorded": _("Absence written down"),
    "staff.absence_corrected": _("Absence changed"),
    "staff.working_days_set": _("Working days set"),
    "staff.duty_officer_set": _("Duty officer named"),
}

MARKS: dict[str, str] = {}
