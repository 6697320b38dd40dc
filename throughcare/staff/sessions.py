"""Sessions that know whose they are, so that a member sees and ends them."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import QuerySet

from throughcare import clock
from throughcare.record.composed import composed_once
from throughcare.staff.models import StaffMember, StaffSession

# So long it is known whose a session was that ended by itself (staff/typed.py).
KNOWN_FOR = timedelta(hours=10)


class SessionStore(DatabaseStore):
    """Keeps sessions in our own table, with what the list of sessions shows."""

    @classmethod
    def get_model_class(cls) -> type[StaffSession]:
        return StaffSession

    def _get_session_from_db(self) -> StaffSession | None:
        """Return the session while it stands, as Django does, from a query put together once."""
        for row in _standing(self.session_key or "", clock.wall()):
            return row
        self._session_key = None
        return None

    def create_model_instance(self, data: dict[str, Any]) -> StaffSession:
        row = cast(StaffSession, super().create_model_instance(data))
        if member := data.get(SESSION_KEY):
            row.member_id = UUID(member)
            row.started_at = _moment(data.get("signed_in_at"))
            row.seen_at = _moment(data.get("seen_at"))
            row.address = data.get("address", "")
            row.browser = data.get("browser", "")
        return row


@composed_once
def _standing(key: str, now: datetime) -> QuerySet[StaffSession]:
    return StaffSession.objects.filter(session_key=key, expire_date__gt=now)


def end_sessions(member: StaffMember, *, but: str | None = None) -> None:
    """End a member's sessions on the server, without one of them."""
    StaffSession.objects.filter(member=member).exclude(session_key=but).delete()


def forget_ended_sessions() -> None:
    """Delete what is left of sessions that ended by themselves some hours ago."""
    StaffSession.objects.filter(expire_date__lt=clock.wall() - KNOWN_FOR).delete()


def whose(key: str) -> UUID | None:
    """Return whose a session is, also one that ended by itself not long ago; None if unknown."""
    known = StaffSession.objects.filter(session_key=key, member__isnull=False)
    return known.values_list("member_id", flat=True).first()


def _moment(seconds: float | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None
