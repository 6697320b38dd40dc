"""What an officer told a person to do."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare.cases.models import Case
from throughcare.documents.models import Document
from throughcare.orders.models.condition import Condition
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


class DirectionKind(models.TextChoices):
    """What a direction asks."""

    REPORT = "REPORT", pgettext_lazy("a direction", "To report")
    ATTEND = "ATTEND", _("To attend a program or assessment")
    BRING = "BRING", _("To bring proof")
    SIGN = "SIGN", _("To sign releases")
    OTHER = "OTHER", pgettext_lazy("a direction", "Something else")


class HowGiven(models.TextChoices):
    """How a direction reached the person."""

    IN_PERSON = "IN_PERSON", _("In person, with a slip")
    PHONE = "PHONE", _("By phone")
    TEXT = "TEXT", _("By text message")
    LETTER = "LETTER", _("By letter")
    EMAIL = "EMAIL", _("By e-mail")


@recorded
class Direction(models.Model):
    """A direction: by whom, how given, for when, acknowledged or not, and what proves it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="directions")
    condition = models.ForeignKey(
        Condition, on_delete=models.PROTECT, null=True, related_name="directions"
    )
    kind = models.CharField(max_length=8, choices=DirectionKind.choices)
    words = models.TextField(blank=True)
    how_given = models.CharField(max_length=10, choices=HowGiven.choices)
    given_at = models.DateTimeField()
    due_on = models.DateField()
    due_time = models.TimeField(null=True)
    place = models.CharField(max_length=160, blank=True)
    given_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    proof = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    met_on = models.DateField(null=True)
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replaces"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="withdrawn_direction_says_why",
                condition=Q(withdrawn_at=None, withdrawn_words="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_words="")),
            )
        ]
        indexes = [models.Index(fields=["case", "due_on"], name="direction_of_case")]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"
