"""What a file itself shows: when its person was assessed, and could not be asked anything."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from throughcare.cases.models import AwayKind, Level
from throughcare.kernel.obligations.facts import Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.words import Strength
from throughcare.record.rows import rows_of

# An absence is known and explained, and stops nothing that is owed.
PAUSING = [each.value for each in (AwayKind.CUSTODY, AwayKind.HOSPITAL, AwayKind.WARRANT)]
AWAYS = """
SELECT f.id, a.kind, a.starts_on, a.ends_before
FROM cases_case AS f JOIN cases_away AS a ON a.person_id = f.person_id
WHERE f.id = ANY(%(cases)s) AND a.kind = ANY(%(kinds)s) AND a.starts_on <= %(on)s
ORDER BY a.starts_on, a.id
"""
ASSESSED = """
SELECT case_id, 'level:' || id, starts_on FROM cases_levelperiod
WHERE case_id = ANY(%(cases)s) AND starts_on <= %(on)s AND level <> %(unset)s ORDER BY starts_on
"""


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return the time away that paused what is owed, and assessments, by case. Two queries.

    A level that a named person confirmed shows that the person was assessed. Whatever begins
    after the day is not known yet.
    """
    pauses: dict[UUID, list[Pause]] = {case: [] for case in cases}
    away = rows_of(AWAYS, cases=list(cases), kinds=PAUSING, on=on)
    for case, kind, starts_on, ends_before in away:
        pauses[case].append(Pause(kind, Period(starts_on, ends_before)))
    assessed = _assessed(cases, on)
    return {case: Facts(tuple(assessed[case]), pauses=tuple(pauses[case])) for case in cases}


def _assessed(cases: Collection[UUID], on: date) -> dict[UUID, list[Evidence]]:
    found: dict[UUID, list[Evidence]] = {case: [] for case in cases}
    for case, name, day in rows_of(ASSESSED, cases=list(cases), on=on, unset=Level.NOT_SET.value):
        found[case].append(Evidence(name, "ASSESSED", day, Strength.DOCUMENT))
    return found
