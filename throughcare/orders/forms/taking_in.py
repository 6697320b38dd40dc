"""Taking a paper in: whose it is, what the court made, and each condition as it was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from throughcare import clock
from throughcare.cases.forms.pieces import MemberChoice, offer
from throughcare.cases.queries.holders import HOLDING_ROLES, staff_of
from throughcare.orders.forms.pieces import LONGEST_NAME, LinesField, lines_of
from throughcare.orders.law import instruments
from throughcare.orders.lengths import read_length
from throughcare.orders.making import ConditionMade, OrderMade
from throughcare.orders.models import Paper
from throughcare.orders.reading import Passage, Read
from throughcare.packs.wording import length_in_words
from throughcare.pages.dates import language
from throughcare.pages.fields import DateField, JoinedRadios, OnceField
from throughcare.pages.forms import Form
from throughcare.staff.models import StaffMember

LANGUAGES = [
    ("en", pgettext_lazy("a language to choose", "English")),
    ("fr", pgettext_lazy("a language to choose", "French")),
]
SIGNED = [
    ("yes", gettext_lazy("Signed")),
    ("no", gettext_lazy("Signature missing")),
    ("", gettext_lazy("Not looked at")),
]
NEW = "new"
KEEP, UNCLEAR, NONE = "keep", "unclear", "none"
MARKS = [
    (KEEP, gettext_lazy("Keep as read")),
    (UNCLEAR, gettext_lazy("Unclear")),
    (NONE, gettext_lazy("Not a condition")),
]
YES_NO = {"yes": True, "no": False, "": None}


@dataclass(frozen=True)
class Row:
    """One condition of the paper with its two fields."""

    made: ConditionMade
    mark: BoundField
    doubt: BoundField


def count(label: Any) -> forms.IntegerField:
    """Return a field for a number of pages."""
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "tc-wide-5"}),
        error_messages={
            "invalid": gettext_lazy("Write a number of pages."),
            "min_value": gettext_lazy("Write a number of pages."),
            "max_value": gettext_lazy("An order has fewer pages than that."),
        },
    )


class TakeInForm(Form):
    """What a clerk keys of an order; whatever the reader found is filled in already."""

    id = OnceField()
    person_id = OnceField()
    person = forms.ChoiceField(
        label=gettext_lazy("Whose order is it?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the person, or say that the person is new."),
            "invalid_choice": gettext_lazy("Choose one of the people shown."),
        },
    )
    find = forms.CharField(
        label=gettext_lazy("Look for someone else"), max_length=120, required=False
    )
    spoken = forms.ChoiceField(
        label=gettext_lazy("Speaks, if new"), choices=LANGUAGES, required=False, widget=JoinedRadios
    )
    holder = MemberChoice(
        queryset=StaffMember.objects.none(),
        label=gettext_lazy("Officer, if a file is opened"),
        required=False,
        empty_label=gettext_lazy("No one yet: uncovered, held by the manager"),
    )
    instrument = forms.ChoiceField(label=gettext_lazy("Kind of order"))
    court = forms.CharField(label=gettext_lazy("Court"), max_length=160)
    information_number = forms.CharField(label=gettext_lazy("Information number"), max_length=80)
    counts = forms.CharField(
        label=pgettext_lazy("of an information", "Counts"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"class": "tc-wide-10"}),
    )
    made_on = DateField(
        label=gettext_lazy("Made on"), not_after=clock.today, subject=gettext_lazy("The order")
    )
    length = forms.CharField(
        label=gettext_lazy("Length"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("18 months, two years less a day"),
        widget=forms.TextInput(attrs={"class": "tc-wide-20"}),
    )
    last_day_stated = DateField(
        label=gettext_lazy("Last day, if the order states it"), required=False
    )
    released_on = DateField(label=gettext_lazy("Released from prison on"), required=False)
    received_on = DateField(
        label=gettext_lazy("Received on"),
        initial=clock.today,
        not_after=clock.today,
        subject=gettext_lazy("The day it came"),
    )
    judge = forms.CharField(label=gettext_lazy("Judge"), max_length=160, required=False)
    signed = forms.ChoiceField(
        label=gettext_lazy("Signature"), choices=SIGNED, required=False, widget=JoinedRadios
    )
    pages_expected = count(gettext_lazy("Pages it should have"))
    pages_present = count(gettext_lazy("Pages here"))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the order"), choices=LANGUAGES, widget=JoinedRadios
    )
    protected = LinesField(
        label=gettext_lazy("People it protects, one a line"),
        required=False,
        max_length=4000,
        longest=LONGEST_NAME,
        rows=2,
        help_text=gettext_lazy("As the order names them."),
    )
    missed = forms.CharField(
        label=gettext_lazy("A condition that is not in the list"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Copy the court’s words. One condition a line."),
    )

    def __init__(
        self, data: Any = None, *, paper: Paper, read: Read, people: Any, member: StaffMember
    ) -> None:
        """Bind what was sent; a form sent only to look for someone keeps all that was typed."""
        looks = data is not None and "look" in data
        super().__init__(None if looks else data, initial=data.dict() if looks else None)
        self.paper, self.read = paper, read
        self._offer(people, member)
        self._fill_in(read, paper)
        self._add_conditions(read)

    def _offer(self, people: Sequence[tuple[str, Any]], member: StaffMember) -> None:
        new = (NEW, _("Someone new: %(name)s") % {"name": self._named()})
        fields: Any = self.fields
        fields["person"].choices = [*people, new]
        if not people:
            fields["person"].initial = NEW
        fields["instrument"].choices = [("", ""), *instruments()]
        if member.office:
            offer(self, "holder", staff_of(member.office, clock.today(), roles=HOLDING_ROLES))

    def _named(self) -> str:
        return " ".join(part for part in (self.paper.given, self.paper.surname) if part)

    def _fill_in(self, read: Read, paper: Paper) -> None:
        known = {
            "instrument": read.instrument,
            "made_on": read.made_on,
            "length": length_words(read),
            "pages_present": paper.pages,
            "language": read.language,
            "spoken": read.language,
            "signed": "",
        }
        if paper.expected:
            known |= {
                "court": paper.expected.court,
                "information_number": paper.expected.information_number,
            }
        for name, value in known.items():
            self.fields[name].initial = value

    def _add_conditions(self, read: Read) -> None:
        for made in read.conditions:
            name = f"mark_{made.number}"
            self.fields[name] = forms.ChoiceField(
                label=_("Condition %(number)s") % {"number": made.number},
                choices=MARKS,
                initial=UNCLEAR if made.doubt else KEEP,
                required=False,
                widget=JoinedRadios,
            )
            self.fields[f"doubt_{made.number}"] = forms.CharField(
                label=_("What is unclear in condition %(number)s") % {"number": made.number},
                required=False,
                max_length=1000,
            )
        for number, passage in enumerate(read.unplaced):
            self.fields[f"place_{number}"] = forms.BooleanField(
                label=_("This is a condition"), required=False
            )
            self.fields[f"place_{number}"].passage = passage  # type: ignore[attr-defined]

    @property
    def rows(self) -> list[Row]:
        """Return the conditions of the paper with their fields, in the court's order."""
        return [
            Row(made, self[f"mark_{made.number}"], self[f"doubt_{made.number}"])
            for made in self.read.conditions
        ]

    @property
    def places(self) -> list[tuple[Passage, BoundField]]:
        """Return what found no place, each with its box."""
        return [(each, self[f"place_{n}"]) for n, each in enumerate(self.read.unplaced)]

    def clean_length(self) -> Any:
        """Return the length that was typed, in the court's units."""
        typed: str = self.cleaned_data["length"]
        if not typed.strip():
            return None
        length = read_length(typed)
        if length is None:
            raise forms.ValidationError(
                _("This is no length. Write it such as 18 months, or two years less a day.")
            )
        return length

    @property
    def made(self) -> OrderMade:
        """Return the order as it was keyed."""
        said = self.cleaned_data
        same = [
            *("instrument", "court", "information_number", "counts", "made_on", "length"),
            *("last_day_stated", "received_on", "judge", "language"),
            *("pages_expected", "pages_present"),
        ]
        released = said["released_on"]
        return OrderMade(
            **{name: said[name] for name in same},
            signed=YES_NO[said["signed"]],
            words=self.paper.words,
            protected=tuple(said["protected"]),
            custody={"released_on": released.isoformat()} if released else None,
        )

    @property
    def conditions(self) -> list[ConditionMade]:
        """Return the conditions that were kept, those marked unclear with their doubt."""
        kept = [self._kept(row.made) for row in self.rows if self._mark(row.made) != NONE]
        number = max((each.number for each in self.read.conditions), default=0)
        more = [
            ConditionMade(0, each.words, (), each.start, each.end)
            for place, each in enumerate(self.read.unplaced)
            if self.cleaned_data.get(f"place_{place}")
        ]
        more += [ConditionMade(0, line) for line in lines_of(self.cleaned_data["missed"])]
        return kept + [numbered(each, number + place) for place, each in enumerate(more, start=1)]

    def _mark(self, made: ConditionMade) -> str:
        return self.cleaned_data.get(f"mark_{made.number}") or KEEP

    def _kept(self, made: ConditionMade) -> ConditionMade:
        if self._mark(made) != UNCLEAR:
            return numbered(made, made.number, doubt="")
        doubt = self.cleaned_data.get(f"doubt_{made.number}") or made.doubt
        return numbered(made, made.number, doubt=doubt or _("Marked unclear at the counter."))


def numbered(made: ConditionMade, number: int, **said: Any) -> ConditionMade:
    """Return a condition under a number, with what is said of it."""
    return ConditionMade(**{**made.__dict__, "number": number, **said})


def length_words(read: Read) -> str:
    """Return the length that was read, as it is typed; nothing where none was read."""
    return length_in_words(read.length, language()) if read.length else ""
