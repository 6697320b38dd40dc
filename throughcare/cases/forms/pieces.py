"""What the forms about a file share."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.access import Permission
from throughcare.cases.models import Case
from throughcare.cases.queries.file import FileState
from throughcare.cases.queries.holders import roles_that_may
from throughcare.pages.dates import language
from throughcare.pages.fields import DateField
from throughcare.pages.forms import Form
from throughcare.people.forms.pieces import earlier_moment
from throughcare.staff.models import StaffMember

CASEWORK_ROLES = roles_that_may(Permission.WRITE_CASE)
SEEING_ROLES = roles_that_may(Permission.SEE_CASE)


class MemberChoice(forms.ModelChoiceField):
    """A member, by full name."""

    def label_from_instance(self, member: Any) -> str:
        """Return the name as it stands in a list."""
        return f"{member.surname}, {member.given_name}"


class MembersChoice(forms.ModelMultipleChoiceField):
    """Several members, by full name."""

    def label_from_instance(self, member: Any) -> str:
        """Return the name as it stands in a list."""
        return f"{member.surname}, {member.given_name}"


class OfficeChoice(forms.ModelChoiceField):
    """An office, by its name in the language of the page."""

    def label_from_instance(self, office: Any) -> str:
        """Return the office's name."""
        return str(office.name_fr if language() == "fr" else office.name)


def offer(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """Let a field of a form offer these rows."""
    field: Any = form.fields[name]
    field.queryset = rows


def since(label: Any) -> DateField:
    """Return a field for the day something happened; an earlier day is shown as recorded late."""
    return DateField(
        label=label,
        initial=clock.today,
        not_after=clock.today,
        subject=_("The day"),
        help_text=_("Today, or the earlier day on which it happened."),
    )


def reason(label: Any, *, required: bool = True, rows: int = 3) -> forms.CharField:
    """Return a field for a reason in the member's words."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Say why, in a sentence that a stranger understands.")},
    )


def told(said: dict[str, Any]) -> dict[str, Any]:
    """Return what a form said as a command asks for it: a day it happened as a moment."""
    known = {name: value for name, value in said.items() if name not in {"last_day", "since"}}
    return known | ({"happened_at": earlier_moment(said["since"])} if "since" in said else {})


class FileForm(Form):
    """A form about one file; `verb` is what its button says.

    `about` is a template for what the act is about, shown above the fields; it gets the form.
    """

    title: Any = ""
    verb: Any = ""
    done: Any = ""
    hint: Any = ""
    about = ""

    def __init__(self, *args: Any, state: FileState, member: StaffMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.state, self.viewer = state, member
        self.prepare(state.case)

    def prepare(self, case: Case) -> None:
        """Fill in the choices that depend on the file."""

    @property
    def said(self) -> dict[str, Any]:
        """Return what the command asks of the form."""
        return told(self.cleaned_data)


class ReasonForm(FileForm):
    """A reason is all that the act asks."""

    reason = reason(_("Reason"))
