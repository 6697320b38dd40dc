"""Who comes today: those who were directed to report, and whether they came."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from throughcare.account.remembering import remembered
from throughcare.contacts.models import Contact, Outcome
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.orders.models import Direction, DirectionKind
from throughcare.record.among import any_of
from throughcare.record.composed import composed_once
from throughcare.record.days import start_of
from throughcare.today.queries.lines import Meeting, Who

CAME, MISSED = "came", "did_not_come"


def meetings_on(people: Mapping[UUID, Who], on: date) -> list[Meeting]:
    """Return everyone directed to report on a day, with what is recorded of it. Two queries."""
    cases = list(people)
    seen = outcomes_on(cases, on)
    return [
        Meeting(
            who=people[each.case_id],
            at=each.due_time,
            kind=str(each.get_kind_display()),
            place=each.place,
            direction=each.pk,
            came=CAME if each.met_on else seen[each.case_id],
        )
        for each in _directed(cases, on)
    ]


@composed_once
def _directed(cases: Collection[UUID], on: date) -> QuerySet[Direction]:
    standing = Direction.objects.filter(withdrawn_at=None, replaced_by=None)
    return standing.filter(any_of("case", cases), due_on=on, kind=DirectionKind.REPORT)


@remembered
def outcomes_on(cases: Collection[UUID], on: date) -> dict[UUID, str]:
    """Return whether each person was met on a day; being met outweighs having been missed.

    "" where neither is on file.
    """
    found = dict.fromkeys(cases, "")
    for case, outcome in _outcomes(cases, start_of(on), start_of(on + ONE_DAY)):
        if outcome == Outcome.CAME:
            found[case] = CAME
        elif outcome == Outcome.DID_NOT_COME:
            found[case] = found[case] or MISSED
    return found


@composed_once
def _outcomes(
    cases: Collection[UUID], since: datetime, before: datetime
) -> QuerySet[Contact, tuple[UUID, str]]:
    seen = Contact.objects.standing().filter(any_of("case", cases))
    of_day = seen.filter(happened_at__gte=since, happened_at__lt=before)
    return of_day.order_by("happened_at").values_list("case", "outcome")
