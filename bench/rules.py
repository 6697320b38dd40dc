"""How fast the rules are: all obligations of generated cases, on one core, without a database.

A case is a person under one order: about a dozen requirements of every cadence, contacts about
every ten days, now and then custody or hospital, something set aside, a month without staff.
Making the cases is not timed.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import account, unsettled
from throughcare.kernel.obligations.facts import (
    Decision,
    Event,
    Evidence,
    Facts,
    Pause,
    Period,
)
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

TODAY = date(2026, 6, 15)
AT_ONCE = 1_000
FIVE_YEARS = 1_826
KINDS = ("SEEN_OFFICE", "REPORTED", "SEEN_HOME", "COLLATERAL_CONTACT", "CHECKED", "HOURS_WORKED")


@dataclass(frozen=True)
class Case:
    """One case as the kernel takes it."""

    requirements: tuple[Requirement, ...]
    facts: Facts
    on: date


@dataclass(frozen=True)
class Speed:
    """Cases a second, measured piece by piece, beside the aim."""

    name: str
    rates: list[float]
    obligations: float
    aim: int

    def __str__(self) -> str:
        median = statistics.median(self.rates)
        return (
            f"{self.name:<44} median {median:8,.0f} cases a second"
            f"  (aim {self.aim:,}, {median / self.aim:.2f} of it;"
            f" {self.obligations:.1f} obligations a case)"
        )


def measured(cases: int) -> Iterator[Speed]:
    """Yield how many cases a second are computed: what is unsettled today, then five years."""
    yield _timed(
        f"unsettled on a day, {cases:,} cases",
        _of_some_months,
        cases,
        lambda case: len(unsettled(case.requirements, case.facts, case.on)),
        2_000,
    )
    years = max(cases // 50, 50)
    yield _timed(f"account of five years, {years:,} cases", _of_five_years, years, _account, 200)
    yield _timed(
        f"the same with every reason, {years:,} cases", _of_five_years, years, _explained, 200
    )


def _account(case: Case) -> int:
    found = account(case.requirements, case.facts, case.on)
    return sum(len(each) for each in found.values())


def _explained(case: Case) -> int:
    found = account(case.requirements, case.facts, case.on)
    every = [each for one in found.values() for each in one]
    return len([each.reasons for each in every])


def _timed(
    name: str,
    make: Callable[[random.Random], Case],
    cases: int,
    compute: Callable[[Case], int],
    aim: int,
) -> Speed:
    """Compute cases by the piece, and return the rate of each piece in time of this process."""
    chance, rates, count = random.Random(20260615), [], 0
    for first in range(0, cases, AT_ONCE):
        piece = [make(chance) for _ in range(min(AT_ONCE, cases - first))]
        started = time.process_time()
        count += sum(compute(case) for case in piece)
        rates.append(len(piece) / (time.process_time() - started))
    return Speed(name, rates, count / cases, aim)


def _of_some_months(chance: random.Random) -> Case:
    """Return a case of six months to three years, somewhere between its first and last day."""
    days = chance.choice((180, 365, 365, 540, 730, 1095))
    gone = chance.randrange(1, days)
    begins = TODAY - timedelta(days=gone)
    return _case(chance, Period(begins, begins + timedelta(days=days)), TODAY)


def _of_five_years(chance: random.Random) -> Case:
    begins = TODAY - timedelta(days=FIVE_YEARS)
    return _case(chance, Period(begins, TODAY + timedelta(days=30)), TODAY)


def _case(chance: random.Random, in_force: Period, on: date) -> Case:
    days = (on - in_force.starts_on).days
    requirements = tuple(_requirements(chance, in_force, days))
    facts = Facts(
        tuple(_evidence(chance, in_force.starts_on, days)),
        tuple(_events(chance, in_force.starts_on, days)),
        tuple(_pauses(chance, in_force.starts_on, days)),
        tuple(_decisions(chance, requirements, in_force.starts_on, days, 0.10)),
        tuple(_decisions(chance, requirements, in_force.starts_on, days, 0.05)),
    )
    return Case(requirements, facts, on)


def _requirements(chance: random.Random, force: Period, days: int) -> Iterator[Requirement]:
    """Return what an order, its directions and the standard of its level ask."""
    begins, person, office = force.starts_on, OwedBy.PERSON, OwedBy.OFFICE

    def asked(name: str, owed_by: OwedBy, cadence: Cadence, *kinds: str) -> Requirement:
        strength = Strength.COLLATERAL if name == "no_contact" else Strength.SELF_REPORT
        return Requirement(
            name, name, owed_by, cadence, frozenset(kinds), "Standard 3.4", force, strength
        )

    raised = begins + timedelta(days=chance.randrange(30, 200))
    levels = (Rate(begins, 1), Rate(raised, chance.choice((1, 2, 2, 4))))
    once = Rate(begins, 1)
    yield asked("first_report", person, After("MADE", Length(days=4)), "REPORTED")
    yield asked("assessment", office, After("INTAKE", Length(weeks=6)), "ASSESSED")
    yield asked("address", person, After("ADDRESS_CHANGING", Length(days=1)), "NOTICE_GIVEN")
    yield asked(
        "seen",
        office,
        Times(levels, Window.MONTH, PartWindow.OWED, True),
        "SEEN_OFFICE",
        "SEEN_HOME",
    )
    yield asked("home", office, Times((once,), Window.QUARTER, PartWindow.NOT_OWED), "SEEN_HOME")
    yield asked(
        "collateral", office, Times((once,), Window.QUARTER, PartWindow.OWED), "COLLATERAL_CONTACT"
    )
    yield asked("no_contact", office, Rolling(Length(months=1)), "CHECKED")
    yield asked("plan", office, Rolling(Length(months=3)), "REVIEWED")
    yield asked("work", person, Rolling(Length(weeks=6)), "PROOF_SHOWN")
    if chance.random() < 0.25:
        weekly = Times((once,), Window.WEEK, PartWindow.NOT_OWED)
        yield asked("weekly", person, weekly, "REPORTED")
    if chance.random() < 0.4:
        hours = Hours(Fraction(chance.choice((20, 50, 100, 240))), begins, begins + timedelta(540))
        yield asked("hours", person, hours, "HOURS_WORKED")
    for number in range(3):
        told = begins + timedelta(days=chance.randrange(days + 1))
        direction = Once(told, told + timedelta(days=chance.choice((1, 7, 14))))
        yield asked(f"direction {number}", person, direction, "REPORTED", "DIRECTION_MET")


def _evidence(chance: random.Random, begins: date, days: int) -> Iterator[Evidence]:
    """Return contacts about every ten days, and what each of them shows."""
    day, number = 0, 0
    while (day := day + chance.randrange(3, 18)) <= days:
        on = begins + timedelta(days=day)
        for kind in chance.sample(KINDS, k=chance.choice((1, 2, 2, 3))):
            number += 1
            amount = (
                Fraction(chance.choice((8, 15, 16)), 2) if kind == "HOURS_WORKED" else Fraction(0)
            )
            strength = chance.choice(tuple(Strength))
            yield Evidence(f"contact:{number:04}", kind, on, strength, amount)
        if chance.random() < 0.1:
            kind = chance.choice(("ASSESSED", "REVIEWED", "PROOF_SHOWN", "NOTICE_GIVEN"))
            yield Evidence(f"paper:{number:04}", kind, on, Strength.DOCUMENT)


def _events(chance: random.Random, begins: date, days: int) -> Iterator[Event]:
    yield Event("MADE", begins, due_before=begins + timedelta(days=chance.choice((3, 5))))
    yield Event("INTAKE", begins + timedelta(days=5))
    for _ in range(days // 300):
        yield Event("ADDRESS_CHANGING", begins + timedelta(days=chance.randrange(days)))


def _pauses(chance: random.Random, begins: date, days: int) -> Iterator[Pause]:
    for _ in range(1 + days // 700):
        if chance.random() < 0.2:
            first = begins + timedelta(days=chance.randrange(days + 1))
            until = first + timedelta(days=chance.choice((3, 10, 30, 120)))
            kind = chance.choice(("CUSTODY", "HOSPITAL", "WARRANT"))
            yield Pause(kind, Period(first, None if chance.random() < 0.1 else until))


def _decisions(
    chance: random.Random,
    requirements: tuple[Requirement, ...],
    begins: date,
    days: int,
    share: float,
) -> Iterator[Decision]:
    for requirement in requirements:
        if chance.random() < share:
            first = begins + timedelta(days=chance.randrange(days + 1))
            period = Period(first, first + timedelta(days=31))
            yield Decision("d", requirement.id, period, "A. Okafor", "a reason")
