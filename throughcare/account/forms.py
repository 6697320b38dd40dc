"""Which time, and which part, of an account is shown."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from throughcare import clock
from throughcare.account.grouping import SHOWS
from throughcare.kernel.calendar.lengths import Length, day_before
from throughcare.kernel.obligations.facts import Period
from throughcare.pages.fields import DateField
from throughcare.pages.forms import Form

ONE_DAY = timedelta(days=1)
SPANS: dict[str, tuple[Any, Length | None]] = {
    "months": (_("Last three months"), Length(months=3)),
    "year": (_("Last year"), Length(years=1)),
    "whole": (_("Since the file was opened"), None),
}
USUAL = "months"


class PeriodForm(Form):
    """The first and the last day of an account; either may be left out."""

    first = DateField(
        label=pgettext_lazy("the first day of a period", "From"),
        required=False,
        subject=_("The first day"),
    )
    last = DateField(
        label=pgettext_lazy("the last day of a period", "Through"),
        required=False,
        subject=_("The last day"),
    )

    def clean(self) -> dict[str, Any]:
        """Check that the period has a day."""
        said: dict[str, Any] = super().clean() or {}
        first, last = said.get("first"), said.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day is before the first."))
        return said


def chosen(said: Any, name: str, known: dict[str, Any], usual: str) -> str:
    """Return which of some named choices was asked for; anything else is the usual one."""
    asked = str(said.get(name, usual))
    return asked if asked in known else usual


def show_of(said: Any) -> str:
    """Return which part of an account was asked for."""
    return chosen(said, "show", SHOWS, "all")


def period_of(form: PeriodForm, said: Any, opened_on: date) -> Period:
    """Return the period asked for: the days given, or a span that ends today."""
    given = form.cleaned_data if form.is_valid() else {}
    first, last = given.get("first"), given.get("last")
    if last:
        return Period(first or min(opened_on, last), last + ONE_DAY)
    if first:
        return Period(first)
    return span_of(chosen(said, "span", SPANS, USUAL), opened_on)


def span_of(span: str, opened_on: date) -> Period:
    """Return a span that ends today; the file's own begins with the file."""
    length = SPANS[span][1]
    return Period(day_before(clock.today(), length) if length else opened_on)
