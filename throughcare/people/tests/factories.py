"""People for tests."""

from datetime import date
from typing import Any
from uuid import UUID

from throughcare.people import commands
from throughcare.people.facts import (
    AddressFacts,
    BirthFacts,
    IdentifierFacts,
    NameFacts,
    PhoneFacts,
    SpeechFacts,
)
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.record.entries import Actor, System
from throughcare.record.ids import new_id

BY = System(full_name="A. Okafor")


def plain(words: object) -> str:
    """Return words with ordinary spaces for those at which no line breaks."""
    return str(words).replace("\u00a0", " ")


def a_person(
    *,
    surname: str = "Lavallée",
    given: str = "Étienne",
    born: tuple[int, ...] = (1989, 8, 3),
    by: Actor = BY,
    **said: Any,
) -> Person:
    """Add a person; `family_first`, `pronoun`, `spoken_language` … as wanted."""
    name = NameFacts("LEGAL", surname, given, said.pop("family_first", False))
    return commands.add_person(
        id=said.pop("id", None) or new_id(),
        name=name,
        birth=BirthFacts(*born),
        speech=SpeechFacts(**said),
        by=by,
    )


def a_name(person: Person, surname: str, given: str = "", **said: Any) -> Name:
    """Add a name, an alias unless another kind is given."""
    facts = NameFacts(said.pop("kind", "ALIAS"), surname, given, **said)
    return commands.add_name(id=new_id(), person=person, facts=facts, by=BY)


def everyone() -> list[UUID]:
    """Return the people of the whole world."""
    return list(Person.objects.values_list("pk", flat=True))


def an_identifier(person: Person, value: str = "123456C", kind: str = "FPS") -> Identifier:
    """Add a number that someone else gave."""
    facts = IdentifierFacts(kind, value)
    return commands.add_identifier(id=new_id(), person=person, facts=facts, by=BY)


def an_address(person: Person, **said: Any) -> Address:
    """Add an address, a home in Sudbury since 2026-02-01 unless said otherwise."""
    usual = {"kind": "HOME", "starts_on": date(2026, 2, 1), "line1": "88 Kathleen Street"}
    facts = AddressFacts(**usual | {"city": "Sudbury", "province": "ON"} | said)
    return commands.add_address(id=new_id(), person=person, facts=facts, by=BY)


def a_phone(person: Person, number: str = "+17055550142", **said: Any) -> Phone:
    """Add a phone, since 2026-02-01 unless said otherwise."""
    usual = {"number": number, "as_typed": number, "starts_on": date(2026, 2, 1)}
    return commands.add_phone(id=new_id(), person=person, facts=PhoneFacts(**usual | said), by=BY)
