"""The page of patterns: every mark, state, form error, type and colour in one place."""

from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from throughcare import clock
from throughcare.pages.answers import page
from throughcare.pages.dates import days_late, full_day
from throughcare.pages.day_calendar import Appointment, DayCalendar, laid_out
from throughcare.pages.fields import Checks, DateField, JoinedRadios, TimeField
from throughcare.pages.forms import Form

WAYS = (
    ("office", pgettext_lazy("sample", "Office")),
    ("home", pgettext_lazy("sample", "Home")),
    ("phone", pgettext_lazy("sample", "Phone")),
)
FRESH = (
    ("address", pgettext_lazy("new since last time", "address")),
    ("job", pgettext_lazy("new since last time", "job or hours")),
    ("health", pgettext_lazy("new since last time", "health")),
)
KNOWN = (
    (4, gettext_lazy("Observed")),
    (2, gettext_lazy("Document")),
    (1, gettext_lazy("Word only")),
)
COLOURS = (
    ("ink", pgettext_lazy("sample", "Ink"), "#18222b", "16.1"),
    ("soft", pgettext_lazy("sample", "Soft"), "#4b5763", "7.4"),
    ("edge", pgettext_lazy("sample", "Edge"), "#66727d", "4.9"),
    ("line", pgettext_lazy("sample", "Line"), "#d3d9dc", gettext_lazy("hairlines")),
    ("lake", pgettext_lazy("sample", "Lake"), "#0d5468", "8.4"),
    ("bar", pgettext_lazy("sample", "Bar"), "#12313c", "13.7"),
    ("brick", pgettext_lazy("sample", "Brick"), "#a32b1c", "7.2"),
    ("ochre", pgettext_lazy("sample", "Ochre"), "#8a5200", "6.4"),
    ("spruce", pgettext_lazy("sample", "Spruce"), "#1d6a45", "6.6"),
    ("plum", pgettext_lazy("sample", "Plum"), "#574583", "8.1"),
    ("birch", pgettext_lazy("sample", "Birch"), "#f6c945", gettext_lazy("focus")),
)


class SampleForm(Form):
    """A form that cannot be kept yet."""

    held_on = DateField(
        label=gettext_lazy("When was it?"),
        help_text=gettext_lazy("Today or earlier."),
        not_after=clock.today,
        subject=gettext_lazy("The contact"),
    )
    way = forms.ChoiceField(
        label=pgettext_lazy("sample", "How"), choices=WAYS, widget=JoinedRadios, required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("Your reason"),
        help_text=gettext_lazy("A stranger reads this in two years. “See notes” is not a reason."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Say why the appointment is not acceptable.")},
    )


class ContactForm(Form):
    """A part of a long form, with a choice of how each thing is known."""

    way = forms.ChoiceField(
        label=pgettext_lazy("sample", "How"), choices=WAYS, widget=JoinedRadios, initial="office"
    )
    held_on = DateField(label=pgettext_lazy("sample", "Day"), initial=clock.today)
    began_at = TimeField(label=pgettext_lazy("sample", "Began"), initial=time(15, 10))
    told = forms.CharField(
        label=gettext_lazy("What he told you"), widget=forms.Textarea(attrs={"rows": 2})
    )
    fresh = forms.MultipleChoiceField(
        label=gettext_lazy("New since last time"),
        choices=FRESH,
        widget=Checks(inline=True),
        initial=["job"],
        required=False,
    )
    minutes = forms.CharField(
        label=gettext_lazy("Minutes"), initial="8", widget=forms.TextInput({"class": "tc-wide-2"})
    )
    report = forms.BooleanField(label=gettext_lazy("4. Report as directed"), initial=True)
    report_how = forms.ChoiceField(label=gettext_lazy("How do we know?"), choices=KNOWN, initial=4)
    alcohol = forms.BooleanField(label=gettext_lazy("9. No alcohol"))
    alcohol_how = forms.ChoiceField(label=gettext_lazy("How do we know?"), choices=KNOWN, initial=1)


class ProposedForm(Form):
    """What the court's words say of a condition, as fields."""

    hours = forms.CharField(
        label=pgettext_lazy("sample", "Hours"),
        initial="80",
        widget=forms.TextInput({"class": "tc-wide-2"}),
    )
    months = forms.CharField(
        label=gettext_lazy("Within (months)"),
        initial="12",
        widget=forms.TextInput({"class": "tc-wide-2"}),
    )


def _day() -> DayCalendar:
    """Return a day with two at once and one that is over."""
    first, visit = _("first report"), _("home visit")
    return laid_out(
        [
            Appointment(time(9, 30), 45, "Bouchard", first, _("room 2, 45 min"), "#day"),
            Appointment(time(11), 60, _("Court"), _("R. v. Szabo"), _("courtroom C, 60 min")),
            Appointment(time(11, 15), 30, "Nguyen", _("drop-in")),
            Appointment(time(13, 30), 45, "Farah", visit, _("leave 12:55, with J. Roy"), "#day"),
        ],
        now=time(9, 12),
    )


def _hours_of_work() -> list[tuple[str, float, float | None]]:
    return [
        (_("Contacts and visits"), 11.5, 8.0),
        (_("Reports to court"), 9.0, None),
        (pgettext("sample", "Travel"), 2.5, None),
    ]


def _obligations() -> list[tuple[str, str]]:
    today = clock.today()
    late = days_late(today - timedelta(days=4), today)
    return [
        ("overdue", _("“%(late)s”, and the day it was due") % {"late": late}),
        ("now", _("“by 17:00”, “at 13:30”")),
        ("ahead", _("the day: “Thu 26 Nov”")),
        ("done", _("what closed it, when")),
        ("done-late", _("what closed it, how late")),
        ("set-aside", _("by whom, why, until")),
        ("paused", _("custody, warrant, hospital")),
        ("ended", _("the order or the need ended")),
        ("not-done", _("the office could not; it is counted")),
    ]


def _facts() -> list[tuple[str, str]]:
    return [
        ("verified", _("a source another can open")),
        ("reported", _("someone says so; his word, her word")),
        ("contradicted", _("two sources, both shown")),
        ("stale", _("older than its limit, at the point of use")),
        ("nothing", _("nothing there, or nothing checks it")),
        ("with-court", _("the court is asked")),
        ("to-confirm", _("a person has yet to decide")),
        ("safety", _("a danger to whoever goes there")),
        ("flag", _("to know before meeting")),
        ("locked", _("not open to this role")),
    ]


def _strengths() -> list[tuple[int, str]]:
    return [
        (5, _("court, police, laboratory")),
        (4, _("seen by staff")),
        (3, _("another person, an agency")),
        (2, _("letter, stub, receipt")),
        (1, _("the person alone")),
    ]


def _levels() -> list[tuple[int, str]]:
    return [
        (5, _("always ink: a level is not an alarm")),
        (3, ""),
        (0, _("until a person confirms")),
    ]


def patterns(request: HttpRequest) -> HttpResponse:
    """Show every pattern, in the language of the page."""
    tomorrow = full_day(clock.today() + timedelta(days=1))
    context: dict[str, Any] = {
        "title": pgettext("a page of samples", "Patterns"),
        "sample": SampleForm({"held_on": tomorrow, "way": "office", "reason": ""}),
        "contact": ContactForm(auto_id="contact_%s"),
        "proposed": ProposedForm(auto_id="proposed_%s"),
        "day": _day(),
        "hours_of_work": _hours_of_work(),
        "obligations": _obligations(),
        "facts": _facts(),
        "strengths": _strengths(),
        "levels": _levels(),
        "colours": COLOURS,
        "today": clock.today(),
        "days": (date(2026, 11, 19), date(2026, 11, 10), date(2026, 11, 4)),
    }
    return page(request, "pages/patterns.html", context)
