"""A change of conditions: asked for, and decided."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.models import Case
from throughcare.orders.changes import who_may_ask
from throughcare.orders.forms.changing import shortened
from throughcare.orders.models import (
    AskedBy,
    Condition,
    ConditionStanding,
    Order,
    Variation,
    VariationOutcome,
)
from throughcare.pages.fields import DateField, JoinedRadios, OnceField

ENDED = (VariationOutcome.GRANTED, VariationOutcome.REFUSED, VariationOutcome.WITHDRAWN)


class VariationForm(FileForm):
    """Someone asks to change conditions: what is now, and what it would be."""

    title = gettext_lazy("Ask for a change of conditions")
    verb = gettext_lazy("Record the request")
    done = gettext_lazy("The request is recorded. Nothing changes before it is granted.")

    id = OnceField()
    asked_by = forms.ChoiceField(
        label=gettext_lazy("Who asks?"), choices=AskedBy.choices, widget=forms.RadioSelect
    )
    asked_on = DateField(
        label=gettext_lazy("Asked on"),
        initial=clock.today,
        not_after=clock.today,
        subject=gettext_lazy("The day"),
    )
    notice_on = DateField(label=gettext_lazy("Notice given on"), required=False)
    before = forms.ModelChoiceField(
        label=gettext_lazy("Which condition"),
        queryset=Condition.objects.none(),
        required=False,
        empty_label=gettext_lazy("A new condition"),
    )
    after = forms.CharField(
        label=gettext_lazy("What it would say"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Left empty, the condition is taken away."),
    )
    words = reason(gettext_lazy("Why"), rows=2)
    touches_protected = forms.BooleanField(
        label=gettext_lazy("It touches a protected person"), required=False
    )

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        self.order = order
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Offer the conditions that stand."""
        rows = self.order.conditions.filter(ends_before=None).order_by("number", "id")
        self.hint = who_may_ask(self.order)
        field: Any = self.fields["before"]
        field.queryset = rows.exclude(standing=ConditionStanding.WITHDRAWN)
        field.label_from_instance = lambda each: f"{each.number}. {shortened(each.words, 90)}"

    @property
    def said(self) -> dict[str, Any]:
        """Return what `ask_variation` asks of the form."""
        said = self.cleaned_data
        names = ("id", "asked_by", "asked_on", "notice_on", "words", "touches_protected")
        part = {"before": said["before"], "words": said["after"].strip()}
        parts = [part] if part["before"] or part["words"] else []
        return {name: said[name] for name in names} | {"parts": parts}


class DecideVariationForm(FileForm):
    """How a request ended."""

    title = gettext_lazy("Record the decision")
    verb = gettext_lazy("Record the decision")
    done = gettext_lazy("The decision is recorded.")

    outcome = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[(each, each.label) for each in ENDED],
        widget=JoinedRadios,
    )
    decided_on = DateField(
        label=gettext_lazy("Decided on"),
        initial=clock.today,
        not_after=clock.today,
        subject=gettext_lazy("The day"),
    )
    takes_effect_on = DateField(label=gettext_lazy("Takes effect on, if granted"), required=False)
    protected_were_asked = forms.BooleanField(
        label=gettext_lazy("Those protected were asked"), required=False
    )

    def __init__(self, *args: Any, variation: Variation, **kwargs: Any) -> None:
        self.variation = variation
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Ask about protected people only where the change touches one."""
        if not self.variation.touches_protected:
            del self.fields["protected_were_asked"]
