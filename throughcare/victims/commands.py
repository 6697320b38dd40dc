"""Opening the card of a file, and registering a victim.

Their entries name neither file nor person: a file's record, its export and its counts are the same
whether or not anyone is registered.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.cases.watching import WATCHING
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember
from throughcare.victims.models import CardOpening, Victim
from throughcare.victims.queries import may_open, standing_opening


class CardIsClosed(Refused): ...


class ReasonMissing(Refused): ...


def open_card(*, id: UUID, case: Case, reason: str, by: StaffMember) -> CardOpening:
    """Open the victim card of a file to its holder, cover or duty officer, for a while.

    Sending the same id again returns what it opened.

    :raises ReasonMissing, CardIsClosed:
    """
    if not reason.strip():
        raise ReasonMissing(_("Say why you open the card, in a sentence."), field="reason")
    with transaction.atomic():
        if not may_open(case):
            raise CardIsClosed(_("The card opens to who holds or covers the file, and on duty."))
        if made := CardOpening.objects.filter(pk=id, case=case, member=by).first():
            return made
        now = clock.wall()
        length = timedelta(minutes=WATCHING.card_minutes)
        with entry("victims.card_opened", by=by, reason=reason):
            return CardOpening.objects.create(
                id=id, case=case, member=by, reason=reason.strip(), opened_at=now,
                ends_at=now + length,
            )  # fmt: skip


def register_victim(
    *, id: UUID, case: Case, name: str, by: StaffMember, phone: str = "", safe_contact: str = ""
) -> Victim:
    """Register a victim on a file whose card is open to the member.

    :raises CardIsClosed:
    """
    with transaction.atomic():
        if not may_open(case) or standing_opening(case, by) is None:
            raise CardIsClosed(_("Open the card first, with a reason."))
        with entry("victims.registered", by=by):
            return Victim.objects.create(
                id=id, case=case, name=name, phone=phone, safe_contact=safe_contact
            )
