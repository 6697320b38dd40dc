"""What is known on a day: evidence, events, pauses, and what a person set aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from throughcare.kernel.obligations.words import Strength


@dataclass(frozen=True, slots=True)
class Period:
    """The days from one up to, and without, another; without an end it goes on."""

    starts_on: date
    ends_before: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether a day lies in the period."""
        return self.starts_on <= day and (self.ends_before is None or day < self.ends_before)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that happened and can close an obligation; hours worked carry an amount."""

    id: str
    kind: str
    on: date
    strength: Strength = Strength.SELF_REPORT
    amount: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that starts a time limit: the first appointment, a notice, an arrest."""

    kind: str
    on: date
    due_before: date | None = None
    """The end of the limit, where the calendar has computed it already."""
    opens_on: date | None = None
    """The first day it may be done, where that is not the day of the event."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the person cannot be asked: custody, hospital, warrant, a stopped clock."""

    kind: str
    period: Period


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision about a requirement for the windows that open in a period."""

    id: str
    requirement: str
    period: Period
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of a case, for the kernel. Whatever lies after the day is left out."""

    evidence: tuple[Evidence, ...] = ()
    events: tuple[Event, ...] = ()
    pauses: tuple[Pause, ...] = ()
    set_aside: tuple[Decision, ...] = ()
    no_staff: tuple[Decision, ...] = ()


def decided(decisions: Iterable[Decision], requirement: str, opens_on: date) -> Decision | None:
    """Return the decision about the window that opens on a day, if there is one."""
    for decision in decisions:
        if decision.requirement == requirement and decision.period.holds(opens_on):
            return decision
    return None


def together(facts: Iterable[Facts]) -> Facts:
    """Return what several duties know of one case as one whole; the order does not matter."""
    known = list(facts)
    return Facts(
        tuple(each for some in known for each in some.evidence),
        tuple(each for some in known for each in some.events),
        tuple(each for some in known for each in some.pauses),
        tuple(each for some in known for each in some.set_aside),
        tuple(each for some in known for each in some.no_staff),
    )
