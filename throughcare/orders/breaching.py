"""The steps of an alleged breach of a conditional sentence, each recorded when it happens.

The clock of the sentence stops and runs with them (Criminal Code, s. 742.6(10)-(16)): the kernel
computes what they do to its last day.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.kernel.terms.acts import Outcome
from throughcare.orders.models import Order
from throughcare.orders.queries.events import breach_to_go_on
from throughcare.pages.dates import full_day

STEPS = [
    ("warrant_on", gettext_lazy("A warrant of arrest was issued")),
    ("arrested_on", gettext_lazy("The person was arrested without a warrant")),
    ("appearance_on", gettext_lazy("The person was made to appear in court")),
    ("detained_on", gettext_lazy("The court ordered detention until the hearing")),
    ("detention_ended_on", gettext_lazy("The person was released before the decision")),
    ("determined_on", gettext_lazy("The court decided the allegation")),
]
BEGIN = {"warrant_on", "arrested_on", "appearance_on"}
DECIDED = "determined_on"
MOST_CREDIT = 9_999
"""Only against a slip of the finger: the kernel flags a credit over what stood still."""

Said = Mapping[str, Any]


def steps_on_file(order: Order) -> list[tuple[Any, date]]:
    """Return the steps of the process that goes on, each with its day, by day. Two queries."""
    process = breach_to_go_on(order, begins=False)
    facts = process.facts if process else {}
    known = [(words, date.fromisoformat(facts[name])) for name, words in STEPS if name in facts]
    return sorted(known, key=lambda step: step[1])


def faults_of_step(order: Order, step: str, said: Said) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a step as it was typed: the field, and what would be right."""
    if not step:
        return
    process = breach_to_go_on(order, begins=step in BEGIN)
    on = said.get("on")
    if step not in BEGIN and process is None:
        yield "on", _("Record first how the process began: a warrant, an arrest, an appearance.")
    if said.get("credit_days") and said.get("outcome") != Outcome.BREACH_FOUND:
        yield "credit_days", _("The court counts suspended days only where a breach was found.")
    if on and on < order.made_on:
        yield "on", _("The order was not made yet on that day. Look at the day again.")
    elif on and process and step not in BEGIN and on < process.happened_on:
        words = _("The process began on %(day)s. Give that day or a later one.")
        yield "on", words % {"day": full_day(process.happened_on)}


def breach_event(order: Order, step: str, said: Said) -> dict[str, Any]:
    """Return what `record_event` asks for a step: all steps so far, in place of those on file.

    A beginning after a decided process begins another; any other step goes on, or corrects the
    last one. Where the law of the instrument asks for no step, the day is that of the warrant.
    """
    step = step or "warrant_on"
    process = breach_to_go_on(order, begins=step in BEGIN)
    kept = dict(process.facts if process else {})
    kept[step] = said["on"].isoformat()
    if step == DECIDED:
        kept.pop("credit_days", None)
        kept |= {name: said[name] for name in ("outcome", "credit_days") if said.get(name)}
    days = (date.fromisoformat(kept[name]) for name in BEGIN if name in kept)
    began = min(days, default=said["on"])
    return {"facts": kept, "replaces": process, "on": began}
