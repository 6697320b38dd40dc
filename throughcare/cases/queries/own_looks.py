"""What a member looked at without a work reason on record, and what they said about it since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.db.models.functions import TruncDate

from throughcare import clock
from throughcare.cases.models import Case, LookReason
from throughcare.cases.queries.alerts import LOOKED_BACK, OWN_FILES_ONLY, looks_without_reason
from throughcare.cases.queries.emergencies import standing_emergencies
from throughcare.cases.queries.file import FileState
from throughcare.cases.queries.visibility import visible_cases
from throughcare.record.asof import known_at
from throughcare.record.looks import Look
from throughcare.record.models import Entry
from throughcare.staff.models import DutyDay, StaffMember


@dataclass(frozen=True)
class Unexplained:
    """A file by its number, and the days, newest first, of which nobody knows yet why."""

    number: str
    days: tuple[date, ...]


def is_asked_why(state: FileState, member: StaffMember) -> bool:
    """Say whether a page asks a member why they look at a file. At most one query.

    Not who holds or covers it, is on duty, opened it in an emergency, recorded something on it
    today, or has said why today; and nobody in a past.
    """
    if state.own or member.role not in OWN_FILES_ONLY or known_at() is not None:
        return False
    today = clock.today()
    acts = Entry.objects.annotate(day=TruncDate("recorded_at"))
    done = acts.filter(by_id=OuterRef("pk"), case_id=state.case.pk, day=today)
    reasons = [
        DutyDay.objects.filter(officer=OuterRef("pk"), day=today),
        standing_emergencies(member.pk, clock.wall()).filter(case=state.case),
        LookReason.objects.filter(member=OuterRef("pk"), case=state.case, day=today),
        done,
    ]
    asked = StaffMember.objects.filter(*(~Exists(each) for each in reasons), pk=member.pk)
    return asked.exists()


def days_to_explain(case: Case, member: StaffMember) -> list[date]:
    """Return today and the days before on which a member looked at a file without a reason.

    The newest first, without those of which they said why. Two queries.
    """
    since = clock.wall() - LOOKED_BACK
    looks: Any = Look.objects.filter(by_id=member.pk, case_id=case.pk, at__gte=since)
    days = set(looks_without_reason(looks).values_list("day", flat=True)) | {clock.today()}
    said = LookReason.objects.filter(member=member, case=case)
    return sorted(days - set(said.values_list("day", flat=True)), reverse=True)


def unexplained_looks(member: StaffMember) -> list[Unexplained]:
    """Return the files that a member looked at without a reason and has not said why, by number.

    Of the days that are looked back at, and only files that the member still sees. Three queries.
    """
    looks: Any = Look.objects.filter(by_id=member.pk, at__gte=clock.wall() - LOOKED_BACK)
    looked = set(looks_without_reason(looks).values_list("case_id", "day"))
    said = LookReason.objects.filter(member=member, case__in={case for case, _day in looked})
    asked: dict[UUID, list[date]] = {}
    for case, day in sorted(looked - set(said.values_list("case_id", "day")), key=itemgetter(1)):
        asked.setdefault(case, []).append(day)
    seen = visible_cases(member, clock.today()).filter(pk__in=asked)
    numbers = seen.order_by("number").values_list("pk", "number")
    return [Unexplained(number, tuple(reversed(asked[pk]))) for pk, number in numbers]


def reasons_of(looks: Iterable[Look]) -> dict[tuple[UUID, UUID | None, date], str]:
    """Return what was said about looks since: by who looked, which file, which day. One query."""
    found = list(looks)
    said = LookReason.objects.filter(
        member__in={each.by_id for each in found}, case__in={each.case_id for each in found}
    )
    return {(each.member_id, each.case_id, each.day): each.words for each in said}
