"""A file, or a person, too close to a member."""

from django.db import models
from django.db.models import Q

from throughcare.cases.models.case import Case
from throughcare.people.models import Person
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


@recorded
class Conflict(models.Model):
    """A member declared a conflict of interest: the file, or the person, is closed to them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="conflicts")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conflicts", null=True)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="conflicts", null=True
    )
    words = models.TextField()
    declared_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="conflict_is_with_a_case_or_a_person",
                condition=Q(case=None, person__isnull=False) | Q(case__isnull=False, person=None),
            ),
            models.UniqueConstraint(
                name="conflict_with_a_case_is_declared_once", fields=["member", "case"]
            ),
            models.UniqueConstraint(
                name="conflict_with_a_person_is_declared_once", fields=["member", "person"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}"
