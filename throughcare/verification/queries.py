"""Reads of the checks of a file."""

from datetime import date

from django.db.models import QuerySet

from throughcare.cases.models import Case
from throughcare.kernel.obligations.facts import Period
from throughcare.verification.models import Verification


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
