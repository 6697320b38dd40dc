"""Asks every duty what it requires and what it knows, and puts the answers together by case."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from throughcare.account.expecting import bound, watched_by
from throughcare.account.standards import standards
from throughcare.cases import account as cases_part
from throughcare.cases.queries.levels import supervision_of
from throughcare.contacts import account as contacts_part
from throughcare.decisions import account as decisions_part
from throughcare.kernel.accounting.computing import OnFile
from throughcare.kernel.knowing.known import Verification
from throughcare.kernel.obligations.facts import Facts, together
from throughcare.kernel.obligations.requirements import Requirement
from throughcare.orders import account as orders_part
from throughcare.orders.queries.conditions import conditions_of
from throughcare.record.reading import read_once, reading_once
from throughcare.verification import account as verification_part

T = TypeVar("T")
Answers = list[dict[UUID, T]]
Ask = Callable[[Collection[UUID], date], dict[UUID, T]]


@dataclass(frozen=True)
class Part:
    """A part of the office, and the questions that it answers, each in at most two queries."""

    requirements: Ask[list[Requirement]] | None = None
    facts: Ask[Facts] | None = None
    verifications: Ask[list[Verification]] | None = None


# Every duty that asks or knows something, by name: nothing is discovered.
PARTS = (
    Part(facts=cases_part.facts),
    Part(facts=decisions_part.facts),
    Part(orders_part.requirements, orders_part.facts),
    Part(facts=contacts_part.facts, verifications=contacts_part.verifications),
    Part(facts=verification_part.facts, verifications=verification_part.verifications),
)


def on_file(cases: Collection[UUID], on: date) -> dict[UUID, OnFile]:
    """Return everything of each case that an account is computed from, as known on a day.

    The number of queries is the same for one case and for sixty.
    """
    with reading_once():
        owed, levels = owed_of(cases, on), supervision_of(cases, on)
        conditions = bound(
            conditions_of(cases, on), {case: each.level for case, each in levels.items()}
        )
        checked = [part.verifications(cases, on) for part in PARTS if part.verifications]
        return {
            case: OnFile(
                known.requirements,
                known.facts,
                watched_by(conditions[case], known.requirements),
                _all(checked, case),
            )
            for case, known in owed.items()
        }


@read_once
def owed_of(cases: Collection[UUID], on: date) -> dict[UUID, OnFile]:
    """Return what is asked in each case, and the facts that may show it: no conditions, no checks.

    The number of queries is the same for one case and for sixty.
    """
    with reading_once():
        ordered, supervised = conditions_of(cases, on), supervision_of(cases, on)
        asked = [part.requirements(cases, on) for part in PARTS if part.requirements]
        known = [part.facts(cases, on) for part in PARTS if part.facts]
        found = {}
        for case in cases:
            own = _all(asked, case)
            asks = standards(case, supervised.get(case), ordered[case], own)
            found[case] = OnFile((*own, *asks), together(each[case] for each in known))
        return found


def _all(answers: Answers[list[T]], case: UUID) -> tuple[T, ...]:
    return tuple(each for answer in answers for each in answer[case])
