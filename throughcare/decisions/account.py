"""What the account of a case is told by decisions: what was set aside, what had no staff."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from throughcare import clock
from throughcare.decisions.models import Answer
from throughcare.decisions.words import reason_in_words
from throughcare.kernel.obligations.facts import Decision, Facts, Period
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.record.rows import rows_of
from throughcare.staff.models import StaffMember

# The decisions that stand: approved where that is needed, and not taken back.
DECIDED = """
SELECT 'set_aside', d.id, d.case_id, d.requirement, d.starts_on, d.ends_before,
    m.given_name, m.surname, d.reason_code, d.words, coalesce(d.answered_at, d.decided_at),
    d.decided_at
FROM decisions_setaside AS d JOIN staff_staffmember AS m ON m.id = d.decided_by_id
WHERE d.case_id = ANY(%(cases)s) AND d.answer = ANY(%(answers)s) AND d.withdrawn_at IS NULL
UNION ALL
SELECT 'no_staff', d.id, d.case_id, d.requirement, d.starts_on, d.ends_before,
    m.given_name, m.surname, d.reason_code, d.words, d.decided_at, d.decided_at
FROM decisions_nostaff AS d JOIN staff_staffmember AS m ON m.id = d.decided_by_id
WHERE d.case_id = ANY(%(cases)s)
ORDER BY 12, 2
"""
STANDING = [Answer.NOT_ASKED.value, Answer.APPROVED.value]


def requirements(cases: Collection[UUID], on: date) -> dict[UUID, list[Requirement]]:
    """Return no requirement for any case: a decision asks nothing of anyone."""
    return {case: [] for case in cases}


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return the decisions that counted on a day, by case. One query.

    A decision counts from the day it was made or, where it needs approval, was approved; one
    that was taken back does not count.
    """
    found: dict[str, dict[UUID, list[Decision]]] = {"set_aside": {}, "no_staff": {}}
    rows = rows_of(DECIDED, cases=list(cases), answers=STANDING)
    for kind, key, case, *said, counts_from, _decided_at in rows:
        if clock.day_of(counts_from) <= on:
            found[kind].setdefault(case, []).append(_decision(f"{kind}:{key}", *said))
    aside, undone = found["set_aside"], found["no_staff"]
    return {
        case: Facts(set_aside=tuple(aside.get(case, ())), no_staff=tuple(undone.get(case, ())))
        for case in cases
    }


def _decision(name: str, requirement: str, *said: Any) -> Decision:
    starts_on, ends_before, given_name, surname, reason_code, words = said
    return Decision(
        name,
        requirement,
        Period(starts_on, ends_before),
        StaffMember(given_name=given_name, surname=surname).full_name,
        reason_in_words(reason_code, words),
    )
