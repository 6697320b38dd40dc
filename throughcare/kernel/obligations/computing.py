"""Requirement + facts + day: the obligations, each with its state and its reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from throughcare.kernel.calendar.lengths import ONE_DAY, day_after
from throughcare.kernel.obligations.facts import Decision, Evidence, Facts, decided
from throughcare.kernel.obligations.obligation import Obligation
from throughcare.kernel.obligations.pauses import Span, merged, put_off
from throughcare.kernel.obligations.reasons import reasons_for
from throughcare.kernel.obligations.requirements import Hours, Requirement, Rolling
from throughcare.kernel.obligations.slots import Slot, fixed_slots
from throughcare.kernel.obligations.words import OwedBy, State

WAITING = frozenset({State.AHEAD, State.OPEN, State.OVERDUE, State.PAUSED, State.NOT_DONE_NO_STAFF})
"""States in which somebody still has something to do or to decide."""


def obligations(requirement: Requirement, facts: Facts, on: date) -> list[Obligation]:
    """Return every obligation of a requirement up to a day, and the next one, oldest first.

    Facts dated after the day are not known yet and count for nothing. Each piece of evidence
    closes one window of a requirement, and one of every other requirement that asks for it:
    requirements are computed apart, so one contact serves every concurrent order.
    """
    return list(_Reckoning(requirement, facts, on).obligations())


def account(
    requirements: Iterable[Requirement], facts: Facts, on: date
) -> dict[str, list[Obligation]]:
    """Return the obligations of every requirement of a case; none is left out."""
    return {each.id: obligations(each, facts, on) for each in requirements}


def unsettled(requirements: Iterable[Requirement], facts: Facts, on: date) -> list[Obligation]:
    """Return what somebody still has to do something about, the first due first."""
    found = [
        each
        for requirement in requirements
        for each in obligations(requirement, facts, on)
        if each.state in WAITING
    ]
    return sorted(found, key=lambda each: (each.due_before, each.requirement, each.opens_on))


@dataclass(slots=True)
class _Window:
    """A slot with the last day as the pauses moved it, and the evidence that it took."""

    slot: Slot
    due_before: date
    taken: list[Evidence]
    met: Fraction

    @property
    def is_met(self) -> bool:
        return self.met >= self.slot.needed


class _Reckoning:
    """One requirement, the facts and the day. Evidence is used up window by window."""

    def __init__(self, requirement: Requirement, facts: Facts, on: date) -> None:
        self.requirement = requirement
        self.facts = facts
        self.on = on
        self.by_amount = isinstance(requirement.cadence, Hours)
        self.pauses: list[Span] = merged(facts.pauses, on)
        self.pool = sorted(
            (each for each in facts.evidence if self._counts(each)),
            key=lambda each: (each.on, each.id),
        )

    def obligations(self) -> Iterator[Obligation]:
        cadence = self.requirement.cadence
        slots = (
            self._rolling_slots(cadence)
            if isinstance(cadence, Rolling)
            else fixed_slots(self.requirement, self.facts, self.on)
        )
        for slot in slots:
            yield self._obligation(slot)

    def _counts(self, evidence: Evidence) -> bool:
        asked = self.requirement
        return (
            evidence.kind in asked.closed_by
            and evidence.strength >= asked.at_least
            and evidence.on <= self.on
            and asked.in_force.holds(evidence.on)
        )

    def _rolling_slots(self, cadence: Rolling) -> Iterator[Slot]:
        """Yield one window after the other: each opens the day after the one before was closed."""
        last = opens_on = self.requirement.in_force.starts_on
        while True:
            closing = self.pool[0].on if self.pool else None
            yield Slot(opens_on, day_after(last, cadence.within) + ONE_DAY, Fraction(1))
            if closing is None:
                return
            last, opens_on = closing, closing + ONE_DAY
            # What was done again on the same day closes nothing more.
            self.pool = [each for each in self.pool if each.on > closing]

    def _obligation(self, slot: Slot) -> Obligation:
        window = self._filled(slot)
        state, decision = self._state(window)
        return Obligation(
            self.requirement.id,
            slot.opens_on,
            window.due_before,
            self.requirement.owed_by,
            state,
            slot.needed,
            window.met,
            tuple(each.id for each in window.taken),
            reasons_for(self.requirement, window.due_before, window.taken, decision),
        )

    def _filled(self, slot: Slot) -> _Window:
        """Return the window with the evidence that it takes out of the pool, oldest first."""
        window = _Window(
            slot, put_off(slot.opens_on, slot.due_before, self.pauses), [], Fraction(0)
        )
        left = []
        for each in self.pool:
            in_time = slot.late_counts or each.on < window.due_before
            if each.on >= slot.opens_on and in_time and not window.is_met:
                window.taken.append(each)
                window.met += each.amount if self.by_amount else 1
            else:
                left.append(each)
        self.pool = left
        return window

    def _state(self, window: _Window) -> tuple[State, Decision | None]:
        if window.is_met and window.taken[-1].on < window.due_before:
            return State.DONE, None
        if aside := self._decided(self.facts.set_aside, window):
            return State.SET_ASIDE, aside
        if window.is_met:
            return State.DONE_LATE, None
        if self.requirement.owed_by is OwedBy.OFFICE:
            undone = self._decided(self.facts.no_staff, window)
            if undone and self._opened_in_force(window.slot):
                return State.NOT_DONE_NO_STAFF, undone
        return self._state_by_day(window), None

    def _opened_in_force(self, slot: Slot) -> bool:
        ends_before = self.requirement.in_force.ends_before
        return self.on >= slot.opens_on and (ends_before is None or slot.opens_on < ends_before)

    def _decided(self, decisions: Iterable[Decision], window: _Window) -> Decision | None:
        return decided(decisions, self.requirement.id, window.slot.opens_on)

    def _state_by_day(self, window: _Window) -> State:
        ends_before = self.requirement.in_force.ends_before
        if self.on >= window.due_before and not self._ended_in_time(window):
            return State.OVERDUE
        if ends_before is not None and self.on >= ends_before:
            return State.ENDED
        if self.on < window.slot.opens_on:
            return State.AHEAD
        if any(first <= self.on < after for first, after in self.pauses):
            return State.PAUSED
        return State.OPEN

    def _ended_in_time(self, window: _Window) -> bool:
        """Say whether the requirement ended before the window was due."""
        ends_before = self.requirement.in_force.ends_before
        return ends_before is not None and ends_before < window.due_before
