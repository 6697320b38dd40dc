"""What one file has been: its holders, levels, time away, transfers and entries."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from throughcare.cases.models import (
    Assignment,
    Away,
    Case,
    LevelPeriod,
    Transfer,
)
from throughcare.record.composed import composed_once
from throughcare.record.models import Entry
from throughcare.record.queries import entries_of
from throughcare.record.rows import rows_of

NEWEST = 10
"""So many lines of the record stand on a file's first page."""
LOOKED_AT = 4 * NEWEST
"""So many entries are looked at for them: what was done several times in a row is one line."""
COUNT = """
SELECT count(*) FROM record_entry WHERE number IS NOT NULL
    AND (case_id = %(case)s OR (person_id = %(person)s AND case_id IS NULL))
"""


@dataclass(frozen=True)
class Past:
    """What one file has been until now, the newest first."""

    held: list[Assignment]
    levels: list[LevelPeriod]
    aways: list[Away]
    transfers: list[Transfer]


def past_of(case: Case) -> Past:
    """Return everything that a file has been. Four queries."""
    return Past(
        held_by(case.pk), levels_of(case.pk), aways_of(case.person_id), transfers_of(case.pk)
    )


@composed_once
def held_by(case: UUID) -> QuerySet[Assignment]:
    """Return everyone who has held a file, newest first. One query."""
    return Assignment.objects.filter(case=case).select_related("holder").order_by("-starts_at")


@composed_once
def levels_of(case: UUID) -> QuerySet[LevelPeriod]:
    """Return the levels a file has had, newest first. One query."""
    known = LevelPeriod.objects.filter(case=case).select_related("confirmed_by")
    return known.order_by("-starts_on")


@composed_once
def aways_of(person: UUID) -> QuerySet[Away]:
    """Return all time away of a person, newest first. One query."""
    return Away.objects.filter(person=person).order_by("-starts_on")


@composed_once
def transfers_of(case: UUID) -> QuerySet[Transfer]:
    """Return every transfer proposed of a file, newest first. One query."""
    offices, staff = ("from_office", "to_office"), ("proposed_by", "decided_by")
    known = Transfer.objects.filter(case=case).select_related(*offices, *staff)
    return known.order_by("-proposed_at")


def newest_entries(case: Case) -> list[Entry]:
    """Return the last entries of a file and its person, newest first. One query."""
    return _newest_entries(case.pk, case.person_id)


@composed_once
def _newest_entries(case: UUID, person: UUID) -> QuerySet[Entry]:
    return _entries(case, person)[:LOOKED_AT]


def count_of_entries(case: Case) -> int:
    """Return how many entries a file and its person have. One query."""
    [(count,)] = rows_of(COUNT, case=case.pk, person=case.person_id)
    return int(count)


def entries_of_file(case: Case) -> QuerySet[Entry]:
    """Return the entries of a file and of its person, newest first.

    Entries of the person's other files stay out: they may be closed to the viewer.
    """
    return _entries(case.pk, case.person_id)


def _entries(case: UUID, person: UUID) -> QuerySet[Entry]:
    found: QuerySet[Entry] = entries_of(case=case)
    return found | entries_of(person=person).filter(case_id=None)
