"""The conditions of an order: the court's words, and what we take them to mean."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from throughcare.orders.models.order import Order
from throughcare.orders.models.variation import Variation
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


class ConditionStanding(models.TextChoices):
    """How far a person has decided about a condition."""

    PROPOSED = "proposed", _("Proposed")
    PROVISIONAL = "provisional", _("To confirm")
    CONFIRMED = "confirmed", _("Confirmed")
    UNCLEAR = "unclear", _("Unclear")
    WITHDRAWN = "withdrawn", _("Not a condition")


@recorded
class Condition(models.Model):
    """One condition in the court's exact words. A variation makes a new row; the old one ends."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="conditions")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    found_from = models.PositiveIntegerField(null=True)
    found_to = models.PositiveIntegerField(null=True)
    starts_on = models.DateField(null=True)
    ends_before = models.DateField(null=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    made_by = models.ForeignKey(
        Variation, on_delete=models.PROTECT, null=True, related_name="makes"
    )
    ended_by = models.ForeignKey(
        Variation, on_delete=models.PROTECT, null=True, related_name="ends"
    )
    standing = models.CharField(max_length=12, choices=ConditionStanding.choices)
    doubt = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="condition_ends_after_it_starts",
                condition=Q(ends_before=None)
                | Q(starts_on=None)
                | Q(ends_before__gt=F("starts_on")),
            ),
            models.CheckConstraint(name="condition_has_the_courts_words", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return str(self.number)


@recorded
class ConditionCode(models.Model):
    """What a condition is taken to mean: a code of the library with its parameters, and why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="codes")
    code = models.CharField(max_length=40)
    parameters = models.JSONField(default=dict)
    why = models.JSONField(default=dict)
    unsure = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="condition_has_a_code_once", fields=["condition", "code"])
        ]

    def __str__(self) -> str:
        return self.code


@recorded
class Correction(models.Model):
    """What the reader proposed and what a person decided instead, kept for measuring it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="corrections")
    proposed = models.JSONField()
    decided = models.JSONField()
    corrected_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    corrected_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.corrected_at:%Y-%m-%d}"


@recorded
class ProtectedPerson(models.Model):
    """Someone whom an order protects, as the order names them; never found by search."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="protected")
    named_as = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="order_names_a_protected_person_once", fields=["order", "named_as"]
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
