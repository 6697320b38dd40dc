"""What the header of a file says about the person."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from throughcare.pages.dates import PartialDate, about_age, age, full_day, partial_day
from throughcare.people.models import Address, Name, Person, Phone
from throughcare.people.naming import ShownName
from throughcare.people.queries.lines import AddressLine, PhoneLine, address_line, phone_line
from throughcare.people.words import NameKind, Pronoun, Service
from throughcare.record.composed import composed_once


@dataclass(frozen=True)
class PersonCard:
    """Who the person is, in words ready to be shown.

    `facts` are number, birth date and age, pronoun, death, in that order; what is not known is
    said. `address` is where the person lives, None when no address was ever written down.
    """

    id: UUID
    number: str
    name: ShownName
    legal_name: ShownName | None
    also_known_as: tuple[str, ...]
    born: PartialDate | None
    pronoun: str
    spoken_language: str
    written_language: str
    interpreter_language: str
    language_note: str
    """What else is to be known about languages: reading, interpreter, service in French."""
    service_language: str
    french_offered_on: date | None
    deceased_on: date | None
    address: AddressLine | None
    mailing: AddressLine | None
    phones: tuple[PhoneLine, ...]
    facts: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language to speak in, named; nothing when nobody asked yet."""
        return self.spoken_language


def person_card(id: UUID, *, on: date) -> PersonCard | None:
    """Return what the header shows of a person on a day, or None. Four queries."""
    for person in _person(id):
        return _card(person, _names(id), _addresses(id, on), _phones(id, on), on)
    return None


@composed_once
def _person(id: UUID) -> QuerySet[Person]:
    return Person.objects.filter(pk=id)


@composed_once
def _names(person: UUID) -> QuerySet[Name]:
    return Name.objects.filter(person=person, ends_before=None).order_by("pk")


@composed_once
def _addresses(person: UUID, on: date) -> QuerySet[Address]:
    return Address.objects.on(on).filter(person=person).order_by("-starts_on")


@composed_once
def _phones(person: UUID, on: date) -> QuerySet[Phone]:
    return Phone.objects.on(on).filter(person=person).order_by("-starts_on", "pk")


def _card(
    person: Person, names: list[Name], addresses: list[Address], phones: list[Phone], on: date
) -> PersonCard:
    legal = next((name.shown for name in names if name.kind == NameKind.LEGAL), None)
    others = [name.shown.full for name in names if name.kind not in (NameKind.LEGAL, "PREFERRED")]
    lines = [address_line(row) for row in addresses]
    return PersonCard(
        id=person.pk,
        number=person.number,
        name=person.name,
        legal_name=legal if legal != person.name else None,
        also_known_as=tuple(others),
        born=person.born,
        pronoun=pronoun_words(person),
        spoken_language=capfirst(person.get_spoken_language_display()),
        written_language=capfirst(person.get_written_language_display()),
        interpreter_language=capfirst(person.get_interpreter_language_display()),
        language_note=language_note(person),
        service_language=person.get_service_language_display(),
        french_offered_on=person.french_offered_on,
        deceased_on=person.deceased_on,
        address=next((line for line in lines if not line.is_mailing), None),
        mailing=next((line for line in lines if line.is_mailing), None),
        phones=tuple(phone_line(row) for row in phones),
        facts=tuple(_facts(person, on)),
    )


def pronoun_words(person: Person) -> str:
    """Return how the person is spoken of, in words; nothing when nobody asked."""
    if person.pronoun == Pronoun.OWN:
        return person.pronoun_words
    return str(person.get_pronoun_display())


def language_note(person: Person) -> str:
    """Return what stands beside the spoken language: reading, interpreter, service in French."""
    notes = []
    if person.written_language and person.written_language == person.spoken_language:
        notes.append(_("spoken and written"))
    elif person.written_language:
        notes.append(_("reads %(language)s") % {"language": person.get_written_language_display()})
    if person.interpreter_language:
        spoken = person.get_interpreter_language_display()
        notes.append(_("interpreter: %(language)s") % {"language": spoken})
    if person.service_language == Service.FRENCH:
        notes.append(str(Service.FRENCH.label))
    return ", ".join(notes)


def birth_words(person: Person, on: date) -> str:
    """Return `born 3 Aug 1989, 37`; with as much as is known, and the age at death."""
    if person.born is None:
        return _("birth date not known")
    day = partial_day(person.born)
    if person.deceased_on:
        return _("born %(day)s") % {"day": day}
    return _("born %(day)s, %(age)s") % {"day": day, "age": about_age(person.born, on)}


def _facts(person: Person, on: date) -> list[str]:
    facts = [person.number, birth_words(person, on), pronoun_words(person)]
    if person.deceased_on:
        facts.append(_death_words(person, person.deceased_on))
    return [fact for fact in facts if fact]


def _death_words(person: Person, day: date) -> str:
    years = age(person.born, day) if person.born else None
    if years is None:
        return _("died %(day)s") % {"day": full_day(day)}
    return _("died %(day)s, at %(age)s") % {"day": full_day(day), "age": years}
