"""Setting aside, answering, taking back, and marking work not done for want of staff."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import FileForm, reason
from throughcare.cases.handover import day_after
from throughcare.cases.models import Case
from throughcare.cases.models.periods import last_day
from throughcare.decisions.commands.setting_aside import Aside
from throughcare.packs import choices
from throughcare.packs.choices import Reason
from throughcare.pages.dates import language
from throughcare.pages.fields import DateField, OnceField
from throughcare.pages.forms import Form

CHOOSE = {"required": gettext_lazy("Choose a reason from the list.")}


def reason_field() -> forms.ChoiceField:
    """Return the field of the pick-list; its answers are the pack's."""
    return forms.ChoiceField(
        label=gettext_lazy("Reason"), widget=forms.RadioSelect, error_messages=CHOOSE
    )


def words_field() -> forms.CharField:
    """Return the field for a sentence, where the reason asks for one."""
    return forms.CharField(
        label=gettext_lazy("In a sentence"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Only where the reason asks for it."),
    )


def offer_reasons(form: forms.Form, purpose: str) -> None:
    """Let a form offer the pack's reasons, each with what it asks for."""
    offered = choices.reasons(settings.JURISDICTION, purpose, clock.today())
    field: Any = form.fields["reason_code"]
    field.choices = [(each.code, _with_asked(each)) for each in offered]


def _with_asked(each: Reason) -> str:
    said = {"reason": each.label(language())}
    if each.needs_approval:
        return _("%(reason)s (say why; a manager approves)") % said
    if each.asks_words:
        return _("%(reason)s (say how)") % said
    return said["reason"]


class SetAsideForm(FileForm):
    """A requirement is not pursued for a time."""

    title = gettext_lazy("Set aside")
    verb = gettext_lazy("Set aside")
    done = gettext_lazy("Decided. It stands on the file with your name and the reason.")

    id = OnceField()
    reason_code = reason_field()
    words = words_field()
    starts_on = DateField(label=gettext_lazy("First day"), subject=gettext_lazy("The first day"))
    last_day = DateField(label=gettext_lazy("Last day"), subject=gettext_lazy("The last day"))

    def __init__(self, *args: Any, aside: Aside, **kwargs: Any) -> None:
        self.aside = aside
        super().__init__(*args, **kwargs)

    def prepare(self, case: Case) -> None:
        """Offer the reasons; propose the days of the obligation."""
        offer_reasons(self, "set_aside")
        self.fields["starts_on"].initial = self.aside.starts_on
        self.fields["last_day"].initial = last_day(self.aside.ends_before)

    @property
    def hint(self) -> str:
        """What is set aside, and who approves where that is needed whatever the reason."""
        today = clock.today()
        guard = choices.guarded(settings.JURISDICTION, self.aside.requirement, today)
        if guard is None:
            return self.aside.what
        said = {"what": self.aside.what, "work": guard.label(language())}
        return _("%(what)s. A manager approves: %(work)s.") % said

    @property
    def said(self) -> dict[str, Any]:
        """Return what `set_aside` asks of the form."""
        kept = self.cleaned_data
        aside = Aside(
            self.aside.requirement,
            kept["starts_on"],
            day_after(kept["last_day"]),
            self.aside.what,
        )
        named = ("id", "reason_code", "words")
        return {name: kept[name] for name in named} | {"aside": aside}


class AnswerForm(FileForm):
    """A manager approves or refuses what an officer decided."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[
            ("APPROVED", gettext_lazy("Approve: it is set aside")),
            ("REFUSED", gettext_lazy("Refuse: it stays owed")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Approve or refuse.")},
    )
    words = forms.CharField(
        label=gettext_lazy("In words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("A refusal says why."),
    )
    title = gettext_lazy("Answer")
    verb = gettext_lazy("Answer")
    done = gettext_lazy("Answered. It stands on the file with your name.")


class WithdrawForm(FileForm):
    """The decision is taken back."""

    title = gettext_lazy("Take it back")
    verb = gettext_lazy("Take it back")
    done = gettext_lazy("Taken back. What was set aside is owed again.")

    words = reason(gettext_lazy("Why?"), rows=2)


class NoStaffForm(Form):
    """One reason for many lines."""

    done = gettext_lazy("Marked: not done, no staff. They are counted apart, under your name.")

    id = OnceField()
    reason_code = reason_field()
    words = words_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_reasons(self, "no_staff")

    @property
    def said(self) -> dict[str, Any]:
        """Return what `mark_not_done_no_staff` asks of the form, without the lines."""
        return dict(self.cleaned_data)
