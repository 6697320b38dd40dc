"""The contacts of the demo office and of the generated province, with their directions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from throughcare.cases.demo import Past
from throughcare.contacts.demo.between import fill
from throughcare.contacts.demo.rhythm import Life, Meeting, meetings
from throughcare.contacts.demo.saying import Saying
from throughcare.contacts.demo.talking import Asked, Met, conditions_of, talked_of
from throughcare.contacts.demo.waiting import tell_what_waits
from throughcare.contacts.models import Contact, Statement
from throughcare.decisions.demo import Missed, decide
from throughcare.orders.models import Direction
from throughcare.pages.dates import full_day
from throughcare.record.versions import LoadedEntry
from throughcare.staff.demo import World
from throughcare.staff.models import StaffMember

__all__ = ["Asked", "conditions_of", "fill", "populate", "talk"]

LATE_OF_100 = 4
IN_PERSON = ("OFFICE", "HOME")


Meetings = list[tuple[LoadedEntry, Met]]
"""The meetings in person of a world, each with the entry that recorded it."""


def populate(world: World, pasts: Iterable[Past]) -> Meetings:
    """Give each file the contacts of its life, each with the next appointment it books."""
    held: Meetings = []
    listed = list(pasts)
    for past in listed:
        _Contacts(world, past, held).told()
    tell_what_waits(world, listed)
    return held


def talk(meetings_held: Meetings, conditions: Mapping[UUID, Sequence[Asked]]) -> None:
    """Have some conditions talked of in each meeting: those of its file's orders."""
    for entry, contact in meetings_held:
        for row in talked_of(contact, conditions.get(contact.case_id, ())):
            entry.add(row)


class _Contacts:
    """The contacts of one file while they are told."""

    def __init__(self, world: World, past: Past, held: Meetings) -> None:
        self.world, self.past, self.held = world, past, held
        self.saying = Saying(world.chance, past.person.row.spoken_language == "fr")
        self.booked: Direction | None = None

    def told(self) -> None:
        past, yesterday = self.past, self.world.today - timedelta(days=1)
        until = min(past.case.closed_on or yesterday, yesterday)
        life = Life(past.case.opened_on, until, tuple(past.levels), tuple(past.aways))
        for meeting in meetings(life, self.world.chance):
            self._one(meeting)

    def _one(self, meeting: Meeting) -> None:
        at = self._moment(meeting.on)
        by, late = self._holder(at), self._late(meeting.on)
        came = meeting.outcome == "CAME"
        entry = self.world.loader.entry(
            "contacts.contact_recorded" if came else "contacts.did_not_come",
            by=by,
            recorded_at=at + timedelta(minutes=12, days=late),
            case=self.past.case,
            person=self.past.person.row,
            happened_at=at,
        )
        contact = self._contact(meeting, at, by, late)
        if meeting.next_on is not None and meeting.way in IN_PERSON:
            contact.answers = self.booked
            self.booked = contact.next_direction = entry.add(
                self._direction(meeting.next_on, at, by, came=came)
            )
        entry.add(contact)
        self._statement(entry, contact)
        if came and meeting.way in IN_PERSON:
            self.held.append((entry, Met(contact.pk, self.past.case.pk, at)))
        if not came and contact.answers is not None:
            self._missed(contact, contact.answers, by)

    def _missed(self, contact: Contact, direction: Direction, by: StaffMember) -> None:
        with translation.override(by.language):
            what = _("To report on %(day)s") % {"day": full_day(direction.due_on)}
        name = f"direction:{direction.pk}"
        decide(self.world, self.past, Missed(name, what, direction.due_on, by, contact.pk))

    def _contact(self, meeting: Meeting, at: datetime, by: StaffMember, late: int) -> Contact:
        came, chance = meeting.outcome == "CAME", self.world.chance
        in_person = came and meeting.way in IN_PERSON
        homework = self.saying.homework() if in_person and chance.random() < 0.2 else ""
        return Contact(
            id=self.world.new_id(),
            case=self.past.case,
            way=meeting.way,
            outcome=meeting.outcome,
            purpose=meeting.purpose,
            happened_at=at,
            minutes=chance.choice((10, 15, 20, 30, 40)) if in_person else None,
            line=self.saying.line(meeting),
            same_address=True if in_person else None,
            same_job=True if in_person and chance.random() < 0.8 else None,
            custody_checked=not came,
            homework=homework,
            review_on=meeting.next_on if homework else None,
            recorded_by=by,
            recorded_at=at + timedelta(minutes=12, days=late),
        )

    def _direction(self, on: date, at: datetime, by: StaffMember, *, came: bool) -> Direction:
        return Direction(
            id=self.world.new_id(),
            case=self.past.case,
            kind="REPORT",
            how_given="IN_PERSON" if came else "LETTER",
            given_at=at,
            due_on=on,
            due_time=self.world.moment(on, self.world.chance.randint(9, 15)).time(),
            given_by=by,
            acknowledged_at=at if came else None,
        )

    def _statement(self, entry: LoadedEntry, contact: Contact) -> None:
        if contact.outcome == "CAME" and self.world.chance.random() < 0.06:
            entry.add(
                Statement(
                    id=self.world.new_id(),
                    contact=contact,
                    source="COLLATERAL" if contact.way == "COLLATERAL" else "PERSON",
                    words=self.saying.words(),
                )
            )

    def _moment(self, on: date) -> datetime:
        chance = self.world.chance
        at = self.world.moment(on, chance.randint(9, 15), chance.choice((0, 10, 15, 30, 45)))
        return max(at, self.past.holders[0][0] + timedelta(minutes=30))

    def _holder(self, at: datetime) -> StaffMember:
        return [holder for since, holder in self.past.holders if since <= at][-1]

    def _late(self, on: date) -> int:
        """Return how many days pass until it is recorded; hardly ever any."""
        chance = self.world.chance
        days = chance.randint(1, 4) if chance.randrange(100) < LATE_OF_100 else 0
        return min(days, (self.world.today - on).days - 1)
