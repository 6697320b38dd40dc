"""Knows staff by username and password."""

from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from throughcare import clock
from throughcare.staff.models import StaffMember


class StaffBackend(AuthenticationBackend):
    """Signs staff in, and fetches the signed-in member together with today's posting."""

    def get_user(self, user_id: Any) -> StaffMember | None:
        """Return an active member with the posting of today, in two queries."""
        found = StaffMember.objects.with_posting(clock.today()).filter(
            pk=UUID(str(user_id)), is_active=True
        )
        return found.first()
