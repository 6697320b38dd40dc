"""What is said about a person, as values: what forms give, commands keep and pages compare.

Each field has the name of the column that keeps it.
"""

from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from typing import Any, ClassVar, Protocol, TypeVar

from django.db.models import Model


class Facts(Protocol):
    """Any of the values below."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


F = TypeVar("F", bound=Facts)


@dataclass(frozen=True)
class BirthFacts:
    """A birth date of which only a part may be known."""

    born_year: int | None = None
    born_month: int | None = None
    born_day: int | None = None


@dataclass(frozen=True)
class SpeechFacts:
    """How a person is spoken of, and in which languages they speak, read and are served."""

    pronoun: str = ""
    pronoun_words: str = ""
    spoken_language: str = ""
    written_language: str = ""
    interpreter_language: str = ""


@dataclass(frozen=True)
class ServiceFacts:
    """The answer to the active offer of service in French, and the day it was offered."""

    french_offered_on: date | None = None
    service_language: str = ""


@dataclass(frozen=True)
class DeathFacts:
    """The day of death and who says so."""

    deceased_on: date | None = None
    death_source: str = ""


@dataclass(frozen=True)
class NameFacts:
    """A name, its kind, and for which days. Who has a single name has it as the surname."""

    kind: str
    surname: str
    given: str = ""
    family_first: bool = False
    starts_on: date | None = None
    ends_before: date | None = None


@dataclass(frozen=True)
class IdentifierFacts:
    """A number that someone else gave to the person."""

    kind: str
    value: str
    issued_by: str = ""


@dataclass(frozen=True)
class AddressFacts:
    """Where a person lives or gets mail, and for which days."""

    kind: str
    starts_on: date
    ends_before: date | None = None
    start_is_known: bool = True
    care_of: str = ""
    line1: str = ""
    line2: str = ""
    city: str = ""
    province: str = ""
    postal_code: str = ""
    country: str = ""
    source: str = "PERSON"
    verified_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class PhoneFacts:
    """A phone: who answers, and what may be said to them."""

    number: str
    starts_on: date
    as_typed: str = ""
    extension: str = ""
    kind: str = "MOBILE"
    answered_by: str = "SELF"
    answered_words: str = ""
    message: str = "NO"
    message_words: str = ""
    language: str = ""
    ends_before: date | None = None


def values_of(facts: Facts) -> dict[str, Any]:
    """Return the values of facts by the columns that keep them."""
    return {field.name: getattr(facts, field.name) for field in fields(facts)}


def facts_of(row: Model, kind: type[F]) -> F:
    """Return what a row says, as facts of a kind."""
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})


def edition_of(facts: Facts) -> str:
    """Return a short mark of what facts say; a form carries it to show what it was made from."""
    return sha256(repr(facts).encode()).hexdigest()[:16]
