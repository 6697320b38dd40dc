"""Contacts for tests."""

from datetime import timedelta
from typing import Any

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.contacts.commands import recording
from throughcare.contacts.models import Contact
from throughcare.contacts.telling import Told
from throughcare.record.ids import new_id
from throughcare.staff.models import StaffMember

HOUR = timedelta(hours=1)


def told(**said: Any) -> Told:
    """Return a contact as told: at the office an hour ago, about work, unless said otherwise."""
    usual = {
        "way": "OFFICE",
        "outcome": "CAME",
        "happened_at": clock.now() - HOUR,
        "line": "Works nights at the mill.",
    }
    return Told(**usual | said)


def a_contact(case: Case, by: StaffMember, **said: Any) -> Contact:
    """Return a contact on file; `next_appointment` with it when wanted."""
    sent, following = said.pop("id", None) or new_id(), said.pop("next_appointment", None)
    return recording.record_contact(
        id=sent, case=case, told=told(**said), by=by, next_appointment=following
    )


def corrected(contact: Contact, by: StaffMember, **said: Any) -> Contact:
    """Return the correction of a contact."""
    sent, reason = said.pop("id", None) or new_id(), said.pop("reason", "Wrong line")
    said.setdefault("happened_at", contact.happened_at)
    return recording.correct_contact(
        id=sent, contact=contact, told=told(**said), reason=reason, by=by
    )
