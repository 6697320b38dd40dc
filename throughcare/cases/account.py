"""What a file itself shows: when its person was assessed, and could not be asked anything."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from throughcare.cases.models import Away, AwayKind, Level, LevelPeriod
from throughcare.kernel.obligations.facts import Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.words import Strength

# An absence is known and explained, and stops nothing that is owed.
PAUSING = (AwayKind.CUSTODY, AwayKind.HOSPITAL, AwayKind.WARRANT)


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return the time away that paused what is owed, and assessments, by case. Two queries.

    A level that a named person confirmed shows that the person was assessed. Whatever begins
    after the day is not known yet.
    """
    pauses: dict[UUID, list[Pause]] = {case: [] for case in cases}
    away = Away.objects.filter(
        person__cases__in=cases, kind__in=PAUSING, starts_on__lte=on
    ).order_by("starts_on", "id")
    known = away.values_list("person__cases", "kind", "starts_on", "ends_before")
    for case, kind, starts_on, ends_before in known:
        pauses[case].append(Pause(kind, Period(starts_on, ends_before)))
    assessed = _assessed(cases, on)
    return {case: Facts(tuple(assessed[case]), pauses=tuple(pauses[case])) for case in cases}


def _assessed(cases: Collection[UUID], on: date) -> dict[UUID, list[Evidence]]:
    found: dict[UUID, list[Evidence]] = {case: [] for case in cases}
    levels = LevelPeriod.objects.filter(case__in=cases, starts_on__lte=on)
    confirmed = levels.exclude(level=Level.NOT_SET).order_by("starts_on")
    for level, case, day in confirmed.values_list("id", "case", "starts_on"):
        found[case].append(Evidence(f"level:{level}", "ASSESSED", day, Strength.DOCUMENT))
    return found
