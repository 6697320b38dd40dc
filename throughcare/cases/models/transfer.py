"""A file offered to another office."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare.cases.models.case import Case
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import Office, StaffMember


class Outcome(models.TextChoices):
    """What became of a proposed transfer."""

    WAITING = "WAITING", _("Waiting")
    ACCEPTED = "ACCEPTED", _("Accepted")
    REFUSED = "REFUSED", pgettext_lazy("a transfer", "Refused")


@recorded
class Transfer(models.Model):
    """One office asks another to take a file. Until it accepts, the holder holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="transfers")
    from_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    to_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    proposed_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    summary = models.TextField()
    decided_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", null=True
    )
    decided_at = models.DateTimeField(null=True)
    refusal_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="case_has_one_waiting_transfer",
                fields=["case"],
                condition=Q(outcome=Outcome.WAITING),
            ),
            models.CheckConstraint(
                name="transfer_goes_to_another_office",
                condition=~Q(from_office=F("to_office")),
            ),
            models.CheckConstraint(
                name="decided_transfer_says_who_and_when",
                condition=Q(outcome=Outcome.WAITING, decided_by=None, decided_at=None)
                | (
                    ~Q(outcome=Outcome.WAITING)
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="refused_transfer_says_why",
                condition=(Q(outcome=Outcome.REFUSED) & ~Q(refusal_reason=""))
                | (~Q(outcome=Outcome.REFUSED) & Q(refusal_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return self.outcome
