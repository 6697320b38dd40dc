"""Recording how a condition was checked, or what shows that something was done."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm
from throughcare.cases.models import Case
from throughcare.documents.models import Document
from throughcare.documents.queries import documents_of
from throughcare.orders.models import Condition
from throughcare.pages.fields import DateField, JoinedRadios, OnceField
from throughcare.people.forms.pieces import reason
from throughcare.verification import library
from throughcare.verification.commands import Check
from throughcare.verification.models import Finding, Verification

HOURS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?|\.[0-9]{1,2}")


class HoursField(forms.CharField):
    """Hours of work: `7`, `7.5`, `7,5`."""

    def to_python(self, value: Any) -> Any:
        """Return the hours, or None.

        :raises ValidationError: when they cannot be read.
        """
        if value in self.empty_values or isinstance(value, Decimal):
            return value or None
        written = str(value).strip().replace(",", ".")
        hours = Decimal(written) if HOURS.fullmatch(written) else Decimal(0)
        if not hours:
            raise ValidationError(_("Write hours such as 7.5."), code="unreadable")
        return hours


class DocumentChoice(forms.ModelChoiceField):
    """A paper of the file, by its title."""

    def label_from_instance(self, document: Any) -> str:
        """Return the title as it was given."""
        return str(document.title)


class CheckForm(FileForm):
    """How a condition was checked and what that showed."""

    title = gettext_lazy("Record a check")
    verb = gettext_lazy("Record it")
    done = gettext_lazy("Recorded. It stands on the file with its strength.")

    id = OnceField()
    on = DateField(
        label=pgettext_lazy("of a check", "Checked on"),
        initial=clock.today,
        not_after=clock.today,
        subject=gettext_lazy("The check"),
    )
    shows = forms.ChoiceField(label=gettext_lazy("What does it show?"))
    method = forms.ChoiceField(
        label=gettext_lazy("How do you know?"),
        error_messages={"required": gettext_lazy("Choose how it was checked.")},
    )
    result = forms.ChoiceField(
        label=pgettext_lazy("of a check", "Found"),
        choices=Finding.choices,
        widget=JoinedRadios,
        error_messages={"required": gettext_lazy("Choose one of the three.")},
    )
    hours = HoursField(
        label=pgettext_lazy("of unpaid work", "Hours"),
        required=False,
        widget=forms.TextInput(attrs={"class": "tc-wide-5", "inputmode": "decimal"}),
    )
    words = forms.CharField(
        label=gettext_lazy("In a line"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    document = DocumentChoice(
        queryset=Document.objects.none(), label=gettext_lazy("Paper on file"), required=False
    )

    def __init__(self, *args: Any, condition: Condition, shows: str = "", **kwargs: Any) -> None:
        self.condition, self.proposed = condition, shows
        self.rules = library.rules_of(condition)
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Offer what this condition may show, the ways of checking, the papers of the file."""
        offered = library.evidence_of(self.rules)
        shows: Any = self.fields["shows"]
        shows.choices = offered if len(offered) > 1 else library.every_evidence()
        method: Any = self.fields["method"]
        method.choices = [("", ""), *library.methods_of(self.rules, clock.today())]
        document: Any = self.fields["document"]
        document.queryset = documents_of(case_id=case.pk)
        self.fields["shows"].initial = self.proposed or offered[0][0]
        if self.proposed:
            self.fields["result"].initial = Finding.AS_ORDERED

    @property
    def hint(self) -> str:
        """The condition in the court's words, and how the library says it is known."""
        words = f"{self.condition.number}. {' '.join(self.condition.words.split())}"
        return " ".join([words, *library.expected_in_words(self.rules)])

    @property
    def check(self) -> Check:
        """Return the check as it was told."""
        kept = self.cleaned_data
        names = ("method", "on", "result", "shows", "hours", "words", "document")
        return Check(self.condition, **{name: kept[name] for name in names})

    @property
    def said(self) -> dict[str, Any]:
        """Return what `verify_condition` asks of the form."""
        return {"id": self.cleaned_data["id"], "check": self.check}


class CorrectCheckForm(CheckForm):
    """A check as it should have been recorded, and why it is corrected."""

    title = gettext_lazy("Correct a check")
    verb = gettext_lazy("Keep the correction")
    done = gettext_lazy("Corrected. What was written first stays beside it.")

    by_mistake = forms.BooleanField(
        label=gettext_lazy("It was recorded by mistake"), required=False
    )
    reason = reason()

    def __init__(self, *args: Any, row: Verification, **kwargs: Any) -> None:
        self.row = row
        super().__init__(*args, condition=row.condition, shows=row.shows, **kwargs)

    def prepare(self, case: Case) -> None:
        """Fill in what is on file."""
        super().prepare(case)
        for name in ("on", "method", "result", "hours", "words", "document"):
            self.fields[name].initial = getattr(self.row, name)

    @property
    def check(self) -> Check:
        """Return the check as it should have been told."""
        kept = self.cleaned_data
        names = ("method", "on", "result", "shows", "hours", "words", "document", "by_mistake")
        return Check(self.condition, **{name: kept[name] for name in names})

    @property
    def said(self) -> dict[str, Any]:
        """Return what `correct_verification` asks of the form."""
        kept = self.cleaned_data
        return {"id": kept["id"], "check": self.check, "reason": kept["reason"]}
