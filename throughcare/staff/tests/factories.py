"""Offices and staff for tests."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import encrypt
from django.test import Client

from throughcare import clock
from throughcare.record.entries import System, entry
from throughcare.staff.models import Office, Posting, StaffMember

PASSWORD = "granite-heron-morning"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

_numbers = count(1)


def an_office(code: str = "", **facts: Any) -> Office:
    """Return an office, kept under an entry of the system."""
    number = next(_numbers)
    said = {
        "code": code or f"O{number}",
        "name": f"Office {number}",
        "name_fr": f"Bureau {number}",
        "address": "1 Elm Street",
        "city": "Sudbury",
        "postal_code": "P3E 1A1",
        "phone": "+17055550100",
    }
    with entry("staff.office_opened", by=System()):
        return Office.objects.create(**said | facts)


def a_member(
    role: str = "OFFICER",
    *,
    office: Office | None = None,
    since: date | None = None,
    until: date | None = None,
    designated_french: bool = False,
    acting: bool = False,
    **facts: Any,
) -> StaffMember:
    """Return someone who works at an office (a new one unless given) in a role.

    Posted a year ago unless `since` says otherwise; `role=""` gives an account without a posting.
    """
    number = next(_numbers)
    said = {
        "username": f"member{number}",
        "given_name": "Alex",
        "surname": f"Member{number}",
        "language": "en",
        "password": "!",
    }
    member = StaffMember.objects.create(**said | facts)
    if role:
        with entry("staff.posted", by=System()):
            Posting.objects.create(
                member=member,
                office=office or an_office(),
                role=role,
                starts_on=since or clock.today() - timedelta(days=365),
                ends_before=until,
                designated_french=designated_french,
                acting=acting,
            )
    return member


def with_sign_in(
    member: StaffMember, *, secret: str | None = SECRET, recovery: bool = False
) -> StaffMember:
    """Return a member who can sign in with PASSWORD and the codes of a secret."""
    member.set_password(PASSWORD)
    member.save()
    if secret:
        Authenticator.objects.create(user=member, type="totp", data={"secret": encrypt(secret)})
    if recovery:
        RecoveryCodes.activate(member)
    return member


def signed_in(client: Client, member: StaffMember) -> Client:
    """Return the client, signed in as a member with both factors."""
    client.force_login(member, backend="throughcare.staff.backend.StaffBackend")
    session = client.session
    session["second_factor"] = True
    session["signed_in_at"] = session["seen_at"] = clock.wall().timestamp()
    session["posting"] = str(member.posting.pk) if member.posting else ""
    session.save()
    return client
