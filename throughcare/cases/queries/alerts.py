"""Whose looking is asked about: many people in a short time, or files without a work reason.

Alerts follow from the log and the record each time they are asked for; only their review is kept.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import TruncDate, TruncHour

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.models import (
    Assignment,
    Cover,
    EmergencyAccess,
    LookReason,
    LookReview,
)
from throughcare.cases.models.look_review import Why
from throughcare.cases.queries.reviews import lone_managers, may_review
from throughcare.cases.queries.visibility import visible_cases
from throughcare.cases.watching import WATCHING
from throughcare.record.looks import Look
from throughcare.record.models import Entry
from throughcare.staff.models import DutyDay, StaffMember
from throughcare.staff.queries import posted_at

LOOKED_BACK = timedelta(days=14)
# Who has no files of their own works for the whole office; a manager answers for all of it.
OWN_FILES_ONLY = ["OFFICER", "TRAINEE"]
SAID_WHY = "cases.look_explained"


@dataclass(frozen=True)
class Alert:
    """A member's day that a third person is asked about."""

    member: StaffMember
    day: date
    why: Why
    count: int
    reasons: tuple[str, ...] = ()
    """What the member said about it, of files that the reviewer may see."""


def alerts_for(reviewer: StaffMember) -> list[Alert]:
    """Return what waits for a reviewer's answer, oldest first. Seven queries.

    Of the staff of their office; of managers whom nobody of their own office can review, for
    whoever sees no file (queries/reviews.py).
    """
    if not reviewer.may(Permission.REVIEW_LOOKS) or reviewer.office is None:
        return []
    staff = {each.pk: each for each in _watched(reviewer)}
    looked = {pk: each for pk, each in staff.items() if may_review(reviewer, each)}
    since = clock.wall() - LOOKED_BACK
    looks: Any = Look.objects.filter(by_id__in=looked, at__gte=since).annotate(day=_day("at"))
    said = LookReview.objects.filter(member__in=looked).values_list("member", "day", "why")
    known, explained = set(said), _explained(reviewer, looked)
    found = [
        Alert(looked[who], day, why, count, explained.get((who, day, why), ()))
        for who, day, why, count in (*_many(looks), *_without_reason(looks))
        if (who, day, why) not in known
    ]
    return sorted(found, key=lambda each: (each.day, each.member.surname, each.why))


def _watched(reviewer: StaffMember) -> list[StaffMember]:
    """Return whose looking a reviewer is asked about, before it is asked who may review whom."""
    if reviewer.may(Permission.SEE_CASE) and reviewer.office:
        return posted_at(reviewer.office, clock.today())
    return lone_managers(clock.today())


def _explained(reviewer: StaffMember, looked: Collection[Any]) -> dict[Any, tuple[str, ...]]:
    """Return the reasons that members gave since, by member, day and why they are asked.

    Whoever sees no file reads them all: they judge a manager by the words alone.
    """
    said = LookReason.objects.filter(member__in=looked).order_by("given_at")
    if reviewer.may(Permission.SEE_CASE):
        said = said.filter(case__in=visible_cases(reviewer, clock.today()))
    found: dict[Any, tuple[str, ...]] = {}
    for each in said:
        key = (each.member_id, each.day, Why.NO_REASON)
        found[key] = (*found.get(key, ()), each.words)
    return found


def _many(looks: Any) -> Iterator[tuple[Any, date, Why, int]]:
    opened = looks.filter(person_id__isnull=False)
    people = Count("person_id", distinct=True)
    hours = opened.annotate(hour=TruncHour("at")).values("by_id", "day", "hour")
    days = dict[tuple[Any, date], int]()
    for row in hours.annotate(people=people).filter(people__gt=WATCHING.in_an_hour):
        days[row["by_id"], row["day"]] = row["people"]
    counted = opened.values("by_id", "day").annotate(people=people)
    for row in counted.filter(people__gt=WATCHING.in_a_day):
        days[row["by_id"], row["day"]] = row["people"]
    for (who, day), count in days.items():
        yield who, day, Why.MANY, count


def _without_reason(looks: Any) -> Iterator[tuple[Any, date, Why, int]]:
    """Yield days on which files were opened without a work reason, and how many."""
    asked = looks_without_reason(looks)
    rows = asked.values("by_id", "day").annotate(files=Count("case_id", distinct=True))
    for row in rows:
        yield row["by_id"], row["day"], Why.NO_REASON, row["files"]


def looks_without_reason(looks: Any) -> Any:
    """Return, of some looks, those at files neither own nor covered, on no duty, with their day.

    Who recorded something on the file that day, or gave a reason with the look, had one. What is
    said afterwards stands beside an alert, and does not end it.
    """
    looks = looks.annotate(day=_day("at"))
    about, by = {"case_id": OuterRef("case_id")}, OuterRef("by_id")
    held = Assignment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=OuterRef("at")), holder_id=by,
        starts_at__lte=OuterRef("at"), **about,
    )  # fmt: skip
    of_look = OuterRef(OuterRef("case_id"))
    holders = Assignment.objects.filter(ends_at=None, case_id=of_look).values("holder")
    covers = Cover.objects.filter(
        Q(**about) | Q(officer__in=holders), covering_id=by, starts_on__lte=OuterRef("day"),
        ends_before__gt=OuterRef("day"),
    )  # fmt: skip
    duty_days = DutyDay.objects.filter(officer_id=by, day=OuterRef("day"))
    acts = Entry.objects.exclude(act=SAID_WHY).annotate(day=_day("recorded_at"))
    did = acts.filter(by_id=by, day=OuterRef("day"), **about)
    emergency = EmergencyAccess.objects.filter(member_id=by, **about)
    reasons = [held, covers, duty_days, did, emergency]
    return looks.filter(
        *(~Exists(each) for each in reasons),
        case_id__isnull=False, reason="", by_role__in=OWN_FILES_ONLY, method="GET",
    )  # fmt: skip


def _day(field: str) -> TruncDate:
    return TruncDate(field)
