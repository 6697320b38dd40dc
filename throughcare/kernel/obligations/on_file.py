"""What is on file on a day, sorted once for every requirement of a case."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice
from operator import attrgetter

from throughcare.kernel.obligations.facts import Decision, Evidence, Facts, Pause
from throughcare.kernel.obligations.pauses import Span, merged
from throughcare.kernel.obligations.requirements import Once, Requirement

_on: Callable[[Evidence], date] = attrgetter("on")
# One act may be evidence of two kinds: the kind too decides, or chance would.
_in_order: Callable[[Evidence], tuple[date, str, str]] = attrgetter("on", "id", "kind")


class OnFile:
    """The facts of a case as known on a day; whatever is dated later is left out."""

    def __init__(self, facts: Facts, on: date) -> None:
        self.facts = facts
        self.on = on
        self.pauses: list[Pause] = sorted(
            (each for each in facts.pauses if each.period.starts_on <= on),
            key=lambda each: (each.period.starts_on, each.period.ends_before or date.max),
        )
        self.spans: list[Span] = merged(self.pauses, on)
        self.set_aside = _by_requirement(facts.set_aside)
        self.no_staff = _by_requirement(facts.no_staff)
        self._by_kind: dict[str, list[Evidence]] = {}
        known = [each for each in facts.evidence if each.on <= on]
        for each in sorted(known, key=_in_order):
            self._by_kind.setdefault(each.kind, []).append(each)

    def evidence(self, requirement: Requirement) -> list[Evidence]:
        """Return what can close obligations of a requirement, the oldest first.

        What is asked once takes one piece: no more than the first is returned for it.
        """
        if isinstance(requirement.cadence, Once):
            return self._first(requirement, requirement.cadence)
        found = [each for kind in requirement.closed_by for each in self._by_kind.get(kind, ())]
        if len(requirement.closed_by) > 1:
            found.sort(key=_in_order)
        force, least = requirement.in_force, requirement.at_least
        return [each for each in found if each.strength >= least and force.holds(each.on)]

    def settles(self, requirement: Requirement) -> bool:
        """Say whether something asked once was done, in time or late: nobody has to do it now."""
        cadence = requirement.cadence
        return isinstance(cadence, Once) and bool(self._first(requirement, cadence))

    def _first(self, requirement: Requirement, asked: Once) -> list[Evidence]:
        since = max(asked.opens_on, requirement.in_force.starts_on)
        each_kind = (self._first_of(kind, requirement, since) for kind in requirement.closed_by)
        found = [each for each in each_kind if each is not None]
        return [min(found, key=_in_order)] if found else []

    def _first_of(self, kind: str, requirement: Requirement, since: date) -> Evidence | None:
        """Return the oldest evidence of a kind from a day on that is strong enough, if any."""
        known = self._by_kind.get(kind, ())
        force, least = requirement.in_force, requirement.at_least
        for each in islice(known, bisect_left(known, since, key=_on), None):
            if each.strength >= least:
                return each if force.holds(each.on) else None
        return None

    def pauses_of(self, opens_on: date, due_before: date) -> tuple[Pause, ...]:
        """Return the pauses that hold a day of a window, the first first."""
        if not self.pauses:
            return ()
        return tuple(
            each
            for each in self.pauses
            if each.period.starts_on < due_before
            and (each.period.ends_before is None or each.period.ends_before > opens_on)
        )


def _by_requirement(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for each in decisions:
        found.setdefault(each.requirement, []).append(each)
    return found
