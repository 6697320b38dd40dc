"""What courts and institutions did to an order since. Nothing is changed, only added."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.cases import handover
from throughcare.orders.checking import check_length
from throughcare.orders.happenings import Happening, changes_of, custody_of
from throughcare.orders.models import EventKind, Order, OrderEvent
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class FactsUnreadable(Refused): ...


class BeforeTheOrder(Refused): ...


class ReplacedAlready(Refused): ...


def record_event(
    *,
    id: UUID,
    order: Order,
    kind: str,
    on: date,
    by: StaffMember,
    facts: Mapping[str, Any] | None = None,
    words: str = "",
    replaces: OrderEvent | None = None,
) -> OrderEvent:
    """Record something done to an order on a day that has come, and return it.

    The order's days are computed anew from all its events. `replaces` corrects an event on
    file: both stay. The same id again returns what it made.

    :raises SentBefore, CaseIsClosed, NotYet, BeforeTheOrder, FactsUnreadable, LengthTooLong,
        ReplacedAlready:
    """
    said = dict(facts or {})
    _check_facts(id, kind, on, said)
    with transaction.atomic():
        file = handover.lock_open(order.case)
        if recorded := handover.already(OrderEvent, id, order_id=order.pk, kind=kind):
            return recorded
        handover.past_day(on, field="on")
        if on < order.made_on:
            raise BeforeTheOrder(
                _("The order was not made yet on that day. Look at the day again."), field="on"
            )
        _check_replaces(order, replaces)
        with entry(
            "orders.event_corrected" if replaces else "orders.event_recorded",
            by=by,
            case=file,
            person=file.person,
            reason=words,
        ):
            return OrderEvent.objects.create(
                id=id,
                order=order,
                kind=kind,
                happened_on=on,
                facts=said,
                words=words,
                replaces=replaces,
            )


def take_event_back(*, id: UUID, event: OrderEvent, reason: str, by: StaffMember) -> OrderEvent:
    """Say that an event was recorded by mistake; both stay on file. Return what says so.

    :raises SentBefore, CaseIsClosed, ReplacedAlready:
    """
    return record_event(
        id=id,
        order=event.order,
        kind=EventKind.TAKEN_BACK,
        on=event.happened_on,
        words=reason,
        replaces=event,
        by=by,
    )


def _check_facts(id: UUID, kind: str, on: date, facts: dict[str, Any]) -> None:
    """Check that the kernel can read the facts of an event."""
    event = Happening(str(id), kind, on, facts)
    try:
        changes = changes_of([event])
        custody_of([event])
    except (TypeError, ValueError) as error:
        raise FactsUnreadable(
            _("Something of this event is missing or is no day or length. Look at it again.")
        ) from error
    for change in changes:
        check_length(getattr(change, "by", None) or getattr(change, "length", None))


def _check_replaces(order: Order, replaces: OrderEvent | None) -> None:
    if replaces is None:
        return
    if replaces.order_id != order.pk or replaces.replaced_by.exists():
        raise ReplacedAlready(
            _("This event was corrected already. Correct the one that stands now.")
        )
