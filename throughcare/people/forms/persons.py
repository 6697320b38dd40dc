"""Birth date, languages, the active offer, death."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from throughcare import clock
from throughcare.pages.dates import PartialDate
from throughcare.pages.fields import DateField, JoinedRadios, PartialDateField
from throughcare.people import commands
from throughcare.people.facts import (
    BirthFacts,
    DeathFacts,
    ServiceFacts,
    SpeechFacts,
    facts_of,
    values_of,
)
from throughcare.people.forms.pieces import (
    NOT_ASKED,
    CorrectingForm,
    PersonForm,
    choice,
    earlier_moment,
    own_words,
    reason,
    text,
)
from throughcare.people.words import Language, Pronoun, Service
from throughcare.record.entries import Actor

LANGUAGES = [NOT_ASKED, *Language.choices]


def born_field() -> PartialDateField:
    """Return the field for a birth date of which only a part may be known."""
    return PartialDateField(
        label=_("Birth date"),
        required=False,
        not_after=clock.today,
        subject=_("The birth date"),
        help_text=_("Day, month and year, or as much as is known: 3 Aug 1989, Aug 1989, 1989."),
    )


def birth_facts(born: PartialDate | None) -> BirthFacts:
    """Return a birth date as facts."""
    return BirthFacts(*born) if born else BirthFacts()


class CorrectBirth(CorrectingForm):
    """A birth date that is wrong or was not known."""

    title = _("Correct the birth date")
    verb = _("Correct the birth date")
    done = _("The birth date is corrected. Both can be read.")
    facts_kind = BirthFacts

    born = born_field()
    reason = reason()

    def shown(self, facts: BirthFacts) -> dict[str, Any]:
        """Return the birth date by its field."""
        return {"born": self.person.born}

    def facts(self) -> BirthFacts:
        """Return the birth date that was written."""
        return birth_facts(self.cleaned_data["born"])

    def do(self, by: Actor) -> None:
        """Correct the birth date."""
        said = {name: self.cleaned_data[name] for name in ("base", "reason")}
        commands.correct_birth(person=self.person, facts=self.facts(), by=by, **said)


class SetLanguage(CorrectingForm):
    """How the person is spoken of and in which languages."""

    title = _("Pronoun and languages")
    verb = _("Keep these")
    done = _("Pronoun and languages are on file.")
    facts_kind = SpeechFacts

    pronoun = choice(_("Pronoun"), [NOT_ASKED, *Pronoun.choices], required=False)
    pronoun_words = text(_("The person’s own words for it"), 60, wide=20)
    spoken_language = choice(_("Speaks"), LANGUAGES, required=False)
    written_language = choice(_("Reads"), LANGUAGES, required=False)
    interpreter_language = choice(
        _("Interpreter needed for"), [("", _("no interpreter")), *Language.choices], required=False
    )

    def clean_pronoun_words(self) -> str:
        """Return the person's own words, asked for when chosen."""
        said = self.cleaned_data
        return own_words(said.get("pronoun", ""), said["pronoun_words"])

    def shown(self, facts: SpeechFacts) -> dict[str, Any]:
        """Return pronoun and languages by their fields."""
        return values_of(facts)

    def facts(self) -> SpeechFacts:
        """Return what was chosen."""
        return SpeechFacts(**{name: self.cleaned_data[name] for name in values_of(SpeechFacts())})

    def do(self, by: Actor) -> None:
        """Keep pronoun and languages."""
        commands.set_language(
            person=self.person, facts=self.facts(), base=self.cleaned_data["base"], by=by
        )


class OfferFrench(PersonForm):
    """Service in French was offered, and what the person chose."""

    title = _("Active offer of service in French")
    verb = _("Record the offer")
    done = _("The offer and the answer are on file.")
    hint = _("Offered to everyone at the first contact, whatever language they speak.")

    french_offered_on = DateField(
        label=_("Offered on"), initial=clock.today, not_after=clock.today, subject=_("The offer")
    )
    service_language = choice(_("The person chose"), Service.choices, widget=JoinedRadios)

    def first_values(self) -> dict[str, Any]:
        """Return the answer that is on file."""
        known = values_of(facts_of(self.person, ServiceFacts))
        return {name: value for name, value in known.items() if value}

    def do(self, by: Actor) -> None:
        """Record the offer."""
        facts = ServiceFacts(**self.cleaned_data)
        at = earlier_moment(facts.french_offered_on)
        commands.record_active_offer(person=self.person, facts=facts, by=by, happened_at=at)


class DeathFields(PersonForm):
    """The day of death and who says so."""

    deceased_on = DateField(
        label=_("Died on"), not_after=clock.today, subject=_("The day of death")
    )
    death_source = text(_("Who says so?"), 200, required=True)

    def facts(self) -> DeathFacts:
        """Return the death that was written."""
        return DeathFacts(self.cleaned_data["deceased_on"], self.cleaned_data["death_source"])


class RecordDeath(DeathFields):
    """The person has died."""

    title = _("Record a death")
    verb = _("Record the death")
    done = _("The death is on file.")

    def do(self, by: Actor) -> None:
        """Record the death."""
        facts = self.facts()
        at = earlier_moment(facts.deceased_on)
        commands.record_death(person=self.person, facts=facts, by=by, happened_at=at)


class CorrectDeath(DeathFields, CorrectingForm):
    """The day or source of a death is wrong, or it was another person who died."""

    title = _("Correct a death")
    verb = _("Correct the death")
    done = _("The death is corrected. Both can be read.")
    hint = _("Leave both empty if this person is alive.")
    facts_kind = DeathFacts

    deceased_on = DateField(
        label=_("Died on"), not_after=clock.today, subject=_("The day of death"), required=False
    )
    death_source = text(_("Who says so?"), 200)
    reason = reason()

    def shown(self, facts: DeathFacts) -> dict[str, Any]:
        """Return the death by its fields."""
        return values_of(facts)

    def do(self, by: Actor) -> None:
        """Correct the death."""
        said = {name: self.cleaned_data[name] for name in ("base", "reason")}
        commands.correct_death(person=self.person, facts=self.facts(), by=by, **said)
