"""The levels at which files are supervised, now and before."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from throughcare.cases.models import LevelPeriod
from throughcare.cases.standards import INTERIM


def levels_on(cases: Collection[UUID], on: date) -> dict[UUID, str]:
    """Return the level each file is supervised at on a day: its own, or the interim one's.

    A kind of file without levels is left out. One query.
    """
    standing = LevelPeriod.objects.on(on).filter(case__in=cases)
    known = standing.values_list("case", "level", "interim_standard")
    return {case: supervised_at(level, interim) for case, level, interim in known}


def supervised_at(level: str, interim: str) -> str:
    """Return the level whose rules apply: before an assessment, that of the interim standard."""
    return INTERIM[interim].level if interim in INTERIM else level
