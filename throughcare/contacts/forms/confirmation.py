"""Confirming a contact."""

from django.utils.translation import gettext_lazy as _

from throughcare.cases.forms.pieces import FileForm


class ConfirmForm(FileForm):
    """A contact was as it is written; nothing more is asked."""

    title = _("Confirm a contact")
    verb = _("Confirm it")
    done = _("The contact is confirmed.")
    hint = _("Someone else wrote it down. If it was otherwise, correct it instead.")
