"""What the forms about a person share: fields, the act they send, and a change meanwhile."""

from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.db.models import Model
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from throughcare import clock
from throughcare.pages.fields import DateField
from throughcare.pages.forms import Form
from throughcare.people.commands.keeping import ChangedSince
from throughcare.people.facts import Facts, edition_of, facts_of
from throughcare.people.models import Person
from throughcare.people.telling import facts_in_words
from throughcare.people.words import Pronoun
from throughcare.record.entries import Actor
from throughcare.refusal import Refused

NOT_ASKED = ("", pgettext_lazy("a choice", "not asked yet"))
CHOOSE = {
    "required": _("Choose one of the answers."),
    "invalid_choice": _("Choose one of the answers offered."),
}


def text(
    label: Any, limit: int, *, required: bool = False, wide: int = 30, **said: Any
) -> forms.CharField:
    """Return a field for a line of text, as wide as its answer; what is too long is told."""
    messages = {
        "required": _("Write this down."),
        "max_length": ngettext_lazy(
            "Shorten this to %(limit_value)d character; it has %(show_value)d.",
            "Shorten this to %(limit_value)d characters; it has %(show_value)d.",
            "limit_value",
        ),
    } | said.pop("error_messages", {})
    field = forms.CharField(
        label=label, max_length=limit, required=required, error_messages=messages, **said
    )
    # The browser must not cut what is typed: what is too long is told, and stays.
    field.widget.attrs.pop("maxlength", None)
    field.widget.attrs["class"] = f"tc-wide-{wide}"
    return field


def own_words(pronoun: str, words: str) -> str:
    """Return the person's own words for a pronoun.

    :raises ValidationError: when own words were chosen and none are given.
    """
    if pronoun == Pronoun.OWN and not words:
        raise forms.ValidationError(_("Write the words the person uses."))
    return words if pronoun == Pronoun.OWN else ""


def choice(label: Any, choices: Any, **said: Any) -> forms.ChoiceField:
    """Return a field for one of some answers."""
    return forms.ChoiceField(label=label, choices=choices, error_messages=CHOOSE, **said)


LAST_DAY = _("Last day")


def last_day(label: Any = LAST_DAY, *, required: bool = False, **said: Any) -> DateField:
    """Return a field for the last day of something."""
    return DateField(label=label, required=required, subject=_("The last day"), **said)


def reason() -> forms.CharField:
    """Return the field that asks why something on file is corrected."""
    return text(
        _("Why is this corrected?"),
        300,
        required=True,
        help_text=_("What was on file stays readable beside the correction."),
        error_messages={"required": _("Say why this is corrected: a few words will do.")},
    )


def day_after(day: date | None) -> date | None:
    """Return the first day outside, of a last day as people say it."""
    return day + timedelta(days=1) if day else None


def day_before(day: date | None) -> date | None:
    """Return the last day, of the first day outside."""
    return day - timedelta(days=1) if day else None


def earlier_moment(day: date | None) -> datetime | None:
    """Return the beginning of a day before today, for what was heard then and kept late."""
    if day is None or day >= clock.today():
        return None
    return datetime.combine(day, time(), ZoneInfo(clock.EASTERN))


class PersonForm(Form):
    """A form about one person; `row` is what it corrects or ends, where there is such a row."""

    title: ClassVar[Any] = ""
    verb: ClassVar[Any] = _("Keep")
    done: ClassVar[Any] = _("Kept.")
    hint: ClassVar[Any] = ""
    row_model: ClassVar[type[Model] | None] = None
    more: ClassVar[tuple[str, ...]] = ()
    """Fields that are seldom needed; they fold out."""
    last: ClassVar[tuple[str, ...]] = ("reason",)
    template_name = "people/form.html"

    def __init__(self, data: Any = None, *, person: Person, row: Any = None) -> None:
        self.person, self.row = person, row
        self.present: list[tuple[str, str]] = []
        """What is on file now, where someone changed it while this was written."""
        super().__init__(data, initial=self.first_values())

    def first_values(self) -> dict[str, Any]:
        """Return what stands in the fields when the form is first shown."""
        return {}

    @property
    def first_fields(self) -> list[BoundField]:
        """The fields that always stand open, in their order."""
        later = {*self.more, *self.last}
        return [field for field in self.visible_fields() if field.name not in later]

    @property
    def more_fields(self) -> list[BoundField]:
        """The fields that fold out."""
        return [field for field in self.visible_fields() if field.name in self.more]

    @property
    def last_fields(self) -> list[BoundField]:
        """The fields that stand after all others."""
        return [field for field in self.visible_fields() if field.name in self.last]

    @property
    def more_is_open(self) -> bool:
        """Say whether the folded fields hold an answer or an error."""
        return any(field.value() or field.errors for field in self.more_fields)

    def do(self, by: Actor) -> None:
        """Send the command; what it refuses is raised."""
        raise NotImplementedError

    def refuse(self, refusal: Refused) -> None:
        """Show a refusal beside its field; people say the last day where columns end before."""
        if refusal.field == "ends_before":
            refusal.field = "last_day"
        super().refuse(refusal)

    def sent(self, by: Actor) -> bool:
        """Send the command of a valid form and say whether it was kept.

        A refusal stands beside the field it names, and what was typed stays.
        """
        try:
            self.do(by)
        except Refused as refusal:
            self.refuse(refusal)
            return False
        return True


class CorrectingForm(PersonForm):
    """A form made from what is on file; it notices when someone changed that meanwhile."""

    facts_kind: ClassVar[type[Any]]

    base = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    @property
    def corrected(self) -> Model:
        """The row that the form was made from."""
        return self.row or self.person

    def first_values(self) -> dict[str, Any]:
        """Return what is on file, and the mark of it."""
        facts = facts_of(self.corrected, self.facts_kind)
        return {"base": edition_of(facts)} | self.shown(facts)

    def shown(self, facts: Any) -> dict[str, Any]:
        """Return facts by the fields that show them."""
        raise NotImplementedError

    def facts(self) -> Any:
        """Return what the fields say."""
        raise NotImplementedError

    def refuse(self, refusal: Refused) -> None:
        """Show a refusal; after a change meanwhile also what is on file, to be written over."""
        super().refuse(refusal)
        if isinstance(refusal, ChangedSince):
            self._show_present(refusal.present)

    def _show_present(self, present: Facts) -> None:
        self.present = facts_in_words(type(self.corrected), present, self.facts())
        again: Any = self.data.copy()  # type: ignore[attr-defined]
        again["base"] = edition_of(present)
        self.data = again
