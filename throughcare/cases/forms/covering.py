"""Who covers a file, or all files of an officer."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.cases.forms.pieces import (
    CASEWORK_ROLES,
    FileForm,
    MemberChoice,
    offer,
    reason,
)
from throughcare.cases.handover import day_after
from throughcare.cases.models import Case
from throughcare.cases.queries.caseloads import covers_of_file
from throughcare.cases.queries.holders import HOLDING_ROLES, conflicted_ids, staff_of
from throughcare.pages.fields import DateField, OnceField
from throughcare.pages.forms import Form
from throughcare.staff.models import StaffMember


class CoverForm(FileForm):
    """Who covers the file for a time."""

    title = _("Have the file covered")
    verb = _("Arrange cover")
    done = _("Cover is arranged.")
    hint = _("The holder stays the holder.")
    about = "cases/_covers_of_file.html"

    id = OnceField()
    covering = MemberChoice(
        queryset=StaffMember.objects.none(),
        label=_("Who covers"),
        error_messages={"required": _("Choose who covers.")},
    )
    starts_on = DateField(label=_("First day"), initial=clock.today, subject=_("The first day"))
    last_day = DateField(label=_("Last day"), subject=_("The last day"))
    reason = reason(_("Reason"), required=False, rows=2)

    def prepare(self, case: Case) -> None:
        """Offer who works on files at the office and may see this one; list who covers it."""
        self.covers = covers_of_file(case, clock.today())
        found = staff_of(case.office, clock.today(), roles=CASEWORK_ROLES)
        offer(self, "covering", found.exclude(pk__in=conflicted_ids(case)))

    @property
    def said(self) -> dict[str, Any]:
        """Return what `cover_cases` asks of the form."""
        return super().said | {"ends_before": day_after(self.cleaned_data["last_day"])}


class CoverOfficerForm(Form):
    """Who covers all files of an officer."""

    done = _("Cover is arranged.")

    id = OnceField()
    officer = MemberChoice(
        queryset=StaffMember.objects.none(),
        label=_("Whose files"),
        error_messages={"required": _("Choose whose files.")},
    )
    covering = MemberChoice(
        queryset=StaffMember.objects.none(),
        label=_("Who covers"),
        error_messages={"required": _("Choose who covers.")},
    )
    starts_on = DateField(label=_("First day"), initial=clock.today, subject=_("The first day"))
    last_day = DateField(label=_("Last day"), subject=_("The last day"))
    reason = reason(_("Reason"), required=False, rows=2)

    def __init__(self, *args: Any, member: StaffMember, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if member.office:
            today = clock.today()
            offer(self, "officer", staff_of(member.office, today, roles=HOLDING_ROLES))
            offer(self, "covering", staff_of(member.office, today, roles=CASEWORK_ROLES))

    @property
    def said(self) -> dict[str, Any]:
        """Return what `cover_cases` asks of the form."""
        known = {name: value for name, value in self.cleaned_data.items() if name != "last_day"}
        return known | {"ends_before": day_after(self.cleaned_data["last_day"])}
