"""Who is expected from court, and the papers that lie at the counter."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.models import Case
from throughcare.orders.models import Ending, Expected, Order
from throughcare.pages.dates import full_day
from throughcare.people.commands.fitting import kept
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import Office, StaffMember


class NobodyNamed(Refused): ...


class NoReasonToExpect(Refused): ...


class DecidedAlready(Refused): ...


class WordsMissing(Refused): ...


class SeenAlready(Refused): ...


def expect_person(
    *,
    id: UUID,
    office: Office,
    name: str,
    by: StaffMember,
    sentenced_on: date | None = None,
    seen_on: date | None = None,
    case: Case | None = None,
    **said: Any,
) -> Expected:
    """Put someone on the list of those expected from court, and return the line.

    Sentenced and not seen, or seen without a paper: either day is reason enough. `said` may name
    born_on, court, information_number and words. The same id again returns what it made.

    :raises SentBefore, NobodyNamed, NoReasonToExpect, NotYet, TooLong:
    """
    _check_expected(name, sentenced_on, seen_on)
    with transaction.atomic():
        if expected := handover.already(Expected, id, office_id=office.pk, name=name.strip()):
            return expected
        with entry("orders.expected", by=by, case=case, person=case.person if case else None):
            return kept(
                Expected,
                id=id,
                office=office,
                name=name.strip(),
                sentenced_on=sentenced_on,
                seen_on=seen_on,
                case=case,
                **said,
            )


def _check_expected(name: str, sentenced_on: date | None, seen_on: date | None) -> None:
    if not name.strip():
        raise NobodyNamed(_("Give the name, as the court or the person says it."), field="name")
    if not sentenced_on and not seen_on:
        raise NoReasonToExpect(
            _("Give the day of the sentence, or the day the person was here."), field="sentenced_on"
        )
    for field, day in (("sentenced_on", sentenced_on), ("seen_on", seen_on)):
        if day:
            handover.past_day(day, field=field)


def record_seen(*, expected: Expected, by: StaffMember, on: date | None = None) -> Expected:
    """Record that someone expected came to the counter; return the line.

    With the paper here too the wait is over. The same day again returns what is on file.

    :raises DecidedAlready, NotYet, SeenAlready:
    """
    with transaction.atomic():
        line = _line(expected)
        day = handover.past_day(on or clock.today(line.office.zone), field="seen_on")
        if line.seen_on == day:
            return line
        _check_seen(_waiting(line))
        with entry("orders.expected_seen", by=by, case=line.case):
            line.seen_on = day
            line.ending = Ending.TAKEN_IN if line.paper_on else Ending.WAITS
            line.save(update_fields=["seen_on", "ending"])
    return line


def _check_seen(line: Expected) -> None:
    if line.seen_on:
        raise SeenAlready(
            _("It is on record that this person was here on %(day)s. Nothing was changed.")
            % {"day": full_day(line.seen_on)},
            field="seen_on",
        )


def no_longer_expect(*, expected: Expected, reason: str, by: StaffMember) -> Expected:
    """Take a line off the list: the person is not for this office. It stays on record.

    Twice is once.

    :raises DecidedAlready, WordsMissing:
    """
    if not reason.strip():
        raise WordsMissing(_("Say why the person is not expected here."), field="reason")
    with transaction.atomic():
        line = _line(expected)
        if line.ending == Ending.NOT_OURS:
            return line
        _waiting(line)
        with entry("orders.expected_ended", by=by, case=line.case, reason=reason.strip()):
            line.ending = Ending.NOT_OURS
            line.save(update_fields=["ending"])
    return line


def paper_arrived_for(*, expected: Expected, order: Order, by: StaffMember) -> Expected:
    """Tie an order taken in to the line that waited for it, and end the wait when both are here.

    :raises DecidedAlready:
    """
    with transaction.atomic():
        line = _waiting(_line(expected))
        with entry("orders.expected_paper", by=by, case=order.case, person=order.person):
            line.case, line.paper_on = order.case, order.received_on
            line.ending = Ending.TAKEN_IN if line.seen_on else Ending.WAITS
            line.save(update_fields=["case", "paper_on", "ending"])
    return line


def _line(expected: Expected) -> Expected:
    """Return a line as it is now, kept from others until the act ends."""
    return (
        Expected.objects.select_for_update(of=("self",))
        .select_related("office", "case__person")
        .get(pk=expected.pk)
    )


def _waiting(line: Expected) -> Expected:
    if line.ending != Ending.WAITS:
        raise DecidedAlready(_("This line is off the list already. Nothing was changed."))
    return line
