"""A new person: who may be the same is shown before anything is kept."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from throughcare.pages.fields import OnceField
from throughcare.pages.forms import Form
from throughcare.people import commands
from throughcare.people.facts import NameFacts, SpeechFacts
from throughcare.people.forms.persons import LANGUAGES, birth_facts, born_field
from throughcare.people.forms.pieces import NOT_ASKED, choice, own_words, text
from throughcare.people.models import Person
from throughcare.people.queries.duplicates import Likeness, likely_duplicates
from throughcare.people.words import NameKind, Pronoun
from throughcare.record.entries import Actor
from throughcare.refusal import Refused


class NewPersonForm(Form):
    """Name, birth date, pronoun and languages of someone who is not on file.

    `likely` holds people on file who may be the same. While there are any, the form is kept
    only with the answer that this is another person.
    """

    id = OnceField()
    surname = text(
        _("Surname"), 80, required=True, help_text=_("Who has one name has it written here.")
    )
    given = text(_("Given names"), 120)
    family_first = forms.BooleanField(label=_("The family name is said first"), required=False)
    born = born_field()
    pronoun = choice(_("Pronoun"), [NOT_ASKED, *Pronoun.choices], required=False)
    pronoun_words = text(_("The person’s own words for it"), 60, wide=20)
    spoken_language = choice(_("Speaks"), LANGUAGES, required=False)
    written_language = choice(_("Reads"), LANGUAGES, required=False)
    another_person = forms.BooleanField(label=_("This is another person"), required=False)

    def __init__(self, data: Any = None, *, among: QuerySet[Person]) -> None:
        super().__init__(data)
        self.among = among
        self.likely: list[Likeness] = []

    @property
    def asks_whether_another(self) -> bool:
        """Say whether someone on file may be this person, so that the page asks."""
        return bool(self.likely)

    def clean_pronoun_words(self) -> str:
        """Return the person's own words, asked for when chosen."""
        said = self.cleaned_data
        return own_words(said.get("pronoun", ""), said["pronoun_words"])

    def clean(self) -> dict[str, Any]:
        """Look for the same person on file; found, ask before anything is kept."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return said
        self.likely = likely_duplicates(
            name=self._name(),
            birth=birth_facts(said["born"]),
            among=self.among,
            # Sent twice, the form finds the person that it made the first time.
            besides=said["id"],
        )
        if self.likely and not said["another_person"]:
            self.add_error(
                "another_person",
                _(
                    "Nothing is kept yet. Compare the people below; then open one, or say that this"
                    " is another person."
                ),
            )
        return said

    def sent(self, by: Actor) -> Person | None:
        """Add the person of a valid form; None when the command refuses, with the reason shown."""
        said = self.cleaned_data
        speech = SpeechFacts(
            said["pronoun"],
            said["pronoun_words"],
            said["spoken_language"],
            said["written_language"],
        )
        birth = birth_facts(said["born"])
        try:
            return commands.add_person(
                id=said["id"], name=self._name(), birth=birth, speech=speech, by=by
            )
        except Refused as refusal:
            self.refuse(refusal)
            return None

    def _name(self) -> NameFacts:
        said = self.cleaned_data
        return NameFacts(NameKind.LEGAL, said["surname"], said["given"], said["family_first"])
