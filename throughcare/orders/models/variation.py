"""A change of conditions that someone asked for."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from throughcare.orders.models.order import Order
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded


class AskedBy(models.TextChoices):
    """Who asked for a change."""

    PERSON = "PERSON", _("The person")
    OFFICER = "OFFICER", _("The officer")
    PROSECUTOR = "PROSECUTOR", _("The Crown")
    INFORMANT = "INFORMANT", _("The informant")
    PROTECTED = "PROTECTED", _("The protected person")
    COURT = "COURT", _("The court of its own accord")
    BOARD = "BOARD", _("The board")


class VariationOutcome(models.TextChoices):
    """How far a change has come."""

    ASKED = "ASKED", _("Asked for")
    PENDING = "PENDING", _("Pending: it touches a protected person")
    GRANTED = "GRANTED", _("Granted")
    REFUSED = "REFUSED", _("Refused")
    WITHDRAWN = "WITHDRAWN", _("Withdrawn")


@recorded
class Variation(models.Model):
    """A change to the conditions of an order: who asked, what of it came, from which day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="variations")
    asked_by = models.CharField(max_length=12, choices=AskedBy.choices)
    asked_on = models.DateField()
    notice_on = models.DateField(null=True)
    words = models.TextField()
    touches_protected = models.BooleanField(default=False)
    outcome = models.CharField(
        max_length=12, choices=VariationOutcome.choices, default=VariationOutcome.ASKED
    )
    decided_on = models.DateField(null=True)
    takes_effect_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="decided_variation_has_its_day",
                condition=Q(outcome__in=["ASKED", "PENDING"], takes_effect_on=None)
                | (Q(outcome="GRANTED", decided_on__isnull=False, takes_effect_on__isnull=False))
                | Q(outcome__in=["REFUSED", "WITHDRAWN"], decided_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.outcome


@recorded
class VariationPart(models.Model):
    """One condition as it was and as it would be: no `before` adds one, no `words` relieves."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    variation = models.ForeignKey(Variation, on_delete=models.PROTECT, related_name="parts")
    before = models.ForeignKey(
        "orders.Condition", on_delete=models.PROTECT, null=True, related_name="+"
    )
    words = models.TextField(blank=True)
    codes = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="variation_part_changes_something",
                condition=Q(before__isnull=False) | ~Q(words=""),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
