"""Who covers a file, or the files of an officer."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q

from throughcare.cases.models.case import Case
from throughcare.cases.models.periods import ends_after_it_starts, last_day
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import DateRange, PeriodQuerySet, StaffMember


@recorded
class Cover(models.Model):
    """Someone does what may not wait on one file, or on all files of an officer, for a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="covers", null=True)
    officer = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="covered_by", null=True
    )
    covering = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="covers")
    starts_on = models.DateField()
    ends_before = models.DateField()

    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_it_starts("cover_ends_after_it_starts"),
            models.CheckConstraint(
                name="cover_is_of_a_case_or_of_an_officer",
                condition=Q(case=None, officer__isnull=False) | Q(case__isnull=False, officer=None),
            ),
            models.CheckConstraint(
                name="nobody_covers_for_themselves",
                condition=Q(officer=None) | ~Q(officer=F("covering")),
            ),
            ExclusionConstraint(
                name="case_has_one_cover_at_a_time",
                expressions=[("case", "="), (DateRange("starts_on", "ends_before"), "&&")],
            ),
            ExclusionConstraint(
                name="officer_has_one_cover_at_a_time",
                expressions=[("officer", "="), (DateRange("starts_on", "ends_before"), "&&")],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on}"

    @property
    def last_day(self) -> date | None:
        return last_day(self.ends_before)
