"""Opening a file."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from throughcare import clock
from throughcare.cases import handover, supervised
from throughcare.cases.models import Case, Kind, LevelPeriod
from throughcare.cases.standards import USUAL
from throughcare.people.models import Person
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.refusal import Refused
from throughcare.staff.models import Office, StaffMember

LEVELLED = (Kind.SUPERVISION, Kind.COURTESY)


class TransferWaits(Refused): ...


class WordsMissing(Refused): ...


def open_case(
    *,
    id: UUID,
    person: Person,
    kind: str,
    office: Office,
    by: StaffMember,
    holder: StaffMember | None = None,
    reason: str = "",
    happened_at: datetime | None = None,
) -> Case:
    """Open a file and give it a holder in the same instant; return it.

    Without a holder it is uncovered and held by the office's manager. Supervision starts
    without a level, under the interim standard. Sending the same id again returns the file
    that it opened and changes nothing.

    :raises SentBefore, SupervisedAlready, NotYet, OfficeHasNoManager:
    """
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if opened := handover.already(Case, id, person_id=person.pk, kind=kind):
            return opened
        at = handover.moment(happened_at)
        day = clock.day_of(at, office.zone)
        if kind == Kind.SUPERVISION:
            supervised.check_not_supervised(person, by)
        case = Case(id=id, person=person, kind=kind, office=office, opened_on=day)
        with entry(
            "cases.opened", by=by, case=case, person=person, reason=reason, happened_at=happened_at
        ):
            case.number = _take_number(case)
            case.save(force_insert=True)
            held = holder or handover.manager_or_refuse(case, clock.today(office.zone))
            handover.hand_over(case, held, id=new_id(), at=at, uncovered=holder is None)
            if kind in LEVELLED:
                LevelPeriod.objects.create(
                    case=case, level="NOT_SET", interim_standard=USUAL, starts_on=day
                )
    return case


def _take_number(case: Case) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_take_number(%s)", [case.opened_on])
        return str(cursor.fetchone()[0])
