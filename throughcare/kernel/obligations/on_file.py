"""What is on file on a day, sorted once for every requirement of a case."""

from collections.abc import Iterable
from datetime import date

from throughcare.kernel.obligations.facts import Decision, Evidence, Facts, Pause
from throughcare.kernel.obligations.pauses import Span, merged
from throughcare.kernel.obligations.requirements import Requirement


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
        """Return what can close obligations of a requirement, the oldest first."""
        found = [each for kind in requirement.closed_by for each in self._by_kind.get(kind, ())]
        if len(requirement.closed_by) > 1:
            found.sort(key=_in_order)
        force, least = requirement.in_force, requirement.at_least
        return [each for each in found if each.strength >= least and force.holds(each.on)]

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


def _in_order(evidence: Evidence) -> tuple[date, str]:
    return evidence.on, evidence.id


def _by_requirement(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for each in decisions:
        found.setdefault(each.requirement, []).append(each)
    return found
