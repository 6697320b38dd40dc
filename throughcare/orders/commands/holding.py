"""A condition as it stands now, held until the act ends, and whether it is what was seen."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from throughcare.cases import handover
from throughcare.orders.models import Condition, ConditionStanding, Order
from throughcare.refusal import Refused


class ConditionOfAnotherOrder(Refused): ...


class TakenOffAlready(Refused): ...


def held_open(condition: Condition) -> Condition:
    """Return a condition of an open file as it is now, kept from others until the act ends.

    :raises CaseIsClosed:
    """
    handover.lock_open(condition.order.case)
    return (
        Condition.objects.select_for_update(of=("self",))
        .select_related("order__case")
        .get(pk=condition.pk)
    )


def still_as_seen(held: Condition, seen: str | None) -> Condition:
    """Return a condition that is decided about: it stands, and as the page showed it.

    :raises TakenOffAlready, ChangedMeanwhile:
    """
    if held.standing == ConditionStanding.WITHDRAWN:
        raise TakenOffAlready(
            _("Condition %(number)s was taken off: it is none. Add it again if it is one.")
            % {"number": held.number}
        )
    if seen is not None and seen != standing_mark(held, said_codes(held)):
        raise handover.changed_meanwhile()
    return held


def means_as_seen(held: Condition, seen: str | None) -> bool:
    """Say whether a condition is still taken to mean what the page showed."""
    return seen is None or seen.startswith(_mark(_listed(said_codes(held))))


def of_this_order(condition: Condition, order: Order) -> None:
    """Check that a condition is one of an order.

    :raises ConditionOfAnotherOrder:
    """
    if condition.order_id != order.pk:
        raise ConditionOfAnotherOrder(
            _("This condition is of another order. Open the order again."), field="condition"
        )


def said_codes(condition: Condition) -> list[dict[str, Any]]:
    """Return what a condition is taken to mean, as a correction keeps it."""
    rows = condition.codes.order_by("id")
    return [{"code": each.code, "parameters": each.parameters} for each in rows]


def standing_mark(condition: Any, codes: Iterable[dict[str, Any]]) -> str:
    """Return a short mark of how a condition stands: another once anyone decided about it.

    It begins with the mark of what the condition is taken to mean.
    """
    return _mark(_listed(codes)) + _mark([condition.standing, condition.doubt])


def _listed(codes: Iterable[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(each, sort_keys=True) for each in codes)


def _mark(said: list[str]) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]
