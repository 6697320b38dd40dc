"""Knows staff by username and password."""

import secrets
from datetime import date
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.db.models import QuerySet
from django.http import HttpRequest

from throughcare import clock
from throughcare.record.composed import composed_once
from throughcare.staff import demo_accounts
from throughcare.staff.models import Posting, StaffMember


class StaffBackend(BaseBackend):
    """Signs staff in, and fetches the signed-in member together with today's posting."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: Any
    ) -> StaffMember | None:
        """Return the member whose name and password these are, when they may sign in today.

        One password is hashed in every case, so that the time tells nothing about the account.
        """
        known = StaffMember.objects.with_posting(clock.today())
        member = known.filter(username=username.strip().casefold()).first()
        if member is None:
            StaffMember().set_password(password)
            return None
        if not member.check_password(password) or not may_sign_in(member, password):
            return None
        return member

    def get_user(self, user_id: Any) -> StaffMember | None:
        """Return an active member with the posting of today, in two queries."""
        for member in _active(UUID(str(user_id))):
            member.standing_postings = _postings(member.pk, clock.today())
            return member
        return None


@composed_once
def _active(member: UUID) -> QuerySet[StaffMember, Any]:
    return StaffMember.objects.filter(pk=member, is_active=True)


@composed_once
def _postings(member: UUID, on: date) -> QuerySet[Posting]:
    return Posting.objects.on(on).filter(member=member).select_related("office")


def may_sign_in(member: StaffMember, password: str) -> bool:
    """Say whether an account is open, posted today, and not a demo account out of place."""
    if not member.is_active or member.posting is None:
        return False
    return settings.DEMO or not is_of_demo(member, password)


def is_of_demo(member: StaffMember, password: str) -> bool:
    """Say whether everybody knows this password or this account's secret."""
    if secrets.compare_digest(password.encode(), demo_accounts.PASSWORD.encode()):
        return True
    factors = Authenticator.objects.filter(user=member, type=Authenticator.Type.TOTP)
    return any(decrypt(each.data["secret"]) in demo_accounts.SECRETS for each in factors)
