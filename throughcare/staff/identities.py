"""Whose account an outside identity opens: the one it is tied to, or the one it is tied to now."""

from throughcare import clock
from throughcare.staff.backend import may_sign_in
from throughcare.staff.commands.identities import tie_identity
from throughcare.staff.models import StaffIdentity, StaffMember
from throughcare.staff.outside.service import Identity


class NobodyHere(Exception):
    """The identity opens no account; the word is for the log, never for who asks."""


def member_of(identity: Identity) -> StaffMember:
    """Return the member whom an identity signs in, tied to it at the first time.

    No account is made: an administrator gives it first, with the e-mail address. That address is
    looked at once, and only when the service says that it has checked it; from then on the
    identity's number alone counts.

    :raises NobodyHere: unknown, unverified, tied to somebody else, closed or not posted today.
    """
    accounts = StaffMember.objects.with_posting(clock.today())
    tied = {"identity__issuer": identity.issuer, "identity__subject": identity.subject}
    if member := accounts.filter(**tied).first():
        return _open(member)
    if not identity.email_verified:
        raise NobodyHere("unverified" if identity.email else "unknown")
    member = accounts.filter(email__iexact=identity.email).exclude(email="").first()
    if member is None:
        raise NobodyHere("unknown")
    if StaffIdentity.objects.filter(member=member).exists():
        raise NobodyHere("tied_to_another")
    _open(member)
    tie_identity(member=member, issuer=identity.issuer, subject=identity.subject, by=member)
    return member


def _open(member: StaffMember) -> StaffMember:
    if not may_sign_in(member, ""):
        raise NobodyHere("closed")
    return member
