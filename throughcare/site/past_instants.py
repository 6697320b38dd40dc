"""The instant that an address of the past names, in the time zone of the viewer's office."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from throughcare import clock

END_OF_DAY = time(23, 59, 59, 999999)


class NotAnInstant(Exception):
    """The words do not name an instant that has passed."""


def instant(written: str, zone: str) -> datetime:
    """Return the instant an address names: a whole day to its last moment, or a local time.

    :raises NotAnInstant: for anything else, and for what has not come yet.
    """
    try:
        local = datetime.fromisoformat(written)
    except ValueError:
        raise NotAnInstant(_("That is not a day or a time.")) from None
    if "T" not in written and " " not in written:
        local = datetime.combine(local.date(), END_OF_DAY)
    if local.tzinfo is None:
        local = local.replace(tzinfo=ZoneInfo(zone))
    return _passed(local, zone)


def _passed(moment: datetime, zone: str) -> datetime:
    """Return a moment that has passed; one later today becomes now."""
    now = clock.wall()
    if moment <= now:
        return moment
    if clock.day_of(moment, zone) == clock.day_of(now, zone):
        return now
    raise NotAnInstant(_("That day has not come yet."))


def zone_of(member: Any) -> str:
    """Return the time zone of a member's office: its days begin and end there."""
    return str(member.office.zone) if member.office else clock.EASTERN
