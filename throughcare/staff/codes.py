"""Second factors: one-time codes that work once, and recovery codes."""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.db import connection

from throughcare import clock
from throughcare.staff.models import StaffMember

SECONDS = 30
# A phone's clock may be half a minute off.
TOLERANCE = (0, -1, 1)

WITH_CODES = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)

USE_STEP = """
INSERT INTO staff_lastcode AS l (member_id, step) VALUES (%s, %s)
ON CONFLICT (member_id) DO UPDATE SET step = excluded.step WHERE l.step < excluded.step
RETURNING step
"""


def code_at(secret: str, step: int) -> str:
    """Return the one-time code of a secret for one step of half a minute."""
    return format_hotp_value(hotp_value(secret, step))


def step_now() -> int:
    """Return the number of the present half minute."""
    return int(clock.wall().timestamp()) // SECONDS


def step_of(secret: str, code: str) -> int | None:
    """Return the step that a code belongs to, or None when it is not right now."""
    now = step_now()
    for off in TOLERANCE:
        if compare_user_code(actual=code, expected=code_at(secret, now + off)):
            return now + off
    return None


def accept(member: StaffMember, code: str) -> Authenticator | None:
    """Use up a code and return the factor it belongs to; None when it is wrong or was used.

    A one-time code ends itself and every earlier one.
    """
    for factor in Authenticator.objects.filter(user=member, type__in=WITH_CODES):
        if factor.type == Authenticator.Type.TOTP:
            right = _use_one_time(member, factor, code)
        else:
            right = factor.wrap().validate_code(code)
        if right:
            factor.user = member
            return factor
    return None


def has_one_time(member: StaffMember) -> bool:
    """Say whether a member has set up one-time codes."""
    return Authenticator.objects.filter(user=member, type=Authenticator.Type.TOTP).exists()


def _use_one_time(member: StaffMember, factor: Authenticator, code: str) -> bool:
    step = step_of(decrypt(factor.data["secret"]), code)
    return step is not None and use_step(member, step)


def use_step(member: StaffMember, step: int) -> bool:
    """Use up a half minute of a member's codes; False when it, or a later one, was used."""
    with connection.cursor() as cursor:
        cursor.execute(USE_STEP, [member.pk, step])
        return cursor.fetchone() is not None
