"""One order of a file told as it went: received, confirmed, explained, now and then a query."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from throughcare.cases.demo import Past
from throughcare.kernel.calendar.lengths import Length, last_days
from throughcare.orders.demo.wording import conditions_for, protected_in, text_of
from throughcare.orders.making import ConditionMade, OrderMade
from throughcare.orders.models import (
    Condition,
    ConditionCode,
    Explained,
    Order,
    OrderEvent,
    ProtectedPerson,
    Query,
)
from throughcare.record.versions import LoadedEntry
from throughcare.staff.demo import World
from throughcare.staff.models import StaffMember

INSTRUMENTS = {
    "PROBATION": 76,
    "CONDITIONAL_DISCHARGE": 8,
    "CSO": 7,
    "PEACE_BOND_810": 6,
    "PAROLE": 6,
}
TITLES = {"en": "Order", "fr": "Ordonnance"}
LONGEST = {"CSO": 23, "PEACE_BOND_810": 12, "PAROLE": 18}
LENGTHS = (6, 9, 12, 15, 18, 24, 30, 36)
COURTS = ("Ontario Court of Justice, Sudbury", "Superior Court of Justice, Sudbury")
ASKED = {
    "en": "Which page says this? Our copy is hard to read.",
    "fr": "Quelle page le dit? Notre copie se lit mal.",
}
NEW_DAYS = 12
A_MONTH = 30
UNCLEAR_OF_100 = 4


@dataclass(frozen=True)
class ToldOrder:
    """An order as it was told, with what its conditions mean, for what higher duties add."""

    past: Past
    order: Order
    codes: tuple[ConditionCode, ...]


class Telling:
    """The orders of one file while they are told."""

    def __init__(self, world: World, past: Past) -> None:
        self.world, self.past, self.chance = world, past, world.chance
        self.told: list[ToldOrder] = []
        self.language = "fr" if past.person.row.spoken_language == "fr" else "en"

    def first_order(self) -> None:
        """Tell the order with which the file was opened."""
        opened = self.past.case.opened_on
        made_on = opened - timedelta(days=self.chance.choice((0, 0, 1, 1, 2, 5)))
        self._tell(made_on, self._moment(opened, 16), self._instrument(made_on))

    def second_order(self, made_on: date) -> None:
        """Tell an order that came while the first one ran."""
        self._tell(made_on, self._moment(made_on + timedelta(days=1), 11), "PROBATION")

    def _instrument(self, made_on: date) -> str:
        """Return an instrument that can still run, or that the file outlived."""
        drawn = self.chance.choices(list(INSTRUMENTS), list(INSTRUMENTS.values()))[0]
        until = self.past.case.closed_on or self.world.today
        if (until - made_on).days > 30 * LONGEST.get(drawn, 36) - 20:
            return "PROBATION"
        return drawn

    def _tell(self, made_on: date, at: datetime, instrument: str) -> None:
        conditions = list(conditions_for(self.chance, instrument, self.language))
        order = self._order(made_on, at, instrument, conditions)
        entry = self._entry("orders.received", self._clerk(), at)
        entry.add(order)
        rows = [self._condition(entry, order, each) for each in conditions]
        for name in protected_in(conditions):
            entry.add(ProtectedPerson(id=self.world.new_id(), order=order, named_as=name))
        if (self.world.today - at.date()).days > NEW_DAYS:
            self._confirm(order, rows, at)
            self._explain(order, at)
            self._end(order, at)
        sure = [row for row in rows if row.standing == "confirmed"]
        codes = tuple(code for row in sure for code in row.kept)  # type: ignore[attr-defined]
        self.told.append(ToldOrder(self.past, order, codes))

    def _order(
        self, made_on: date, at: datetime, instrument: str, conditions: list[ConditionMade]
    ) -> Order:
        made = OrderMade(
            instrument=instrument,
            court="Ontario Parole Board" if instrument == "PAROLE" else self._court(),
            information_number=f"{made_on:%y}-{self.chance.randrange(10_000):04}",
            made_on=made_on,
            received_on=at.date(),
            length=self._length(instrument, made_on),
            signed=True,
            pages_expected=2,
            pages_present=2,
            language=self.language,
            words=text_of(conditions, TITLES[self.language]),
        )
        if instrument == "PAROLE" and made.length:
            last = last_days(made_on, made.length)[0]
            made = replace(made, length=None, first_day_stated=made_on, last_day_stated=last)
        case = self.past.case
        return Order(id=self.world.new_id(), case=case, person=case.person, **made.columns())

    def _length(self, instrument: str, made_on: date) -> Length:
        """Return a length that has not run out before the file was closed, where one can be."""
        until = self.past.case.closed_on or self.world.today + timedelta(days=5)
        most = LONGEST.get(instrument, LENGTHS[-1])
        fit = [
            months
            for months in (*LENGTHS, most)
            if months <= most and last_days(made_on, Length(months=months))[0] >= until
        ]
        return Length(months=self.chance.choice(fit[:3]) if fit else most)

    def _condition(self, entry: LoadedEntry, order: Order, made: ConditionMade) -> Condition:
        found_from = order.words.find(made.words)
        row = Condition(
            id=self.world.new_id(),
            order=order,
            number=made.number,
            words=made.words,
            found_from=found_from,
            found_to=found_from + len(made.words),
            standing="proposed",
        )
        entry.add(row)
        row.kept = [  # type: ignore[attr-defined]
            entry.add(
                ConditionCode(
                    id=self.world.new_id(),
                    condition=row,
                    code=code.code,
                    parameters=dict(code.parameters),
                )
            )
            for code in made.codes
        ]
        return row

    def _confirm(self, order: Order, rows: list[Any], at: datetime) -> None:
        officer = self._holder(at + timedelta(days=2))
        confirmed_at = self._later(at, days=self.chance.randint(1, 3))
        entry = self._entry("orders.confirmed", officer, confirmed_at)
        entry.change(order, provisional=False, confirmed_by=officer, confirmed_at=confirmed_at)
        unclear = self.chance.choice(rows) if self._now_and_then() else None
        for row in rows:
            if row is not unclear:
                entry.change(row, standing="confirmed")
                for code in row.kept:
                    entry.change(code, confirmed_by=officer)
        if unclear is not None:
            self._ask(order, unclear, officer, confirmed_at)

    def _ask(self, order: Order, row: Any, officer: StaffMember, at: datetime) -> None:
        words = ASKED[self.language]
        asked_at = at + timedelta(minutes=6)
        entry = self._entry("orders.query_asked", officer, asked_at)
        entry.change(row, standing="unclear", doubt=words)
        entry.add(
            Query(
                id=self.world.new_id(),
                order=order,
                condition=row,
                to="COURT_OFFICE",
                words=words,
                asked_by=officer,
                asked_at=asked_at,
            )
        )

    def _explain(self, order: Order, at: datetime) -> None:
        if self.chance.randrange(100) < 6 and (self.world.today - at.date()).days < A_MONTH:
            return  # a few new ones are still to be explained: their line is real work
        day = self._later(at, days=self.chance.randint(1, 6))
        officer = self._holder(day)
        entry = self._entry("orders.explained", officer, day)
        entry.add(
            Explained(
                id=self.world.new_id(),
                order=order,
                given_on=day.date(),
                explained_by=officer,
                language=self.language,
                receipt_signed=self.chance.random() < 0.9,
            )
        )

    def _end(self, order: Order, at: datetime) -> None:
        """End an order early where its file was closed before its last day."""
        closed = self.past.case.closed_on
        length = Length(months=order.months)
        runs_on = order.months and closed and last_days(order.made_on, length)[0] > closed
        if not closed or not runs_on or closed <= at.date():
            return
        when = self._moment(closed, 8)
        entry = self._entry("orders.event_recorded", self._holder(when), when)
        entry.add(
            OrderEvent(
                id=self.world.new_id(),
                order=order,
                kind="ENDED",
                happened_on=closed,
                words="Order of the court",
            )
        )

    def _entry(self, act: str, by: StaffMember, at: datetime) -> LoadedEntry:
        return self.world.loader.entry(
            act, by=by, recorded_at=at, case=self.past.case, person=self.past.person.row
        )

    def _clerk(self) -> StaffMember:
        return self.past.person.clerk

    def _court(self) -> str:
        return self.chance.choice(COURTS)

    def _holder(self, at: datetime) -> StaffMember:
        held = [holder for since, holder in self.past.holders if since <= at]
        return held[-1] if held else self.past.holders[0][1]

    def _moment(self, day: date, hour: int) -> datetime:
        return self.world.moment(day, hour, self.chance.randint(0, 59))

    def _later(self, at: datetime, *, days: int) -> datetime:
        """Return a moment some days later, and before today."""
        day = min(at.date() + timedelta(days=days), self.world.today - timedelta(days=1))
        return max(self._moment(day, 15), at + timedelta(minutes=20))

    def _now_and_then(self) -> bool:
        return self.chance.randrange(100) < UNCLEAR_OF_100
