"""What a condition, a direction, a standard or a promise asks for."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength


@dataclass(frozen=True, slots=True)
class Once:
    """Once, between two days."""

    opens_on: date
    due_before: date
    safe_before: date | None = None
    """The day before which it is in time on every reading, where the last day has two."""


@dataclass(frozen=True, slots=True)
class After:
    """Each time an event happens, within a length of time after it."""

    event: str
    within: Length


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times a window, for the windows that open on a day or later."""

    from_day: date
    times: int


@dataclass(frozen=True, slots=True)
class Times:
    """A number of times in each window of the calendar.

    A new level brings a new rate: it counts from the next window, because a pro-rated number
    cannot be checked by hand. An increase that applies at once is a rate from that day.
    """

    rates: tuple[Rate, ...]
    window: Window
    part_window: PartWindow
    at_once: bool = False
    """Whether an increase inside a window counts in that window."""


@dataclass(frozen=True, slots=True)
class Rolling:
    """Again within a length of time since it was last done, or since the order binds."""

    within: Length
    counted: tuple[tuple[date, date], ...] = ()
    """Last days with the day before which it is due again, where the calendar has counted:
    working days of an office."""


@dataclass(frozen=True, slots=True)
class Hours:
    """An amount of hours by a last day."""

    hours: Fraction
    opens_on: date
    due_before: date
    safe_before: date | None = None
    """As in `Once`."""


Cadence = Once | After | Times | Rolling | Hours


@dataclass(frozen=True, slots=True)
class Requirement:
    """What is asked, of whom, how often, what closes it, and by which authority."""

    id: str
    what: str
    owed_by: OwedBy
    cadence: Cadence
    closed_by: frozenset[str]
    authority: str
    in_force: Period
    at_least: Strength = Strength.SELF_REPORT
