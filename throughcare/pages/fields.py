"""Fields that take days and times as officers type them."""

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from throughcare import clock
from throughcare.pages import dates
from throughcare.pages.written_dates import Unreadable, plain, read_day, read_partial

Limit = date | Callable[[], date] | None
THE_DAY = gettext_lazy("The day")


def _day(limit: Limit) -> date | None:
    return limit() if callable(limit) else limit


class JoinedRadios(forms.RadioSelect):
    """Up to six short choices in one joined row."""

    template_name = "pages/forms/joined.html"


class Checks(forms.CheckboxSelectMultiple):
    """Small checkboxes; `inline` puts them in a row."""

    def __init__(self, *args: Any, inline: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.inline = inline

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Return Django's context, with whether the boxes stand in a row."""
        context = super().get_context(name, value, attrs)
        context["widget"]["inline"] = self.inline
        return context


class LimitedDay(forms.Field):
    """What day fields share: the limits, and sentences that name them.

    `not_after` and `not_before` are days, or functions that return one (`clock.today`).
    `subject` begins the sentence: "The contact" gives "The contact cannot be after …".
    """

    widget = forms.TextInput

    def __init__(
        self,
        *,
        not_before: Limit = None,
        not_after: Limit = None,
        subject: Any = THE_DAY,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.not_before, self.not_after, self.subject = not_before, not_after, subject

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return attributes that keep a browser from filling in some other day."""
        return {"autocomplete": "off", "class": "tc-wide-10", "maxlength": "40"}

    def check_limits(self, first: date, last: date) -> None:
        """Refuse what lies wholly outside the limits.

        :raises ValidationError: with the limit in words.
        """
        latest, earliest = _day(self.not_after), _day(self.not_before)
        if latest and first > latest:
            raise ValidationError(self._beyond(latest), code="too_late")
        if earliest and last < earliest:
            said = {"subject": self.subject, "day": dates.full_day(earliest)}
            raise ValidationError(
                _("%(subject)s cannot be before %(day)s.") % said, code="too_early"
            )

    def _beyond(self, latest: date) -> str:
        said = {"subject": self.subject, "day": dates.full_day(latest)}
        if latest == clock.today():
            return _("%(subject)s cannot be after today, %(day)s.") % said
        return _("%(subject)s cannot be after %(day)s.") % said


class DateField(LimitedDay):
    """A day: `24 Nov 2026`, `24 nov. 2026`, `2026-11-24`, `24/11/2026`, `today`, `hier`."""

    default_error_messages = {"required": gettext_lazy("Write a day.")}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return the attributes of a day, with the name of the button that opens a calendar.

        The button is made by script: a calendar is offered and never needed.
        """
        return super().widget_attrs(widget) | {"data-day": gettext_lazy("Choose in a calendar")}

    def to_python(self, value: Any) -> date | None:
        """Return the day that was written.

        :raises ValidationError: with a sentence that says what would be right.
        """
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            return read_day(str(value), clock.today())
        except Unreadable as reason:
            raise ValidationError(str(reason), code="unreadable") from reason

    def validate(self, value: date | None) -> None:
        """Refuse a missing day, or one outside the limits."""
        super().validate(value)
        if value:
            self.check_limits(value, value)

    def prepare_value(self, value: Any) -> Any:
        """Return the day as the page writes it; typed text as it was typed."""
        if isinstance(value, date):
            return dates.full_day(value).replace(dates.NBSP, " ")
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Say whether another day was written, however it is written."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class PartialDateField(LimitedDay):
    """A day of which only the year, or year and month, may be known; a `PartialDate`."""

    default_error_messages = {"required": gettext_lazy("Write a day, a month or a year.")}

    def to_python(self, value: Any) -> dates.PartialDate | None:
        """Return as much of the day as was written.

        :raises ValidationError: with a sentence that says what would be right.
        """
        if value in self.empty_values:
            return None
        if isinstance(value, dates.PartialDate):
            return value
        try:
            return read_partial(str(value))
        except Unreadable as reason:
            raise ValidationError(str(reason), code="unreadable") from reason

    def validate(self, value: dates.PartialDate | None) -> None:
        """Refuse a missing day, or one that lies wholly outside the limits."""
        super().validate(value)
        if value:
            self.check_limits(value.first(), value.last())

    def prepare_value(self, value: Any) -> Any:
        """Return what is known as the page writes it; typed text as it was typed."""
        if isinstance(value, dates.PartialDate):
            return dates.partial_day(value).replace(dates.NBSP, " ")
        return value


def _on_24_hours(hour: int, half: str) -> int:
    """Return an hour of the 12-hour clock on the other; 99 when it is none."""
    if not 1 <= hour <= 12:
        return 99
    return hour % 12 + (12 if half.startswith("p") else 0)


class TimeField(forms.Field):
    """A time of day: `14:30`, `14 h 30`, `9h`, `2:30 pm`."""

    widget = forms.TextInput
    default_error_messages = {"required": gettext_lazy("Write a time.")}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return attributes for an answer of five signs."""
        return {"autocomplete": "off", "class": "tc-wide-5", "maxlength": "20"}

    def to_python(self, value: Any) -> time | None:
        """Return the time that was written.

        :raises ValidationError: with examples.
        """
        if value in self.empty_values or isinstance(value, time):
            return value or None
        found = re.fullmatch(
            r"([0-9]{1,2})(?:\s*[:h]\s*([0-9]{2})?)?\s*(am|pm|a m|p m)?", plain(str(value))
        )
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
        if found and found[3]:
            hour = _on_24_hours(hour, found[3])
        if hour > 23 or minute > 59:
            raise ValidationError(_("Write a time such as 14:30."), code="unreadable")
        return time(hour, minute)

    def prepare_value(self, value: Any) -> Any:
        """Return the time as the page writes it; typed text as it was typed."""
        if isinstance(value, time):
            return dates.clock_time(value).replace(dates.NBSP, " ")
        return value


class OnceField(forms.UUIDField):
    """A hidden id made when the form is shown, so that sending it twice is recognized.

    The view passes it as the id of what is made; a second sending finds it there.
    """

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, initial=uuid4, **kwargs)

    def clean(self, value: Any) -> UUID:
        """Return the id that was sent; a new one when none or no id was."""
        try:
            return super().clean(value) or uuid4()
        except ValidationError:
            return uuid4()
