"""Taking an order in: once for the same paper, beside the first where another says otherwise."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare import clock
from throughcare.cases import handover
from throughcare.cases.models import Case
from throughcare.documents.models import Document
from throughcare.orders.checking import check_paper, differences
from throughcare.orders.making import CodeMade, ConditionMade, OrderMade
from throughcare.orders.models import (
    AskedOf,
    Condition,
    ConditionCode,
    ConditionStanding,
    Order,
    OrderEvent,
    ProtectedPerson,
    Query,
)
from throughcare.people.commands.fitting import fitting, kept
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class FollowsNothing(Refused): ...


DIFFERENCES = {
    "length": gettext_lazy("the length"),
    "for_life": gettext_lazy("whether it is for life"),
    "first_day_stated": gettext_lazy("the first day"),
    "last_day_stated": gettext_lazy("the last day"),
    "conditions": gettext_lazy("the conditions"),
}


def receive_order(
    *,
    id: UUID,
    case: Case,
    made: OrderMade,
    conditions: Sequence[ConditionMade],
    by: StaffMember,
    document: Document | None = None,
) -> Order:
    """Take an order in as provisional and return it.

    The same paper twice makes one order: the one on file comes back. A paper with the same key
    that says something else is kept beside it, binds nobody, and a query goes to the court
    office. Sending the same id again returns what it made.

    :raises SentBefore, CaseIsClosed, MadeInFuture, ReceivedBeforeMade, EndsBeforeItStarts,
        NothingNamed, FollowsNothing, LengthTooLong, TooLong:
    """
    check_paper(made)
    with transaction.atomic():
        file = handover.lock_open(case)
        if received := handover.already(Order, id, case_id=file.pk):
            return received
        _wait_for_same_key(made.key)
        first = Order.objects.filter(person=file.person_id, key=made.key, contradicts=None).first()
        apart = differences(first, made, tuple(conditions)) if first else []
        if first and not apart:
            return first
        with entry("orders.received", by=by, case=file, person=file.person):
            order = Order(
                id=id,
                case=file,
                person=file.person,
                contradicts=first,
                document=document,
                **made.columns(),
            )
            _check_follows(order)
            fitting(order).save(force_insert=True)
            _add_parts(order, made, conditions)
            if first:
                _ask_court(order, first, apart, by)
    return order


def add_condition_rows(
    order: Order, made: ConditionMade, *, id: UUID | None = None, **said: object
) -> Condition:
    """Write one condition and its codes, inside the entry that is open; return it."""
    condition, codes = _rows_of(order, made, id=id or new_id(), **said)
    condition.save(force_insert=True)
    ConditionCode.objects.bulk_create(codes)
    return condition


def _rows_of(
    order: Order, made: ConditionMade, *, id: UUID, **said: object
) -> tuple[Condition, list[ConditionCode]]:
    """Return the rows of one condition and its codes, not written yet.

    :raises TooLong, TooLarge:
    """
    condition = Condition(
        id=id,
        order=order,
        number=made.number,
        words=made.words,
        found_from=made.found_from,
        found_to=made.found_to,
        doubt=made.doubt,
        **{"standing": _standing_of(made)} | said,
    )
    once = {code.code: code for code in made.codes}.values()
    return fitting(condition), [fitting(_code_row(condition, each)) for each in once]


def _code_row(condition: Condition, made: CodeMade) -> ConditionCode:
    return ConditionCode(
        condition=condition,
        code=made.code,
        parameters=dict(made.parameters),
        why=dict(made.why),
        unsure=made.unsure,
    )


def _standing_of(made: ConditionMade) -> str:
    """Return how a condition stands when it comes in: what is in doubt waits for an answer."""
    return ConditionStanding.UNCLEAR if made.doubt else ConditionStanding.PROPOSED


def _add_parts(order: Order, made: OrderMade, conditions: Sequence[ConditionMade]) -> None:
    rows = [_rows_of(order, each, id=new_id()) for each in conditions]
    Condition.objects.bulk_create(condition for condition, _codes in rows)
    ConditionCode.objects.bulk_create(code for _condition, codes in rows for code in codes)
    if made.custody is not None:
        OrderEvent.objects.create(
            order=order, kind="CUSTODY", happened_on=made.made_on, facts=dict(made.custody)
        )
    for name in dict.fromkeys(made.protected):
        kept(ProtectedPerson, order=order, named_as=name)


def _check_follows(order: Order) -> None:
    if order.follows_id is None:
        return
    if not Order.objects.filter(pk=order.follows_id, case=order.case).exists():
        raise FollowsNothing(
            _("The order it comes after is not on this file. Take that one in first."),
            field="follows",
        )


def _ask_court(order: Order, first: Order, apart: Sequence[str], by: StaffMember) -> None:
    named = ", ".join(str(DIFFERENCES[each]) for each in apart)
    words = _(
        "Two papers about %(number)s, made the same day, differ in: %(apart)s. Which one stands?"
    )
    Query.objects.create(
        order=order,
        to=AskedOf.COURT_OFFICE,
        words=words % {"number": first.information_number, "apart": named},
        asked_by=by,
        asked_at=clock.now(),
    )


def _wait_for_same_key(key: str) -> None:
    """Let two who key the same paper at once pass one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [key])
