"""What a court or an institution did to an order."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.models import Case
from throughcare.kernel.terms.acts import Outcome
from throughcare.kernel.terms.rules import Stop, rule_on
from throughcare.orders.breaching import (
    MOST_CREDIT,
    STEPS,
    breach_event,
    faults_of_step,
    steps_on_file,
)
from throughcare.orders.forms.taking_in import YES_NO
from throughcare.orders.law import the_pack
from throughcare.orders.lengths import read_length
from throughcare.orders.making import LENGTHS
from throughcare.orders.models import EventKind, Order
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
CONVICTION = ("convicted_on", "is_final")
BREACH = ("step", "outcome", "credit_days")


class EventForm(FileForm):
    """What a court or an institution did to an order."""

    title = gettext_lazy("Record what was done to the order")
    verb = gettext_lazy("Record it")
    done = gettext_lazy("Recorded. The days of the order are computed anew.")
    hint = gettext_lazy("Nothing is changed: a correction is one more line.")
    about = "orders/_breach_steps.html"

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
    step = forms.ChoiceField(
        label=gettext_lazy("Breach process: what happened that day"),
        choices=[("", ""), *STEPS],
        required=False,
        help_text=gettext_lazy("Each step is one line. The same step again corrects its day."),
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("What the court decided"), choices=OUTCOMES, required=False
    )
    credit_days = forms.IntegerField(
        label=gettext_lazy("Suspended days that the court counts as served"),
        required=False,
        min_value=0,
        max_value=MOST_CREDIT,
        error_messages={"invalid": gettext_lazy("Write whole days, such as 12.")},
        widget=forms.TextInput(attrs={"class": "tc-wide-4", "inputmode": "numeric"}),
    )
    words = reason(gettext_lazy("In words, and from which paper"), rows=2)

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        self.order = order
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Ask only for the facts on which the law of this instrument makes days depend."""
        rule = rule_on(the_pack().terms, self.order.instrument, self.order.made_on)
        stops = rule is not None and Stop.BREACH_PROCESS in rule.stops
        asked = {CONVICTION: rule and rule.after_conviction, BREACH: stops}
        for names, is_asked in asked.items():
            for name in names:
                if not is_asked:
                    del self.fields[name]
        self.steps = steps_on_file(self.order) if stops else []

    def clean(self) -> dict[str, Any]:
        """Ask for what a step of an alleged breach needs; refuse what belongs to no step."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "step" in self.fields:
            for name, words in faults_of_step(self.order, said):
                if name not in self.errors:
                    self.add_error(name, words)
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
        """Return the facts with those of a conviction or of an alleged breach."""
        said = self.cleaned_data
        if said["kind"] in CONVICTED and said.get("convicted_on"):
            facts["convicted_on"] = said["convicted_on"].isoformat()
            facts["is_final"] = YES_NO[said.get("is_final", "")]
        if said["kind"] != EventKind.BREACH_PROCESS:
            return {"facts": facts}
        return breach_event(self.order, said, facts)
