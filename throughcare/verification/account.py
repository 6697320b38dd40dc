"""What checks tell the account of a case: evidence, and how each condition is known."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from throughcare.kernel.knowing import known
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.facts import Event, Evidence, Facts
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.kernel.obligations.words import Strength
from throughcare.orders.queries.conditions import conditions_of
from throughcare.record.reading import read_once
from throughcare.record.rows import rows_of
from throughcare.verification.models import CHECKED, Finding
from throughcare.verification.queries import outside

RESULTS = {
    Finding.AS_ORDERED: Result.CONFIRMED,
    Finding.NOT_AS_ORDERED: Result.CONTRADICTED,
    Finding.COULD_NOT_TELL: Result.INCONCLUSIVE,
}
# Evidence that is also an event: something else is owed from that day.
EVENTS = frozenset({"ENROLLED"})
# The checks as last corrected, without those recorded by mistake.
STANDING = """
SELECT v.id::text, v.case_id, v.condition_id, v.method, v.strength, v."on", v.result, v.shows,
    v.hours
FROM verification_verification AS v
WHERE v.case_id = ANY(%(cases)s) AND v."on" <= %(on)s AND NOT v.by_mistake
    AND NOT EXISTS (SELECT FROM verification_verification AS c WHERE c.corrects_id = v.id)
ORDER BY v."on", v.id
"""


class Check(NamedTuple):
    """What the account needs of a check."""

    id: str
    case_id: UUID
    condition_id: UUID
    method: str
    strength: str
    on: date
    result: str
    shows: str
    hours: Decimal | None

    @property
    def level(self) -> Strength:
        """How strong it is as knowledge."""
        return Strength[self.strength]


def requirements(cases: Collection[UUID], on: date) -> dict[UUID, list[Requirement]]:
    """Return no requirement for any case: a check shows, it does not ask."""
    return {case: [] for case in cases}


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return what the checks of each case show by a day. One query.

    Each kind is given plainly and narrowed to the condition. Only what was found as ordered is
    evidence of more than that somebody checked.
    """
    evidence: dict[UUID, list[Evidence]] = {case: [] for case in cases}
    events: dict[UUID, list[Event]] = {case: [] for case in cases}
    for case, checks in _standing(cases, on).items():
        for each in checks:
            evidence[case] += _evidence(each)
            events[case] += _events(each)
    return {case: Facts(tuple(evidence[case]), tuple(events[case])) for case in cases}


def verifications(cases: Collection[UUID], on: date) -> dict[UUID, list[known.Verification]]:
    """Return how each condition of each case was checked by a day. Two queries.

    A check on a day outside the condition's days says nothing about the condition.
    """
    found: dict[UUID, list[known.Verification]] = {case: [] for case in cases}
    known_checks = _standing(cases, on)
    checked = [case for case, checks in known_checks.items() if checks]
    days = {
        each.id: each.in_force for every in conditions_of(checked, on).values() for each in every
    }
    for each in chain.from_iterable(known_checks.values()):
        if outside(days.get(each.condition_id), each.on):
            continue
        result = RESULTS[Finding(each.result)]
        found[each.case_id].append(
            known.Verification(str(each.condition_id), each.method, each.level, each.on, result)
        )
    return found


@read_once
def _standing(cases: Collection[UUID], on: date) -> dict[UUID, list[Check]]:
    """Return the checks of each file by a day that stand, the oldest first. One query."""
    found: dict[UUID, list[Check]] = {case: [] for case in cases}
    for each in map(Check._make, rows_of(STANDING, cases=list(cases), on=on)):
        found[each.case_id].append(each)
    return found


def _evidence(check: Check) -> list[Evidence]:
    kinds = [CHECKED]
    if check.result == Finding.AS_ORDERED and check.shows != CHECKED:
        kinds.append(check.shows)
    amount = Fraction(check.hours or 0)
    return [
        Evidence(f"verification:{check.id}", kind, check.on, check.level, amount)
        for name in kinds
        for kind in (name, f"{name}@{check.condition_id}")
    ]


def _events(check: Check) -> list[Event]:
    if check.shows not in EVENTS or check.result != Finding.AS_ORDERED:
        return []
    narrow = f"{check.shows}@{check.condition_id}"
    return [Event(check.shows, check.on), Event(narrow, check.on)]
