"""Phones: added, corrected, ended."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.pages.dates import full_day
from throughcare.people.commands.keeping import (
    changed_row,
    hold_person,
    refusing,
    said_reason,
    sent_before,
)
from throughcare.people.facts import PhoneFacts, values_of
from throughcare.people.models import Person, Phone
from throughcare.record.entries import Actor, entry
from throughcare.refusal import Refused


class PhoneEndsBeforeItStarts(Refused): ...


class PhoneOnFileAlready(Refused): ...


class PhoneEndedAlready(Refused): ...


@transaction.atomic
def add_phone(
    *, id: UUID, person: Person, facts: PhoneFacts, by: Actor, happened_at: datetime | None = None
) -> Phone:
    """Write down a phone, who answers it and what may be said. The same facts change nothing.

    :raises SentBefore, PhoneEndsBeforeItStarts, PhoneOnFileAlready:
    """
    person = hold_person(person)
    if kept := sent_before(Phone, id, person, facts):
        return kept
    _check_order(facts.starts_on, facts.ends_before)
    phone = Phone(id=id, person=person, **values_of(facts))
    with (
        refusing({"person_has_a_phone_number_once_at_a_time": _on_file()}),
        entry("people.phone_added", by=by, person=person, happened_at=happened_at),
    ):
        phone.save(force_insert=True)
    return phone


@transaction.atomic
def correct_phone(*, phone: Phone, facts: PhoneFacts, base: str, reason: str, by: Actor) -> Phone:
    """Correct a phone or what may be said on it; the earlier writing stays in the record.

    :raises NoReason, ChangedSince, NothingToCorrect, PhoneEndsBeforeItStarts:
    :raises PhoneOnFileAlready:
    """
    person = hold_person(phone.person)
    said = said_reason(reason)
    _check_order(facts.starts_on, facts.ends_before)
    corrected = changed_row(phone, facts, base)
    with (
        refusing({"person_has_a_phone_number_once_at_a_time": _on_file()}),
        entry("people.phone_corrected", by=by, person=person, reason=said),
    ):
        corrected.save()
    return corrected


@transaction.atomic
def end_phone(
    *, phone: Phone, ends_before: date, by: Actor, happened_at: datetime | None = None
) -> Phone:
    """Say from which day a phone is not to be called any more.

    :raises PhoneEndedAlready, PhoneEndsBeforeItStarts:
    """
    held = Phone.objects.select_for_update().get(pk=phone.pk)
    if held.ends_before == ends_before:
        return held
    if held.ends_before:
        raise PhoneEndedAlready(
            _("This phone ended already, on %(day)s. Correct it if the day is wrong.")
            % {"day": full_day(held.ends_before)},
            field="ends_before",
        )
    _check_order(held.starts_on, ends_before)
    held.ends_before = ends_before
    with entry("people.phone_ended", by=by, person=held.person, happened_at=happened_at):
        held.save(update_fields=["ends_before"])
    return held


def _on_file() -> PhoneOnFileAlready:
    return PhoneOnFileAlready(
        _("This number is on file for the person. Correct that line, or end it first."),
        field="as_typed",
    )


def _check_order(starts_on: date, ends_before: date | None) -> None:
    if ends_before and ends_before <= starts_on:
        raise PhoneEndsBeforeItStarts(
            _("The phone is on file since %(day)s. Give a later last day.")
            % {"day": full_day(starts_on)},
            field="ends_before",
        )
