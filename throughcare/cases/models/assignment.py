"""Who holds a file."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q

from throughcare.cases.models.case import Case
from throughcare.cases.models.periods import MomentRange
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


@recorded
class Assignment(models.Model):
    """Who holds a file, from a moment to a moment; an uncovered one is held by the manager.

    That an open file is never without a holder is kept by the trigger of migration 0002.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assignments")
    holder = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="assignments")
    uncovered = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="assignment_ends_after_it_starts",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
            ),
            ExclusionConstraint(
                name="case_has_one_holder_at_a_time",
                expressions=[("case", "="), (MomentRange("starts_at", "ends_at"), "&&")],
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="assignment_standing", condition=Q(ends_at=None)),
            models.Index(fields=["holder"], name="assignment_of_holder", condition=Q(ends_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d}"
