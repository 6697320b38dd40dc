"""Reads of the checks of a file."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from throughcare.cases.models import Case
from throughcare.kernel.obligations.facts import Period
from throughcare.orders.queries import conditions_of
from throughcare.verification.models import Verification


@dataclass(frozen=True)
class CheckLine:
    """A check, with whether it lies outside the days of its condition."""

    check: Verification
    outside: bool

    @property
    def stands(self) -> bool:
        """Say whether nothing has corrected it and it was no mistake."""
        return not self.check.by_mistake and not hasattr(self.check, "corrected_by")


def lines_of(case: Case, on: date) -> list[CheckLine]:
    """Return every check of a file for a page, newest first. Two queries."""
    known = conditions_of([case.pk], on)[case.pk]
    days = {each.id: each.in_force for each in known}
    return [
        CheckLine(check, outside(days.get(check.condition_id), check.on))
        for check in checks_of(case)
    ]


def checks_of(case: Case) -> QuerySet[Verification]:
    """Return every check of a file, corrected ones too, newest first. One query."""
    every = Verification.objects.filter(case=case).select_related(
        "condition__order", "recorded_by", "document", "corrects", "corrected_by"
    )
    return every.order_by("-on", "-recorded_at")


def outside(in_force: Period | None, on: date) -> bool:
    """Say whether a check lies outside the days of its condition: it satisfies nothing then.

    While the days of an order are unknown nothing lies inside them.
    """
    return in_force is None or not in_force.holds(on)
