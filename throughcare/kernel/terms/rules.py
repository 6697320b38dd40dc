"""What a pack says of one instrument: how its term begins and ends, and how far it may go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from throughcare.kernel.calendar.answers import Fact, Reason, because
from throughcare.kernel.calendar.lengths import Length


class Begins(StrEnum):
    """The day an order comes into force."""

    ON_MAKING = "on_making"  # when made, or after the sentence it comes after
    AFTER_SENTENCE = "after_sentence"  # the same, or on release, or when imprisonment expires
    ON_ANY_RELEASE = "on_any_release"  # the later of the making and any release from prison
    IMPORTED = "imported"  # another authority computes and certifies the days


class Ends(StrEnum):
    """The last day of an order."""

    PERIOD = "period"  # the first day is counted: it ends the day before the corresponding day
    ANNIVERSARY = "anniversary"  # so long *after* a day: the corresponding day is still inside
    IMPORTED = "imported"
    ON_EVENT = "on_event"  # until released, until paid: no length


class Anchor(StrEnum):
    """The day a length is counted from."""

    FIRST_DAY = "first_day"
    RELEASE = "release"  # from release from prison, or from the making where nobody is in prison


class Stop(StrEnum):
    """What stops the running of a sentence."""

    BREACH_PROCESS = "breach_process"
    IMPRISONMENT = "imprisonment"


class Why(StrEnum):
    """The sentences of terms: a pack has each of them in each of its languages."""

    BEGINS_ON_MAKING = "TERM_BEGINS_ON_MAKING"
    BEGINS_ON_RELEASE = "TERM_BEGINS_ON_RELEASE"
    BEGINS_ON_EXPIRY = "TERM_BEGINS_ON_EXPIRY"
    BEGINS_AFTER = "TERM_BEGINS_AFTER_SENTENCE"
    BEGINS_BETWEEN = "TERM_BEGINS_BETWEEN_SITTINGS"
    SENTENCE_EXPIRES = "TERM_SENTENCE_EXPIRES"
    CONFIRM_EXPIRY = "TERM_CONFIRM_EXPIRY"
    IMPORTED = "TERM_IMPORTED"
    ENDS_PERIOD = "TERM_ENDS_PERIOD"
    ENDS_ANNIVERSARY = "TERM_ENDS_ANNIVERSARY"
    ENDS_ON_EVENT = "TERM_ENDS_ON_EVENT"
    ENDS_STATED = "TERM_ENDS_STATED"
    FOR_LIFE = "TERM_FOR_LIFE"
    NO_CORRESPONDING_DAY = "TERM_NO_CORRESPONDING_DAY"
    STATED_DIFFERS = "TERM_STATED_DAY_DIFFERS"
    ASK_RELEASE = "TERM_ASK_RELEASE"
    ASK_RELEASE_KIND = "TERM_ASK_RELEASE_KIND"
    ASK_EXPIRY = "TERM_ASK_EXPIRY"
    ASK_IMPORT = "TERM_ASK_IMPORT"
    ASK_LENGTH = "TERM_ASK_LENGTH"
    ASK_PRIOR_TERM = "TERM_ASK_PRIOR_TERM"
    ASK_DETERMINATION = "TERM_ASK_DETERMINATION"
    ASK_PROCESS_START = "TERM_ASK_PROCESS_START"
    ASK_IMPRISONMENT_END = "TERM_ASK_IMPRISONMENT_END"
    ASK_EFFECT = "TERM_ASK_EFFECT"
    OVER_CAP = "TERM_OVER_CAP"
    UNDER_LEAST = "TERM_UNDER_LEAST"
    OVER_TOTAL = "TERM_OVER_TOTAL"
    EXTENDED = "TERM_EXTENDED"
    EXTENSION_NOT_PROVIDED = "TERM_EXTENSION_NOT_PROVIDED"
    EXTENSION_OVER_CAP = "TERM_EXTENSION_OVER_CAP"
    NO_CONVICTION = "TERM_NO_CONVICTION"
    CONVICTED_OUTSIDE = "TERM_CONVICTED_OUTSIDE"
    NOT_FINAL = "TERM_CONVICTION_NOT_FINAL"
    CHANGE_AFTER_END = "TERM_CHANGE_AFTER_END"
    SHORTENED = "TERM_SHORTENED"
    SHORTENED_BUT_LATER = "TERM_SHORTENED_BUT_LATER"
    SHORTENING_NOT_PROVIDED = "TERM_SHORTENING_NOT_PROVIDED"
    ENDED_EARLY = "TERM_ENDED_EARLY"
    REVOKED = "TERM_REVOKED"
    TRANSFERRED = "TERM_TRANSFERRED"
    VARIED = "TERM_VARIED"
    COMMITTED = "TERM_COMMITTED"
    REST_IN_CUSTODY = "TERM_REST_IN_CUSTODY"
    SUSPENDED = "TERM_SUSPENDED"
    SUSPENDED_TO_DETENTION = "TERM_SUSPENDED_TO_DETENTION"
    SUSPENDED_ONE_END = "TERM_SUSPENDED_ONE_END"
    IMPRISONED = "TERM_IMPRISONED"
    NOT_TOLLED = "TERM_NOT_TOLLED"
    NOT_SUSPENDED = "TERM_NOT_SUSPENDED"
    DEEMED_SERVED = "TERM_DEEMED_SERVED"
    DETENTION_CREDIT = "TERM_DETENTION_CREDIT"
    HALF_DAY = "TERM_CREDIT_HALF_DAY"
    COURT_CREDIT = "TERM_COURT_CREDIT"
    CREDIT_OVER = "TERM_CREDIT_OVER"
    MOVED = "TERM_MOVED"
    STOP_AFTER_END = "TERM_STOP_AFTER_END"
    PHASE = "TERM_PHASE"
    PHASE_SHARE = "TERM_PHASE_SHARE"
    PHASE_REST = "TERM_PHASE_REST"
    PHASE_HALF_DAY = "TERM_PHASE_HALF_DAY"
    PHASE_PAST_END = "TERM_PHASE_PAST_END"
    PHASE_OVERLAP = "TERM_PHASES_OVERLAP"
    PHASE_GAP = "TERM_PHASES_LEAVE_DAYS"
    PHASE_SUSPENDED = "TERM_PHASE_WHILE_STOPPED"
    NO_RULE = "TERM_RULE_NOT_KNOWN"
    OUT_OF_CALENDAR = "TERM_OUT_OF_CALENDAR"
    NO_DAYS = "TERM_WITHOUT_DAYS"
    CONTRADICT = "TERM_DAYS_CONTRADICT"
    LESS_THAN_NOTHING = "TERM_LESS_THAN_NOTHING"


@dataclass(frozen=True, slots=True)
class Cap:
    """The most (or the least) a term may be, where a circumstance holds or always."""

    length: Length | None  # None: no limit
    counts: Ends
    authority: str
    anchor: Anchor = Anchor.FIRST_DAY
    of_length: bool = False  # held against the length as made, not against the last day
    where: str = ""  # a circumstance a person recorded; the cap with one goes before that without


@dataclass(frozen=True, eq=False)
class TermRule:
    """How the term of one instrument is computed, from a day on."""

    instrument: str
    begins: Begins
    ends: Ends
    authority: str
    starts_on: date
    sections: Mapping[str, str]
    ends_before: date | None = None
    anchor: Anchor = Anchor.FIRST_DAY
    caps: tuple[Cap, ...] = ()
    least: tuple[Cap, ...] = ()
    total: Cap | None = None  # the most that consecutive sentences may come to
    extension: Length | None = None  # the most one extension may add
    can_shorten: bool = False
    after_conviction: bool = False  # extended or revoked only after a conviction that is final
    rest_in_custody: bool = False  # a court that ends it commits the person for what is left
    stops: frozenset[Stop] = frozenset()
    unclear: frozenset[Stop] = frozenset()  # whether it moves the last day must be asked
    detention_credit: Fraction = Fraction(0)

    def reason(self, code: Why, **facts: Fact) -> Reason:
        """Return a reason under the section the pack names for it, or under the rule's own."""
        return because(code, self.sections.get(code, self.authority), **facts)


def rule_on(rules: Sequence[TermRule], instrument: str, made_on: date) -> TermRule | None:
    """Return the rule of an instrument in force on the day of the order, or None."""
    known = [
        rule
        for rule in rules
        if rule.instrument == instrument
        and rule.starts_on <= made_on
        and (rule.ends_before is None or made_on < rule.ends_before)
    ]
    return max(known, key=lambda rule: rule.starts_on, default=None)
