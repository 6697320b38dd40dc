"""Second factors, as a member adds, names and removes their own."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.utils.translation import gettext as _

from throughcare.record.entries import entry
from throughcare.refusal import Refused
from throughcare.staff.factors import is_last
from throughcare.staff.models import StaffMember

CODES = "TOTP"


class LastFactor(Refused): ...


def add_key(*, name: str, answer: dict[str, Any], by: StaffMember) -> Authenticator:
    """Keep a security key whose answer was found right (`keys.is_new`)."""
    with entry("staff.factor_added", by=by, reason=name):
        return WebAuthn.add(by, name, answer).instance


def name_key(*, key: Authenticator, name: str, by: StaffMember) -> None:
    """Call a security key by another name."""
    with entry("staff.factor_named", by=by, reason=f"{key}: {name}"):
        key.data["name"] = name
        key.save(update_fields=["data"])


def remove_factor(*, factor: Authenticator, by: StaffMember) -> None:
    """Take a security key or the one-time codes from an account.

    :raises LastFactor: the account would have no second factor left.
    """
    name = str(factor) if factor.type == Authenticator.Type.WEBAUTHN else CODES
    with entry("staff.factor_removed", by=by, reason=name):
        # Two sessions that remove one factor each must not leave none.
        StaffMember.objects.select_for_update().get(pk=by.pk)
        if is_last(factor):
            raise LastFactor(_("This is your last second factor. Set up another one first."))
        factor.delete()
