"""Addresses and phones as lines of a page."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from throughcare.pages.dates import full_day
from throughcare.people.models import Address, Phone
from throughcare.people.phones import shown_phone
from throughcare.people.words import AddressKind, Answers, Message


@dataclass(frozen=True)
class AddressLine:
    """An address: what kind, where in words, since when, until when, how it is known."""

    id: UUID
    kind: str
    where: str
    since: str
    through: date | None
    source: str
    verified_on: date | None
    note: str
    is_mailing: bool
    has_place: bool


@dataclass(frozen=True)
class PhoneLine:
    """A phone: the number, who answers, and what may be said to them."""

    id: UUID
    number: str
    dial: str
    kind: str
    answered_by: str
    rule: str
    may_leave_message: bool
    message_words: str
    language: str
    since: date
    through: date | None


def address_line(row: Address) -> AddressLine:
    """Return an address as a line."""
    return AddressLine(
        id=row.pk,
        kind=row.get_kind_display(),
        where=where_words(row),
        since=since_words(row),
        through=last_day(row.ends_before),
        source=row.get_source_display(),
        verified_on=row.verified_on,
        note=row.note,
        is_mailing=row.kind == AddressKind.MAILING,
        has_place=bool(row.line1 or row.city),
    )


def where_words(row: Address) -> str:
    """Return where an address is: `c/o M. Roy, 88 Kathleen Street, Sudbury ON  P3C 2N4`."""
    town = " ".join(filter(None, [row.city, row.province]))
    town = "\u00a0 ".join(filter(None, [town, row.postal_code]))
    place = ", ".join(filter(None, [row.line1, row.line2, town, row.country]))
    if row.care_of:
        place = ", ".join(filter(None, [_("c/o %(name)s") % {"name": row.care_of}, place]))
    if row.kind in (AddressKind.NO_FIXED, AddressKind.UNKNOWN):
        label = str(AddressKind(row.kind).label)
        return f"{label} ({place})" if place else label
    return place


def since_words(row: Address) -> str:
    """Return `since 9 Nov 2026`; `by 9 Nov 2026 or earlier` when the first day is not known."""
    day = full_day(row.starts_on)
    if row.start_is_known:
        return _("since %(day)s") % {"day": day}
    return _("since %(day)s or earlier") % {"day": day}


def phone_line(row: Phone) -> PhoneLine:
    """Return a phone as a line."""
    answered = str(Answers(row.answered_by).label)
    return PhoneLine(
        id=row.pk,
        number=shown_phone(row.number, row.extension),
        dial=row.number,
        kind=row.get_kind_display(),
        answered_by=f"{answered} ({row.answered_words})" if row.answered_words else answered,
        rule=str(Message(row.message).label),
        may_leave_message=row.message != Message.NO,
        message_words=row.message_words,
        language=row.get_language_display(),
        since=row.starts_on,
        through=last_day(row.ends_before),
    )


def last_day(ends_before: date | None) -> date | None:
    """Return the last day of a period, as pages say it."""
    return ends_before - timedelta(days=1) if ends_before else None
