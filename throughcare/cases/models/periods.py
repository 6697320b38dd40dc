"""Periods of days and of moments, as the database compares them."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Func, Q


class MomentRange(Func):
    """The time from one column's moment up to, and without, another's."""

    function = "tstzrange"
    output_field = models.DateTimeField()


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    """Return the rule that a period of days holds at least one day."""
    return models.CheckConstraint(
        name=name, condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on"))
    )


def last_day(ends_before: date | None) -> date | None:
    """Return the last day inside a period, as pages say it; None while it lasts."""
    return ends_before - timedelta(days=1) if ends_before else None
