"""Reading the log of who looked."""

from datetime import datetime
from itertools import chain, islice
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from throughcare.record.looks import Look


def looks_at(
    person: UUID, *, cases: list[UUID], before: datetime, named: bool = False, most: int = 50
) -> list[Look]:
    """Return who looked at a person before a moment, newest first, at most so many.

    :param cases: the person's files that may be spoken of; looks at other files are left out.
    :param named: also pages on which the person was only named, in a list or a search.
    """
    open_ones = Q(case_id=None) | Q(case_id__in=cases)
    found = [_newest(Look.objects.filter(open_ones, person_id=person), before, most)]
    if named:
        # Apart, because each has its own index.
        listed = Look.objects.filter(people__contains=[person])
        found.append(_newest(listed, before, most))
    return list(islice(sorted(chain(*found), key=lambda look: look.at, reverse=True), most))


def _newest(looks: QuerySet[Look, Any], before: datetime, most: int) -> QuerySet[Look, Any]:
    return looks.filter(at__lt=before).order_by("-at")[:most]
