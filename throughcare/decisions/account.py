"""What the account of a case is told by decisions: what was set aside, what had no staff."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from throughcare import clock
from throughcare.decisions.models import NoStaff, SetAside
from throughcare.decisions.words import reason_in_words
from throughcare.kernel.obligations.facts import Decision, Facts, Period
from throughcare.kernel.obligations.requirements import Requirement


def requirements(cases: Collection[UUID], on: date) -> dict[UUID, list[Requirement]]:
    """Return no requirement for any case: a decision asks nothing of anyone."""
    return {case: [] for case in cases}


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return the decisions that counted on a day, by case. Two queries.

    A decision counts from the day it was made or, where it needs approval, was approved; one
    that was taken back does not count.
    """
    aside: dict[UUID, list[Decision]] = {case: [] for case in cases}
    undone: dict[UUID, list[Decision]] = {case: [] for case in cases}
    standing = SetAside.objects.standing().filter(case__in=cases).select_related("decided_by")
    for decision in standing.order_by("decided_at", "id"):
        if clock.day_of(decision.answered_at or decision.decided_at) <= on:
            aside[decision.case_id].append(_decision("set_aside", decision))
    marks = NoStaff.objects.filter(case__in=cases).select_related("decided_by")
    for mark in marks.order_by("decided_at", "id"):
        if clock.day_of(mark.decided_at) <= on:
            undone[mark.case_id].append(_decision("no_staff", mark))
    return {
        case: Facts(set_aside=tuple(aside[case]), no_staff=tuple(undone[case])) for case in cases
    }


def _decision(kind: str, row: Any) -> Decision:
    return Decision(
        f"{kind}:{row.pk}",
        row.requirement,
        Period(row.starts_on, row.ends_before),
        row.decided_by.full_name,
        reason_in_words(row.reason_code, row.words),
    )
