"""The people with a story: what stories.toml tells, as entries of the past."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from throughcare.pages.dates import PartialDate
from throughcare.people.commands.names import give_shown_name, new_name
from throughcare.people.demo.office import DemoPerson, Desk, Offices, working_moment
from throughcare.people.facts import NameFacts
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.phones import shown_phone
from throughcare.people.spelling import fold_identifier
from throughcare.staff.demo import World

Story = dict[str, Any]
STORIES: list[Story] = tomllib.loads(
    Path(__file__).with_name("stories.toml").read_text(encoding="utf-8")
)["story"]


def add_story(world: World, offices: Offices, story: Story, numbers: Iterator[str]) -> DemoPerson:
    """Add a person of a story with all that happened to them."""
    return _Telling(world, offices.first(), story, story.get("number") or next(numbers)).told()


class _Telling:
    """One story on its way into the world."""

    def __init__(self, world: World, desk: Desk, story: Story, number: str) -> None:
        self.world, self.desk, self.story = world, desk, story
        self.clerk = world.chance.choice(desk.clerks)
        self.added_on = self.day(story["added"])
        self.added_at = working_moment(world, self.added_on)
        self.person = Person(id=world.new_id(), number=number)
        self.person.pronoun = story["pronoun"]
        self.person.spoken_language = story["spoken"]
        self.person.written_language = story["written"]
        self.person.interpreter_language = story.get("interpreter", "")
        self.person.french_offered_on = self.added_at.date()
        self.person.service_language = "FRENCH" if story["spoken"] == "fr" else "ENGLISH"

    def day(self, ago: int) -> date:
        return self.world.today - timedelta(days=ago)

    def told(self) -> DemoPerson:
        legal = self._add_person()
        self._add_other_names()
        for kind in (False, True):
            rows = [row for row in self.story["addresses"] if (row["kind"] == "MAILING") is kind]
            self._add_addresses(rows)
        for phone in self.story["phones"]:
            self._add_phone(phone)
        if "written_first" in self.story:
            self._correct(legal, self.story["written_first"])
        if "died" in self.story:
            self._record_death(self.story["died"])
        return DemoPerson(
            self.person, self.desk.office, self.clerk, self.added_at, self.story["key"]
        )

    def _add_person(self) -> Name:
        story = self.story | self.story.get("written_first", {})
        facts = NameFacts(
            "LEGAL", story["surname"], story.get("given", ""), story.get("family_first", False)
        )
        self._set_birth(story["born"])
        preferred = [name for name in story.get("names", []) if name["kind"] == "PREFERRED"]
        give_shown_name(self.person, NameFacts(**preferred[0]) if preferred else facts)
        added = self.world.loader.entry(
            "people.person_added", by=self.clerk, recorded_at=self.added_at, person=self.person
        )
        added.add(self.person)
        for number in story.get("numbers", []):
            folded = fold_identifier(number["value"])
            row = Identifier(id=self.world.new_id(), person=self.person, folded=folded, **number)
            added.add(row)
        return added.add(new_name(self.world.new_id(), self.person, facts))

    def _set_birth(self, written: str) -> None:
        born = PartialDate.parse(written)
        self.person.born_year, self.person.born_month, self.person.born_day = born

    def _add_other_names(self) -> None:
        for minutes, name in enumerate(self.story.get("names", []), start=2):
            added = self.world.loader.entry(
                "people.name_added",
                by=self.clerk,
                recorded_at=self.added_at + timedelta(minutes=minutes),
                person=self.person,
            )
            added.add(new_name(self.world.new_id(), self.person, NameFacts(**name)))

    def _add_addresses(self, told: list[Story]) -> None:
        rows = [self._address(said) for said in told]
        for row, said in zip(rows, told, strict=True):
            late = said.get("told", 0)
            added = self.world.loader.entry(
                "people.address_added",
                by=self.clerk,
                recorded_at=self._recorded_at(row.starts_on + timedelta(days=late)),
                happened_at=self.world.moment(row.starts_on, 14) if late else None,
                person=self.person,
            )
            for before, after in pairwise(rows):
                if after is row:
                    added.change(before, ends_before=row.starts_on)
            added.add(row)

    def _address(self, said: Story) -> Address:
        kept = {key: said[key] for key in said if key not in {"since", "told", "known"}}
        return Address(
            id=self.world.new_id(),
            person=self.person,
            starts_on=self.day(said["since"]),
            start_is_known=said.get("known", True),
            country="",
            **{"source": "PERSON"} | kept,
        )

    def _recorded_at(self, day: date) -> datetime:
        """Return when something of a day was written down: not before the person was added."""
        if day <= self.added_on:
            return self.added_at + timedelta(minutes=4)
        return working_moment(self.world, day)

    def _add_phone(self, said: Story) -> None:
        kept = {key: said[key] for key in said if key not in {"since", "until"}}
        starts_on = self.day(said["since"])
        phone = Phone(
            id=self.world.new_id(),
            person=self.person,
            starts_on=starts_on,
            as_typed=shown_phone(said["number"]),
            **{"kind": "MOBILE"} | kept,
        )
        at = self._recorded_at(starts_on)
        self.world.loader.entry(
            "people.phone_added", by=self.clerk, recorded_at=at, person=self.person
        ).add(phone)
        if "until" in said:
            ends_before = self.day(said["until"])
            at = self._recorded_at(ends_before)
            self.world.loader.entry(
                "people.phone_ended", by=self.clerk, recorded_at=at, person=self.person
            ).change(phone, ends_before=ends_before)

    def _correct(self, legal: Name, wrong: Story) -> None:
        at = working_moment(self.world, self.day(wrong["corrected"]))
        said = {"by": self.clerk, "person": self.person, "reason": wrong["reason"]}
        named = self.world.loader.entry("people.name_corrected", recorded_at=at, **said)
        facts = NameFacts("LEGAL", self.story["surname"], self.story["given"])
        right = new_name(legal.pk, self.person, facts)
        named.change(legal, surname=right.surname, folded=right.folded, sounds=right.sounds)
        give_shown_name(self.person, legal)
        named.change(self.person)
        self._set_birth(self.story["born"])
        self.world.loader.entry(
            "people.birth_corrected", recorded_at=at + timedelta(minutes=1), **said
        ).change(self.person)

    def _record_death(self, said: Story) -> None:
        day = self.day(said["ago"])
        self.world.loader.entry(
            "people.death_recorded",
            by=self.clerk,
            recorded_at=working_moment(self.world, day + timedelta(days=said["told"])),
            happened_at=self.world.moment(day, 6, 40),
            person=self.person,
        ).change(self.person, deceased_on=day, death_source=said["source"])
