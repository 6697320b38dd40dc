"""The account of one case for a page, and what somebody still has to do in many."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from throughcare import clock
from throughcare.account.export.document import Exported
from throughcare.account.export.writing import as_text
from throughcare.account.gather import on_file, owed_of
from throughcare.account.grouping import SHOWS, ShownGroup, grouped
from throughcare.account.heads import heads_of
from throughcare.account.known import ShownKnowing, shown_knowing
from throughcare.account.law import pack_used
from throughcare.account.remembering import remembered
from throughcare.account.shown import ENDING_WORDS
from throughcare.account.todo import Todo, todo_of
from throughcare.cases.models import Case
from throughcare.kernel.accounting.computing import Account, OnFile, account_of
from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.kernel.obligations.computing import unsettled
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.words import OwedBy

BATCH = 500


@dataclass(frozen=True)
class Count:
    """How many obligations end in one way: the person's and the office's, never added up."""

    ending: Ending
    words: Any
    person: int
    office: int


@dataclass(frozen=True)
class ShownAccount:
    """The account of a case for a period, in words."""

    period: Period
    on: date
    counts: Sequence[Count]
    conditions: int
    bare: int
    groups: Sequence[ShownGroup]

    @property
    def last_day(self) -> date | None:
        """Return the last day of the period, None where it goes on."""
        ends_before = self.period.ends_before
        return ends_before - ONE_DAY if ends_before else None


def account_of_case(case: Case, period: Period, on: date, show: str = "all") -> ShownAccount:
    """Return the account of a case for a period as known on a day, by order and condition."""
    known = on_file([case.pk], on)[case.pk]
    found = account_of(known, period, on)
    groups = grouped(found, heads_of(case.pk, on), known.facts.evidence, SHOWS[show])
    bare = sum(each.is_bare for each in found.conditions)
    return ShownAccount(period, on, _counts(found), len(found.conditions), bare, groups)


def _counts(account: Account) -> list[Count]:
    endings = {who: [each.ending for each in account.owed_by(who)] for who in OwedBy}
    return [
        Count(
            ending,
            ENDING_WORDS[ending],
            endings[OwedBy.PERSON].count(ending),
            endings[OwedBy.OFFICE].count(ending),
        )
        for ending in Ending
    ]


def exported(case: Case, period: Period, on: date) -> Exported:
    """Return the account of a case with everything it rests on, for its file."""
    known = on_file([case.pk], on)[case.pk]
    return Exported(case.pk, case.number, pack_used(), period, on, known)


def export_of(number: str, first: date | None, ends_before: date | None) -> str | None:
    """Return the text of a case's exported account as known today, or None without such a case.

    For the operator, who sees every file; pages ask `exported` of a file the viewer may see.
    """
    case = Case.objects.filter(number=number).first()
    if case is None:
        return None
    begins = [day for day in (case.opened_on, ends_before and ends_before - ONE_DAY) if day]
    return as_text(exported(case, Period(first or min(begins), ends_before), clock.today()))


@remembered
def unsettled_of(cases: Collection[UUID], on: date) -> dict[UUID, list[Todo]]:
    """Return what somebody still has to do something about, by case, the first due first.

    The number of queries is the same for one case and for sixty. What the person owes and what
    the office owes stand in one list and say whose they are; no page may mix them.
    """
    return unsettled_afresh(cases, on)


def unsettled_afresh(cases: Collection[UUID], on: date) -> dict[UUID, list[Todo]]:
    """Return what is unsettled as `unsettled_of` does, computed now for every case."""
    return {case: _todos(case, known, on) for case, known in owed_of(cases, on).items()}


def unsettled_one_by_one(
    cases: Iterator[UUID], on: date, batch: int = BATCH
) -> Iterator[tuple[UUID, list[Todo]]]:
    """Yield what is unsettled of any number of cases, holding one batch at a time."""
    while some := list(islice(cases, batch)):
        yield from unsettled_afresh(some, on).items()


def _todos(case: UUID, known: OnFile, on: date) -> list[Todo]:
    asked = {each.id: each for each in known.requirements}
    found = unsettled(known.requirements, known.facts, on)
    return [todo_of(case, asked[each.requirement], each) for each in found]


def how_known_of(case: UUID, on: date) -> list[ShownKnowing]:
    """Return how each condition in force on a day is known, in the order of the orders."""
    known = on_file([case], on)[case]
    found = account_of(known, Period(on), on)
    return [shown_knowing(each) for each in found.conditions if each.condition.in_force.holds(on)]
