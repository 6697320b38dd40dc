"""What courts and institutions can have done to an order, in the words one chooses by.

Each asks only for its own facts: those from which the kernel computes the days.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from throughcare.kernel.terms.rules import Ends, Stop, TermRule, rule_on
from throughcare.orders.breaching import BEGIN, DECIDED, STEPS
from throughcare.orders.law import the_pack
from throughcare.orders.models import EventKind, Order
from throughcare.orders.queries.events import breach_to_go_on

Fields = tuple[str, ...]
CONVICTION = ("convicted_on", "is_final")
COURT = _("The court ordered it on")
DAY = _("It happened on")


@dataclass(frozen=True)
class What:
    """One thing that can have been done: its name, what it does to the days, what it asks.

    `needs` are the fields among `asks` that must be filled in; `step` is one of an alleged breach.
    """

    kind: EventKind
    says: Any
    hint: Any = ""
    asks: Fields = ()
    needs: Fields = ()
    day: Any = DAY
    step: str = ""

    @property
    def slug(self) -> str:
        """The word for it in an address and in a form."""
        return (self.step or self.kind).lower()


Group = tuple[Any, tuple[What, ...]]
BY_THE_COURT = (
    What(
        EventKind.EXTENDED,
        _("The court extended the order"),
        _("The last day moves."),
        asks=("length", *CONVICTION),
        needs=("length",),
        day=COURT,
    ),
    What(
        EventKind.SHORTENED,
        _("The court gave the order an earlier last day"),
        _("The last day moves."),
        asks=("last_day",),
        needs=("last_day",),
        day=COURT,
    ),
    What(
        EventKind.ENDED,
        _("The court ended the order early"),
        _("That day is the last."),
        day=COURT,
    ),
    What(
        EventKind.REVOKED,
        _("The court revoked the order"),
        _("That day is the last."),
        asks=CONVICTION,
        day=COURT,
    ),
    What(
        EventKind.VARIED,
        _("The court changed conditions"),
        _("The days stay. The new words are entered under the change that was asked for."),
        day=COURT,
    ),
    What(
        EventKind.TRANSFERRED,
        _("Another court has the order now"),
        _("The days stay."),
        asks=("to",),
        needs=("to",),
        day=COURT,
    ),
)
IN_CUSTODY = (
    What(
        EventKind.CUSTODY,
        _("Imprisonment came with the order, or the person was released from it"),
        _("The first day may wait for the release. What is on file is shown, to be put right."),
        asks=("released_on", "is_conditional", "expires_on", "is_intermittent"),
        day=_("Imprisonment imposed on"),
    ),
    What(
        EventKind.IMPRISONED,
        _("The person was imprisoned for another offence"),
        _("The order may stand still until the release."),
        asks=("released_on",),
        day=_("First day in custody"),
    ),
)
COMMITTED = What(
    EventKind.COMMITTED,
    _("The court committed the person to custody for a part of the sentence"),
    _("The order goes on after it."),
    day=COURT,
)
ALLEGED = What(
    EventKind.BREACH_PROCESS,
    _("An alleged breach went before a court"),
    _("The clock of this order does not stop: the days stay."),
)
WAITED_FOR = What(
    EventKind.HAPPENED,
    _("What the order waited for has happened"),
    _("For an order without a length: that day is the last."),
)


def offered(order: Order) -> list[Group]:
    """Return what can be recorded of an order, in groups, by the law of its instrument.

    One query where its clock can stop.
    """
    rule = rule_of(order)
    goes_on = rule is None or Stop.BREACH_PROCESS in rule.stops
    waits = rule is None or rule.ends is Ends.ON_EVENT
    return [
        (_("A court’s decision"), BY_THE_COURT),
        (_("Custody"), (*IN_CUSTODY, COMMITTED) if goes_on else IN_CUSTODY),
        (_("An alleged breach"), _alleged(order)),
        *([(_("Something else"), (WAITED_FOR,))] if waits else []),
    ]


def what_of(order: Order, slug: str) -> What | None:
    """Return what a slug names for an order, or None where it names nothing that can be."""
    steps = tuple(map(_step, STEPS)) if stops_for_breach(order) else (ALLEGED,)
    known = (*BY_THE_COURT, *IN_CUSTODY, COMMITTED, *steps, WAITED_FOR)
    return next((each for each in known if each.slug == slug), None)


def rule_of(order: Order) -> TermRule | None:
    """Return the rule of an order's instrument on the day it was made."""
    return rule_on(the_pack().terms, order.instrument, order.made_on)


def stops_for_breach(order: Order) -> bool:
    """Say whether an alleged breach stops the order's clock, so that its steps are asked."""
    rule = rule_of(order)
    return rule is not None and Stop.BREACH_PROCESS in rule.stops


def _alleged(order: Order) -> tuple[What, ...]:
    """Return the steps that can come next: without a beginning on file, only beginnings."""
    if not stops_for_breach(order):
        return (ALLEGED,)
    begun = breach_to_go_on(order, begins=False) is not None
    return tuple(_step(each) for each in STEPS if begun or each[0] in BEGIN)


def _step(step: tuple[str, Any]) -> What:
    name, says = step
    decided = name == DECIDED
    return What(
        EventKind.BREACH_PROCESS,
        says,
        asks=("outcome", "credit_days") if decided else (),
        needs=("outcome",) if decided else (),
        step=name,
    )
