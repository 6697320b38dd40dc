"""Open files counted, without a group small enough to tell of someone."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Q

from throughcare.cases.models import (
    Case,
    Kind,
    Level,
    LevelPeriod,
)
from throughcare.cases.queries.caseload import FRENCH
from throughcare.people.words import Language

SMALLEST_GROUP = 5


def counts_for_analysts(on: date) -> dict[str, dict[str, int | None]]:
    """Return the open files of the whole agency by kind, level and language. Two queries.

    A group of fewer than five is suppressed (None), and a second one with it when the total
    would give it away.
    """
    files = Case.objects.open()
    total = files.aggregate(
        all=Count("pk"),
        french=Count("pk", filter=FRENCH),
        **{kind: Count("pk", filter=Q(kind=kind)) for kind in Kind.values},
    )
    levels = (
        LevelPeriod.objects.on(on)
        .filter(case__closed_on=None)
        .values_list("level")
        .annotate(files=Count("pk"))
    )
    found = dict(levels)
    return {
        "kind": suppressed({Kind(kind).label: total[kind] for kind in Kind.values}),
        "level": suppressed({Level(level).label: found.get(level, 0) for level in Level.values}),
        "language": suppressed(
            {
                Language.FRENCH.label: total["french"],
                Language.ENGLISH.label: total["all"] - total["french"],
            }
        ),
    }


def suppressed(counts: Mapping[Any, int]) -> dict[Any, int | None]:
    """Return counts without the groups under five, and without what would give one away.

    When a single group is left out, the next smallest goes too: else it is the total less the
    others. An empty group tells of nobody and stays.
    """
    small = [name for name, count in counts.items() if 0 < count < SMALLEST_GROUP]
    if len(small) == 1:
        others = [name for name, count in counts.items() if count >= SMALLEST_GROUP]
        small += sorted(others, key=lambda name: counts[name])[:1]
    return {name: None if name in small else count for name, count in counts.items()}
