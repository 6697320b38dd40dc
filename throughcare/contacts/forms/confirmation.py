"""Confirming a contact."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughcare.cases.forms.pieces import FileForm
from throughcare.contacts.models import Contact


class ConfirmForm(FileForm):
    """A contact was as it is written; nothing more is asked."""

    title = _("Confirm a contact")
    verb = _("Confirm it")
    done = _("The contact is confirmed.")
    hint = _("Someone else wrote it down. If it was otherwise, correct it instead.")
    about = "contacts/_to_confirm.html"

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        self.contact = contact
        super().__init__(*args, **kwargs)
