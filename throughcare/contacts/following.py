"""When the person may report next: days that are proposed, and how the direction is given."""

from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from throughcare.contacts.models import Outcome, Way
from throughcare.packs.loading import pack_of
from throughcare.pages.dates import week_day

WEEKS = (1, 2, 4)
OTHER, NONE = "OTHER", "NONE"
ONE_DAY = timedelta(days=1)
# How a direction reaches a person who was met or reached in some way.
GIVEN = {
    Way.OFFICE: "IN_PERSON",
    Way.HOME: "IN_PERSON",
    Way.COMMUNITY: "IN_PERSON",
    Way.PHONE: "PHONE",
    Way.VIDEO: "PHONE",
    Way.TEXT: "TEXT",
    Way.EMAIL: "EMAIL",
}


def is_open(day: date) -> bool:
    """Say whether the office is open on a day."""
    return pack_of(settings.JURISDICTION).office.is_open(day)


def open_day(day: date) -> date:
    """Return a day, or the next on which the office is open."""
    while not is_open(day):
        day += ONE_DAY
    return day


def proposed_days(on: date) -> list[tuple[str, str]]:
    """Return the days that are proposed, as values and words; then another day, or none."""
    days = dict.fromkeys(open_day(on + timedelta(weeks=weeks)) for weeks in WEEKS)
    proposed = [(day.isoformat(), week_day(day)) for day in days]
    return [*proposed, (OTHER, _("another day")), (NONE, _("nothing booked"))]


def usual_giving(way: str, outcome: str) -> str:
    """Return how a direction is given: as the person was reached; by letter to whom was not."""
    if outcome != Outcome.CAME:
        return GIVEN.get(Way(way), "LETTER") if way in (Way.TEXT, Way.EMAIL) else "LETTER"
    return GIVEN.get(Way(way), "LETTER")
