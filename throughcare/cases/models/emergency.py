"""A file that someone opened in an emergency."""

from django.db import models
from django.db.models import F, Q

from throughcare.cases.models.case import Case
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


@recorded
class EmergencyAccess(models.Model):
    """One file open to one member for a while, with a reason; a second person reviews it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="emergencies")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="emergencies")
    reason = models.TextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    told = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True)
    """The manager who is told at once; nobody where the office has none."""
    reviewed_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", null=True
    )
    reviewed_at = models.DateTimeField(null=True)
    was_right = models.BooleanField(null=True)
    review_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="emergency_ends_after_it_opens", condition=Q(ends_at__gt=F("opened_at"))
            ),
            models.CheckConstraint(name="emergency_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="emergency_is_reviewed_in_words_by_another",
                condition=Q(
                    reviewed_by=None, reviewed_at=None, was_right__isnull=True, review_words=""
                )
                | Q(
                    ~Q(reviewed_by=F("member")),
                    ~Q(review_words=""),
                    reviewed_by__isnull=False,
                    reviewed_at__isnull=False,
                    was_right__isnull=False,
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["member", "ends_at"], name="emergency_of_member"),
            models.Index(
                fields=["opened_at"], name="emergency_to_review", condition=Q(reviewed_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opened_at:%Y-%m-%d}"
