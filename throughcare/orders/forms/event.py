"""What a court or an institution did to an order."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.models import Case
from throughcare.kernel.terms.acts import Outcome
from throughcare.kernel.terms.rules import rule_on
from throughcare.orders.forms.taking_in import YES_NO
from throughcare.orders.law import the_pack
from throughcare.orders.lengths import read_length
from throughcare.orders.making import LENGTHS
from throughcare.orders.models import EventKind, Order
from throughcare.orders.queries.events import open_breach
from throughcare.pages.fields import DateField, JoinedRadios, OnceField

EVENTS = [(kind, label) for kind, label in EventKind.choices if kind != EventKind.TAKEN_BACK]
KNOWN = [
    ("yes", pgettext_lazy("of a fact", "Yes")),
    ("no", pgettext_lazy("of a fact", "No")),
    ("", pgettext_lazy("of a fact", "Not known")),
]
OUTCOMES = [
    ("", ""),
    (Outcome.BREACH_FOUND.value, gettext_lazy("The breach was found")),
    (Outcome.DISMISSED.value, gettext_lazy("The allegation was dismissed")),
    (Outcome.WITHDRAWN.value, gettext_lazy("The allegation was withdrawn")),
    (Outcome.EXCUSED.value, gettext_lazy("A reasonable excuse was found")),
]
CONVICTED = (EventKind.EXTENDED, EventKind.REVOKED)
BREACH_KIND = EventKind.BREACH_PROCESS
CONVICTION = ("convicted_on", "is_final")
BREACH = ("determined_on", "outcome")


class EventForm(FileForm):
    """What a court or an institution did to an order."""

    title = gettext_lazy("Record what was done to the order")
    verb = gettext_lazy("Record it")
    done = gettext_lazy("Recorded. The days of the order are computed anew.")
    hint = gettext_lazy("Nothing is changed: a correction is one more line.")

    id = OnceField()
    kind = forms.ChoiceField(label=gettext_lazy("What"), choices=EVENTS)
    on = DateField(
        label=pgettext_lazy("a day", "On"), not_after=clock.today, subject=gettext_lazy("The day")
    )
    length = forms.CharField(label=gettext_lazy("Extended by"), max_length=60, required=False)
    last_day = DateField(label=gettext_lazy("New last day, if shortened"), required=False)
    released_on = DateField(label=gettext_lazy("Released on, after custody"), required=False)
    to = forms.CharField(
        label=gettext_lazy("To which court, if transferred"), max_length=160, required=False
    )
    convicted_on = DateField(
        label=gettext_lazy("Extended or revoked: convicted of a new offence on"),
        required=False,
        not_after=clock.today,
        subject=gettext_lazy("The conviction"),
        help_text=gettext_lazy("Left empty, the days are kept and flagged for a person."),
    )
    is_final = forms.ChoiceField(
        label=gettext_lazy("The time to appeal is over and no appeal was taken"),
        choices=KNOWN,
        required=False,
        widget=JoinedRadios,
    )
    determined_on = DateField(
        label=gettext_lazy("Alleged breach: decided by the court on"),
        required=False,
        not_after=clock.today,
        subject=gettext_lazy("The decision"),
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("What the court decided"), choices=OUTCOMES, required=False
    )
    words = reason(gettext_lazy("In words, and from which paper"), rows=2)

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        self.order = order
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Ask only for the facts on which the law of this instrument makes days depend."""
        rule = rule_on(the_pack().terms, self.order.instrument, self.order.made_on)
        asked = {CONVICTION: rule and rule.after_conviction, BREACH: rule and rule.stops}
        for names, is_asked in asked.items():
            for name in names:
                if not is_asked:
                    del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Ask for both the day and the decision of an alleged breach, or for neither."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(said.get("determined_on")) != bool(said.get("outcome")):
            missing = "outcome" if said.get("determined_on") else "determined_on"
            if missing not in self.errors:
                self.add_error(missing, _("Give the day of the decision and what was decided."))
        return said

    def clean_length(self) -> Any:
        """Return the length that was typed."""
        typed = self.cleaned_data["length"]
        length = read_length(typed) if typed.strip() else None
        if typed.strip() and length is None:
            raise forms.ValidationError(_("This is no length. Write it such as 6 months."))
        return length

    @property
    def said(self) -> dict[str, Any]:
        """Return what `record_event` asks of the form."""
        said = self.cleaned_data
        facts: dict[str, Any] = {}
        if said["length"]:
            facts["by"] = {name: getattr(said["length"], name) for name in LENGTHS}
        for name in ("last_day", "released_on"):
            facts |= {name: said[name].isoformat()} if said[name] else {}
        if said["kind"] == EventKind.TRANSFERRED:
            facts["to"] = said["to"]
        names = ("id", "kind", "on", "words")
        return {name: said[name] for name in names} | self._of_court(facts)

    def _of_court(self, facts: dict[str, Any]) -> dict[str, Any]:
        """Return the facts with those of a conviction or a breach; a breach goes on as it began."""
        said = self.cleaned_data
        if said["kind"] in CONVICTED and said.get("convicted_on"):
            facts["convicted_on"] = said["convicted_on"].isoformat()
            facts["is_final"] = YES_NO[said.get("is_final", "")]
        return self._of_breach(facts) if said["kind"] == BREACH_KIND else {"facts": facts}

    def _of_breach(self, facts: dict[str, Any]) -> dict[str, Any]:
        said, begun = self.cleaned_data, open_breach(self.order)
        facts |= begun.facts if begun else {"warrant_on": said["on"].isoformat()}
        if said.get("determined_on"):
            facts |= {
                "determined_on": said["determined_on"].isoformat(),
                "outcome": said["outcome"],
            }
        return {"facts": facts, "replaces": begun, "on": begun.happened_on if begun else said["on"]}
