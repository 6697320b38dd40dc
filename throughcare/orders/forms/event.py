"""What a court or an institution did to an order: only the fields of what was done."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.models import Case
from throughcare.orders.breaching import MOST_CREDIT, breach_event, faults_of_step, steps_on_file
from throughcare.orders.events_told import OUTCOMES
from throughcare.orders.forms.event_kinds import CONVICTION, What, rule_of
from throughcare.orders.forms.taking_in import YES_NO
from throughcare.orders.lengths import read_length
from throughcare.orders.making import LENGTHS
from throughcare.orders.models import EventKind, Order
from throughcare.orders.queries.events import custody_on_file
from throughcare.orders.sheets import order_in_a_line
from throughcare.pages.dates import full_day
from throughcare.pages.fields import DateField, JoinedRadios, OnceField

OF_CUSTODY = ("released_on", "is_conditional", "expires_on", "is_intermittent")
ALWAYS = ("what", "id", "on", "words")
KNOWN = [
    ("yes", pgettext_lazy("of a fact", "Yes")),
    ("no", pgettext_lazy("of a fact", "No")),
    ("", pgettext_lazy("of a fact", "Not known")),
]
SAID = {said: typed for typed, said in YES_NO.items()}


def known(label: Any) -> forms.ChoiceField:
    """Return a field for a fact that may not be known."""
    return forms.ChoiceField(label=label, choices=KNOWN, required=False, widget=JoinedRadios)


class EventForm(FileForm):
    """What was done to an order, on which day, and the facts that this needs."""

    title = gettext_lazy("Record what was done to the order")
    verb = gettext_lazy("Record it")
    done = gettext_lazy("Recorded. The days of the order are computed anew.")
    about = "orders/_event.html"

    what = forms.CharField(max_length=40, widget=forms.HiddenInput)
    id = OnceField()
    on = DateField(
        label=pgettext_lazy("a day", "On"), not_after=clock.today, subject=gettext_lazy("The day")
    )
    length = forms.CharField(
        label=gettext_lazy("Extended by"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("A length such as 6 months, as the court gave it."),
        error_messages={"required": gettext_lazy("Write by how long, such as 6 months.")},
        widget=forms.TextInput(attrs={"class": "tc-wide-10"}),
    )
    last_day = DateField(
        label=gettext_lazy("New last day"),
        required=False,
        error_messages={"required": gettext_lazy("Write the new last day.")},
    )
    released_on = DateField(
        label=gettext_lazy("Released on"),
        required=False,
        help_text=gettext_lazy("Left empty while it is not known. A day to come may be given."),
    )
    is_conditional = known(gettext_lazy("Released on parole or another condition"))
    expires_on = DateField(
        label=gettext_lazy("Last day of that imprisonment, as the institution gives it"),
        required=False,
    )
    is_intermittent = forms.BooleanField(
        label=gettext_lazy("Served at intervals, such as on weekends"), required=False
    )
    to = forms.CharField(
        label=gettext_lazy("Which court has it now"),
        max_length=160,
        required=False,
        error_messages={"required": gettext_lazy("Write which court has the order now.")},
    )
    convicted_on = DateField(
        label=gettext_lazy("Convicted of a new offence on"),
        required=False,
        not_after=clock.today,
        subject=gettext_lazy("The conviction"),
        help_text=gettext_lazy("Left empty, the days are kept and flagged for a person."),
    )
    is_final = known(gettext_lazy("The time to appeal is over and no appeal was taken"))
    outcome = forms.ChoiceField(
        label=gettext_lazy("What the court decided"),
        choices=[("", ""), *OUTCOMES.items()],
        required=False,
    )
    credit_days = forms.IntegerField(
        label=gettext_lazy("Suspended days that the court counts as served"),
        required=False,
        min_value=0,
        max_value=MOST_CREDIT,
        help_text=gettext_lazy("Only where the breach was found."),
        error_messages={"invalid": gettext_lazy("Write whole days, such as 12.")},
        widget=forms.TextInput(attrs={"class": "tc-wide-4", "inputmode": "numeric"}),
    )
    words = reason(gettext_lazy("In words, and from which paper"), rows=2)

    def __init__(self, *args: Any, order: Order, what: What, **kwargs: Any) -> None:
        self.order, self.asked = order, what
        self.title, self.hint = what.says, order_in_a_line(order)
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Ask only for what this act needs, by the law of this instrument."""
        rule = rule_of(self.order)
        unasked = () if rule and rule.after_conviction else CONVICTION
        asks = [name for name in self.asked.asks if name not in unasked]
        self.order_fields(["what", "id", "on", *asks])
        self.fields = {name: self.fields[name] for name in self.fields if name in (*ALWAYS, *asks)}
        for name in self.asked.needs:
            self.fields[name].required = True
        self.fields["on"].label = self.asked.day
        self.fields["what"].initial = self.asked.slug
        if self.asked.kind == EventKind.CUSTODY:
            self._show_custody()
        self.steps = steps_on_file(self.order) if self.asked.step else []

    def _show_custody(self) -> None:
        """Begin with what is on file of the imprisonment, to be put right."""
        on_file = custody_on_file(self.order)
        facts = on_file.facts if on_file else {}
        self.initial = {
            "on": on_file.happened_on if on_file else self.order.made_on,
            "is_conditional": SAID[facts.get("is_conditional")],
            "is_intermittent": facts.get("is_intermittent", False),
        }
        for name in ("released_on", "expires_on"):
            self.initial[name] = date.fromisoformat(facts[name]) if facts.get(name) else None

    def clean(self) -> dict[str, Any]:
        """Refuse days that cannot follow each other, and a step that nothing began."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        for name, words in self._faults(said):
            if name not in self.errors:
                self.add_error(name, words)
        return said

    def _faults(self, said: dict[str, Any]) -> list[tuple[str, str]]:
        made_on = self.order.made_on
        faults = list(faults_of_step(self.order, self.asked.step, said))
        if said.get("last_day") and said["last_day"] < made_on:
            words = _("The order was made on %(day)s and cannot end before. Look at the day again.")
            faults.append(("last_day", words % {"day": full_day(made_on)}))
        if said.get("released_on") and said.get("on") and said["released_on"] < said["on"]:
            words = _("The release lies before the imprisonment. Look at both days again.")
            faults.append(("released_on", words))
        return faults

    def clean_length(self) -> Any:
        """Return the length that was typed."""
        length = read_length(self.cleaned_data["length"])
        if length is None:
            raise forms.ValidationError(_("This is no length. Write it such as 6 months."))
        return length

    @property
    def said(self) -> dict[str, Any]:
        """Return what `record_event` asks of the form."""
        said = self.cleaned_data
        event = {"id": said["id"], "on": said["on"], "words": said["words"]}
        event |= {"kind": self.asked.kind, "facts": self._facts()}
        if self.asked.kind == EventKind.CUSTODY:
            return event | _custody_event(self.order, event["facts"])
        if self.asked.kind == EventKind.BREACH_PROCESS:
            return event | breach_event(self.order, self.asked.step, said)
        return event

    def _facts(self) -> dict[str, Any]:
        """Return what was typed as the facts of an event; what was left empty is none."""
        said = self.cleaned_data
        facts: dict[str, Any] = {}
        if said.get("length"):
            facts["by"] = {name: getattr(said["length"], name) for name in LENGTHS}
        for name in ("last_day", "released_on", "expires_on", "convicted_on"):
            facts |= {name: said[name].isoformat()} if said.get(name) else {}
        for name in ("to", "is_intermittent"):
            facts |= {name: said[name]} if said.get(name) else {}
        if "is_conditional" in said:
            facts["is_conditional"] = YES_NO[said["is_conditional"]]
        if said.get("convicted_on"):
            facts["is_final"] = YES_NO[said["is_final"]]
        return facts


def _custody_event(order: Order, facts: dict[str, Any]) -> dict[str, Any]:
    """Return what `record_event` asks for an imprisonment: in place of the one on file."""
    on_file = custody_on_file(order)
    before = on_file.facts if on_file else {}
    kept = {name: fact for name, fact in before.items() if name not in OF_CUSTODY}
    return {"facts": kept | facts, "replaces": on_file}
