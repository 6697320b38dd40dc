"""The short reason of an obligation, as a line prints it: what was counted, and from when."""

from datetime import date

from django.utils.translation import gettext as _

from throughcare.account.law import label_of, length_of
from throughcare.kernel.calendar.lengths import ONE_DAY, Length
from throughcare.kernel.calendar.windows import Window, around
from throughcare.kernel.obligations.obligation import Obligation
from throughcare.kernel.obligations.requirements import After, Hours, Requirement, Rolling, Times
from throughcare.kernel.obligations.slots import Slot
from throughcare.pages import dates


def short_of(requirement: Requirement, obligation: Obligation) -> str:
    """Return how the last day was counted, in a few words; "" where only the rule says it."""
    slot = obligation.grounds.slot
    match requirement.cadence:
        case Times(window=window):
            said = {"count": _so_far(obligation), "window": _named(window, slot.opens_on)}
            return _("%(count)s, %(window)s") % said
        case Hours():
            return _("%(count)s hours") % {"count": _so_far(obligation)}
        case After(event, within):
            return _after(label_of(event).lower(), slot, within)
        case Rolling(within):
            return _since(slot, within)
    return ""


def _after(event: str, slot: Slot, within: Length) -> str:
    """Return what followed which event; working days were counted by the office's calendar."""
    said = {"event": event, "day": dates.full_day(slot.since), "length": length_of(within)}
    if slot.is_counted:
        return _("counted from: %(event)s, %(day)s") % said
    return _("%(length)s from: %(event)s, %(day)s") % said


def _since(slot: Slot, within: Length) -> str:
    said = {"day": dates.full_day(slot.since), "length": length_of(within)}
    if slot.is_counted:
        return _("counted from %(day)s") % said
    return _("%(length)s from %(day)s") % said


def _so_far(obligation: Obligation) -> str:
    met, needed = (_amount(float(each)) for each in (obligation.met, obligation.needed))
    return _("%(met)s of %(needed)s") % {"met": met, "needed": needed}


def _amount(value: float) -> str:
    return dates.number(value, 0 if value == int(value) else 1)


def _named(window: Window, opens_on: date) -> str:
    """Return a window of the calendar by its month, or by its first and last day."""
    first, ends_before = around(window, opens_on)
    if window is Window.MONTH:
        return dates.month_of_year(first)
    days = {"first": dates.short_day(first), "last": dates.full_day(ends_before - ONE_DAY)}
    return _("%(first)s to %(last)s") % days
