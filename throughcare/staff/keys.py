"""Security keys: a second factor that a false page cannot ask for.

The database keeps a key's public half, which opens nothing: there is no secret to seal.
"""

import struct
from typing import Any, cast

import structlog
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.db import transaction
from fido2.webauthn import AuthenticationResponse

from throughcare.staff.models import StaffMember

log = structlog.get_logger("security_keys")
Said = dict[str, Any]
# What the library raises for an answer that is wrong, or not an answer at all.
UNFIT = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError),
    *(AssertionError, NotImplementedError, struct.error),
)


def options_to_add(member: StaffMember) -> Said:
    """Return what the browser is to ask of a new key, and keep its challenge in the session."""
    return auth.begin_registration(member, False)


def options_to_sign_in(member: StaffMember) -> Said:
    """Return what the browser is to ask of a member's keys, and keep its challenge."""
    return auth.begin_authentication(member)


def of_member(member: StaffMember) -> list[Authenticator]:
    """Return a member's keys, in the order in which they were added. One query."""
    found = Authenticator.objects.filter(user=member, type=Authenticator.Type.WEBAUTHN)
    return list(found.order_by("pk"))


def is_new(answer: Any) -> bool:
    """Say whether this is the answer of a key to the challenge in the session.

    A key that some account keeps already is not new. The challenge is used up either way.
    """
    challenge = _challenge()
    try:
        made = auth.get_server().register_complete(challenge, answer)
    except UNFIT as wrong:
        log.warning("not_added", because=type(wrong).__name__)
        return False
    return made.credential_data is not None and not _is_kept(answer)


def accept(member: StaffMember, answer: Any) -> Authenticator | None:
    """Return the member's key that gave this answer to the challenge in the session, or None.

    The challenge is used up either way. A key whose count of uses did not grow was copied: it
    lets nobody in, and the log says so.
    """
    challenge = _challenge()
    try:
        known = auth.get_server().authenticate_complete(
            challenge, auth.get_credentials(member), answer
        )
        uses = AuthenticationResponse.from_dict(answer).response.authenticator_data.counter
    except UNFIT as wrong:
        log.warning("refused", member=str(member.pk), because=type(wrong).__name__)
        return None
    key = auth.get_authenticator_by_credential_id(member, known.credential_id)
    return key if key and _counts_on(key, uses) else None


def _challenge() -> Any:
    """Take the challenge out of the session; an empty one, which nothing answers, if none is."""
    challenge = auth.get_state()
    auth.clear_state()
    return challenge or {}


def _is_kept(answer: Said) -> bool:
    kept = Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN)
    return bool(kept.filter(data__credential__rawId=answer["rawId"]).exists())


@transaction.atomic
def _counts_on(key: Authenticator, uses: int) -> bool:
    """Keep how often a key was used; False when it says no more than before. Many say 0 always."""
    kept = Authenticator.objects.select_for_update().get(pk=key.pk)
    before = cast(int, kept.data.get("uses", kept.wrap().authenticator_data.counter))
    if uses <= before and (uses or before):
        log.warning("copied", member=str(kept.user_id), key=kept.pk)
        return False
    kept.data["uses"] = uses
    kept.save(update_fields=["data"])
    return True
