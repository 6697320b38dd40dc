"""The acts on a file's orders: explaining, events, answers, names, conditions."""

from typing import Any

from django import forms
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.models import Case
from throughcare.orders import library
from throughcare.orders.commands.explaining import Said
from throughcare.orders.forms.changing import shortened
from throughcare.orders.forms.pieces import LONGEST_NAME, LinesField
from throughcare.orders.forms.taking_in import LANGUAGES
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.models import (
    ConditionStanding,
    Order,
)
from throughcare.pages.fields import DateField, JoinedRadios, OnceField


class ExplainForm(FileForm):
    """An order given and explained, condition by condition."""

    title = gettext_lazy("Explain and give the order")
    verb = gettext_lazy("Record it")
    done = gettext_lazy("Recorded: the order was explained and given.")
    hint = gettext_lazy("Tick what the person said back right, in own words.")

    id = OnceField()
    given_on = DateField(
        label=gettext_lazy("On"),
        initial=clock.today,
        not_after=clock.today,
        subject=gettext_lazy("The day"),
    )
    language = forms.ChoiceField(label=gettext_lazy("In"), choices=LANGUAGES, widget=JoinedRadios)
    interpreter = forms.CharField(label=gettext_lazy("Interpreter"), max_length=120, required=False)
    copy_given = forms.BooleanField(
        label=gettext_lazy("A copy was given"), required=False, initial=True
    )
    receipt_signed = forms.BooleanField(
        label=gettext_lazy("The person signed for it"), required=False
    )

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        self.order = order
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Ask about every condition that stands."""
        self.fields["language"].initial = self.order.language
        rows = self.order.conditions.exclude(standing=ConditionStanding.WITHDRAWN)
        self.conditions = list(rows.order_by("number", "id"))
        for each in self.conditions:
            said = {"number": each.number, "words": shortened(each.words, 90)}
            label = _("%(number)s. %(words)s") % said
            self.fields[f"back_{each.pk}"] = forms.BooleanField(label=label, required=False)

    @property
    def said(self) -> dict[str, Any]:
        """Return what `explain_order` asks of the form."""
        names = ("id", "given_on", "language", "interpreter", "copy_given", "receipt_signed")
        taught = [
            Said(each, bool(self.cleaned_data[f"back_{each.pk}"])) for each in self.conditions
        ]
        return {name: self.cleaned_data[name] for name in names} | {"taught_back": taught}


class AnswerForm(FileForm):
    """What the court office or the Crown answered."""

    title = gettext_lazy("Record the answer")
    verb = gettext_lazy("Record the answer")
    done = gettext_lazy("The answer is recorded. Decide the condition now.")

    answer = reason(gettext_lazy("What was answered, and by whom"))


class ProtectForm(FileForm):
    """Someone whom the order protects."""

    title = gettext_lazy("Name a protected person")
    verb = gettext_lazy("Name them")
    done = gettext_lazy("Named, as the order has it.")

    id = OnceField()
    names = LinesField(
        label=gettext_lazy("Name or initials, one a line"), max_length=4000, longest=LONGEST_NAME
    )


class AddConditionForm(FileForm):
    """A condition that was not read, in the court's words."""

    title = gettext_lazy("Add a condition")
    verb = gettext_lazy("Add it")
    done = gettext_lazy("The condition is added.")

    id = OnceField()
    words = forms.CharField(
        label=gettext_lazy("The court’s words"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    code = forms.ChoiceField(label=gettext_lazy("What it means"), required=False)

    def __init__(self, *args: Any, order: Order, **kwargs: Any) -> None:
        self.order = order
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Offer the codes of the library."""
        field: Any = self.fields["code"]
        field.choices = [("", ""), *library.all_codes(self.order.made_on)]

    @property
    def said(self) -> dict[str, Any]:
        """Return what `add_condition` asks of the form."""
        code, words = self.cleaned_data["code"], self.cleaned_data["words"]
        codes = (CodeMade(code),) if code else ()
        last = self.order.conditions.aggregate(last=Max("number"))["last"] or 0
        return {"id": self.cleaned_data["id"], "made": ConditionMade(last + 1, words, codes)}
