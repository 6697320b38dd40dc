"""Who is expected from court: the paper and the person arrive in either order."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from throughcare.cases.models import Case
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import Office


class Ending(models.TextChoices):
    """How waiting for someone ended."""

    WAITS = "WAITS", _("Waits")
    TAKEN_IN = "TAKEN_IN", _("Paper and person are here")
    NOT_OURS = "NOT_OURS", _("Not for this office")


@recorded
class Expected(models.Model):
    """Someone sentenced and not seen yet, or seen without a paper, at an office."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="expected")
    name = models.CharField(max_length=160)
    born_on = models.DateField(null=True)
    court = models.CharField(max_length=160, blank=True)
    information_number = models.CharField(max_length=80, blank=True)
    sentenced_on = models.DateField(null=True)
    seen_on = models.DateField(null=True)
    paper_on = models.DateField(null=True)
    words = models.TextField(blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="expected")
    ending = models.CharField(max_length=8, choices=Ending.choices, default=Ending.WAITS)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="someone_is_expected_for_a_reason",
                condition=Q(sentenced_on__isnull=False)
                | Q(seen_on__isnull=False)
                | Q(paper_on__isnull=False),
            )
        ]
        indexes = [
            models.Index(fields=["office"], name="expected_waits", condition=Q(ending="WAITS"))
        ]

    def __str__(self) -> str:
        return str(self.pk)
