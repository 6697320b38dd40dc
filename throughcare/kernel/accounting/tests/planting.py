"""Invented cases, whole or with gaps planted in them, and what an account must find in each."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum, auto
from fractions import Fraction
from random import Random

from throughcare.kernel.accounting.computing import OnFile
from throughcare.kernel.calendar.lengths import Length, day_after
from throughcare.kernel.calendar.windows import Window, around
from throughcare.kernel.knowing.known import Expectation, Verification
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Cadence,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength

ONE_DAY = timedelta(days=1)
DUE_WITHIN = timedelta(days=14)


class Gap(StrEnum):
    """The ten kinds of gap."""

    NOTHING_WATCHES = auto()
    MISSED_REPORT = auto()
    LATE_ASSESSMENT = auto()
    HOURS_SHORT = auto()
    TOO_WEAK = auto()
    STALE = auto()
    OUTSIDE_THE_TERM = auto()
    SET_ASIDE_MISSES = auto()
    NEVER_DIRECTED = auto()
    NO_STAFF_FOR_THE_PERSON = auto()


@dataclass(frozen=True)
class Order:
    """An invented order: its name, its term, and how often the person must report a month."""

    name: str
    term: Period
    times: int

    def months(self, until: date) -> list[date]:
        """Return the first days of the whole months in the term that are over on a day."""
        first, after = around(Window.MONTH, self.term.starts_on)
        found = []
        while after <= min(until, self.term.ends_before):
            if first >= self.term.starts_on:
                found.append(first)
            first, after = around(Window.MONTH, after)
        return found

    @property
    def report(self) -> str:
        return f"{self.name}:REPORT"


@dataclass
class Draft:
    """A case as it grows, and the keys that an account must name for each gap in it."""

    rng: Random
    on: date
    gaps: set[Gap]
    requirements: list[Requirement] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    set_aside: list[Decision] = field(default_factory=list)
    no_staff: list[Decision] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    verifications: list[Verification] = field(default_factory=list)
    planted: dict[Gap, set] = field(default_factory=dict)

    def plants(self, gap: Gap, order: Order, *keys: object) -> bool:
        """Say whether a gap belongs in this order, and keep what must be found for it."""
        if gap not in self.gaps or order.name != "O1":
            return False
        self.planted[gap] = set(keys)
        return True

    def asks(self, id: str, owed_by: OwedBy, cadence: Cadence, kind: str, term: Period, **said):
        kinds = frozenset(kind.split())
        asked = Requirement(id, id.lower(), owed_by, cadence, kinds, "Rule 1", term, **said)
        self.requirements.append(asked)
        return asked

    def happened(self, kind: str, on: date, strength=Strength.OBSERVED, amount: int = 0) -> None:
        contact = f"contact:{len(self.evidence)}"
        self.evidence.append(Evidence(contact, kind, on, strength, Fraction(amount)))

    def watch(self, name: str, term: Period, *requirements: str, **expected) -> str:
        ids = frozenset(requirements)
        self.conditions.append(Condition(name, term, Expectation(**expected), ids))
        return name

    def checked(self, condition: str, strength: Strength, on: date) -> None:
        self.verifications.append(Verification(condition, "ASKED", strength, on))

    def decide(self, requirement: str, period: Period, into: list[Decision]) -> None:
        into.append(Decision(f"D{len(into)}", requirement, period, "A. Okafor", "ill"))

    def on_file(self) -> OnFile:
        facts = (self.evidence, self.events, self.pauses, self.set_aside, self.no_staff)
        return OnFile(
            tuple(self.requirements),
            Facts(*(tuple(each) for each in facts)),
            tuple(self.conditions),
            tuple(self.verifications),
        )


def a_case(rng: Random, gaps: set[Gap]) -> Draft:
    """Return a case of one to three orders with these gaps in it, and no other."""
    draft = Draft(rng, date(2026, 1, 1) + timedelta(days=rng.randrange(330)), gaps)
    orders = [_order(draft, number) for number in range(1, rng.randint(1, 3) + 1)]
    asked_until = _custody(draft)
    _reports(draft, orders, asked_until)
    for order in orders:
        _directions(draft, order)
        _community_service(draft, order)
        _program(draft, order)
        _attendance(draft, order)
        _no_contact(draft, order)
        _treatment(draft, order)
    _standards(draft, orders[0], asked_until)
    return draft


def _order(draft: Draft, number: int) -> Order:
    starts_on = draft.on - timedelta(days=draft.rng.randint(300, 900))
    length = Length(months=draft.rng.choice([9, 18, 36]))
    return Order(f"O{number}", Period(starts_on, day_after(starts_on, length)), number)


def _custody(draft: Draft) -> date:
    """Put some people in custody now; return the day before which all can be asked to come."""
    if draft.rng.random() < 0.8:
        return draft.on
    since = draft.on - timedelta(days=draft.rng.randrange(20))
    draft.pauses.append(Pause("CUSTODY", Period(since)))
    return since


def _reports(draft: Draft, orders: list[Order], asked_until: date) -> None:
    """Have the person report each month, on one contact for every concurrent order."""
    for order in orders:
        rates = (Rate(order.term.starts_on, order.times),)
        cadence = Times(rates, Window.MONTH, PartWindow.NOT_OWED)
        draft.asks(order.report, OwedBy.PERSON, cadence, "REPORTED", order.term)
    months = {each: each.months(asked_until) for each in orders}
    picked = draft.rng.sample(months[orders[0]], 3)
    plant = dict(zip(picked, (_missed, _set_aside_beside, _no_staff_for_the_person), strict=True))
    for month in sorted({day for each in orders for day in months[each]}):
        owing = [each for each in orders if month in months[each]]
        if not (month in plant and plant[month](draft, owing, month)):
            _reported(draft, owing, month)


def _reported(draft: Draft, owing: list[Order], month: date) -> None:
    if draft.rng.random() < 0.1:
        for order in owing:
            draft.decide(order.report, Period(month, month + ONE_DAY), draft.set_aside)
        return
    for _ in range(max(each.times for each in owing)):
        on = month + timedelta(days=draft.rng.randrange(28))
        draft.happened("REPORTED", on)


def _missed(draft: Draft, owing: list[Order], month: date) -> bool:
    """The person did not report in a month: every order that asks for it has nothing on file."""
    return draft.plants(Gap.MISSED_REPORT, owing[0], *((each.report, month) for each in owing))


def _set_aside_beside(draft: Draft, owing: list[Order], month: date) -> bool:
    """The window was set aside from the day after its first, or until the day before it."""
    first, *others = owing
    if not draft.plants(Gap.SET_ASIDE_MISSES, first, (first.report, month)):
        return False
    beside = [Period(month + ONE_DAY, month + DUE_WITHIN), Period(month - DUE_WITHIN, month)]
    draft.decide(first.report, draft.rng.choice(beside), draft.set_aside)
    for order in others:
        draft.decide(order.report, Period(month, month + ONE_DAY), draft.set_aside)
    return True


def _no_staff_for_the_person(draft: Draft, owing: list[Order], month: date) -> bool:
    """Nobody was there to receive the person: that excuses the office, not the person."""
    first, *others = owing
    if not draft.plants(Gap.NO_STAFF_FOR_THE_PERSON, first, (first.report, month)):
        return False
    draft.decide(first.report, Period(month, month + DUE_WITHIN), draft.no_staff)
    for order in others:
        draft.decide(order.report, Period(month, month + ONE_DAY), draft.set_aside)
    return True


def _directions(draft: Draft, order: Order) -> None:
    """Have the office say when to report, within two weeks."""
    asked, first = f"{order.name}:DIRECT", order.term.starts_on
    kind = f"DIRECTED@{order.name}"
    draft.asks(asked, OwedBy.OFFICE, Once(first, first + DUE_WITHIN), kind, order.term)
    if not draft.plants(Gap.NEVER_DIRECTED, order, (asked, first)):
        draft.happened(kind, first + timedelta(days=draft.rng.randrange(14)))
    draft.watch(f"{order.name}:reporting", order.term, asked, order.report)


def _community_service(draft: Draft, order: Order) -> None:
    """Have sixty hours worked in half a year, in three parts; the last one may be missing."""
    asked, first, kind = f"{order.name}:HOURS", order.term.starts_on, f"HOURS_WORKED@{order.name}"
    cadence = Hours(Fraction(60), first, first + timedelta(days=180))
    draft.asks(asked, OwedBy.PERSON, cadence, kind, order.term, at_least=Strength.DOCUMENT)
    short = draft.plants(Gap.HOURS_SHORT, order, (asked, first))
    for part in range(draft.rng.randrange(3) if short else 3):
        on = first + timedelta(days=draft.rng.randrange(180))
        draft.happened(kind, on, Strength.DOCUMENT, 20 + 5 * part)
    draft.watch(f"{order.name}:community_service", order.term, asked, at_least=Strength.DOCUMENT)


def _program(draft: Draft, order: Order) -> None:
    """Have the person enrol by a day, in the order's term and with a paper to show it."""
    asked, first = f"{order.name}:ENROL", order.term.starts_on
    kind = f"ENROLLED@{order.name}"
    cadence = Once(first, first + timedelta(days=60))
    draft.asks(asked, OwedBy.PERSON, cadence, kind, order.term, at_least=Strength.DOCUMENT)
    on = first + timedelta(days=draft.rng.randrange(60))
    strength = Strength.DOCUMENT
    if draft.plants(Gap.OUTSIDE_THE_TERM, order, (asked, first)):
        on = draft.rng.choice([first - ONE_DAY, first - DUE_WITHIN])
    elif draft.rng.random() < 0.5 and draft.plants(Gap.TOO_WEAK, order, (asked, first)):
        strength = Strength.SELF_REPORT
    draft.happened(kind, on, strength)
    draft.watch(f"{order.name}:program", order.term, asked, at_least=Strength.DOCUMENT)


def _attendance(draft: Draft, order: Order) -> None:
    """Have sessions attended, never more than 30 days apart, until the order or today ends it."""
    asked, kind = f"{order.name}:ATTEND", f"ATTENDED@{order.name}"
    draft.asks(asked, OwedBy.PERSON, Rolling(Length(days=30)), kind, order.term)
    on = order.term.starts_on
    while on + timedelta(days=30) < min(draft.on, order.term.ends_before):
        on += timedelta(days=draft.rng.randint(15, 30))
        draft.happened(kind, on, Strength.COLLATERAL)
    draft.watch(f"{order.name}:attendance", order.term, asked)


def _no_contact(draft: Draft, order: Order) -> None:
    """Have the person asked about a condition that only their own word can show."""
    name = draft.watch(f"{order.name}:no_contact", order.term)
    if draft.plants(Gap.NOTHING_WATCHES, order, name):
        # Neither another condition's verification nor one still to come watches this one.
        draft.checked(f"{order.name}:attendance", Strength.COLLATERAL, order.term.starts_on)
        draft.checked(name, Strength.SELF_REPORT, draft.on + ONE_DAY)
    else:
        draft.checked(name, Strength.SELF_REPORT, order.term.starts_on + DUE_WITHIN)


def _treatment(draft: Draft, order: Order) -> None:
    """Have a condition confirmed by others every two months, as the pack expects."""
    every = Length(months=2)
    name = draft.watch(
        f"{order.name}:treatment", order.term, at_least=Strength.COLLATERAL, every=every
    )
    last = min(draft.on, order.term.ends_before - ONE_DAY)
    on, strength = last - timedelta(days=draft.rng.randrange(59)), Strength.COLLATERAL
    if draft.plants(Gap.STALE, order, name):
        on = last - timedelta(days=draft.rng.randint(63, 150))
    elif Gap.TOO_WEAK not in draft.planted and draft.plants(Gap.TOO_WEAK, order, name):
        strength = Strength.DOCUMENT
    draft.checked(name, strength, on)


def _standards(draft: Draft, order: Order, asked_until: date) -> None:
    """Have the office assess within six weeks, and see the person each month."""
    supervised = Period(order.term.starts_on)
    within = Length(days=42)
    draft.events.append(Event("INTAKE", supervised.starts_on))
    draft.asks("ASSESS", OwedBy.OFFICE, After("INTAKE", within), "ASSESSED", supervised)
    on = supervised.starts_on + timedelta(days=draft.rng.randrange(43))
    if draft.plants(Gap.LATE_ASSESSMENT, order, ("ASSESS", supervised.starts_on)):
        on = draft.on + ONE_DAY
    draft.happened("ASSESSED", on)
    rates = (Rate(supervised.starts_on, 1),)
    cadence = Times(rates, Window.MONTH, PartWindow.NOT_OWED)
    draft.asks("SEE", OwedBy.OFFICE, cadence, "SEEN_HOME SEEN_COMMUNITY", supervised)
    for month in Order("", Period(supervised.starts_on, date.max), 1).months(asked_until):
        if draft.rng.random() < 0.1:
            draft.decide("SEE", Period(month, month + ONE_DAY), draft.no_staff)
        else:
            draft.happened("SEEN_COMMUNITY", month + timedelta(days=draft.rng.randrange(28)))
