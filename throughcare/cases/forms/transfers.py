"""Transfers from office to office."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.cases.forms.pieces import (
    FileForm,
    MemberChoice,
    OfficeChoice,
    ReasonForm,
    offer,
    reason,
)
from throughcare.cases.models import Case
from throughcare.cases.queries.holders import HOLDING_ROLES, conflicted_ids, staff_of
from throughcare.pages.fields import OnceField
from throughcare.staff.models import Office, StaffMember


class ProposeTransferForm(FileForm):
    """Another office is asked to take the file."""

    title = _("Propose a transfer to another office")
    verb = _("Propose the transfer")
    done = _("The other office is asked. Until it accepts, the holder holds.")
    hint = _("The holder keeps the file until the other office accepts.")

    id = OnceField()
    to_office = OfficeChoice(
        queryset=Office.objects.none(),
        label=_("To office"),
        error_messages={"required": _("Choose an office.")},
    )
    summary = reason(_("What must they know?"), rows=6)

    def prepare(self, case: Case) -> None:
        """Offer every other office."""
        others = Office.objects.exclude(pk=case.office_id)
        offer(self, "to_office", others.order_by("name"))


class AcceptTransferForm(FileForm):
    """The receiving office takes the file."""

    title = _("Accept the transfer")
    verb = _("Accept the file")
    done = _("The file is at your office now.")
    hint = _("The office and the holder change in the same instant.")

    id = OnceField()
    holder = MemberChoice(
        queryset=StaffMember.objects.none(),
        label=_("Officer"),
        required=False,
        empty_label=_("No one yet: uncovered, held by the manager"),
    )

    def prepare(self, case: Case) -> None:
        """Offer officers and managers of the receiving office."""
        office = self.viewer.office
        found = staff_of(office, clock.today(), roles=HOLDING_ROLES) if office else None
        barred = conflicted_ids(case)
        none: QuerySet[StaffMember] = StaffMember.objects.none()
        offer(self, "holder", found.exclude(pk__in=barred) if found else none)


class RefuseTransferForm(ReasonForm):
    """The receiving office does not take the file."""

    title = _("Refuse the transfer")
    verb = _("Refuse the file")
    done = _("The transfer is refused. The file stays with its holder.")
