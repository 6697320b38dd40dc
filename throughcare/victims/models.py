"""Victims of a file, and the openings of the card that shows them.

What keeps a victim's row from a viewer is the database's row security, not the pages: see
`GUARD` and migration 0001.
"""

from django.db import models
from django.db.models import F, Q

from throughcare.cases.models import Case
from throughcare.record.ids import new_id
from throughcare.record.registry import guarded_rows, recorded
from throughcare.staff.models import StaffMember

GUARD = "victims_open_to(case_id)"
"""True where the viewer of the transaction has the card of a file open (migration 0001)."""


@guarded_rows(GUARD)
@recorded
class Victim(models.Model):
    """A victim of a file, and how to reach them safely."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    safe_contact = models.TextField(blank=True)
    """When and how, in the victim's own words."""

    def __str__(self) -> str:
        return "a victim"


@recorded
class CardOpening(models.Model):
    """A member has the card of a file open for a while, with a reason."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="card_opens_with_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="card_closes_after_it_opens", condition=Q(ends_at__gt=F("opened_at"))
            ),
        ]
        indexes = [models.Index(fields=["case", "member", "ends_at"], name="card_open_to")]

    def __str__(self) -> str:
        return f"{self.opened_at:%Y-%m-%d}"
