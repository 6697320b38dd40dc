"""The past of one file, told act by act, each as an entry of its day."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from throughcare.cases.models import (
    Assignment,
    Away,
    Case,
    Conflict,
    Cover,
    LevelPeriod,
    RestrictedMember,
    Restriction,
    Transfer,
)
from throughcare.cases.standards import USUAL
from throughcare.people.demo import DemoPerson
from throughcare.record.versions import LoadedEntry
from throughcare.staff.demo import World
from throughcare.staff.models import Office, StaffMember

LEVELLED = ("SUPERVISION", "COURTESY")


@dataclass
class Past:
    """A file while its past is told. Days are counted back from the day of the demo."""

    world: World
    person: DemoPerson
    case: Case
    last_at: datetime
    held: Assignment = field(init=False)
    level: LevelPeriod | None = None
    transfer: Transfer | None = None
    holders: list[tuple[datetime, StaffMember]] = field(default_factory=list)
    """Who held the file, each from a moment."""
    levels: list[tuple[date, str]] = field(default_factory=list)
    """The levels it had, each from a day."""
    aways: list[tuple[date, date | None]] = field(default_factory=list)
    """When the person could not be seen."""

    @property
    def holder(self) -> StaffMember:
        return self.held.holder

    def open(self, holder: StaffMember, by: StaffMember, *, uncovered: bool = False) -> None:
        """Open the file, soon after the person was added."""
        entry = self._entry("cases.opened", by, self.last_at)
        entry.add(self.case)
        self.held = entry.add(self._assignment(holder, self.last_at, uncovered))
        if self.case.kind in LEVELLED:
            self.levels.append((self.case.opened_on, "NOT_SET"))
            self.level = entry.add(
                LevelPeriod(
                    id=self.world.new_id(),
                    case=self.case,
                    level="NOT_SET",
                    interim_standard=USUAL,
                    starts_on=self.case.opened_on,
                )
            )

    def give(
        self, holder: StaffMember, by: StaffMember, ago: int, *, reason: str = "", late: int = 0
    ) -> None:
        """Give the file to another officer; `late` days pass until it is recorded."""
        at = self._at(ago)
        recorded = self._at(ago - late) if late else at
        entry = self._entry(
            "cases.assigned", by, recorded, reason=reason, happened_at=at if late else None
        )
        self._hand_over(entry, holder, at)

    def uncover(self, manager: StaffMember, by: StaffMember, ago: int, reason: str) -> None:
        """Leave the file with the manager."""
        at = self._at(ago)
        entry = self._entry("cases.uncovered", by, at, reason=reason)
        self._hand_over(entry, manager, at, uncovered=True)

    def set_level(self, level: str, by: StaffMember, ago: int, reason: str) -> None:
        """Confirm a level from the day it is recorded."""
        at = self._at(ago)
        if self.level is None or self.level.starts_on >= at.date():
            return
        self.levels.append((at.date(), level))
        entry = self._entry("cases.level_set", by, at, reason=reason)
        entry.change(self.level, ends_before=at.date())
        self.level = entry.add(
            LevelPeriod(
                id=self.world.new_id(),
                case=self.case,
                level=level,
                confirmed_by=by,
                starts_on=at.date(),
            )
        )

    def record_away(self, by: StaffMember, said: dict[str, Any]) -> None:
        """Record time away: `kind place source since`, `until` where it ended, `told` days late."""
        starts_on, told = self.day(said["since"]), said.get("told", 0)
        entry = self._person_entry(
            "cases.away_recorded",
            by,
            self._at(said["since"] - told),
            happened_at=self.world.moment(starts_on, 14) if told else None,
        )
        away = entry.add(
            Away(
                id=self.world.new_id(),
                person=self.person.row,
                kind=said["kind"],
                place=said.get("place", ""),
                source=said["source"],
                starts_on=starts_on,
            )
        )
        until = self.day(said["until"]) if "until" in said else None
        self.aways.append((starts_on, until))
        if "until" in said:
            ended = self._person_entry("cases.away_ended", by, self._at(said["until"]))
            ended.change(away, ends_before=self.day(said["until"]))

    def propose_transfer(self, to_office: Office, by: StaffMember, ago: int, summary: str) -> None:
        """Ask another office to take the file."""
        at = self._at(ago)
        entry = self._entry("cases.transfer_proposed", by, at)
        self.transfer = entry.add(
            Transfer(
                id=self.world.new_id(),
                case=self.case,
                from_office=self.case.office,
                to_office=to_office,
                proposed_by=by,
                proposed_at=at,
                summary=summary,
            )
        )

    def accept_transfer(self, holder: StaffMember, by: StaffMember, ago: int) -> None:
        """Have the other office take the file, with a new holder in the same instant."""
        if self.transfer is None:
            return
        at = self._at(ago)
        entry = self._entry("cases.transfer_accepted", by, at)
        entry.change(self.transfer, outcome="ACCEPTED", decided_by=by, decided_at=at)
        entry.change(self.case, office=self.transfer.to_office)
        self._hand_over(entry, holder, at)

    def refuse_transfer(self, by: StaffMember, ago: int, reason: str) -> None:
        """Have the other office decline the file."""
        if self.transfer is None:
            return
        at = self._at(ago)
        entry = self._entry("cases.transfer_refused", by, at, reason=reason)
        entry.change(
            self.transfer, outcome="REFUSED", decided_by=by, decided_at=at, refusal_reason=reason
        )

    def restrict(self, members: list[StaffMember], by: StaffMember, ago: int, reason: str) -> None:
        """Close the file to all but the members named."""
        entry = self._entry("cases.restricted", by, self._at(ago), reason=reason)
        restriction = entry.add(Restriction(id=self.world.new_id(), case=self.case, reason=reason))
        for member in members:
            entry.add(
                RestrictedMember(id=self.world.new_id(), restriction=restriction, member=member)
            )

    def declare_conflict(
        self, member: StaffMember, manager: StaffMember, ago: int, words: str
    ) -> None:
        """Close the file to a member, who gives it up when they hold it."""
        at = self._at(ago)
        entry = self._entry("cases.conflict_declared", member, at)
        entry.add(
            Conflict(
                id=self.world.new_id(),
                member=member,
                case=self.case,
                words=words,
                declared_on=at.date(),
            )
        )
        if self.holder is member:
            self._hand_over(entry, manager, at, uncovered=True)

    def cover(self, covering: StaffMember, by: StaffMember, *, from_ago: int, to_ago: int) -> None:
        """Have someone cover the file from a day to a day; a day ahead counts below zero."""
        entry = self._entry("cases.covered", by, self._at(max(1, from_ago + 2)))
        entry.add(
            Cover(
                id=self.world.new_id(),
                case=self.case,
                covering=covering,
                starts_on=self.day(from_ago),
                ends_before=self.day(to_ago - 1),
            )
        )

    def close(self, words: str, by: StaffMember, ago: int) -> None:
        """Close the file; holder and level end."""
        at = self._at(ago)
        entry = self._entry("cases.closed", by, at)
        entry.change(self.held, ends_at=at)
        if self.level is not None:
            entry.change(self.level, ends_before=at.date() + timedelta(days=1))
        entry.change(self.case, closed_on=at.date(), closing_words=words)

    def day(self, ago: int) -> date:
        """Return a day counted back."""
        return self.world.today - timedelta(days=ago)

    def _at(self, ago: int) -> datetime:
        """Return a moment in office hours of a day, later than the last act and before today."""
        day = self.day(max(1, ago))
        chance = self.world.chance
        at = self.world.moment(day, chance.randint(8, 15), chance.randint(0, 59))
        latest = self.world.moment(self.day(1), 16, chance.randint(0, 59))
        self.last_at = max(min(at, latest), self.last_at + timedelta(minutes=3))
        return self.last_at

    def _hand_over(
        self, entry: LoadedEntry, holder: StaffMember, at: datetime, *, uncovered: bool = False
    ) -> None:
        entry.change(self.held, ends_at=at)
        self.held = entry.add(self._assignment(holder, at, uncovered))

    def _assignment(self, holder: StaffMember, at: datetime, uncovered: bool) -> Assignment:
        self.holders.append((at, holder))
        return Assignment(
            id=self.world.new_id(),
            case=self.case,
            holder=holder,
            uncovered=uncovered,
            starts_at=at,
        )

    def _entry(self, act: str, by: StaffMember, at: datetime, **said: Any) -> LoadedEntry:
        return self.world.loader.entry(
            act, by=by, recorded_at=at, case=self.case, person=self.person.row, **said
        )

    def _person_entry(self, act: str, by: StaffMember, at: datetime, **said: Any) -> LoadedEntry:
        return self.world.loader.entry(act, by=by, recorded_at=at, person=self.person.row, **said)
