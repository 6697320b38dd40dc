"""Requirements, facts and readings that the tests of obligations share."""

from datetime import date
from fractions import Fraction

from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Decision, Evidence, Facts, Period
from throughcare.kernel.obligations.requirements import Cadence, Rate, Requirement, Times
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def asked(cadence: Cadence, *, until: str | None = None, **said) -> Requirement:
    given = {
        "id": "R1",
        "what": "Office contact",
        "owed_by": OwedBy.OFFICE,
        "closed_by": frozenset({"CONTACT"}),
        "authority": "Standard 3.4",
        "in_force": Period(day("01-01"), day(until) if until else None),
    }
    return Requirement(cadence=cadence, **(given | said))


def seen(*days: str, strength: Strength = Strength.OBSERVED, amount: int = 0) -> Facts:
    return Facts(
        tuple(Evidence(each, "CONTACT", day(each), strength, Fraction(amount)) for each in days)
    )


def states(requirement: Requirement, facts: Facts, on: str) -> list[tuple[str, str, str]]:
    return [
        (f"{each.opens_on:%m-%d}", f"{each.due_before:%m-%d}", each.state.name)
        for each in obligations(requirement, facts, day(on))
    ]


def monthly(*rates: tuple[str, int], at_once: bool = False, part: PartWindow = PartWindow.OWED):
    given = tuple(Rate(day(start), times) for start, times in rates)
    return Times(given, Window.MONTH, part, at_once)


def decision(start: str = "03-01") -> Decision:
    return Decision("D1", "R1", Period(day(start), day("04-01")), "L. Tremblay", "in hospital")
