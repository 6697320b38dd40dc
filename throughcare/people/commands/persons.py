"""A person: added, birth date, language, the active offer, death."""

from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.pages.dates import full_day
from throughcare.people.commands.keeping import (
    changed_row,
    hold_id,
    hold_person,
    said_reason,
    sent_before,
)
from throughcare.people.commands.names import NoLetters, give_shown_name, new_name
from throughcare.people.facts import (
    BirthFacts,
    DeathFacts,
    NameFacts,
    ServiceFacts,
    SpeechFacts,
    facts_of,
    values_of,
)
from throughcare.people.models import FIRST_BIRTH_YEAR, Person
from throughcare.people.spelling import fold
from throughcare.people.words import NameKind
from throughcare.record.entries import Actor, entry
from throughcare.record.ids import new_id
from throughcare.refusal import Refused


class NotYet(Refused):
    """A day that lies ahead was given for something that happened."""


class BornTooLongAgo(Refused):
    """A birth year lies so far back that nobody of it can be alive."""


class DiedBeforeBirth(Refused): ...


class DeathRecordedAlready(Refused): ...


class NoDeathSource(Refused):
    """A death does not say on which day, or who says so."""


class NoAnswerToOffer(Refused):
    """The active offer was made, but not what the person chose."""


@transaction.atomic
def add_person(
    *, id: UUID, name: NameFacts, birth: BirthFacts, speech: SpeechFacts, by: Actor
) -> Person:
    """Add a person under a new number, with the legal name. The same facts again change nothing.

    Whether the person is on file already is asked before (`queries.likely_duplicates`): the
    command adds whom it is told to add.

    :raises SentBefore, NoLetters, NotYet, BornTooLongAgo:
    """
    hold_id(id)
    legal = NameFacts(NameKind.LEGAL, name.surname, name.given, name.family_first)
    if kept := Person.objects.filter(pk=id).first():
        sent_before(Person, id, kept, birth)
        sent_before(Person, id, kept, speech)
        _check_same_name(kept, legal)
        return kept
    if not fold(legal.surname):
        raise NoLetters(_("Write the surname. A single name is written here too."), field="surname")
    _check_born(birth)
    person = Person(id=id, number=_next_number(), **values_of(birth), **values_of(speech))
    give_shown_name(person, legal)
    with entry("people.person_added", by=by, person=person):
        person.save(force_insert=True)
        new_name(new_id(), person, legal).save(force_insert=True)
    return person


@transaction.atomic
def correct_birth(
    *, person: Person, facts: BirthFacts, base: str, reason: str, by: Actor
) -> Person:
    """Correct or complete a birth date; the earlier one stays in the record.

    :raises NoReason, ChangedSince, NothingToCorrect, NotYet, BornTooLongAgo:
    """
    said = said_reason(reason)
    _check_born(facts)
    corrected = changed_row(person, facts, base)
    with entry("people.birth_corrected", by=by, person=person, reason=said):
        corrected.save()
    return corrected


@transaction.atomic
def set_language(*, person: Person, facts: SpeechFacts, base: str, by: Actor) -> Person:
    """Write down pronoun, languages and interpreter as the person says them now.

    :raises ChangedSince, NothingToCorrect:
    """
    changed = changed_row(person, facts, base)
    with entry("people.language_set", by=by, person=person):
        changed.save()
    return changed


@transaction.atomic
def record_active_offer(
    *, person: Person, facts: ServiceFacts, by: Actor, happened_at: datetime | None = None
) -> Person:
    """Record that service in French was offered, when, and what the person chose.

    A later offer may be made and answered otherwise. The same facts again change nothing.

    :raises NotYet, NoAnswerToOffer:
    """
    held = hold_person(person)
    if facts_of(held, ServiceFacts) == facts:
        return held
    if facts.french_offered_on is None or not facts.service_language:
        raise NoAnswerToOffer(
            _("Say when service in French was offered and what the person chose."),
            field="service_language",
        )
    _check_not_ahead(facts.french_offered_on, "french_offered_on")
    held.french_offered_on = facts.french_offered_on
    held.service_language = facts.service_language
    with entry("people.french_offered", by=by, person=person, happened_at=happened_at):
        held.save()
    return held


@transaction.atomic
def record_death(
    *, person: Person, facts: DeathFacts, by: Actor, happened_at: datetime | None = None
) -> Person:
    """Record that a person has died, on which day and who says so.

    Files, obligations and letters follow from it where they are kept. The same facts again
    change nothing.

    :raises DeathRecordedAlready, NoDeathSource, DiedBeforeBirth, NotYet:
    """
    held = hold_person(person)
    if held.deceased_on and facts_of(held, DeathFacts) == facts:
        return held
    if held.deceased_on:
        raise DeathRecordedAlready(
            _("A death on %(day)s is on file. Correct that entry if the day or source is wrong.")
            % {"day": full_day(held.deceased_on)}
        )
    _check_died(held, facts)
    held.deceased_on, held.death_source = facts.deceased_on, facts.death_source
    with entry("people.death_recorded", by=by, person=person, happened_at=happened_at):
        held.save()
    return held


@transaction.atomic
def correct_death(
    *, person: Person, facts: DeathFacts, base: str, reason: str, by: Actor
) -> Person:
    """Correct a death, or take back one that was recorded of the wrong person (no day).

    :raises NoReason, ChangedSince, NothingToCorrect, DiedBeforeBirth, NotYet:
    """
    said = said_reason(reason)
    if facts.deceased_on:
        _check_died(person, facts)
    corrected = changed_row(person, facts, base)
    with entry("people.death_corrected", by=by, person=person, reason=said):
        corrected.save()
    return corrected


def _next_number() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('people_number')")
        return f"P-{cursor.fetchone()[0]}"


def _check_same_name(person: Person, legal: NameFacts) -> None:
    name = person.names.filter(kind=NameKind.LEGAL).order_by("pk").first()
    if name is not None:
        sent_before(type(name), name.pk, person, legal)


def _check_born(birth: BirthFacts) -> None:
    today = clock.today()
    said = (birth.born_year or 0, birth.born_month or 0, birth.born_day or 0)
    if said > (today.year, today.month, today.day):
        raise NotYet(
            _("The birth date cannot be after today, %(day)s.") % {"day": full_day(today)},
            field="born",
        )
    if birth.born_year is not None and birth.born_year < FIRST_BIRTH_YEAR:
        raise BornTooLongAgo(
            _("The birth year cannot be before %(year)s.") % {"year": FIRST_BIRTH_YEAR},
            field="born",
        )


def _check_died(person: Person, facts: DeathFacts) -> None:
    if facts.deceased_on is None or not facts.death_source.strip():
        raise NoDeathSource(
            _("Say on which day the person died and who says so."), field="death_source"
        )
    _check_not_ahead(facts.deceased_on, "deceased_on")
    if person.born and facts.deceased_on < person.born.first():
        raise DiedBeforeBirth(
            _("The person was born after that day. Check both days."), field="deceased_on"
        )


def _check_not_ahead(day: date, field: str) -> None:
    if day > clock.today():
        raise NotYet(
            _("%(day)s has not come yet. Record it afterwards.") % {"day": full_day(day)},
            field=field,
        )
