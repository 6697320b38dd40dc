"""Who may keep whose days, beyond what a role allows."""

from throughcare.access import Permission
from throughcare.staff.models import StaffMember


def may_keep_days_of(viewer: StaffMember, member: StaffMember) -> bool:
    """Say whether a viewer keeps a member's absences: their own, or of the office they run."""
    if viewer.pk == member.pk:
        return True
    same_office = viewer.office is not None and viewer.office == member.office
    return same_office and viewer.may(Permission.RUN_OFFICE)
