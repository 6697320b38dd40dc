"""Queries: to the court office for clerical errors, else to the Crown, never to the judge."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases import handover
from throughcare.orders.commands.holding import held_open, of_this_order, still_as_seen
from throughcare.orders.models import Condition, ConditionStanding, Order, Query
from throughcare.people.commands.fitting import kept
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
    seen: str | None = None,
) -> Query:
    """Ask the court office or the Crown about an order or one of its conditions.

    The condition is then unclear: the court's words stand, and nothing is computed from it until
    an officer decides. `seen` is how the condition stood on the page. The same id again returns
    what it made.

    :raises SentBefore, CaseIsClosed, WordsMissing, ConditionOfAnotherOrder, TakenOffAlready,
        ChangedMeanwhile:
    """
    if not words.strip():
        raise WordsMissing(_("Write the question as it will be sent."), field="words")
    with transaction.atomic():
        file = handover.lock_open(order.case)
        if asked := handover.already(Query, id, order_id=order.pk, to=to):
            return asked
        held = _held(condition, order, seen)
        with entry("orders.query_asked", by=by, case=file, person=file.person):
            if held is not None:
                held.standing, held.doubt = ConditionStanding.UNCLEAR, words.strip()
                held.save(update_fields=["standing", "doubt"])
            return kept(
                Query,
                id=id,
                order=order,
                condition=held,
                to=to,
                words=words.strip(),
                asked_by=by,
                asked_at=clock.now(),
            )


def _held(condition: Condition | None, order: Order, seen: str | None) -> Condition | None:
    """Return the condition that is asked about as it stands now."""
    if condition is None:
        return None
    held = still_as_seen(held_open(condition), seen)
    of_this_order(held, order)
    return held


def record_answer(*, query: Query, answer: str, by: StaffMember) -> Query:
    """Record what the court office or the Crown answered; an officer then decides.

    The same answer again returns what is on file.

    :raises WordsMissing, AnsweredAlready, CaseIsClosed:
    """
    if not answer.strip():
        raise WordsMissing(_("Write what was answered, and by whom."), field="answer")
    with transaction.atomic():
        file = handover.lock_open(query.order.case)
        held = Query.objects.select_for_update(of=("self",)).get(pk=query.pk)
        if held.answer == answer.strip():
            return held
        if held.answered_at:
            raise AnsweredAlready(_("This query has its answer. Ask a new one if it is not clear."))
        with entry("orders.query_answered", by=by, case=file, person=file.person):
            held.answer, held.answered_at = answer.strip(), clock.now()
            held.save(update_fields=["answer", "answered_at"])
    return held
