"""Requirement + facts + day: the obligations, each with its state and its reasons."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from throughcare.kernel.calendar.lengths import ONE_DAY, due_after
from throughcare.kernel.obligations.facts import Decision, Evidence, Facts, decided
from throughcare.kernel.obligations.obligation import Obligation
from throughcare.kernel.obligations.on_file import OnFile
from throughcare.kernel.obligations.pauses import Span, put_off
from throughcare.kernel.obligations.reasons import Grounds
from throughcare.kernel.obligations.requirements import Hours, Requirement, Rolling, Times
from throughcare.kernel.obligations.slots import ONE, Slot, fixed_slots, times_needed
from throughcare.kernel.obligations.words import OwedBy, State

WAITING = frozenset({State.AHEAD, State.OPEN, State.OVERDUE, State.PAUSED, State.NOT_DONE_NO_STAFF})
"""States in which somebody still has something to do or to decide."""
NOTHING = Fraction(0)


def obligations(requirement: Requirement, facts: Facts, on: date) -> list[Obligation]:
    """Return every obligation of a requirement up to a day, and the next one, oldest first.

    Facts dated after the day are not known yet and count for nothing. Each piece of evidence
    closes one window of a requirement, and one of every other requirement that asks for it:
    requirements are computed apart, so one contact serves every concurrent order.
    """
    return obligations_on(OnFile(facts, on), requirement)


def obligations_on(on_file: OnFile, requirement: Requirement) -> list[Obligation]:
    """Return the obligations of a requirement as `obligations` does, from facts sorted once."""
    return list(_Reckoning(requirement, on_file).obligations())


def account(
    requirements: Iterable[Requirement], facts: Facts, on: date
) -> dict[str, list[Obligation]]:
    """Return the obligations of every requirement of a case; none is left out."""
    on_file = OnFile(facts, on)
    return {each.id: obligations_on(on_file, each) for each in requirements}


def unsettled(requirements: Iterable[Requirement], facts: Facts, on: date) -> list[Obligation]:
    """Return what somebody still has to do something about, the first due first."""
    on_file = OnFile(facts, on)
    found = [
        each
        for requirement in requirements
        if not on_file.settles(requirement)
        for each in _Reckoning(requirement, on_file).obligations(WAITING)
    ]
    return sorted(found, key=lambda each: (each.due_before, each.requirement, each.opens_on))


@dataclass(slots=True)
class _Window:
    """A slot with the last day as the pauses moved it, and the evidence that it took."""

    slot: Slot
    due_before: date
    taken: list[Evidence]
    met: Fraction
    is_met: bool
    went_by: bool
    """Whether the whole window lay in a pause."""


class _Reckoning:
    """One requirement, the facts and the day. Evidence is used up window by window."""

    def __init__(self, requirement: Requirement, on_file: OnFile) -> None:
        self.requirement = requirement
        self.on_file = on_file
        self.on = on_file.on
        self.by_amount = isinstance(requirement.cadence, Hours)
        self.pool = on_file.evidence(requirement)
        self.at = 0
        self.spare: list[Evidence] = []
        self.set_aside = on_file.set_aside.get(requirement.id, ())
        self.no_staff = on_file.no_staff.get(requirement.id, ())

    def obligations(self, states: Iterable[State] = frozenset(State)) -> Iterator[Obligation]:
        """Return the obligations that stand in one of some states, oldest first."""
        for window in self._windows():
            state, decision = self._state(window)
            if state in states:
                yield self._obligation(window, state, decision)

    def _windows(self) -> Iterator[_Window]:
        cadence = self.requirement.cadence
        if isinstance(cadence, Rolling):
            return self._rolling(cadence)
        slots = fixed_slots(self.requirement, self.on_file.facts, self.on)
        if isinstance(cadence, Times):
            return iter(self._made_up([self._filled(slot, slot.due_before) for slot in slots]))
        return (self._filled(slot) for slot in slots)

    def _made_up(self, windows: list[_Window]) -> list[_Window]:
        """Let what a calendar window has to spare make up for one before it that was put off.

        What is done in a window counts for that one first: a pause takes nothing from the next.
        """
        put_off_ones = [
            each for each in windows if not each.is_met and each.due_before > each.slot.due_before
        ]
        if not put_off_ones:
            return windows
        spare = [*self.spare, *self.pool[self.at :]]
        for window in put_off_ones:
            for each in list(spare):
                if window.slot.due_before <= each.on < window.due_before and not window.is_met:
                    window.taken.append(each)
                    window.met += 1
                    window.is_met = window.met >= window.slot.needed
                    spare.remove(each)
        return windows

    def _rolling(self, cadence: Rolling) -> Iterator[_Window]:
        """Yield one window after the other: each opens when the one before was closed.

        What a person set aside is over with the period of the decision: it is owed again then.
        """
        force = self.requirement.in_force
        last = opens_on = force.starts_on
        counted = dict(cadence.counted)
        while opens_on == force.starts_on or force.holds(opens_on):
            aside = decided(self.set_aside, self.requirement.id, opens_on)
            owed_again = aside.period.ends_before if aside else None
            due_before = counted.get(last) or due_after(last, cadence.within)
            slot = Slot(opens_on, due_before, ONE, last, is_counted=last in counted)
            window = self._filled(slot, until=owed_again)
            yield window
            if window.taken:
                last = window.taken[-1].on
            elif owed_again and owed_again <= self.on:
                last = owed_again - ONE_DAY
            else:
                return
            opens_on = last + ONE_DAY

    def _filled(self, slot: Slot, until: date | None = None) -> _Window:
        """Return the window with the evidence that it takes out of the pool, oldest first.

        Evidence of the day `until` or later is left for the next window.
        """
        went_by = slot.goes_by_in_pause and _is_paused(slot, self.on_file.spans)
        due_before = slot.due_before
        if not went_by:
            due_before = put_off(slot.opens_on, due_before, self.on_file.spans)
        taken, met = self._taken(slot, until)
        return _Window(slot, due_before, taken, met, met >= slot.needed, went_by)

    def _taken(self, slot: Slot, until: date | None) -> tuple[list[Evidence], Fraction]:
        """Take what a window needs out of the pool; what comes before its first day is to spare."""
        pool, at = self.pool, self.at
        while at < len(pool) and pool[at].on < slot.opens_on:
            self.spare.append(pool[at])
            at += 1
        first, met = at, NOTHING
        if self.by_amount:
            while at < len(pool) and met < slot.needed:
                met += pool[at].amount
                at += 1
        else:
            most = min(at + slot.needed.numerator, len(pool))
            while at < most and (until is None or pool[at].on < until):
                at += 1
            met = times_needed(at - first)
        self.at = at
        return pool[first:at], met

    def _state(self, window: _Window) -> tuple[State, Decision | None]:
        if window.is_met and window.taken[-1].on < window.due_before:
            return State.DONE, None
        if aside := decided(self.set_aside, self.requirement.id, window.slot.opens_on):
            return State.SET_ASIDE, aside
        if window.is_met:
            return State.DONE_LATE, None
        if self.requirement.owed_by is OwedBy.OFFICE:
            undone = decided(self.no_staff, self.requirement.id, window.slot.opens_on)
            if undone and self._opened_in_force(window.slot):
                return State.NOT_DONE_NO_STAFF, undone
        return self._state_by_day(window), None

    def _opened_in_force(self, slot: Slot) -> bool:
        ends_before = self.requirement.in_force.ends_before
        return self.on >= slot.opens_on and (ends_before is None or slot.opens_on < ends_before)

    def _state_by_day(self, window: _Window) -> State:
        ends_before = self.requirement.in_force.ends_before
        is_over = self.on >= window.due_before
        if is_over and window.went_by:
            return State.ENDED
        if is_over and (ends_before is None or ends_before >= window.due_before):
            return State.OVERDUE
        if ends_before is not None and self.on >= ends_before:
            return State.ENDED
        if self.on < window.slot.opens_on:
            return State.AHEAD
        if any(first <= self.on < after for first, after in self.on_file.spans):
            return State.PAUSED
        return State.OPEN

    def _obligation(self, window: _Window, state: State, decision: Decision | None) -> Obligation:
        slot = window.slot
        pauses = self.on_file.pauses_of(slot.opens_on, window.due_before)
        return Obligation(
            self.requirement.id,
            slot.opens_on,
            window.due_before,
            self.requirement.owed_by,
            state,
            slot.needed,
            window.met,
            tuple(each.id for each in window.taken),
            Grounds(self.requirement, slot, tuple(window.taken), pauses, decision),
        )


def _is_paused(slot: Slot, spans: Sequence[Span]) -> bool:
    """Say whether one pause holds every day of a window."""
    return any(first <= slot.opens_on and slot.due_before <= after for first, after in spans)
