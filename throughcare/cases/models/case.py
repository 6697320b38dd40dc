"""A file of a person."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from throughcare.people.models import Person
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import Office


class Kind(models.TextChoices):
    """What a file is for."""

    SUPERVISION = "SUPERVISION", _("Supervision")
    REPORT_ONLY = "REPORT_ONLY", _("Report only")
    INVESTIGATION = "INVESTIGATION", _("Investigation")
    COURTESY = "COURTESY", _("Courtesy")


class CaseQuerySet(models.QuerySet["Case"]):
    """Files by whether they are open."""

    def open(self) -> "CaseQuerySet":
        """Return files that are not closed."""
        return self.filter(closed_on=None)


@recorded
class Case(models.Model):
    """One file of a person, of one kind, from opening to closing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="cases")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closing_words = models.TextField(blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="case_closes_after_it_opens",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")),
            ),
            models.CheckConstraint(
                name="closed_case_says_why",
                condition=Q(closed_on=None, closing_words="")
                | (Q(closed_on__isnull=False) & ~Q(closing_words="")),
            ),
        ]
        indexes = [models.Index(fields=["office", "closed_on"], name="case_of_office")]

    def __str__(self) -> str:
        return self.number
