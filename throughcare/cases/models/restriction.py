"""A file closed to all but named members."""

from django.db import models
from django.db.models import Q

from throughcare.cases.models.case import Case
from throughcare.record.ids import new_id
from throughcare.record.registry import recorded
from throughcare.staff.models import StaffMember


@recorded
class Restriction(models.Model):
    """A file is closed to all but the members named here. Named members stay after it is lifted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="restrictions")
    reason = models.TextField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="case_has_one_standing_restriction",
                fields=["case"],
                condition=Q(lifted_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id}"


@recorded
class RestrictedMember(models.Model):
    """A member who may see a restricted file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="named")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="member_is_named_once_on_a_restriction", fields=["restriction", "member"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id}"
