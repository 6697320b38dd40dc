"""Checks of conditions, and the evidence they gave."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.documents.models import Document
from throughcare.kernel.obligations.words import Strength
from throughcare.orders.models import Condition
from throughcare.packs import choices
from throughcare.pages.dates import language
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember

STRENGTHS = [
    (each.name, words)
    for each, words in zip(
        Strength,
        (
            pgettext_lazy("how a thing is known", "the person’s word"),
            pgettext_lazy("how a thing is known", "document"),
            pgettext_lazy("how a thing is known", "collateral"),
            pgettext_lazy("how a thing is known", "observed"),
            pgettext_lazy("how a thing is known", "official"),
        ),
        strict=True,
    )
]
CHECKED = "CHECKED"


def method_choices() -> list[tuple[str, str]]:
    """Return every way of checking ever offered, in the language of the page."""
    return choices.every_method(settings.JURISDICTION, language())


class Finding(models.TextChoices):
    """What a check found."""

    AS_ORDERED = "AS_ORDERED", pgettext_lazy("of a check", "As ordered")
    NOT_AS_ORDERED = "NOT_AS_ORDERED", pgettext_lazy("of a check", "Not as ordered")
    COULD_NOT_TELL = "COULD_NOT_TELL", pgettext_lazy("of a check", "Could not tell")


class VerificationQuerySet(models.QuerySet["Verification"]):
    """Checks by whether they stand."""

    def standing(self) -> "VerificationQuerySet":
        """Return the checks as last corrected, without those recorded by mistake."""
        return self.filter(corrected_by=None, by_mistake=False)


@recorded
class Verification(models.Model):
    """One time a condition was checked, and what that showed. A correction is another row.

    `shows` is the evidence it gave besides *checked*: hours worked, a release signed, proof
    shown. What lies outside the days of the condition is recorded and satisfies nothing.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="verifications")
    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="verifications")
    method = models.CharField(max_length=40, choices=method_choices)
    strength = models.CharField(max_length=12, choices=STRENGTHS)
    on = models.DateField()
    result = models.CharField(max_length=16, choices=Finding.choices)
    shows = models.CharField(max_length=40, default=CHECKED)
    hours = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    words = models.TextField(blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="verifications"
    )
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected_by"
    )
    by_mistake = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = VerificationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="hours_of_work_are_some", condition=Q(hours=None) | Q(hours__gt=0)
            ),
            models.CheckConstraint(
                name="hours_are_for_work_that_was_done",
                condition=Q(hours=None) | Q(shows="HOURS_WORKED"),
            ),
            models.CheckConstraint(
                name="only_a_correction_is_by_mistake",
                condition=Q(by_mistake=False) | Q(corrects__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-on"], name="verification_of_case"),
            models.Index(fields=["condition", "-on"], name="verification_of_condition"),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.on}"

    @property
    def level(self) -> Strength:
        """How strong it is as knowledge."""
        return Strength[self.strength]

    @property
    def days_late(self) -> int:
        """How many days after the check it was recorded."""
        return max(0, (clock.day_of(self.recorded_at) - self.on).days)
