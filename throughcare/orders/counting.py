"""Whether what is stated of a condition can be counted and said."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from throughcare.kernel.calendar.answers import Reason
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.terms.computing import term_of
from throughcare.orders import library
from throughcare.orders.law import the_pack
from throughcare.orders.making import CodeMade
from throughcare.orders.models import Order
from throughcare.orders.queries.terms import made_of
from throughcare.packs.conditions import number
from throughcare.packs.limits import Why
from throughcare.packs.requirements import OrderedCondition, questions_of, requirements_of
from throughcare.record.ids import new_id
from throughcare.refusal import Refused


class CannotBeCounted(Refused): ...


UNCOUNTABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What counting raises when what was stated is no amount, day or name of its kind."""


def check_stated(order: Order, codes: Iterable[CodeMade]) -> None:
    """Check that what is stated of each code can be counted and said.

    :raises CannotBeCounted: which names the code.
    """
    term = term_of(the_pack().terms, made_of(order))
    force = Period(term.starts_on or order.made_on, term.ends_before)
    for each in codes:
        ordered = OrderedCondition(
            new_id(), each.code, each.parameters, order.instrument, order.made_on, term, force
        )
        try:
            requirements_of(the_pack(), ordered)
            _inside_the_calendar(questions_of(the_pack(), ordered))
            _can_be_written(each.parameters.values())
            for tongue in ("en", "fr"):
                library.in_plain_words(each.code, each.parameters, order.made_on, tongue)
        except UNCOUNTABLE as error:
            name = library.name_of(each.code, order.made_on)
            raise CannotBeCounted(
                _("%(name)s: what is stated cannot be counted. Look at its numbers and days.")
                % {"name": name}
            ) from error


def _inside_the_calendar(asks: Iterable[Reason]) -> None:
    if any(each.code == Why.OUT_OF_CALENDAR for each in asks):
        raise OverflowError("the time stated leads out of the calendar")


def _can_be_written(values: Iterable[Any]) -> None:
    """Raise OverflowError where a number is larger than anything that is written out."""
    for value in values:
        float(number(value) or 0)
