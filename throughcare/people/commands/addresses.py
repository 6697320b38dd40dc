"""Addresses over time: added, ended by the next, corrected."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.pages.dates import full_day
from throughcare.people.commands.keeping import (
    changed_row,
    hold_person,
    said_reason,
    sent_before,
)
from throughcare.people.facts import AddressFacts, values_of
from throughcare.people.models import Address, Person, addresses_beside
from throughcare.people.words import AddressKind
from throughcare.record.entries import Actor, entry
from throughcare.refusal import Refused

WITHOUT_PLACE = (AddressKind.NO_FIXED, AddressKind.UNKNOWN)


class AddressSaysNothing(Refused):
    """An address has neither street nor place."""


class NobodyNamed(Refused):
    """An address in care of someone does not name them."""


class AddressEndsBeforeItStarts(Refused): ...


class LaterAddressOnFile(Refused):
    """An address that was found out about late does not say until when it held."""


class AnotherAddressThen(Refused):
    """Another address holds on some of the same days."""


class AddressEndedAlready(Refused): ...


@transaction.atomic
def add_address(
    *,
    id: UUID,
    person: Person,
    facts: AddressFacts,
    by: Actor,
    happened_at: datetime | None = None,
) -> Address:
    """Write down where a person lives or gets mail; the address before it ends on that day.

    A mailing address stands beside the one a person lives at; two of either never stand
    together. `happened_at` is when the office was told, where that was earlier. The same facts
    again change nothing.

    :raises SentBefore, AddressSaysNothing, NobodyNamed, AddressEndsBeforeItStarts:
    :raises LaterAddressOnFile, AnotherAddressThen: when the days meet another address.
    """
    person = hold_person(person)
    if kept := sent_before(Address, id, person, facts):
        return kept
    _check(facts)
    address = Address(id=id, person=person, **values_of(facts))
    before = _standing_before(address)
    _check_days(address, besides=before)
    with entry("people.address_added", by=by, person=person, happened_at=happened_at):
        if before:
            before.ends_before = facts.starts_on
            before.save(update_fields=["ends_before"])
        address.save(force_insert=True)
    return address


@transaction.atomic
def end_address(
    *, address: Address, ends_before: date, by: Actor, happened_at: datetime | None = None
) -> Address:
    """Say from which day an address does not hold any more, where no other is known.

    :raises AddressEndedAlready, AddressEndsBeforeItStarts:
    """
    held = Address.objects.select_for_update().get(pk=address.pk)
    if held.ends_before == ends_before:
        return held
    if held.ends_before:
        raise AddressEndedAlready(
            _("This address ended already, on %(day)s. Correct it if the day is wrong.")
            % {"day": full_day(held.ends_before)},
            field="ends_before",
        )
    _check_order(held.starts_on, ends_before)
    held.ends_before = ends_before
    with entry("people.address_ended", by=by, person=held.person, happened_at=happened_at):
        held.save(update_fields=["ends_before"])
    return held


@transaction.atomic
def correct_address(
    *, address: Address, facts: AddressFacts, base: str, reason: str, by: Actor
) -> Address:
    """Correct an address that was written wrongly; the earlier writing stays in the record.

    :raises NoReason, ChangedSince, NothingToCorrect, AddressSaysNothing, NobodyNamed:
    :raises AddressEndsBeforeItStarts, AnotherAddressThen:
    """
    person = hold_person(address.person)
    said = said_reason(reason)
    _check(facts)
    corrected = changed_row(address, facts, base)
    _check_days(corrected, besides=corrected)
    with entry("people.address_corrected", by=by, person=person, reason=said):
        corrected.save()
    return corrected


def _check(facts: AddressFacts) -> None:
    if facts.kind not in WITHOUT_PLACE and not (facts.line1.strip() or facts.city.strip()):
        raise AddressSaysNothing(
            _("Write a street, a place, or both. Or choose: no fixed address, not known."),
            field="line1",
        )
    if facts.kind == AddressKind.CARE_OF and not facts.care_of.strip():
        raise NobodyNamed(_("Name who takes the person in or keeps the mail."), field="care_of")
    if facts.ends_before:
        _check_order(facts.starts_on, facts.ends_before)


def _check_order(starts_on: date, ends_before: date) -> None:
    if ends_before <= starts_on:
        raise AddressEndsBeforeItStarts(
            _("The address holds since %(day)s. Give a later last day.")
            % {"day": full_day(starts_on)},
            field="ends_before",
        )


def _standing_before(address: Address) -> Address | None:
    """Return the open-ended address that a new open-ended one ends."""
    if address.ends_before:
        return None
    return (
        addresses_beside(address).filter(ends_before=None, starts_on__lt=address.starts_on).first()
    )


def _check_days(address: Address, besides: Address | None) -> None:
    others = addresses_beside(address).meeting(address.starts_on, address.ends_before)
    clash = others.exclude(pk=besides.pk if besides else None).order_by("starts_on").first()
    if clash is None:
        return
    said = {"address": clash, "day": full_day(clash.starts_on)}
    if address.ends_before is None and clash.starts_on > address.starts_on:
        raise LaterAddressOnFile(
            _("%(address)s is on file since %(day)s. Say until when this address held.") % said,
            field="ends_before",
        )
    raise AnotherAddressThen(
        _("%(address)s is on file since %(day)s for some of these days. Correct that one first.")
        % said,
        field="starts_on",
    )
