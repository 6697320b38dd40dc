"""Queries: to the court office for clerical errors, else to the Crown, never to the judge."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.orders.models import Condition, ConditionStanding, Order, Query
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember


class WordsMissing(Refused): ...


class AnsweredAlready(Refused): ...


def ask_query(
    *,
    id: UUID,
    order: Order,
    to: str,
    words: str,
    by: StaffMember,
    condition: Condition | None = None,
) -> Query:
    """Ask the court office or the Crown about an order or one of its conditions.

    The condition is then unclear: the court's words stand, and nothing is computed from it until
    an officer decides. The same id again returns what it made.

    :raises SentBefore, CaseIsClosed, WordsMissing:
    """
    if not words.strip():
        raise WordsMissing(_("Write the question as it will be sent."), field="words")
    with transaction.atomic():
        file = handover.lock_open(order.case)
        if asked := handover.already(Query, id, order_id=order.pk, to=to):
            return asked
        with entry("orders.query_asked", by=by, case=file, person=file.person):
            if condition is not None:
                condition.standing = ConditionStanding.UNCLEAR
                condition.doubt = words.strip()
                condition.save(update_fields=["standing", "doubt"])
            return Query.objects.create(
                id=id,
                order=order,
                condition=condition,
                to=to,
                words=words.strip(),
                asked_by=by,
                asked_at=clock.now(),
            )


def record_answer(*, query: Query, answer: str, by: StaffMember) -> Query:
    """Record what the court office or the Crown answered; an officer then decides.

    :raises WordsMissing, AnsweredAlready, CaseIsClosed:
    """
    if not answer.strip():
        raise WordsMissing(_("Write what was answered, and by whom."), field="answer")
    with transaction.atomic():
        file = handover.lock_open(query.order.case)
        held = Query.objects.select_for_update(of=("self",)).get(pk=query.pk)
        if held.answered_at:
            raise AnsweredAlready(_("This query has its answer. Ask a new one if it is not clear."))
        with entry("orders.query_answered", by=by, case=file, person=file.person):
            held.answer, held.answered_at = answer.strip(), clock.now()
            held.save(update_fields=["answer", "answered_at"])
    return held
