"""How a legislature's Acts count time, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from throughcare.kernel.calendar.answers import Fact, Reason, because
from throughcare.kernel.calendar.holidays import HolidayList


class Why(StrEnum):
    """The sentences of counting: a pack has each of them in each of its languages."""

    RULE = "COUNT_RULE"
    WITHIN = "COUNT_WITHIN"
    WITHIN_BEFORE = "COUNT_WITHIN_BEFORE"
    CLEAR = "COUNT_CLEAR_DAYS"
    PLAIN = "COUNT_PLAIN_DAYS"
    DISPUTED = "COUNT_DISPUTED"
    TAKES_EFFECT = "COUNT_TAKES_EFFECT"
    ELAPSED = "COUNT_ELAPSED"
    BEGINNING_WITH = "COUNT_BEGINNING_WITH"
    BUSINESS_DAYS = "COUNT_BUSINESS_DAYS"
    MOVED = "HOLIDAY_MOVES_ACT"
    MAY_MOVE = "HOLIDAY_MAY_MOVE_ACT"
    OFFICE_SHUT = "OFFICE_SHUT_MOVES_FILING"
    NOT_CHECKED = "HOLIDAYS_NOT_CHECKED"
    UNCONFIRMED = "RULE_UNCONFIRMED"
    NO_RULE = "RULE_NOT_KNOWN"


# These rest on the clock's or the holiday's own authority, or on none.
_RESTS_ELSEWHERE = {Why.RULE, Why.MAY_MOVE, Why.UNCONFIRMED, Why.NO_RULE}
SECTIONED = tuple(code for code in Why if code not in _RESTS_ELSEWHERE)


@dataclass(frozen=True, eq=False)
class CountingLaw:
    """How one legislature's Acts count time. `sections` says where, for each sentence."""

    code: str
    at_least_is_clear: bool
    weekend: frozenset[int]
    holidays: HolidayList
    sections: Mapping[str, str]

    def reason(self, code: Why, **facts: Fact) -> Reason:
        """Return a reason that rests on this legislature's own section."""
        return because(code, self.sections[code], **facts)
