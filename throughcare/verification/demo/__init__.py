"""The checks of the demo office: what was shown of each condition, and the directions given."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.kernel.obligations.words import Strength
from throughcare.kernel.terms.computing import term_of
from throughcare.orders.demo import ToldOrder
from throughcare.orders.law import the_pack
from throughcare.orders.models import ConditionCode, Direction
from throughcare.orders.queries.terms import made_of
from throughcare.packs.requirements import OrderedCondition, requirements_of
from throughcare.staff.demo import World
from throughcare.staff.models import StaffMember
from throughcare.verification.demo.days import Done, done_days
from throughcare.verification.models import Verification

__all__ = ["populate"]

# What contacts show, and what the order itself is shown by, is not told a second time.
SHOWN_OTHERWISE = frozenset(
    {"REPORTED", "REPORTED_OTHER", "SEEN_OFFICE", "SEEN_HOME", "SEEN_COMMUNITY"}
    | {"COLLATERAL_CONTACT", "INTAKE_INTERVIEW", "EXPLAINED", "DIRECTED_REPORT"}
)
DIRECTED = "DIRECTED"


def populate(world: World, orders: Iterable[ToldOrder]) -> None:
    """Tell how each confirmed order of an open file was carried out, condition by condition."""
    for each in orders:
        confirmed_at = each.order.confirmed_at
        if confirmed_at and each.past.case.closed_on is None:
            _Carried(world, each, confirmed_at).told()


class _Carried:
    """One order while it is told how it was carried out."""

    def __init__(self, world: World, told: ToldOrder, confirmed_at: datetime) -> None:
        self.confirmed_at = confirmed_at
        self.world, self.past, self.order, self.codes = world, told.past, told.order, told.codes
        self.yesterday = world.today - timedelta(days=1)

    def told(self) -> None:
        for code, requirement in self._asked():
            kinds = {kind.partition("@")[0] for kind in requirement.closed_by}
            if kinds & SHOWN_OTHERWISE:
                continue
            for done in done_days(requirement, self.yesterday, self.world.chance):
                if DIRECTED in kinds:
                    self._direct(code, done.on)
                else:
                    self._check(code, requirement, min(kinds), done)

    def _asked(self) -> Iterator[tuple[ConditionCode, Requirement]]:
        pack = the_pack()
        term = term_of(pack.terms, made_of(self.order))
        if term.starts_on is None:
            return
        for each in self.codes:
            ordered = OrderedCondition(
                id=each.condition_id,
                code=each.code,
                parameters=each.parameters,
                instrument=self.order.instrument,
                made_on=self.order.made_on,
                term=term,
                in_force=Period(term.starts_on, term.ends_before),
                released_on=None,
            )
            for requirement in requirements_of(pack, ordered):
                yield each, requirement

    def _direct(self, code: ConditionCode, on: date) -> None:
        """Tell a direction under a condition, which the person followed two weeks later."""
        by, at = self._holder_on(on)
        due_on = on + timedelta(days=14)
        met = due_on if due_on <= self.yesterday else None
        entry = self.world.loader.entry(
            "orders.direction_given", by=by, recorded_at=at, **self._of()
        )
        entry.add(
            Direction(
                id=self.world.new_id(),
                case=self.past.case,
                condition_id=code.condition_id,
                kind="OTHER",
                how_given="IN_PERSON",
                given_at=at,
                due_on=due_on,
                given_by=by,
                acknowledged_at=at,
                met_on=met,
            )
        )

    def _check(self, code: ConditionCode, asked: Requirement, kind: str, done: Done) -> None:
        by, at = self._holder_on(done.on)
        method, strength = self._method(max(asked.at_least, Strength.DOCUMENT))
        entry = self.world.loader.entry(
            "verification.evidence_recorded", by=by, recorded_at=at, **self._of()
        )
        entry.add(
            Verification(
                id=self.world.new_id(),
                case=self.past.case,
                condition_id=code.condition_id,
                method=method,
                strength=strength.name,
                on=done.on,
                result="AS_ORDERED",
                shows=kind,
                hours=float(done.hours) if done.hours and kind == "HOURS_WORKED" else None,
                recorded_by=by,
                recorded_at=at,
            )
        )

    def _method(self, least: Strength) -> tuple[str, Strength]:
        """Return the weakest way of checking that is strong enough."""
        known = [each for each in the_pack().methods.values() if each.strength >= least]
        found = min(known, key=lambda each: (each.strength, each.code))
        return found.code, found.strength

    def _holder_on(self, on: date) -> tuple[StaffMember, datetime]:
        at = self.world.moment(
            on, self.world.chance.randint(9, 15), self.world.chance.randrange(60)
        )
        at = max(at, self.confirmed_at + timedelta(minutes=5))
        return [holder for since, holder in self.past.holders if since <= at][-1], at

    def _of(self) -> dict[str, Any]:
        return {"case": self.past.case, "person": self.past.person.row}
