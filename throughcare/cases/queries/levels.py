"""The levels at which files are supervised, now and before."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from throughcare.cases.standards import INTERIM
from throughcare.kernel.obligations.facts import Period
from throughcare.record.reading import read_once
from throughcare.record.rows import rows_of

LEVELS = """
SELECT f.id, f.opened_on, f.closed_on, a.level, a.interim_standard, a.starts_on, a.ends_before
FROM cases_levelperiod AS a JOIN cases_case AS f ON f.id = a.case_id
WHERE f.id = ANY(%(cases)s) AND a.starts_on <= %(on)s ORDER BY a.starts_on
"""


@dataclass
class Supervised:
    """When a file was opened and closed, and its levels in the order they held."""

    opened_on: date
    closed_on: date | None
    levels: list[tuple[str, Period]] = field(default_factory=list)

    @property
    def level(self) -> str:
        """Return the level that came last."""
        return self.levels[-1][0]


@read_once
def supervision_of(cases: Collection[UUID], on: date) -> dict[UUID, Supervised]:
    """Return the levels that files had up to a day. A file without levels is left out. One query.

    Before an assessment the level is that of the interim standard.
    """
    found: dict[UUID, Supervised] = {}
    known = rows_of(LEVELS, cases=list(cases), on=on)
    for case, opened_on, closed_on, level, interim, starts_on, ends_before in known:
        one = found.setdefault(case, Supervised(opened_on, closed_on))
        one.levels.append((supervised_at(level, interim), Period(starts_on, ends_before)))
    return found


def supervised_at(level: str, interim: str) -> str:
    """Return the level whose rules apply: before an assessment, that of the interim standard."""
    return INTERIM[interim].level if interim in INTERIM else level
