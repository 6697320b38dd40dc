"""The two-minute contact."""

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm
from throughcare.cases.models import Case
from throughcare.contacts.following import NONE, OTHER, proposed_days, usual_giving
from throughcare.contacts.forms.pieces import NEW, ConditionsField, several_words
from throughcare.contacts.models import Outcome, Purpose, Said, Source, Way
from throughcare.contacts.telling import NextAppointment, Told
from throughcare.orders.models import Direction, HowGiven
from throughcare.orders.queries import conditions_in_force
from throughcare.pages.fields import Checks, DateField, JoinedRadios, OnceField, TimeField

OUTCOMES = [
    (Outcome.CAME.value, pgettext_lazy("of a contact", "Came")),
    (Outcome.DID_NOT_COME.value, pgettext_lazy("of a contact", "Did not come")),
    (Outcome.NOT_REACHED.value, pgettext_lazy("of a contact", "Tried, not reached")),
]
# Whether these are asked for depends on the other answers: they are not called optional.
UNMARKED = ("line", "talked", "next_on", "next_at")
NOT_OF_FILE = _(
    "The appointment this contact answers is not on this file. Open the form again from the "
    "appointment."
)
MORE = (
    *("purpose", "minutes", "others_present", "joint", "new", "not_kept", "own_words", "view"),
    *("collateral_words", "homework", "review_on", "how_given"),
)


class ContactForm(FileForm):
    """Came, address and job, conditions talked of, one line, next appointment; the rest folds."""

    title = _("Record a contact")
    verb = _("Record contact")

    id = OnceField()
    answers = forms.UUIDField(
        widget=forms.HiddenInput, required=False, error_messages={"invalid": NOT_OF_FILE}
    )
    way = forms.ChoiceField(
        label=_("How"),
        choices=Way.choices,
        widget=JoinedRadios,
        error_messages={"required": _("Choose how it was.")},
    )
    on = DateField(
        label=pgettext_lazy("of a contact", "Day"),
        not_after=clock.today,
        subject=_("The contact"),
    )
    at = TimeField(label=pgettext_lazy("of a contact", "Began"))
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=OUTCOMES,
        widget=JoinedRadios,
        error_messages={"required": _("Choose one of the three.")},
    )
    same = forms.BooleanField(label=_("Address and job are the same"), required=False)
    custody_checked = forms.BooleanField(
        label=_("Did not come: custody and hospital checked"), required=False
    )
    talked = ConditionsField(label=_("Conditions talked of"))
    line = forms.CharField(
        label=_("In a line"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    following = forms.ChoiceField(
        label=_("Next appointment"),
        widget=JoinedRadios,
        error_messages={"required": _("Choose when the person reports next, or nothing booked.")},
    )
    next_on = DateField(
        label=_("Another day"), required=False, not_before=clock.today, subject=_("The day")
    )
    next_at = TimeField(label=_("At"), required=False)

    purpose = forms.ChoiceField(label=_("What for"), choices=Purpose.choices, widget=JoinedRadios)
    minutes = forms.IntegerField(
        label=_("Minutes"),
        required=False,
        min_value=1,
        max_value=1440,
        error_messages={"invalid": _("Write whole minutes, such as 30.")},
        widget=forms.TextInput(attrs={"class": "tc-wide-4", "inputmode": "numeric"}),
    )
    others_present = forms.CharField(
        label=_("Others present"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "tc-wide-20"}),
    )
    joint = forms.BooleanField(label=_("Several people were met at once"), required=False)
    new = forms.MultipleChoiceField(
        label=_("New since last time"), choices=NEW, required=False, widget=Checks(inline=True)
    )
    not_kept = ConditionsField(
        label=_("Not kept, by what was said"),
        help_text=_("The person’s own word that a condition was not kept. It is no finding."),
    )
    own_words = several_words(_("In the person’s own words"))
    view = several_words(_("Your view"))
    collateral_words = several_words(_("In a collateral’s words"))
    homework = several_words(_("Homework"), rows=1)
    review_on = DateField(label=_("To look at on"), required=False, subject=_("The day"))
    how_given = forms.ChoiceField(
        label=_("How the next appointment is given"),
        required=False,
        choices=[("", _("as the person was reached")), *HowGiven.choices],
    )

    def __init__(
        self, *args: Any, direction: Direction | None = None, outcome: str = "", **kwargs: Any
    ) -> None:
        self.direction = direction
        self.first_outcome = outcome
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Fill in what is known: now or the appointment, the file's conditions, days to choose."""
        now = clock.now().astimezone(self.zone)
        said: dict[str, Any] = {
            "way": Way.OFFICE,
            "on": now.date(),
            "at": now.time().replace(second=0, microsecond=0),
            "outcome": self.first_outcome,
            "purpose": Purpose.SUPERVISION,
        }
        if self.direction is not None:
            said |= self._of_appointment(self.direction, now)
        for name, value in said.items():
            self.fields[name].initial = value
        for name in UNMARKED:
            self.fields[name].unmarked = True  # type: ignore[attr-defined]
        in_force = conditions_in_force([case.pk], now.date())[case.pk]
        for name in ("talked", "not_kept"):
            field: Any = self.fields[name]
            field.offer(in_force)
        following: Any = self.fields["following"]
        following.choices = proposed_days(now.date())

    @staticmethod
    def _of_appointment(direction: Direction, now: datetime) -> dict[str, Any]:
        """Return what the appointment says: its day and time, once they have come."""
        said: dict[str, Any] = {"answers": direction.pk}
        at = direction.due_time or now.time()
        if (direction.due_on, at) <= (now.date(), now.time()):
            said |= {"on": direction.due_on, "at": at.replace(second=0, microsecond=0)}
        return said

    @property
    def more_is_open(self) -> bool:
        """Say whether what is folded holds an answer or an error."""
        folded = [self[name] for name in MORE if name in self.fields]
        filled = [each.value() for each in folded if each.name != "purpose"]
        usual = self["purpose"].value() in (Purpose.SUPERVISION, None, "")
        return any(filled) or not usual or any(each.errors for each in folded)

    def clean_answers(self) -> UUID | None:
        """Return the direction that is answered: the one of this file that was found."""
        asked: UUID | None = self.cleaned_data["answers"]
        if asked and (self.direction is None or self.direction.pk != asked):
            raise ValidationError(NOT_OF_FILE)
        return asked

    def clean(self) -> dict[str, Any]:
        """Ask for the other day where one was chosen."""
        said: dict[str, Any] = super().clean() or {}
        no_day = "next_on" in said and not said["next_on"]
        if said.get("following") == OTHER and no_day:
            self.add_error("next_on", ValidationError(_("Write the day.")))
        return said

    @property
    def said(self) -> dict[str, Any]:
        """Return what `record_contact` asks of the form."""
        kept = self.cleaned_data
        return {"id": kept["id"], "told": self.told, "next_appointment": self._next(kept)}

    @property
    def told(self) -> Told:
        """Return the contact as it was told."""
        kept = self.cleaned_data
        came = kept["outcome"] == Outcome.CAME
        columns = ("way", "outcome", "purpose", "line", "minutes", "joint", "others_present")
        return Told(
            **{name: kept[name] for name in (*columns, "homework", "review_on")},
            happened_at=datetime.combine(kept["on"], kept["at"], self.zone),
            same_address=self._same("address") if came else None,
            same_job=self._same("job") if came else None,
            custody_checked=kept["custody_checked"] and not came,
            answers=self.direction,
            talked=self._talked() if came else {},
            statements=self._statements(),
        )

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the file's office."""
        return ZoneInfo(self.state.case.office.zone)

    def _same(self, what: str) -> bool | None:
        """Return whether something is as before; None where nobody asked."""
        if what in self.cleaned_data["new"]:
            return False
        return True if self.cleaned_data["same"] else None

    def _talked(self) -> dict[Any, str]:
        kept = dict.fromkeys(self.cleaned_data["talked"], Said.KEPT.value)
        return kept | dict.fromkeys(self.cleaned_data["not_kept"], Said.NOT_KEPT.value)

    def _statements(self) -> dict[str, str]:
        names = {
            Source.PERSON.value: "own_words",
            Source.OFFICER.value: "view",
            Source.COLLATERAL.value: "collateral_words",
        }
        said = {source: self.cleaned_data[name] for source, name in names.items()}
        return {source: words for source, words in said.items() if words}

    @staticmethod
    def _next(kept: dict[str, Any]) -> NextAppointment | None:
        chosen = kept["following"]
        if chosen == NONE:
            return None
        due_on = kept["next_on"] if chosen == OTHER else date.fromisoformat(chosen)
        how = kept["how_given"] or usual_giving(kept["way"], kept["outcome"])
        return NextAppointment(due_on, kept["next_at"], how)
