"""What courts, boards and institutions did, as facts with days: the input of a term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from throughcare.kernel.calendar.lengths import Length

if TYPE_CHECKING:
    from throughcare.kernel.terms.term import Term


@dataclass(frozen=True, slots=True)
class Custody:
    """Imprisonment imposed with an order, or that is already being served when it is made."""

    released_on: date | None = None
    is_conditional: bool | None = None  # paroled, or released on another condition
    expires_on: date | None = None  # the last day of the sentence, as the institution gives it
    imposed_on: date | None = None
    length: Length | None = None
    is_intermittent: bool = False


class Outcome(StrEnum):
    """How the court disposed of an alleged breach."""

    BREACH_FOUND = "breach_found"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    EXCUSED = "excused"  # a reasonable excuse was found

    @property
    def undoes(self) -> bool:
        """Say whether the time the sentence stood still is then served time."""
        return self is not Outcome.BREACH_FOUND


@dataclass(frozen=True, slots=True)
class BreachProcess:
    """The steps of an alleged breach of a conditional sentence."""

    warrant_on: date | None = None
    arrested_on: date | None = None
    appearance_on: date | None = None  # compelled to appear, already detained or before a court
    detained_on: date | None = None  # the order to detain until the hearing
    detention_ended_on: date | None = None  # released before the hearing
    determined_on: date | None = None
    outcome: Outcome | None = None
    credit_days: int = 0  # suspended days the court counts as served

    @property
    def on(self) -> date | None:
        """Return the day the sentence stops: the earliest of what may begin the process."""
        steps = (self.warrant_on, self.arrested_on, self.appearance_on)
        return min((day for day in steps if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class Imprisoned:
    """Imprisonment for another offence while an order runs."""

    on: date
    released_on: date | None = None


@dataclass(frozen=True, slots=True)
class Extended:
    """A court lengthened the order."""

    on: date
    by: Length
    convicted_on: date | None = None  # of a new offence, where the law asks for one
    is_final: bool | None = None  # no appeal was taken, and the time to take one is over


@dataclass(frozen=True, slots=True)
class Shortened:
    """A court gave the order an earlier last day."""

    on: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Ended:
    """A court ended the order, or revoked it (and sentenced): that day is its last."""

    on: date
    is_revoked: bool = False
    convicted_on: date | None = None
    is_final: bool | None = None


@dataclass(frozen=True, slots=True)
class Varied:
    """Conditions changed. The days do not."""

    on: date


@dataclass(frozen=True, slots=True)
class Transferred:
    """Another court has the order now. The days do not change."""

    on: date
    to: str


@dataclass(frozen=True, slots=True)
class Committed:
    """After a breach, part of the sentence is served in custody; the order goes on after."""

    on: date


CourtAct = Extended | Shortened | Ended | Varied | Transferred | Committed
Change = BreachProcess | Imprisoned | CourtAct


@dataclass(frozen=True, slots=True)
class Made:
    """What the court or board did: one order of one instrument, and what came after."""

    instrument: str
    made_on: date
    length: Length | None = None
    last_day: date | None = None  # a last day the order states, or the authority certifies
    first_day: date | None = None  # a first day the authority certifies
    is_for_life: bool = False
    ended_on: date | None = None  # the event an order without a length waits for
    custody: Custody | None = None
    after: Term | None = None  # the sentence this one comes after
    circumstances: frozenset[str] = frozenset()
    changes: tuple[Change, ...] = ()
