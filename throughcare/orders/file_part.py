"""What orders add to the pages of a file: words of their acts, and the orders in force."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.cases.file_parts import FilePart, FileTab
from throughcare.cases.models import Case
from throughcare.kernel.calendar.answers import Day, NoEnd
from throughcare.kernel.terms.term import Standing
from throughcare.orders import acts
from throughcare.orders.law import label_of
from throughcare.orders.queries import OrderTerm, whole_orders_of
from throughcare.pages import dates
from throughcare.pages.person_header import OrderInForce

SHOWN = (Standing.IN_FORCE, Standing.STOPPED, Standing.DISPUTED, Standing.NOT_YET, Standing.UNKNOWN)
FIELDS = {
    "instrument": gettext_lazy("Kind of order"),
    "court": gettext_lazy("Court"),
    "information_number": gettext_lazy("Information"),
    "made_on": gettext_lazy("Made"),
    "number": gettext_lazy("Number"),
    "words": gettext_lazy("Words"),
    "doubt": gettext_lazy("What is unclear"),
    "due_on": gettext_lazy("Due"),
    "how_given": gettext_lazy("How given"),
    "to": gettext_lazy("Asked of"),
    "answer": gettext_lazy("Answer"),
    "given_on": gettext_lazy("Given"),
    "asked_by": gettext_lazy("Asked for by"),
    "takes_effect_on": gettext_lazy("Takes effect"),
}


def orders_in_force(case: Case, on: date) -> Sequence[OrderInForce]:
    """Return the orders that bind on a day, or will, with their days in words. One query."""
    orders = whole_orders_of([case.pk], on)[case.pk]
    shown = [each for each in orders if each.standing(on) in SHOWN]
    return [OrderInForce(_name(each), span_of(each, on)) for each in shown]


def span_of(each: OrderTerm, on: date) -> str:
    """Return the days of an order in words, and what is open about it."""
    said = [_days(each, on)]
    if each.standing(on) == Standing.STOPPED:
        said.append(_("clock stopped"))
    if each.order.provisional:
        said.append(_("not yet confirmed"))
    return ", ".join(said)


def _name(each: OrderTerm) -> str:
    name = label_of(each.order.instrument)
    return name[:1].upper() + name[1:]


def _days(each: OrderTerm, on: date) -> str:
    last, first = each.term.last, each.term.first
    if not isinstance(first, Day) or not isinstance(last, Day | NoEnd):
        return _("days not known yet")
    begins = dates.full_day(first.on)
    if isinstance(last, NoEnd):
        return _("from %(day)s, no last day") % {"day": begins}
    return _("%(first)s to %(last)s") % {"first": begins, "last": dates.full_day(last.on)}


FILE_PART = FilePart(
    tabs=(FileTab("orders", gettext_lazy("Orders"), "orders:register"),),
    words=acts.WORDS,
    marks=acts.MARKS,
    fields=FIELDS,
    says={"instrument": label_of},
    gist=frozenset({"instrument", "due_on", "doubt", "answer", "information_number"}),
    repeated=frozenset({"orders.condition_confirmed", "orders.condition_changed"}),
    orders_in_force=orders_in_force,
)
