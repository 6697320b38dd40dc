"""An order given and explained, and what the person said it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare.cases import handover
from throughcare.orders.commands.holding import of_this_order
from throughcare.orders.models import Condition, Explained, Order, TaughtBack
from throughcare.people.commands.fitting import kept
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class BeforeTheOrder(Refused): ...


@dataclass(frozen=True)
class Said:
    """What the person said one condition asks of them, and whether that was right."""

    condition: Condition
    understood: bool
    words: str = ""


def explain_order(
    *,
    id: UUID,
    order: Order,
    given_on: date,
    language: str,
    by: StaffMember,
    taught_back: Sequence[Said] = (),
    interpreter: str = "",
    copy_given: bool = True,
    receipt_signed: bool = False,
    words: str = "",
) -> Explained:
    """Record that an order was given and explained, condition by condition; return that.

    The same id again returns what it made.

    :raises SentBefore, CaseIsClosed, NotYet, BeforeTheOrder, ConditionOfAnotherOrder, TooLong:
    """
    with transaction.atomic():
        file = handover.lock_open(order.case)
        if explained := handover.already(Explained, id, order_id=order.pk):
            return explained
        handover.past_day(given_on, field="given_on")
        if given_on < order.made_on:
            raise BeforeTheOrder(
                _("The order was not made yet on that day. Give a later day."), field="given_on"
            )
        for said in taught_back:
            of_this_order(said.condition, order)
        with entry("orders.explained", by=by, case=file, person=file.person):
            explained = kept(
                Explained,
                id=id,
                order=order,
                given_on=given_on,
                explained_by=by,
                language=language,
                interpreter=interpreter,
                copy_given=copy_given,
                receipt_signed=receipt_signed,
                words=words,
            )
            for said in taught_back:
                TaughtBack.objects.create(
                    explained=explained,
                    condition=said.condition,
                    understood=said.understood,
                    words=said.words,
                )
    return explained
