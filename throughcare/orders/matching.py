"""Whose order a paper is: people who may be meant, with the reasons. A person decides."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.cases.queries.visibility import person_for, visible_cases, visible_people
from throughcare.orders.commands.counter import NewPerson, Whose
from throughcare.orders.forms.taking_in import NEW, TakeInForm
from throughcare.orders.models import Paper
from throughcare.pages.dates import PartialDate, partial_day
from throughcare.people.facts import BirthFacts, NameFacts, SpeechFacts
from throughcare.people.queries.duplicates import Likeness, likely_duplicates
from throughcare.people.words import NameKind
from throughcare.staff.models import StaffMember


@dataclass(frozen=True)
class Match:
    """Someone on record who may be the person of a paper, and why."""

    number: str
    name: str
    born: str
    reasons: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def label(self) -> str:
        """The line beside the radio: name, number, birth, files, reasons."""
        files = ", ".join(self.files) or _("no file here")
        parts = [self.name, self.number, self.born, files, "; ".join(self.reasons)]
        return " · ".join(part for part in parts if part)


def people_for(paper: Paper, member: StaffMember, words: str = "") -> list[Match]:
    """Return who may be meant by the name on a paper, or by other words; likeliest first."""
    name = NameFacts(NameKind.LEGAL, words, "") if words.strip() else name_of(paper)
    birth = BirthFacts() if words.strip() else birth_of(paper)
    among = visible_people(member, clock.today())
    found = likely_duplicates(name=name, birth=birth, among=among)
    files = _files(found, member)
    return [_match(each, files.get(each.person_id, ())) for each in found]


def whose_order(form: TakeInForm, member: StaffMember) -> Whose:
    """Return the decision of the form: someone on record, or someone new."""
    said = form.cleaned_data
    if said["person"] != NEW:
        return Whose(person=person_for(member, said["person"]))
    paper, language = form.paper, said["spoken"] or "en"
    speech = SpeechFacts(spoken_language=language, written_language=language)
    return Whose(new=NewPerson(said["person_id"], name_of(paper), birth_of(paper), speech))


def name_of(paper: Paper) -> NameFacts:
    """Return the name that stands on a paper."""
    return NameFacts(NameKind.LEGAL, paper.surname, paper.given)


def birth_of(paper: Paper) -> BirthFacts:
    """Return the birth date that stands on a paper, as far as it says it."""
    return BirthFacts(*PartialDate.parse(paper.born)) if paper.born else BirthFacts()


def _match(each: Likeness, files: Any) -> Match:
    born = partial_day(each.born) if each.born else ""
    return Match(each.number, each.name.full, born, each.reasons, tuple(files))


def _files(found: list[Likeness], member: StaffMember) -> dict[Any, list[str]]:
    """Return the numbers of the open files of people, as far as the member may see them."""
    people = [each.person_id for each in found]
    rows = visible_cases(member, clock.today()).filter(person__in=people, closed_on=None)
    files: dict[Any, list[str]] = {}
    for case in rows.order_by("number"):
        files.setdefault(case.person_id, []).append(_file(case))
    return files


def _file(case: Case) -> str:
    return f"{case.number} ({case.get_kind_display()})"
