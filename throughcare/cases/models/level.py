"""The level of supervision of a file."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from throughcare.cases.models.case import Case
from throughcare.cases.models.periods import ends_after_it_starts, last_day
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import DateRange, PeriodQuerySet, StaffMember


class Level(models.TextChoices):
    """How closely a person is supervised."""

    NOT_SET = "NOT_SET", pgettext_lazy("a level of supervision", "Not set")
    VERY_LOW = "VERY_LOW", pgettext_lazy("a level of supervision", "Very low")
    LOW = "LOW", pgettext_lazy("a level of supervision", "Low")
    MEDIUM = "MEDIUM", pgettext_lazy("a level of supervision", "Medium")
    HIGH = "HIGH", pgettext_lazy("a level of supervision", "High")
    VERY_HIGH = "VERY_HIGH", pgettext_lazy("a level of supervision", "Very high")

    @property
    def bars(self) -> int:
        """How many of the five bars are filled."""
        return list(Level).index(self)


@recorded
class LevelPeriod(models.Model):
    """The level of supervision that a named person confirmed, or the standard used meanwhile."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="levels")
    level = models.CharField(max_length=12, choices=Level.choices)
    interim_standard = models.CharField(max_length=40, blank=True)
    confirmed_by = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", null=True
    )
    starts_on = models.DateField()
    ends_before = models.DateField(null=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_it_starts("level_ends_after_it_starts"),
            models.CheckConstraint(
                name="level_is_confirmed_or_an_interim_standard_is_named",
                condition=(Q(level=Level.NOT_SET, confirmed_by=None) & ~Q(interim_standard=""))
                | (~Q(level=Level.NOT_SET) & Q(confirmed_by__isnull=False, interim_standard="")),
            ),
            ExclusionConstraint(
                name="case_has_one_level_at_a_time",
                expressions=[("case", "="), (DateRange("starts_on", "ends_before"), "&&")],
            ),
        ]

    def __str__(self) -> str:
        return self.level

    @property
    def bars(self) -> int:
        return Level(self.level).bars

    @property
    def last_day(self) -> date | None:
        return last_day(self.ends_before)
