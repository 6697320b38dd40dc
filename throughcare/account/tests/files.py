"""A file kept whole through the office's own acts, or with one gap left in it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum, auto
from types import SimpleNamespace

from throughcare import clock
from throughcare.cases.commands import levels
from throughcare.cases.tests.factories import a_case
from throughcare.contacts.telling import NextAppointment
from throughcare.contacts.tests.factories import a_contact
from throughcare.decisions.tests.factories import set_aside
from throughcare.orders.commands import explaining
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.tests.factories import a_direction, an_order
from throughcare.record.ids import new_id
from throughcare.staff.models import StaffMember
from throughcare.verification.tests.factories import a_check

NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)
DAY = timedelta(days=1)
TWO_WORKING_DAYS = {"n": 2, "unit": "working_day", "from": "order"}
CONDITIONS = (
    ConditionMade(
        1,
        "Report within two working days.",
        (CodeMade("REPORT_FIRST", {"report_within": TWO_WORKING_DAYS}),),
    ),
    ConditionMade(2, "Report after that as directed.", (CodeMade("REPORT_NEXT"),)),
    ConditionMade(
        3,
        "Do 10 hours of unpaid work in two months.",
        (CodeMade("COMMUNITY_SERVICE", {"hours": 10, "months": 2}),),
    ),
    ConditionMade(4, "Attend counselling as directed.", (CodeMade("COUNSELLING"),)),
    ConditionMade(5, "Have no contact with A. B.", (CodeMade("NO_CONTACT"),)),
)


class Gap(StrEnum):
    """What can be left out, or done too weakly, in a file."""

    NOTHING_WATCHES = auto()
    MISSED_REPORT = auto()
    LATE_ASSESSMENT = auto()
    HOURS_SHORT = auto()
    TOO_WEAK = auto()
    STALE = auto()
    NEVER_DIRECTED = auto()
    SET_ASIDE_MISSES = auto()
    NEVER_EXPLAINED = auto()
    NOBODY_SAW_THE_PERSON = auto()


def ago(days: int) -> datetime:
    return NOW - days * DAY


def a_file(by: StaffMember, *gaps: Gap) -> SimpleNamespace:
    """Return a file of 75 days, with an order made 70 days ago, and the gaps left in it."""
    case = a_case(holder=by, happened_at=ago(75))
    order = an_order(case, by, confirmed=True, made_on=clock.day_of(ago(70)), conditions=CONDITIONS)
    file = SimpleNamespace(case=case, order=order, by=by, gaps=gaps)
    file.condition = {each.number: each for each in order.conditions.all()}
    if Gap.NEVER_EXPLAINED not in gaps:
        explaining.explain_order(
            id=new_id(), order=order, given_on=clock.day_of(ago(69)), language="en", by=by
        )
    _reported(file)
    _assessed(file)
    _checked(file)
    return file


def _reported(file: SimpleNamespace) -> None:
    """Direct the person to report; have them come in September, October and November."""
    october = Gap.NOBODY_SAW_THE_PERSON not in file.gaps
    a_direction(file.case, file.by, given_at=ago(69), due_on=clock.day_of(ago(68)))
    _came(file, 68, then=40 if october else 12, purpose="INTAKE")
    if october:
        _came(file, 40, then=12)
    if {Gap.MISSED_REPORT, Gap.SET_ASIDE_MISSES}.isdisjoint(file.gaps):
        _came(file, 12, then=None if Gap.NEVER_DIRECTED in file.gaps else -14)
    if Gap.SET_ASIDE_MISSES in file.gaps:
        directed = file.case.directions.order_by("due_on").last()
        beside = directed.due_on + DAY
        set_aside(file.case, file.by, requirement=f"direction:{directed.pk}", starts_on=beside)


def _came(file: SimpleNamespace, days: int, then: int | None, **said) -> None:
    following = NextAppointment(due_on=clock.day_of(ago(then))) if then is not None else None
    a_contact(file.case, file.by, happened_at=ago(days), next_appointment=following, **said)


def _assessed(file: SimpleNamespace) -> None:
    if Gap.LATE_ASSESSMENT not in file.gaps:
        levels.set_level(
            id=new_id(),
            case=file.case,
            level="MEDIUM",
            reason="Assessed",
            starts_on=clock.day_of(ago(45)),
            by=file.by,
        )


def _checked(file: SimpleNamespace) -> None:
    service, counselling, no_contact = (file.condition[number] for number in (3, 4, 5))
    worked = {"method": "HOURS_LOG", "shows": "HOURS_WORKED"}
    last = 35 if Gap.STALE in file.gaps else 20
    a_check(service, file.by, on=clock.day_of(ago(45)), hours=Decimal(4), **worked)
    short = Gap.HOURS_SHORT in file.gaps
    a_check(
        service, file.by, on=clock.day_of(ago(last)), hours=Decimal(3 if short else 6), **worked
    )
    method = "ASKED" if Gap.TOO_WEAK in file.gaps else "PROVIDER_LETTER"
    a_check(counselling, file.by, on=clock.day_of(ago(44)), method=method, shows="ENROLLED")
    if Gap.NOTHING_WATCHES not in file.gaps:
        a_check(no_contact, file.by, on=clock.day_of(ago(12)), method="POLICE_ASKED")
