"""A question about an order: to the court office for clerical errors, else to the Crown."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from throughcare.orders.models.condition import Condition
from throughcare.orders.models.order import Order
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


class AskedOf(models.TextChoices):
    """Who is asked. Nobody writes to the judge."""

    COURT_OFFICE = "COURT_OFFICE", _("Court office")
    CROWN = "CROWN", _("Crown")


@recorded
class Query(models.Model):
    """What is unclear in an order, whom it was asked of, and what they answered."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="questions")
    condition = models.ForeignKey(
        Condition, on_delete=models.PROTECT, null=True, related_name="questions"
    )
    to = models.CharField(max_length=12, choices=AskedOf.choices)
    words = models.TextField()
    asked_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answered_query_has_its_answer",
                condition=Q(answered_at=None, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
            )
        ]
        indexes = [
            models.Index(fields=["order"], name="query_waits", condition=Q(answered_at=None))
        ]

    def __str__(self) -> str:
        return self.to
