"""The page that each role's day starts with."""

from throughcare.staff.models import StaffMember

HOMES = {
    "MANAGER": "cases:office",
    "ANALYST": "cases:counts",
    "ADMINISTRATOR": "staff:list",
    "OFFICER": "today:today",
    "TRAINEE": "today:today",
}


def home_url_name(member: StaffMember) -> str:
    """Return the name of the address where a member's day starts."""
    return HOMES.get(member.role, "cases:list")
