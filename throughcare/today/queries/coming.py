"""Who comes today: those who were directed to report, and whether they came."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from throughcare.contacts.models import Contact, Outcome
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.orders.models import Direction, DirectionKind
from throughcare.record.days import start_of
from throughcare.today.queries.lines import Meeting, Who

CAME, MISSED = "came", "did_not_come"


def meetings_on(people: Mapping[UUID, Who], on: date) -> list[Meeting]:
    """Return everyone directed to report on a day, with what is recorded of it. Two queries."""
    cases = list(people)
    directed = Direction.objects.filter(
        case__in=cases, due_on=on, kind=DirectionKind.REPORT, withdrawn_at=None, replaced_by=None
    )
    seen = outcomes_on(cases, on)
    return [
        Meeting(
            who=people[each.case_id],
            at=each.due_time,
            kind=str(each.get_kind_display()),
            place=each.place,
            direction=each.pk,
            came=CAME if each.met_on else seen.get(each.case_id, ""),
        )
        for each in directed
    ]


def outcomes_on(cases: list[UUID], on: date) -> dict[UUID, str]:
    """Return whether each person was met on a day; being met outweighs having been missed."""
    found: dict[UUID, str] = {}
    contacts = Contact.objects.standing().filter(
        case__in=cases, happened_at__gte=start_of(on), happened_at__lt=start_of(on + ONE_DAY)
    )
    for case, outcome in contacts.order_by("happened_at").values_list("case", "outcome"):
        if outcome == Outcome.CAME:
            found[case] = CAME
        elif outcome == Outcome.DID_NOT_COME:
            found.setdefault(case, MISSED)
    return found
