"""E-mail addresses of accounts, and the outside identities that open them."""

from django.utils.translation import gettext as _

from throughcare.record.entries import Actor, entry
from throughcare.refusal import Refused
from throughcare.staff.models import StaffIdentity, StaffMember


class EmailTaken(Refused): ...


def set_email(*, member: StaffMember, email: str, by: Actor) -> None:
    """Give an account the address under which the outside sign-in service knows its member.

    :raises EmailTaken: another account has it.
    """
    email = email.strip()
    taken = StaffMember.objects.filter(email__iexact=email).exclude(pk=member.pk)
    if email and taken.exists():
        raise EmailTaken(_("Another account has this address."), field="email")
    with entry("staff.email_set", by=by, reason=f"{member.full_name} ({member.username})"):
        member.email = email
        member.save(update_fields=["email"])


def tie_identity(*, member: StaffMember, issuer: str, subject: str, by: Actor) -> None:
    """Let an outside identity open an account, and nothing else beside it: its password ends.

    Whoever is taken from the outside service is then out here too.
    """
    with entry("staff.identity_tied", by=by, reason=f"{member.full_name} ({member.username})"):
        StaffIdentity.objects.create(member=member, issuer=issuer, subject=subject)
        member.set_unusable_password()
        member.must_change_password = False
        member.save(update_fields=["password", "must_change_password"])
