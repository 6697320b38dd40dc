"""Where a local day begins: moments are compared with it by an index, their days are not."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from throughcare import clock


def start_of(day: date, zone: str = clock.EASTERN) -> datetime:
    """Return the moment at which a local day begins."""
    return datetime.combine(day, time(), ZoneInfo(zone))
