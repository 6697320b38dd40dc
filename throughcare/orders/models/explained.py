"""That an order was given and explained, and what the person said it means."""

from django.db import models

from throughcare.orders.models.condition import Condition
from throughcare.orders.models.order import Order
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


@recorded
class Explained(models.Model):
    """A copy was given and the conditions, the breach and the way to ask for a change explained."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="explanations")
    given_on = models.DateField()
    explained_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    interpreter = models.CharField(max_length=120, blank=True)
    copy_given = models.BooleanField(default=True)
    receipt_signed = models.BooleanField(default=False)
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.given_on}"


@recorded
class TaughtBack(models.Model):
    """The person said in own words what one condition asks of them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    explained = models.ForeignKey(Explained, on_delete=models.PROTECT, related_name="taught_back")
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="taught_back")
    understood = models.BooleanField()
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="condition_is_taught_back_once_a_time", fields=["explained", "condition"]
            )
        ]

    def __str__(self) -> str:
        return str(self.understood)
