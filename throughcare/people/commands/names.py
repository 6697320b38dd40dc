"""Names: given, corrected, ended. The name that pages show follows."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.people.commands.keeping import (
    changed_row,
    hold_person,
    refusing,
    said_reason,
    sent_before,
)
from throughcare.people.facts import NameFacts, values_of
from throughcare.people.models import Name, Person
from throughcare.people.spelling import fold, sort_key, sounds
from throughcare.people.words import NameKind
from throughcare.record.entries import Actor, entry
from throughcare.refusal import Refused

# The name of the kind first in this list is the one that pages show.
SHOWN_FIRST = [NameKind.PREFERRED, NameKind.LEGAL, NameKind.MAIDEN, NameKind.FORMER]
ONE_AT_A_TIME = (NameKind.LEGAL, NameKind.PREFERRED)


class NoLetters(Refused):
    """A name has nothing that could be read."""


class NoDayOfNewName(Refused):
    """A new legal or preferred name does not say from which day."""


class NameEndsBeforeItStarts(Refused): ...


class OnlyLegalName(Refused):
    """The standing legal name cannot end without another."""


class StandingAlready(Refused):
    """Another name of the kind stands at the same time."""


@transaction.atomic
def add_name(
    *, id: UUID, person: Person, facts: NameFacts, by: Actor, happened_at: datetime | None = None
) -> Name:
    """Write down another name of a person. Sending the same facts again changes nothing.

    A new legal or preferred name ends the one that stood, on the day the new one starts.

    :raises SentBefore, NoLetters, NoDayOfNewName, NameEndsBeforeItStarts:
    """
    person = hold_person(person)
    if kept := sent_before(Name, id, person, facts):
        return kept
    _check(facts)
    with entry("people.name_added", by=by, person=person, happened_at=happened_at):
        if facts.kind in ONE_AT_A_TIME and facts.ends_before is None:
            _end_standing(person, facts)
        name = new_name(id, person, facts)
        name.save(force_insert=True)
        show_name(person)
    return name


@transaction.atomic
def correct_name(*, name: Name, facts: NameFacts, base: str, reason: str, by: Actor) -> Name:
    """Correct a name that was written wrongly; the earlier writing stays in the record.

    :raises NoReason, ChangedSince, NothingToCorrect, NoLetters, StandingAlready:
    :raises OnlyLegalName: when the legal name would not be one any more.
    """
    person = hold_person(name.person)
    said = said_reason(reason)
    _check(facts)
    corrected = changed_row(name, facts, base)
    _write_keys(corrected)
    clash = StandingAlready(
        _("Another name of this kind stands. End that one first, or choose another kind."),
        field="kind",
    )
    with (
        refusing(
            {
                "person_has_one_standing_legal_name": clash,
                "person_has_one_standing_preferred_name": clash,
            }
        ),
        entry("people.name_corrected", by=by, person=person, reason=said),
    ):
        corrected.save()
        _check_legal_name_stands(person)
        show_name(person)
    return corrected


@transaction.atomic
def end_name(*, name: Name, ends_before: date, by: Actor) -> Name:
    """Say from which day a name is not used any more.

    :raises NameEndsBeforeItStarts, OnlyLegalName:
    """
    person = hold_person(name.person)
    if name.starts_on and ends_before <= name.starts_on:
        raise NameEndsBeforeItStarts(
            _("The name starts later than that. Give a later day."), field="ends_before"
        )
    with entry("people.name_ended", by=by, person=person):
        name.ends_before = ends_before
        name.save(update_fields=["ends_before"])
        _check_legal_name_stands(person)
        show_name(person)
    return name


def new_name(id: UUID, person: Person, facts: NameFacts) -> Name:
    """Return an unsaved name with the keys by which it is found."""
    name = Name(id=id, person=person, **values_of(facts))
    _write_keys(name)
    return name


def give_shown_name(person: Person, name: Name | NameFacts) -> None:
    """Set the name that pages show, and where it stands in a list, on an unsaved person."""
    person.surname, person.given = name.surname, name.given
    person.family_first = name.family_first
    person.sort_key = sort_key(name.surname, name.given)


def show_name(person: Person) -> None:
    """Bring the name that pages show in step with the person's names."""
    standing = person.names.filter(ends_before=None).order_by("pk")
    ranked = sorted(standing, key=lambda name: _rank(name.kind))
    give_shown_name(person, ranked[0])
    person.save(update_fields=["surname", "given", "family_first", "sort_key"])


def _rank(kind: str) -> int:
    return SHOWN_FIRST.index(NameKind(kind)) if kind in SHOWN_FIRST else len(SHOWN_FIRST)


def _write_keys(name: Name) -> None:
    name.folded = fold(f"{name.surname} {name.given}")[:400]
    name.sounds = sounds(name.folded)


def _check(facts: NameFacts) -> None:
    if not fold(facts.surname):
        raise NoLetters(_("Write the surname. A single name is written here too."), field="surname")
    if facts.starts_on and facts.ends_before and facts.ends_before <= facts.starts_on:
        raise NameEndsBeforeItStarts(
            _("The name ends before it starts. Give a later last day."), field="ends_before"
        )


def _end_standing(person: Person, facts: NameFacts) -> None:
    standing = person.names.filter(kind=facts.kind, ends_before=None).first()
    if standing is None:
        return
    if facts.starts_on is None or (standing.starts_on and facts.starts_on <= standing.starts_on):
        raise NoDayOfNewName(
            _("Say from which day this name counts: %(name)s stands until then.")
            % {"name": standing},
            field="starts_on",
        )
    standing.ends_before = facts.starts_on
    standing.save(update_fields=["ends_before"])


def _check_legal_name_stands(person: Person) -> None:
    if not person.names.filter(kind=NameKind.LEGAL, ends_before=None).exists():
        raise OnlyLegalName(
            _("A person has a legal name at all times. Add the new legal name first."),
            field="kind",
        )
