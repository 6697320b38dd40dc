"""What one file has been: its holders, levels, time away, transfers and entries."""

from dataclasses import dataclass

from django.db.models import QuerySet

from throughcare.cases.models import (
    Assignment,
    Away,
    Case,
    LevelPeriod,
    Transfer,
)
from throughcare.record.models import Entry
from throughcare.record.queries import entries_of


@dataclass(frozen=True)
class Past:
    """What one file has been until now, the newest first."""

    held: list[Assignment]
    levels: list[LevelPeriod]
    aways: list[Away]
    transfers: list[Transfer]


def past_of(case: Case) -> Past:
    """Return everything that a file has been. Four queries."""
    return Past(held_by(case), levels_of(case), aways_of(case), transfers_of(case))


def held_by(case: Case) -> list[Assignment]:
    """Return everyone who has held a file, newest first. One query."""
    return list(case.assignments.select_related("holder").order_by("-starts_at"))


def levels_of(case: Case) -> list[LevelPeriod]:
    """Return the levels a file has had, newest first. One query."""
    return list(case.levels.select_related("confirmed_by").order_by("-starts_on"))


def aways_of(case: Case) -> list[Away]:
    """Return all time away of the person, newest first. One query."""
    return list(Away.objects.filter(person=case.person_id).order_by("-starts_on"))


def transfers_of(case: Case) -> list[Transfer]:
    """Return every transfer proposed of a file, newest first. One query."""
    return list(
        case.transfers.select_related(
            "from_office", "to_office", "proposed_by", "decided_by"
        ).order_by("-proposed_at")
    )


def entries_of_file(case: Case) -> QuerySet[Entry]:
    """Return the entries of a file and of its person, newest first.

    Entries of the person's other files stay out: they may be closed to the viewer.
    """
    return entries_of(case=case.pk) | entries_of(person=case.person_id).filter(case_id=None)
