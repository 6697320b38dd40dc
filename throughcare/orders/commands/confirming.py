"""What an officer decides about an order: confirm, change, unclear, not a condition, one more."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases import handover
from throughcare.orders.commands.holding import (
    held_open,
    means_as_seen,
    said_codes,
    still_as_seen,
)
from throughcare.orders.commands.intake import add_condition_rows
from throughcare.orders.counting import check_stated
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.models import Condition, ConditionCode, ConditionStanding, Correction, Order
from throughcare.orders.queries.corrections import said_with_patterns
from throughcare.record.entries import entry
from throughcare.record.ids import new_id
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember

WAITING = (ConditionStanding.PROPOSED, ConditionStanding.PROVISIONAL)


class CannotConfirm(Refused): ...


class StillUnsure(Refused): ...


class WordsMissing(Refused): ...


class ContradictsAnother(Refused): ...


def confirm_condition(
    *, condition: Condition, by: StaffMember, seen: str | None = None
) -> Condition:
    """Say that a condition means what is proposed, and return it. Twice is once.

    `seen` is how the condition stood on the page of whoever decides.

    :raises CannotConfirm, CaseIsClosed, TakenOffAlready, ChangedMeanwhile:
    """
    with transaction.atomic():
        held = _hold(condition, by)
        if held.standing == ConditionStanding.CONFIRMED and means_as_seen(held, seen):
            return held
        still_as_seen(held, seen)
        with _entry("orders.condition_confirmed", held, by):
            _confirm(held, by)
    return held


def change_condition(
    *,
    condition: Condition,
    codes: Sequence[CodeMade],
    by: StaffMember,
    reason: str = "",
    seen: str | None = None,
) -> Condition:
    """Say what a condition means instead of what was proposed, confirm that, and return it.

    The court's words stay; what was proposed and what was decided are both kept. `seen` is how
    the condition stood on the page of whoever decides; the same meaning again is once.

    :raises CannotConfirm, CaseIsClosed, TakenOffAlready, ChangedMeanwhile, CannotBeCounted:
    """
    with transaction.atomic():
        held = _hold(condition, by)
        before = said_codes(held)
        decided = [_said(each) for each in codes]
        if held.standing == ConditionStanding.CONFIRMED and before == decided:
            return held
        still_as_seen(held, seen)
        check_stated(held.order, codes)
        if before == decided:
            with _entry("orders.condition_confirmed", held, by, reason):
                _confirm(held, by)
            return held
        with _entry("orders.condition_changed", held, by, reason):
            _keep_correction(held, _proposed(held), decided, by)
            _replace_codes(held, codes)
            _confirm(held, by)
    return held


def mark_unclear(*, condition: Condition, doubt: str, by: StaffMember) -> Condition:
    """Say what is unclear in a condition; the court's words stand, and nothing is computed of it.

    A clerk may do this too: it is a mark, not a decision. The same doubt again is once.

    :raises WordsMissing, CaseIsClosed, TakenOffAlready:
    """
    if not doubt.strip():
        raise WordsMissing(_("Say what is unclear in this condition."), field="doubt")
    with transaction.atomic():
        held = still_as_seen(held_open(condition), None)
        if (held.standing, held.doubt) == (ConditionStanding.UNCLEAR, doubt.strip()):
            return held
        with _entry("orders.condition_unclear", held, by, doubt.strip()):
            held.standing = ConditionStanding.UNCLEAR
            held.doubt = doubt.strip()
            held.save(update_fields=["standing", "doubt"])
    return held


def withdraw_condition(
    *, condition: Condition, reason: str, by: StaffMember, seen: str | None = None
) -> Condition:
    """Say that a passage is no condition: a recital, or what the court refused. Return it.

    `seen` is how the condition stood on the page of whoever decides. Twice is once.

    :raises CannotConfirm, WordsMissing, CaseIsClosed, ChangedMeanwhile:
    """
    if not reason.strip():
        raise WordsMissing(_("Say why this is no condition."), field="reason")
    with transaction.atomic():
        held = _hold(condition, by)
        if held.standing == ConditionStanding.WITHDRAWN:
            return held
        still_as_seen(held, seen)
        with _entry("orders.condition_withdrawn", held, by, reason.strip()):
            _keep_correction(held, _proposed(held), [], by)
            held.standing = ConditionStanding.WITHDRAWN
            held.save(update_fields=["standing"])
    return held


def add_condition(*, id: UUID, order: Order, made: ConditionMade, by: StaffMember) -> Condition:
    """Add a condition that was not proposed, from words of the order, and return it.

    It is confirmed when an officer adds it, provisional when a clerk does. The same id again
    returns what it made.

    :raises SentBefore, WordsMissing, CaseIsClosed:
    """
    if not made.words.strip():
        raise WordsMissing(_("Copy the court’s words of this condition."), field="words")
    with transaction.atomic():
        file = handover.lock_open(order.case)
        if added := handover.already(Condition, id, order_id=order.pk):
            return added
        may = by.may(Permission.CONFIRM_ORDER)
        with entry("orders.condition_added", by=by, case=file, person=file.person):
            condition = add_condition_rows(
                order, made, id=id, standing=ConditionStanding.PROVISIONAL
            )
            _keep_correction(condition, [], [_said(each) for each in made.codes], by)
            if may:
                _confirm(condition, by)
    return condition


def confirm_order(*, order: Order, by: StaffMember) -> Order:
    """Confirm an order and every condition that is proposed without doubt; return it.

    What is unclear may stay with the court; what is proposed but unsure must be decided first,
    one by one. Twice is once.

    :raises CannotConfirm, StillUnsure, ContradictsAnother, CaseIsClosed:
    """
    _check_may(by)
    with transaction.atomic():
        file = handover.lock_open(order.case)
        held = Order.objects.select_for_update().get(pk=order.pk)
        if not held.provisional:
            return held
        _check_not_contradicting(held)
        waiting = list(held.conditions.filter(standing__in=WAITING).order_by("number", "id"))
        _check_sure(waiting)
        with entry("orders.confirmed", by=by, case=file, person=file.person):
            for condition in waiting:
                _confirm(condition, by)
            held.provisional = False
            held.confirmed_by, held.confirmed_at = by, clock.now()
            held.save(update_fields=["provisional", "confirmed_by", "confirmed_at"])
    return held


def _confirm(condition: Condition, by: StaffMember) -> None:
    """Write the decision of an officer, inside the entry that is open."""
    condition.standing = ConditionStanding.CONFIRMED
    condition.doubt = ""
    condition.save(update_fields=["standing", "doubt"])
    condition.codes.update(confirmed_by=by, unsure=False)


def _replace_codes(condition: Condition, codes: Sequence[CodeMade]) -> None:
    condition.codes.all().delete()
    for each in {code.code: code for code in codes}.values():
        ConditionCode.objects.create(
            condition=condition,
            code=each.code,
            parameters=dict(each.parameters),
            why=dict(each.why),
        )


def _keep_correction(
    condition: Condition, proposed: list[Any], decided: list[Any], by: StaffMember
) -> None:
    Correction.objects.create(
        id=new_id(),
        condition=condition,
        proposed=proposed,
        decided=decided,
        corrected_by=by,
        corrected_at=clock.now(),
    )


def _proposed(condition: Condition) -> list[dict[str, Any]]:
    """Return what was proposed, with the patterns it rests on: they are measured by it."""
    return [said_with_patterns(each) for each in condition.codes.order_by("id")]


def _said(code: CodeMade) -> dict[str, Any]:
    return {"code": code.code, "parameters": dict(code.parameters)}


def _hold(condition: Condition, by: StaffMember) -> Condition:
    _check_may(by)
    return held_open(condition)


def _entry(act: str, condition: Condition, by: StaffMember, reason: str = "") -> Any:
    case = condition.order.case
    return entry(act, by=by, case=case, person=case.person, reason=reason)


def _check_may(by: StaffMember) -> None:
    if not by.may(Permission.CONFIRM_ORDER):
        raise CannotConfirm(
            _("An officer or a manager confirms what the court ordered. It is kept as provisional.")
        )


def _check_not_contradicting(order: Order) -> None:
    if order.contradicts_id:
        raise ContradictsAnother(
            _("This paper says something else than the one on file. Wait for the court’s answer.")
        )


def _check_sure(waiting: Sequence[Condition]) -> None:
    unsure = ConditionCode.objects.filter(condition__in=waiting, unsure=True)
    coded = set(
        ConditionCode.objects.filter(condition__in=waiting).values_list("condition", flat=True)
    )
    doubtful = set(unsure.values_list("condition", flat=True))
    numbers = [each.number for each in waiting if each.pk in doubtful or each.pk not in coded]
    if numbers:
        listed = ", ".join(map(str, numbers))
        raise StillUnsure(
            ngettext(
                "Decide condition %(numbers)s first: confirm, change or query it.",
                "Decide conditions %(numbers)s first: confirm, change or query each.",
                len(numbers),
            )
            % {"numbers": listed}
        )
