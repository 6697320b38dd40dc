"""Numbers that someone else gave: added, withdrawn."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.people.commands.keeping import (
    hold_person,
    refusing,
    said_reason,
    sent_before,
)
from throughcare.people.facts import IdentifierFacts, values_of
from throughcare.people.models import Identifier, Person
from throughcare.people.spelling import fold_identifier
from throughcare.record.entries import Actor, entry
from throughcare.refusal import Refused


class NoLettersOrDigits(Refused): ...


class BelongsToAnother(Refused):
    """The number is on the file of another person, who is not named: they may not be open."""


@transaction.atomic
def add_identifier(*, id: UUID, person: Person, facts: IdentifierFacts, by: Actor) -> Identifier:
    """Add a number that someone else gave to a person. The same facts again change nothing.

    :raises SentBefore, NoLettersOrDigits, BelongsToAnother:
    """
    person = hold_person(person)
    if kept := sent_before(Identifier, id, person, facts):
        return kept
    folded = fold_identifier(facts.value)
    if not folded:
        raise NoLettersOrDigits(_("Write the number: letters and digits."), field="value")
    row = Identifier(id=id, person=person, folded=folded, **values_of(facts))
    another = BelongsToAnother(
        _(
            "This number is on file already. Check it digit by digit; if it is right, search"
            " for the person by this number, or ask your manager."
        ),
        field="value",
    )
    with (
        refusing({"identifier_belongs_to_one_person": another}),
        entry("people.identifier_added", by=by, person=person),
    ):
        row.save(force_insert=True)
    return row


@transaction.atomic
def withdraw_identifier(
    *, identifier: Identifier, withdrawn_on: date, reason: str, by: Actor
) -> Identifier:
    """Say that a number is not this person's, or not any more, and why. It stays in the record.

    :raises NoReason:
    """
    said = said_reason(reason)
    person = hold_person(identifier.person)
    identifier.withdrawn_on = withdrawn_on
    with entry("people.identifier_withdrawn", by=by, person=person, reason=said):
        identifier.save(update_fields=["withdrawn_on"])
    return identifier
