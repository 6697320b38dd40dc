"""Accounts: given, closed, and helped when a phone or password is lost."""

import secrets
from collections.abc import Sequence

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from throughcare.record.entries import Actor, entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffIdentity, StaffMember
from throughcare.staff.sessions import end_sessions

# Read aloud without doubt: no 0, 1, i, l, o.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


class NameTaken(Refused): ...


class OwnAccount(Refused): ...


def open_account(
    *,
    username: str,
    given_name: str,
    surname: str,
    language: str,
    by: Actor,
    speaks: Sequence[str] = (),
) -> tuple[StaffMember, str]:
    """Give someone an account, and return it with a password for the first sign-in only.

    Signing in needs a posting too (`post_member`).

    :raises NameTaken: when an account has this sign-in name, whatever its capitals.
    """
    username = username.strip().casefold()
    if StaffMember.objects.filter(username=username).exists():
        raise NameTaken(_("This sign-in name is taken. Choose another."), field="username")
    password = _one_time_password()
    with entry("staff.account_opened", by=by, reason=f"{given_name} {surname} ({username})"):
        member = StaffMember(
            username=username,
            given_name=given_name,
            surname=surname,
            language=language,
            speaks=list(speaks or [language]),
            must_change_password=True,
        )
        member.set_password(password)
        member.save()
    return member, password


def close_account(*, member: StaffMember, by: Actor, reason: str) -> None:
    """Close an account at once: its sessions end, and it cannot sign in.

    The posting stays as it is; end it too when the member has left.

    :raises OwnAccount: nobody closes the account they work with.
    """
    _refuse_own(member, by)
    with entry("staff.account_closed", by=by, reason=_about(member, reason)):
        member.is_active = False
        member.save(update_fields=["is_active"])
        end_sessions(member)


def reopen_account(*, member: StaffMember, by: Actor, reason: str) -> str:
    """Open a closed account again and return a password for the first sign-in."""
    with entry("staff.account_reopened", by=by, reason=_about(member, reason)):
        member.is_active = True
        member.save(update_fields=["is_active"])
        return _start_afresh(member)


def reset_sign_in(*, member: StaffMember, by: Actor, reason: str) -> str:
    """Take every way in from an account and return a new first password.

    For a lost phone or a forgotten password, after whoever asks was recognized.

    :raises OwnAccount: an administrator asks another one.
    """
    _refuse_own(member, by)
    with entry("staff.sign_in_reset", by=by, reason=_about(member, reason)):
        return _start_afresh(member)


def _one_time_password() -> str:
    """Return a password that can be read aloud: four groups of four signs."""
    return "-".join("".join(secrets.choice(SIGNS) for _sign in range(4)) for _group in range(4))


def _start_afresh(member: StaffMember) -> str:
    password = _one_time_password()
    member.set_password(password)
    member.must_change_password = True
    member.save(update_fields=["password", "must_change_password"])
    Authenticator.objects.filter(user=member).delete()
    StaffIdentity.objects.filter(member=member).delete()
    end_sessions(member)
    return password


def _refuse_own(member: StaffMember, by: Actor) -> None:
    if member.pk == by.id:
        raise OwnAccount(_("This is your own account. Ask another administrator."))


def _about(member: StaffMember, reason: str) -> str:
    return f"{member.full_name} ({member.username}): {reason}"
