"""Fields of the form of a contact: conditions, several answers at once."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from throughcare.orders.queries import StandingCondition
from throughcare.packs.conditions import condition_rule
from throughcare.packs.loading import pack_of
from throughcare.pages.dates import language
from throughcare.pages.fields import Checks

LONGEST = 90


class ConditionsField(forms.TypedMultipleChoiceField):
    """Conditions of a file, by number and words; the answer is their ids."""

    def __init__(self, *, label: Any, **kwargs: Any) -> None:
        super().__init__(
            label=label, required=False, coerce=UUID, empty_value=[], widget=Checks, **kwargs
        )

    def offer(self, conditions: Iterable[StandingCondition]) -> None:
        """Offer these conditions."""
        self.choices = [(str(each.id), condition_label(each)) for each in conditions]


def condition_label(condition: StandingCondition) -> str:
    """Return a condition as one line: its number, and what the library calls it.

    Where it stands for no code of the library, or for several, the court's words, shortened.
    """
    pack = pack_of(settings.JURISDICTION)
    rules = [condition_rule(pack, each.code, condition.made_on) for each in condition.codes]
    named = [rule.labels[language()] for rule in rules if rule]
    if len(named) == 1:
        return f"{condition.number}. {named[0]}"
    words = " ".join(condition.words.split())
    short = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{condition.number}. {short}"


def several_words(label: Any, *, rows: int = 2, help_text: Any = "") -> forms.CharField:
    """Return a field for a few sentences that nobody has to write."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )


NEW = [("address", _("address")), ("job", _("job or hours"))]
