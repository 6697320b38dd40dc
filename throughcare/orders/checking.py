"""What an order's paper cannot say, and what two papers of one key say differently."""

from typing import Any

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.kernel.calendar.answers import Day
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.computing import term_of
from throughcare.orders.law import the_pack
from throughcare.orders.lengths import is_too_long
from throughcare.orders.making import LENGTHS, ConditionMade, OrderMade, folded
from throughcare.orders.models import Order
from throughcare.orders.queries.terms import made_of
from throughcare.refusal import Refused


class MadeInFuture(Refused): ...


class ReceivedBeforeMade(Refused): ...


class EndsBeforeItStarts(Refused): ...


class NothingNamed(Refused): ...


class LengthTooLong(Refused): ...


def check_paper(made: OrderMade) -> None:
    """Check what a paper says of its own days and names.

    :raises MadeInFuture, ReceivedBeforeMade, EndsBeforeItStarts, NothingNamed, LengthTooLong:
    """
    _check_named(made)
    check_length(made.length)
    if made.made_on > clock.today():
        raise MadeInFuture(
            _("The day the order was made has not come yet. Look at the date again."),
            field="made_on",
        )
    if made.received_on < made.made_on:
        raise ReceivedBeforeMade(
            _("The order cannot have been received before it was made. Correct one of the days."),
            field="received_on",
        )
    _check_days(made)


def check_length(length: Length | None) -> None:
    """Check that a length is one that an order may have.

    :raises LengthTooLong:
    """
    if length is not None and is_too_long(length):
        raise LengthTooLong(
            _("No order lasts that long. Look at the length again."), field="length"
        )


def _check_named(made: OrderMade) -> None:
    for field in ("court", "information_number"):
        if not folded(getattr(made, field)):
            raise NothingNamed(
                _("Give the court and the number of the information: they tell orders apart."),
                field=field,
            )


def _check_days(made: OrderMade) -> None:
    last, first = made.last_day_stated, made.first_day_stated
    if last is not None and last < (first or made.made_on):
        raise _ends_before_it_starts()
    term = term_of(the_pack().terms, made_of(Order(**made.columns())))
    if not isinstance(term.first, Day) or not isinstance(term.last, Day):
        return
    if term.last.latest < term.first.earliest:
        raise _ends_before_it_starts()


def _ends_before_it_starts() -> EndsBeforeItStarts:
    return EndsBeforeItStarts(
        _("The last day lies before the first. Look at the days and the length again."),
        field="last_day_stated",
    )


def differences(order: Order, made: OrderMade, conditions: tuple[ConditionMade, ...]) -> list[str]:
    """Return what a second paper of the same key says differently, by name; [] for the same."""
    columns = made.columns()
    said = ["length"] if any(getattr(order, name) != columns[name] for name in LENGTHS) else []
    for name in ("for_life", "first_day_stated", "last_day_stated"):
        said += [name] if getattr(order, name) != columns[name] else []
    if conditions and _words_on_file(order) != sorted(folded(each.words) for each in conditions):
        said.append("conditions")
    return said


def _words_on_file(order: Order) -> list[str]:
    first: Any = order.conditions.filter(made_by=None)
    return sorted(folded(words) for words in first.values_list("words", flat=True))
