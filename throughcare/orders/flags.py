"""What a person must look at before the conditions of an order."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from throughcare.orders import library
from throughcare.orders.making import ConditionMade, OrderMade
from throughcare.orders.models import Order
from throughcare.orders.queries.conditions import StandingCondition


def flags_of_paper(order: Any) -> list[str]:
    """Return what is missing of the paper itself: pages, signature, whose words stand."""
    return [*_pages(order), *_signature(order)]


def flags_of_order(order: Order, conditions: Sequence[StandingCondition]) -> list[str]:
    """Return what a person must look at about an order on file."""
    codes = {code.code for each in conditions for code in each.codes}
    first = order.contradicts
    second = [
        _("Another paper of the same number says something else. A query went to the court office.")
    ]
    return [
        *(second if first else []),
        *flags_of_paper(order),
        *missing_compulsory(order.instrument, codes, order.made_on),
    ]


def flags_of_reading(made: OrderMade | None, conditions: Iterable[ConditionMade]) -> list[str]:
    """Return what a person must look at about an order that is being keyed."""
    if made is None:
        return []
    codes = {code.code for each in conditions for code in each.codes}
    return [*flags_of_paper(made), *missing_compulsory(made.instrument, codes, made.made_on)]


def missing_compulsory(instrument: str, codes: set[str], made_on: date) -> list[str]:
    """Return that conditions are left out which the law attaches; nothing is added silently."""
    if "STATUTORY_ALL" in codes:
        return []
    names = library.compulsory_missing(instrument, codes, made_on)
    if not names:
        return []
    said = ngettext(
        "The paper leaves out a compulsory condition: %(names)s. It is not added; ask.",
        "The paper leaves out compulsory conditions: %(names)s. They are not added; ask.",
        len(names),
    )
    return [said % {"names": "; ".join(names)}]


def conflicts(
    conditions: Sequence[StandingCondition], others: Sequence[StandingCondition]
) -> list[str]:
    """Return where a running order says otherwise about the same thing."""
    running = [(each, code) for each in others for code in each.codes]
    said = [
        _conflict(each, other)
        for each in conditions
        for code in each.codes
        for other, there in running
        if code.code == there.code and _differ(code.parameters, there.parameters)
    ]
    return list(dict.fromkeys(said))


def _differ(here: Any, there: Any) -> bool:
    """Say whether both state something, and not the same."""
    return bool(here) and bool(there) and here != there


def _conflict(each: StandingCondition, other: StandingCondition) -> str:
    words = _(
        "Condition %(here)s differs from condition %(there)s of %(number)s, which runs too. "
        "The person must keep both; ask if that cannot be."
    )
    number = other.order.information_number
    return words % {"here": each.number, "there": other.number, "number": number}


def _pages(order: Any) -> list[str]:
    expected, present = order.pages_expected, order.pages_present
    if not expected or present is None or present >= expected:
        return []
    missing = expected - present
    said = ngettext(
        "%(missing)s page is missing: a breach fails on an incomplete copy. Ask the court office.",
        "%(missing)s pages are missing: a breach fails on an incomplete copy. "
        "Ask the court office.",
        missing,
    )
    return [said % {"missing": missing}]


def _signature(order: Any) -> list[str]:
    if order.signed is not False:
        return []
    return [_("The signature is missing. Ask the court office for a signed copy.")]
