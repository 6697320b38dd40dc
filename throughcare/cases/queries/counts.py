"""Open files counted, without a group small enough to tell of someone."""

from collections import Counter
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
    would give it away: the total of the same table, or of the levels, which only some kinds have.
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
        .values_list("level", "case__kind")
        .annotate(files=Count("pk"))
    )
    found, with_level = Counter[str](), set()
    for level, kind, files in levels:
        found[level] += files
        with_level.add(kind)
    kinds = suppressed({kind: total[kind] for kind in Kind.values})
    hidden = {kind for kind, count in kinds.items() if count is None}
    tells = bool(with_level & hidden) and with_level != hidden
    return {
        "kind": {Kind(kind).label: count for kind, count in kinds.items()},
        "level": suppressed(
            {Level(level).label: found[level] for level in Level.values}, total_tells=tells
        ),
        "language": suppressed(
            {
                Language.FRENCH.label: total["french"],
                Language.ENGLISH.label: total["all"] - total["french"],
            }
        ),
    }


def suppressed(counts: Mapping[Any, int], *, total_tells: bool = False) -> dict[Any, int | None]:
    """Return counts without the groups under five, and without what would give one away.

    When a single group is left out, the next smallest goes too: else it is the total less the
    others. An empty group tells of nobody and stays.

    :param total_tells: the total would give away a group of another table: it is left unknown.
    """
    small = [name for name, count in counts.items() if 0 < count < SMALLEST_GROUP]
    if len(small) == 1 or total_tells:
        others = [name for name, count in counts.items() if count >= SMALLEST_GROUP]
        small += sorted(others, key=lambda name: counts[name])[: max(0, 2 - len(small))]
    return {name: None if name in small else count for name, count in counts.items()}
