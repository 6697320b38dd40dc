"""What an obligation is made of: who owes, in which states it can be, how strong evidence is."""

from enum import IntEnum, StrEnum, auto


class OwedBy(StrEnum):
    """Who owes it. What the person owes and what the office owes never mix."""

    PERSON = auto()
    OFFICE = auto()


class State(StrEnum):
    """Where an obligation stands on a day. It is computed, never stored."""

    AHEAD = auto()
    OPEN = auto()
    DONE = auto()
    DONE_LATE = auto()
    OVERDUE = auto()
    SET_ASIDE = auto()
    NOT_DONE_NO_STAFF = auto()
    PAUSED = auto()
    ENDED = auto()


SETTLED = frozenset({State.DONE, State.DONE_LATE, State.SET_ASIDE, State.ENDED})
"""States in which nobody has anything left to do."""


class Strength(IntEnum):
    """How a fact is known, from the weakest to the strongest."""

    SELF_REPORT = auto()
    DOCUMENT = auto()
    COLLATERAL = auto()
    OBSERVED = auto()
    OFFICIAL = auto()


class PartWindow(StrEnum):
    """What is owed in a window that the requirement covers only in part."""

    OWED = auto()
    NOT_OWED = auto()


class PauseKind(StrEnum):
    """Why nothing can be asked of the person for a time. A jurisdiction may name others."""

    CUSTODY = "CUSTODY"
    HOSPITAL = "HOSPITAL"
    WARRANT = "WARRANT"
    STOPPED_CLOCK = "STOPPED_CLOCK"
