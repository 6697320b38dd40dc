"""Confirming a contact that someone wrote down who does not confirm."""

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases import handover
from throughcare.contacts.models import Contact
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class CannotConfirm(Refused): ...


class CorrectedSince(Refused): ...


def confirm_contact(*, contact: Contact, by: StaffMember) -> Contact:
    """Say that a provisional contact was as it is written, and return it. Twice is once.

    :raises CannotConfirm, CorrectedSince:
    """
    if not by.may(Permission.CONFIRM_ORDER):
        raise CannotConfirm(
            _("An officer or a manager confirms a contact. It is kept as provisional.")
        )
    with transaction.atomic():
        file = handover.lock(contact.case)
        held = Contact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
        if not held.provisional:
            return held
        if Contact.objects.filter(corrects=held).exists():
            raise CorrectedSince(
                _("This contact was corrected meanwhile. Confirm the one that stands now.")
            )
        with entry("contacts.contact_confirmed", by=by, case=file, person=file.person):
            held.provisional = False
            held.confirmed_by, held.confirmed_at = by, clock.now()
            held.save(update_fields=["provisional", "confirmed_by", "confirmed_at"])
    return held
