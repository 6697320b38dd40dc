"""Why a member looked at a file that was not theirs, as they say it, the same day or later."""

from django.db import models
from django.db.models import Q

from throughcare.cases.models.case import Case
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


@recorded
class LookReason(models.Model):
    """The reason that a member gives for looking at a file on a day. It ends no alert."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    words = models.TextField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="why_a_file_was_looked_at_is_said_once_a_day",
                fields=["member", "case", "day"],
            ),
            models.CheckConstraint(name="why_a_file_was_looked_at_says_it", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return f"{self.day}"
