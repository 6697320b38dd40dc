"""The forms by the names that stand in their addresses."""

from typing import Any
from uuid import UUID

from throughcare.people.forms import addresses, names, persons, phones
from throughcare.people.forms.pieces import PersonForm
from throughcare.people.models import Person

FORMS: dict[str, type[PersonForm]] = {
    "add-name": names.AddName,
    "correct-name": names.CorrectName,
    "end-name": names.EndName,
    "add-number": names.AddIdentifier,
    "withdraw-number": names.WithdrawIdentifier,
    "add-address": addresses.AddAddress,
    "correct-address": addresses.CorrectAddress,
    "end-address": addresses.EndAddress,
    "add-phone": phones.AddPhone,
    "correct-phone": phones.CorrectPhone,
    "end-phone": phones.EndPhone,
    "correct-birth": persons.CorrectBirth,
    "languages": persons.SetLanguage,
    "french-offer": persons.OfferFrench,
    "record-death": persons.RecordDeath,
    "correct-death": persons.CorrectDeath,
}


class NoSuchForm(LookupError):
    """No form has this name, or the person has no such row: the page is not there."""


def form_for(act: str, data: Any, *, person: Person, row: UUID | None = None) -> PersonForm:
    """Return the form of an act about a person, filled in with what was sent.

    `row` names the name, number, address or phone that the act corrects or ends.

    :raises NoSuchForm:
    """
    kind = FORMS.get(act)
    if kind is None or (kind.row_model is None) != (row is None):
        raise NoSuchForm(act)
    if kind.row_model is None:
        return kind(data, person=person)
    found = kind.row_model._default_manager.filter(pk=row, person=person).first()
    if found is None:
        raise NoSuchForm(act)
    return kind(data, person=person, row=found)
