"""Time that a person is away."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils.translation import gettext_lazy as _

from throughcare.cases.models.periods import ends_after_it_starts, last_day
from throughcare.people.models import Person
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import DateRange, PeriodQuerySet


class AwayKind(models.TextChoices):
    """Why a person cannot be seen for a time."""

    CUSTODY = "CUSTODY", _("Custody")
    HOSPITAL = "HOSPITAL", _("Hospital")
    WARRANT = "WARRANT", _("Warrant")
    ABSENCE = "ABSENCE", _("Absence")


@recorded
class Away(models.Model):
    """A person is in custody, in hospital, sought on a warrant, or absent. True of every file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aways")
    kind = models.CharField(max_length=10, choices=AwayKind.choices)
    place = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_it_starts("away_ends_after_it_starts"),
            ExclusionConstraint(
                name="person_is_away_once_of_a_kind",
                expressions=[
                    ("person", "="),
                    ("kind", "="),
                    (DateRange("starts_on", "ends_before"), "&&"),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_on}"

    @property
    def last_day(self) -> date | None:
        return last_day(self.ends_before)
