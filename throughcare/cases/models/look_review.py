"""What a third person found about a day on which somebody looked at files."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


class Why(models.TextChoices):
    """Why somebody's looking is asked about."""

    MANY = "MANY", _("Many people")
    NO_REASON = "NO_REASON", _("No work reason on record")


@recorded
class LookReview(models.Model):
    """The answer to one alert: a member, a day, and why it was asked about.

    An alert itself is not stored: it follows from the log of who looked.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    why = models.CharField(max_length=10, choices=Why.choices)
    count = models.IntegerField()
    was_right = models.BooleanField()
    words = models.TextField()
    reviewed_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="look_is_reviewed_once", fields=["member", "day", "why"]),
            models.CheckConstraint(
                name="look_is_reviewed_in_words_by_another",
                condition=~Q(words="") & ~Q(reviewed_by=F("member")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}"
