"""What a file itself asks of the office, and when its person could not be asked anything."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from throughcare.cases.models import Away, AwayKind
from throughcare.kernel.obligations.facts import Facts, Pause, Period

# An absence is known and explained, and stops nothing that is owed.
PAUSING = (AwayKind.CUSTODY, AwayKind.HOSPITAL, AwayKind.WARRANT)


def facts(cases: Collection[UUID], on: date) -> dict[UUID, Facts]:
    """Return the time away that paused what is owed, by case, as begun by a day. One query."""
    pauses: dict[UUID, list[Pause]] = {case: [] for case in cases}
    away = Away.objects.filter(
        person__cases__in=cases, kind__in=PAUSING, starts_on__lte=on
    ).order_by("starts_on", "id")
    known = away.values_list("person__cases", "kind", "starts_on", "ends_before")
    for case, kind, starts_on, ends_before in known:
        pauses[case].append(Pause(kind, Period(starts_on, ends_before)))
    return {case: Facts(pauses=tuple(known)) for case, known in pauses.items()}
