"""Changes of conditions: asked for, decided, and put in force as new versions."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from throughcare.cases import handover
from throughcare.orders.commands.intake import add_condition_rows
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.models import (
    Condition,
    ConditionStanding,
    Order,
    OrderEvent,
    Variation,
    VariationOutcome,
    VariationPart,
)
from throughcare.pages.dates import full_day
from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffMember

UNDECIDED = (VariationOutcome.ASKED, VariationOutcome.PENDING)


class NothingChanges(Refused): ...


class ConditionOfAnotherOrder(Refused): ...


class DecidedAlready(Refused): ...


class StaysPending(Refused): ...


class TakesEffectBeforeAsked(Refused): ...


class DecidedBeforeAsked(Refused): ...


class AskedBeforeTheOrder(Refused): ...


class WordsMissing(Refused): ...


def ask_variation(
    *,
    id: UUID,
    order: Order,
    asked_by: str,
    asked_on: date,
    words: str,
    parts: Sequence[dict[str, Any]],
    by: StaffMember,
    notice_on: date | None = None,
    touches_protected: bool = False,
) -> Variation:
    """Record that someone asked to change conditions, and what each would be; return that.

    A part names `before` (a condition, or None for a new one), `words` (none relieves) and
    `codes`. One that touches a protected person is pending until they were asked.

    :raises SentBefore, CaseIsClosed, NotYet, NothingChanges, ConditionOfAnotherOrder,
        WordsMissing, AskedBeforeTheOrder:
    """
    _check_parts(order, parts)
    if not words.strip():
        raise WordsMissing(_("Say what is asked for, and why."), field="words")
    with transaction.atomic():
        file = handover.lock_open(order.case)
        if asked := handover.already(Variation, id, order_id=order.pk):
            return asked
        handover.past_day(asked_on, field="asked_on")
        if asked_on < order.made_on:
            raise AskedBeforeTheOrder(
                _("The order was not made yet on that day. Give a later day."), field="asked_on"
            )
        with entry("orders.variation_asked", by=by, case=file, person=file.person):
            variation = Variation.objects.create(
                id=id,
                order=order,
                asked_by=asked_by,
                asked_on=asked_on,
                notice_on=notice_on,
                words=words.strip(),
                touches_protected=touches_protected,
                outcome=VariationOutcome.PENDING if touches_protected else VariationOutcome.ASKED,
            )
            for part in parts:
                VariationPart.objects.create(variation=variation, **part)
    return variation


def grant_variation(
    *,
    variation: Variation,
    decided_on: date,
    takes_effect_on: date,
    by: StaffMember,
    protected_were_asked: bool = False,
) -> Variation:
    """Record that a change was made: the old versions end as the new ones begin. Return it.

    The new versions wait for an officer's confirmation like any condition.

    The same days again return what is on file.

    :raises DecidedAlready, StaysPending, CaseIsClosed, NotYet, DecidedBeforeAsked,
        TakesEffectBeforeAsked:
    """
    with transaction.atomic():
        file = handover.lock_open(variation.order.case)
        decided = (VariationOutcome.GRANTED, decided_on, takes_effect_on)
        held, is_done = _undecided(variation, decided)
        if is_done:
            return held
        _check_decided(held, decided_on)
        _check_may_grant(held, takes_effect_on, protected_were_asked)
        with entry("orders.variation_decided", by=by, case=file, person=file.person):
            held.outcome = VariationOutcome.GRANTED
            held.decided_on, held.takes_effect_on = decided_on, takes_effect_on
            held.save(update_fields=["outcome", "decided_on", "takes_effect_on"])
            for part in held.parts.select_related("before").order_by("id"):
                _put_in_force(held, part)
            OrderEvent.objects.create(
                order=held.order, kind="VARIED", happened_on=takes_effect_on, words=held.words
            )
    return held


def end_variation(
    *, variation: Variation, outcome: str, decided_on: date, by: StaffMember
) -> Variation:
    """Record that a change was refused or withdrawn; the conditions stay. Return it.

    The same again returns what is on file.

    :raises DecidedAlready, CaseIsClosed, NotYet, DecidedBeforeAsked:
    """
    with transaction.atomic():
        file = handover.lock_open(variation.order.case)
        held, is_done = _undecided(variation, (outcome, decided_on, None))
        if is_done:
            return held
        _check_decided(held, decided_on)
        with entry("orders.variation_decided", by=by, case=file, person=file.person):
            held.outcome, held.decided_on = outcome, decided_on
            held.save(update_fields=["outcome", "decided_on"])
    return held


def _put_in_force(variation: Variation, part: VariationPart) -> None:
    """End the version before and write the one after, inside the entry that is open."""
    before, day = part.before, variation.takes_effect_on
    if before is not None:
        before.ends_before, before.ended_by = day, variation
        before.save(update_fields=["ends_before", "ended_by"])
    if not part.words:
        return
    codes = tuple(CodeMade(each["code"], each.get("parameters", {})) for each in part.codes)
    number = before.number if before else _next_number(variation.order)
    add_condition_rows(
        variation.order,
        ConditionMade(number, part.words, codes),
        standing=ConditionStanding.PROVISIONAL,
        starts_on=day,
        replaces=before,
        made_by=variation,
    )


def _next_number(order: Order) -> int:
    last: int = Condition.objects.filter(order=order).aggregate(n=Max("number"))["n"] or 0
    return last + 1


def _check_parts(order: Order, parts: Sequence[dict[str, Any]]) -> None:
    if not parts:
        raise NothingChanges(
            _("Choose the conditions that change, or write a new one."), field="parts"
        )
    for part in parts:
        before = part.get("before")
        if before is not None and before.order_id != order.pk:
            raise ConditionOfAnotherOrder(_("One of these conditions is of another order."))


def _undecided(variation: Variation, decided: tuple[Any, ...]) -> tuple[Variation, bool]:
    """Return a change as it stands, and whether just this was decided about it already."""
    held = Variation.objects.select_for_update(of=("self",)).get(pk=variation.pk)
    if held.outcome in UNDECIDED:
        return held, False
    if (held.outcome, held.decided_on, held.takes_effect_on) == decided:
        return held, True
    raise DecidedAlready(_("This change was decided already. Nothing was changed."))


def _check_decided(variation: Variation, decided_on: date) -> None:
    handover.past_day(decided_on, field="decided_on")
    if decided_on < variation.asked_on:
        raise DecidedBeforeAsked(
            _("The change was asked for on %(day)s. Give that day or a later one.")
            % {"day": full_day(variation.asked_on)},
            field="decided_on",
        )


def _check_may_grant(variation: Variation, takes_effect_on: date, asked: bool) -> None:
    if variation.touches_protected and not asked:
        raise StaysPending(
            _(
                "This change touches a protected person and stays pending. Record that they were"
                " asked, as for every such change, before it is put in force."
            ),
            field="protected_were_asked",
        )
    if takes_effect_on < variation.asked_on or takes_effect_on < variation.order.made_on:
        raise TakesEffectBeforeAsked(
            _("A change takes effect on or after the day it was asked for."),
            field="takes_effect_on",
        )
