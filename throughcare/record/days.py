"""Days counted by the database: thousands of moments cost the program more than their days."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models.functions import TruncDate

from throughcare import clock


def day_in_database(moment: str, zone: str = clock.EASTERN) -> TruncDate:
    """Return the local day of a column of moments, as `clock.day_of` counts it."""
    return TruncDate(moment, tzinfo=ZoneInfo(zone))


def start_of(day: date, zone: str = clock.EASTERN) -> datetime:
    """Return the moment at which a local day begins: moments are compared with it by an index."""
    return datetime.combine(day, time(), ZoneInfo(zone))
