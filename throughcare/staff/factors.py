"""Second factors of an account: one-time codes and security keys, of which one always stays."""

from allauth.mfa.models import Authenticator

from throughcare.staff.models import StaffMember

# Recovery codes help when a factor is lost; they are none.
HELP = Authenticator.Type.RECOVERY_CODES


def factors_of(member: StaffMember) -> list[Authenticator]:
    """Return a member's second factors, in the order in which they were set up. One query."""
    return list(Authenticator.objects.filter(user=member).exclude(type=HELP).order_by("pk"))


def has_any(member: StaffMember) -> bool:
    """Say whether a member has set up a second factor."""
    return bool(factors_of(member))


def is_last(factor: Authenticator) -> bool:
    """Say whether an account has no other second factor."""
    others = Authenticator.objects.filter(user=factor.user_id).exclude(type=HELP)
    return not others.exclude(pk=factor.pk).exists()
