"""Everyone without a story: a plausible person, with moves, corrections and the rest."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from throughcare.people.commands.names import give_shown_name, new_name
from throughcare.people.demo.draws import INSTITUTIONS, SHELTERS, Draw, Town
from throughcare.people.demo.office import DemoPerson, Desk, working_moment
from throughcare.people.facts import NameFacts
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.phones import shown_phone
from throughcare.record.versions import LoadedEntry
from throughcare.staff.demo import World

PRONOUNS = {"HE": 79, "SHE": 19, "THEY": 2}
LIVES = {"HOME": 84, "CARE_OF": 6, "SHELTER": 4, "NO_FIXED": 4, "INSTITUTION": 1, "UNKNOWN": 1}
SOURCES = {"PERSON": 55, "DOCUMENT": 20, "COURT": 15, "POLICE": 5, "COLLATERAL": 5}
PHONE_KINDS = {"MOBILE": 82, "HOME": 12, "WORK": 4, "OTHER": 2}
ANSWERS = {"SELF": 72, "PARTNER": 8, "PARENT": 9, "FAMILY": 4, "SHARED": 5, "OTHER": 2}
MESSAGES = {"YES": 62, "NAME_ONLY": 26, "NO": 12}
WORDS_OF_MESSAGE = {
    "en": "Day and time of the appointment only.",
    "fr": "Jour et heure du rendez-vous seulement.",
}
REASONS = ["As in the licence", "Typing error", "As in the court papers", "The person says so"]


def add_ordinary(world: World, desk: Desk, number: str) -> DemoPerson:
    """Add a person who came to an office on some day of the last three years."""
    return _Life(world, desk, number).lived()


@dataclass
class _Life:
    world: World
    desk: Desk
    number: str

    def __post_init__(self) -> None:
        chance = self.world.chance
        self.draw = Draw(chance)
        self.clerk = chance.choice(self.desk.clerks)
        self.added_at = working_moment(
            self.world, self.world.today - timedelta(days=chance.randint(4, 1090))
        )
        self.added_on = self.added_at.date()
        self.home = self.draw.town(self.desk.office.city)
        self.language = self.draw.one(self.draw.origin.languages)
        self.last_at = self.added_at

    def lived(self) -> DemoPerson:
        person = self.person = self._person()
        legal = self._legal_name(person)
        mistyped = self._mistyped(legal) if self.draw.happens(0.03) else None
        give_shown_name(person, mistyped or legal)
        added = self._entry("people.person_added", self.added_at)
        added.add(person)
        name = added.add(new_name(self.world.new_id(), person, mistyped or legal))
        self._add_number(added)
        address = added.add(self._address(self._since()))
        phone = added.add(self._phone(self.added_on)) if self.draw.happens(0.92) else None
        self._add_other_names(legal)
        if mistyped:
            self._correct_name(name, legal)
        self._happenings(address, phone)
        return DemoPerson(person, self.desk.office, self.clerk, self.added_at)

    def _entry(self, act: str, at: datetime, **said: Any) -> LoadedEntry:
        self.last_at = max(self.last_at, at)
        return self.world.loader.entry(
            act, by=self.clerk, recorded_at=at, person=self.person, **said
        )

    def _later(self) -> datetime | None:
        """Return a moment after all that happened so far, or None when there is no time left."""
        left = (self.world.today - self.last_at.date()).days - 1
        if left < 3:
            return None
        ahead = timedelta(days=self.world.chance.randint(1, min(left, 500)))
        at = working_moment(self.world, self.last_at.date() + ahead)
        return at if at > self.last_at else None

    def _person(self) -> Person:
        born = self.draw.born(self.world.today)
        person = Person(id=self.world.new_id(), number=self.number)
        person.pronoun = self.draw.one(PRONOUNS)
        person.born_year, person.born_month, person.born_day = born.year, born.month, born.day
        if self.draw.happens(0.01):
            person.born_day = None
        person.spoken_language = self.language
        reads = self.language in {"en", "fr"} or self.draw.happens(0.3)
        person.written_language = self.language if reads else "en"
        if self.language not in {"en", "fr"} and self.draw.happens(0.4):
            person.interpreter_language = self.language
        if self.draw.happens(0.97):
            person.french_offered_on = self.added_on
            french = self.language == "fr" and self.draw.happens(0.85)
            person.service_language = "FRENCH" if french else "ENGLISH"
        return person

    def _legal_name(self, person: Person) -> NameFacts:
        first = self.draw.happens(self.draw.origin.family_first)
        given = self.draw.given(person.pronoun)
        return NameFacts("LEGAL", self.draw.surname(), given, first)

    def _mistyped(self, name: NameFacts) -> NameFacts:
        """Return a name with two neighbouring letters of its surname changed round."""
        at = self.world.chance.randrange(1, max(2, len(name.surname) - 1))
        letters = list(name.surname)
        letters[at : at + 2] = reversed(letters[at : at + 2])
        return replace(name, surname="".join(letters))

    def _add_number(self, added: LoadedEntry) -> None:
        if not self.draw.happens(0.6):
            return
        # Drawn from the file number, so that no two people have the same.
        serial = f"{(int(self.number[2:]) * 7919) % 1_000_003:07}"
        letter = "ABCDEFGH"[int(serial) % 8]
        row = Identifier(id=self.world.new_id(), person=self.person, kind="FPS")
        row.value, row.folded = f"{serial[:4]} {serial[4:]}-{letter}", f"{serial}{letter}"
        added.add(row)

    def _since(self) -> date:
        return self.added_on - timedelta(days=self.world.chance.randint(20, 1800))

    def _address(self, starts_on: date) -> Address:
        kind = self.draw.one(LIVES)
        row = Address(id=self.world.new_id(), person=self.person, kind=kind, starts_on=starts_on)
        row.start_is_known = self.draw.happens(0.8)
        row.source = self.draw.one(SOURCES)
        town = self.home
        if kind == "UNKNOWN":
            return row
        row.city, row.province = town.name, "ON"
        if kind in {"SHELTER", "INSTITUTION"}:
            row.line1 = self.world.chance.choice(SHELTERS if kind == "SHELTER" else INSTITUTIONS)
        elif kind != "NO_FIXED":
            self._give_street(row, town)
        return row

    def _give_street(self, row: Address, town: Town) -> None:
        row.line1 = self.draw.street(self.language)
        row.postal_code = self.draw.postal_code(town)
        if row.kind == "CARE_OF":
            row.care_of = f"{self.draw.given('SHE')} {self.person.surname}"

    def _phone(self, starts_on: date) -> Phone:
        number = self.draw.phone(self.home)
        row = Phone(id=self.world.new_id(), person=self.person, number=number)
        row.as_typed, row.starts_on = shown_phone(number), starts_on
        row.kind, row.answered_by = self.draw.one(PHONE_KINDS), self.draw.one(ANSWERS)
        row.message = self.draw.one(MESSAGES)
        if row.message != "NO" and self.draw.happens(0.4):
            row.message_words = WORDS_OF_MESSAGE["fr" if self.language == "fr" else "en"]
        row.language = self.language
        return row

    def _add_other_names(self, legal: NameFacts) -> None:
        others = []
        if self.draw.happens(0.2):
            others.append(NameFacts("ALIAS", self.draw.surname(), self.draw.given("THEY")))
        if self.draw.happens(0.06):
            others.append(NameFacts("ALIAS", legal.surname, self.draw.given("THEY")))
        if self.person.pronoun == "SHE" and self.draw.happens(0.4):
            others.append(NameFacts("MAIDEN", self.draw.surname(), legal.given))
        for minutes, facts in enumerate(others, start=1):
            at = self.added_at + timedelta(minutes=minutes)
            row = new_name(self.world.new_id(), self.person, facts)
            self._entry("people.name_added", at).add(row)

    def _correct_name(self, name: Name, right: NameFacts) -> None:
        if (at := self._later()) is None:
            return
        corrected = new_name(name.pk, self.person, right)
        entry = self._entry("people.name_corrected", at, reason=self._reason())
        keys = {"folded": corrected.folded, "sounds": corrected.sounds}
        entry.change(name, surname=right.surname, **keys)
        give_shown_name(self.person, right)
        entry.change(self.person)

    def _reason(self) -> str:
        return self.world.chance.choice(REASONS)

    def _happenings(self, address: Address, phone: Phone | None) -> None:
        while self.draw.happens(0.33) and (at := self._later()):
            address = self._move(address, at)
        if phone and self.draw.happens(0.18) and (at := self._later()):
            self._change_phone(phone, at)
        if self.draw.happens(0.02) and (at := self._later()):
            self._correct_birth(at)
        if self.draw.happens(0.006) and (at := self._later()):
            self._die(at)

    def _move(self, address: Address, at: datetime) -> Address:
        """Add the next address; one move in five is told days after it happened."""
        days = self.world.chance.randint(1, 9) if self.draw.happens(0.2) else 0
        moved_on = max(at.date() - timedelta(days=days), address.starts_on + timedelta(days=1))
        late = moved_on < at.date()
        happened_at = self.world.moment(moved_on, 12) if late else None
        entry = self._entry("people.address_added", at, happened_at=happened_at)
        entry.change(address, ends_before=moved_on)
        return entry.add(self._address(moved_on))

    def _change_phone(self, phone: Phone, at: datetime) -> None:
        day = max(at.date(), phone.starts_on + timedelta(days=1))
        self._entry("people.phone_ended", at).change(phone, ends_before=day)
        self._entry("people.phone_added", at + timedelta(minutes=1)).add(self._phone(day))

    def _correct_birth(self, at: datetime) -> None:
        entry = self._entry("people.birth_corrected", at, reason=self._reason())
        entry.change(self.person, born_year=(self.person.born_year or 1980) - 1, born_day=1)

    def _die(self, at: datetime) -> None:
        day = at.date() - timedelta(days=self.world.chance.randint(0, 6))
        self._entry("people.death_recorded", at, happened_at=self.world.moment(day, 12)).change(
            self.person, deceased_on=day, death_source="Obituary and family"
        )
