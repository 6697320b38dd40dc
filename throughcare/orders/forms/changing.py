"""What a condition is taken to mean, as an officer changes it: codes, and what each states."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare.orders import library
from throughcare.orders.forms.stated import editor_of
from throughcare.orders.making import CodeMade
from throughcare.orders.models import AskedOf
from throughcare.orders.queries.conditions import StandingCondition
from throughcare.packs.condition_rules import Parameter
from throughcare.pages.dates import language
from throughcare.pages.fields import JoinedRadios, OnceField
from throughcare.pages.forms import Form


class MeaningForm(Form):
    """The codes of one condition with what the court stated of each; one more can be added."""

    another = forms.ChoiceField(label=gettext_lazy("Add a meaning"), required=False)

    def __init__(self, data: Any = None, *, condition: StandingCondition) -> None:
        super().__init__(data, prefix=f"c{condition.number}")
        self.condition, self.made_on = condition, condition.made_on
        known = {each.code: each.parameters for each in condition.codes}
        chosen = self.data.get(self.add_prefix("another"), "") if self.is_bound else ""
        if chosen and chosen not in known:
            known[chosen] = {}
        self.known = known
        fields: Any = self.fields
        fields["another"].choices = [("", ""), *library.all_codes(self.made_on)]
        for code, stated in known.items():
            self._add_code(code, stated)

    def _add_code(self, code: str, stated: Mapping[str, Any]) -> None:
        name = library.name_of(code, self.made_on)
        self.fields[f"keep_{code}"] = forms.BooleanField(label=name, required=False, initial=True)
        for parameter in self._parameters(code):
            editor = editor_of(parameter.kind)
            if editor is not None:
                label = parameter.labels[language()]
                self.fields |= editor.fields(
                    f"{code}_{parameter.name}", label, stated.get(parameter.name)
                )

    def _parameters(self, code: str) -> tuple[Parameter, ...]:
        rule = library.rule_of(code, self.made_on)
        return rule.parameters if rule else ()

    @property
    def groups(self) -> list[tuple[Any, list[Any]]]:
        """Return each code's box with the fields of what is stated of it."""
        return [
            (self[f"keep_{code}"], [self[name] for name in self.fields if _is_of(name, code)])
            for code in self.known
        ]

    @property
    def codes(self) -> list[CodeMade]:
        """Return the codes that were kept, with what is stated of each now."""
        return [
            CodeMade(code, self._stated(code, stated))
            for code, stated in self.known.items()
            if self.cleaned_data.get(f"keep_{code}") or self._is_added(code)
        ]

    def _is_added(self, code: str) -> bool:
        return bool(self.cleaned_data.get("another") == code)

    def _stated(self, code: str, before: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is stated of a code; what cannot be changed here stays as it was."""
        stated = dict(before)
        for parameter in self._parameters(code):
            editor = editor_of(parameter.kind)
            if editor is None:
                continue
            value = editor.read(
                self.cleaned_data, f"{code}_{parameter.name}", before.get(parameter.name)
            )
            stated.pop(parameter.name, None)
            if value is not None:
                stated[parameter.name] = value
        return stated


def _is_of(name: str, code: str) -> bool:
    return name.startswith(f"{code}_")


class AskForm(Form):
    """A question about a condition or an order, and who is asked."""

    id = OnceField()
    to = forms.ChoiceField(
        label=gettext_lazy("Ask"),
        choices=AskedOf.choices,
        initial=AskedOf.COURT_OFFICE,
        widget=JoinedRadios,
        help_text=gettext_lazy("The court office for a clerical error, the Crown for the rest."),
    )
    words = forms.CharField(
        label=gettext_lazy("The question, as it will be sent"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def first_question(number: str, condition: StandingCondition) -> str:
    """Return the question that the form begins with."""
    said = {"number": number, "place": condition.number, "words": shortened(condition.words)}
    return _("Information %(number)s. Condition %(place)s says: “%(words)s”. Please say:") % said


def shortened(words: str, most: int = 160) -> str:
    """Return words on one line, cut after a word where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most].rpartition(" ")[0] + "…"
