"""What is refused, beside which field, and in which words: in English and in French."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest
from django.utils import translation

from throughcare.people import commands
from throughcare.people.commands import addresses, identifiers, keeping, names, persons, phones
from throughcare.people.facts import (
    BirthFacts,
    DeathFacts,
    NameFacts,
    ServiceFacts,
    edition_of,
    facts_of,
)
from throughcare.people.models import Person
from throughcare.people.phones import NotAPhoneNumber, read_phone
from throughcare.people.tests.factories import (
    BY,
    a_name,
    a_person,
    a_phone,
    an_address,
    an_identifier,
    plain,
)
from throughcare.record.models import Entry
from throughcare.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
FEBRUARY, MAY, JUNE = date(2026, 2, 1), date(2026, 5, 1), date(2026, 6, 1)
TOMORROW = date(2026, 11, 24)


class Case(NamedTuple):
    """Something that is tried, and what is answered."""

    tried: Callable[[Person], Any]
    refusal: type[Refused]
    field: str | None
    english: str
    french: str


def twice_ended(person):
    row = an_address(person)
    commands.end_address(address=row, ends_before=MAY, by=BY)
    commands.end_address(address=row, ends_before=JUNE, by=BY)


def phone_twice_ended(person):
    row = a_phone(person)
    commands.end_phone(phone=row, ends_before=MAY, by=BY)
    commands.end_phone(phone=row, ends_before=JUNE, by=BY)


def earlier_home(person):
    an_address(person, starts_on=MAY)
    an_address(person, city="Wawa")


def two_homes(person):
    an_address(person)
    an_address(person, starts_on=MAY, ends_before=JUNE)


def phone_twice(person):
    a_phone(person)
    a_phone(person, starts_on=MAY)


def number_of_another(person):
    an_identifier(a_person(surname="Ng"))
    an_identifier(person)


def end_legal_name(person):
    commands.end_name(name=person.names.get(), ends_before=MAY, by=BY)


def end_name_early(person):
    name = a_name(person, "Ng", starts_on=MAY)
    commands.end_name(name=name, ends_before=FEBRUARY, by=BY)


def correct(person, born, *, reason="Passport", base=None):
    present = edition_of(facts_of(person, BirthFacts))
    commands.correct_birth(
        person=person, facts=BirthFacts(*born), base=base or present, reason=reason, by=BY
    )


def second_legal_name(person):
    name = a_name(person, "Ng")
    base = edition_of(facts_of(name, NameFacts))
    facts = NameFacts("LEGAL", "Ng")
    commands.correct_name(name=name, facts=facts, base=base, reason="Licence", by=BY)


def die(person, day=MAY, source="Coroner"):
    commands.record_death(person=person, facts=DeathFacts(day, source), by=BY)


def die_twice(person):
    die(person)
    die(person, JUNE)


def offer(person, day, answer="FRENCH"):
    commands.record_active_offer(person=person, facts=ServiceFacts(day, answer), by=BY)


CASES = {
    "an address of nothing": Case(
        lambda person: an_address(person, line1=" ", city=""),
        addresses.AddressSaysNothing,
        "line1",
        "Write a street, a place, or both. Or choose: no fixed address, not known.",
        "Écrivez une rue, un lieu ou les deux. Ou choisissez : sans adresse fixe, inconnue.",
    ),
    "in care of nobody": Case(
        lambda person: an_address(person, kind="CARE_OF"),
        addresses.NobodyNamed,
        "care_of",
        "Name who takes the person in or keeps the mail.",
        "Nommez qui héberge la personne ou garde son courrier.",
    ),
    "an address that ends before it starts": Case(
        lambda person: an_address(person, ends_before=FEBRUARY),
        addresses.AddressEndsBeforeItStarts,
        "ends_before",
        "The address holds since 1 Feb 2026. Give a later last day.",
        "L’adresse vaut depuis le 1er fév. 2026. Donnez un dernier jour ultérieur.",
    ),
    "an address that ends twice": Case(
        twice_ended,
        addresses.AddressEndedAlready,
        "ends_before",
        "This address ended already, on 1 May 2026. Correct it if the day is wrong.",
        "Cette adresse a déjà pris fin, le 1er mai 2026. Corrigez-la si le jour est erroné.",
    ),
    "an earlier address without an end": Case(
        earlier_home,
        addresses.LaterAddressOnFile,
        "ends_before",
        "88 Kathleen Street, Sudbury is on file since 1 May 2026. Say until when this address"
        " held.",
        "88 Kathleen Street, Sudbury est au dossier depuis le 1er mai 2026. Indiquez jusqu’à"
        " quand la présente adresse a été la bonne.",
    ),
    "two homes at once": Case(
        two_homes,
        addresses.AnotherAddressThen,
        "starts_on",
        "88 Kathleen Street, Sudbury is on file since 1 Feb 2026 for some of these days."
        " Correct that one first.",
        "88 Kathleen Street, Sudbury est au dossier depuis le 1er fév. 2026 pour une partie de"
        " ces jours. Corrigez d’abord cette adresse.",
    ),
    "a phone that ends before it starts": Case(
        lambda person: a_phone(person, ends_before=FEBRUARY),
        phones.PhoneEndsBeforeItStarts,
        "ends_before",
        "The phone is on file since 1 Feb 2026. Give a later last day.",
        "Le téléphone est au dossier depuis le 1er fév. 2026. Donnez un dernier jour ultérieur.",
    ),
    "a phone that ends twice": Case(
        phone_twice_ended,
        phones.PhoneEndedAlready,
        "ends_before",
        "This phone ended already, on 1 May 2026. Correct it if the day is wrong.",
        "Ce téléphone a déjà pris fin, le 1er mai 2026. Corrigez-le si le jour est erroné.",
    ),
    "the same phone twice": Case(
        phone_twice,
        phones.PhoneOnFileAlready,
        "as_typed",
        "This number is on file for the person. Correct that line, or end it first.",
        "Ce numéro est déjà au dossier de la personne. Corrigez cette ligne ou mettez-y fin"
        " d’abord.",
    ),
    "half a phone number": Case(
        lambda _person: read_phone("555 0142"),
        NotAPhoneNumber,
        "as_typed",
        "This is not a whole phone number. Write it with its area code: 705 555 0142.",
        "Ce n’est pas un numéro de téléphone complet. Écrivez-le avec son indicatif régional :"
        " 705 555 0142.",
    ),
    "a number of another person": Case(
        number_of_another,
        identifiers.BelongsToAnother,
        "value",
        "This number is on file already. Check it digit by digit; if it is right, search for the"
        " person by this number, or ask your manager.",
        "Ce numéro est déjà au dossier. Vérifiez-le chiffre par chiffre; s’il est exact, cherchez"
        " la personne par ce numéro ou adressez-vous à votre gestionnaire.",
    ),
    "a number of nothing": Case(
        lambda person: an_identifier(person, " - "),
        identifiers.NoLettersOrDigits,
        "value",
        "Write the number: letters and digits.",
        "Écrivez le numéro : lettres et chiffres.",
    ),
    "a name of nothing": Case(
        lambda person: a_name(person, "--"),
        names.NoLetters,
        "surname",
        "Write the surname. A single name is written here too.",
        "Écrivez le nom de famille. Un nom unique s’écrit ici aussi.",
    ),
    "a new person of no name": Case(
        lambda _person: a_person(surname="--"),
        names.NoLetters,
        "surname",
        "Write the surname. A single name is written here too.",
        "Écrivez le nom de famille. Un nom unique s’écrit ici aussi.",
    ),
    "a name that ends before it starts": Case(
        lambda person: a_name(person, "Ng", starts_on=MAY, ends_before=MAY),
        names.NameEndsBeforeItStarts,
        "ends_before",
        "The name ends before it starts. Give a later last day.",
        "Le nom prend fin avant de commencer. Donnez un dernier jour ultérieur.",
    ),
    "a name ended before it started": Case(
        end_name_early,
        names.NameEndsBeforeItStarts,
        "ends_before",
        "The name starts later than that. Give a later day.",
        "Le nom commence après ce jour. Donnez un jour ultérieur.",
    ),
    "a new legal name of no day": Case(
        lambda person: a_name(person, "Ng", kind="LEGAL"),
        names.NoDayOfNewName,
        "starts_on",
        "Say from which day this name counts: Étienne Lavallée stands until then.",
        "Indiquez à compter de quel jour ce nom vaut : Étienne Lavallée reste en usage jusque-là.",
    ),
    "no legal name": Case(
        end_legal_name,
        names.OnlyLegalName,
        "kind",
        "A person has a legal name at all times. Add the new legal name first.",
        "Une personne a toujours un nom légal. Ajoutez d’abord le nouveau nom légal.",
    ),
    "two legal names": Case(
        second_legal_name,
        names.StandingAlready,
        "kind",
        "Another name of this kind stands. End that one first, or choose another kind.",
        "Un autre nom de ce genre est en usage. Mettez-y fin d’abord ou choisissez un autre genre.",
    ),
    "born tomorrow": Case(
        lambda person: correct(person, (2026, 11, 24)),
        persons.NotYet,
        "born",
        "The birth date cannot be after today, 23 Nov 2026.",
        "La date de naissance ne peut être postérieure à aujourd’hui, le 23 nov. 2026.",
    ),
    "born too long ago": Case(
        lambda person: correct(person, (1879, 12, 31)),
        persons.BornTooLongAgo,
        "born",
        "The birth year cannot be before 1880.",
        "L’année de naissance ne peut être antérieure à 1880.",
    ),
    "a correction without a reason": Case(
        lambda person: correct(person, (1990,), reason=" . "),
        keeping.NoReason,
        "reason",
        "Say why this is corrected: a few words will do.",
        "Dites pourquoi c’est corrigé : quelques mots suffisent.",
    ),
    "a correction of nothing": Case(
        lambda person: correct(person, (1989, 8, 3)),
        keeping.NothingToCorrect,
        None,
        "This is what is on file already. Nothing was changed.",
        "C’est déjà ce qui est au dossier. Rien n’a été modifié.",
    ),
    "a correction of something else": Case(
        lambda person: correct(person, (1990,), base="stale"),
        keeping.ChangedSince,
        None,
        "Someone changed this while you were writing. What is on file now stands beside your"
        " words. Compare them and send again.",
        "Quelqu’un a modifié ceci pendant que vous écriviez. Ce qui est maintenant au dossier"
        " figure à côté de vos mots. Comparez, puis envoyez de nouveau.",
    ),
    "other facts under the same id": Case(
        lambda person: a_person(id=person.pk, surname="Ng"),
        keeping.SentBefore,
        None,
        "This form was sent before and its first answers are on file, or were changed since."
        " Nothing was kept now. Open the form again to add something else.",
        "Ce formulaire a déjà été envoyé : ses premières réponses sont au dossier ou ont été"
        " modifiées depuis. Rien n’a été consigné cette fois. Rouvrez le formulaire pour ajouter"
        " autre chose.",
    ),
    "died tomorrow": Case(
        lambda person: die(person, TOMORROW),
        persons.NotYet,
        "deceased_on",
        "24 Nov 2026 has not come yet. Record it afterwards.",
        "Le 24 nov. 2026 n’est pas encore venu. Consignez-le après coup.",
    ),
    "died before birth": Case(
        lambda person: die(person, date(1989, 8, 2)),
        persons.DiedBeforeBirth,
        "deceased_on",
        "The person was born after that day. Check both days.",
        "La personne est née après ce jour. Vérifiez les deux dates.",
    ),
    "a death that nobody told": Case(
        lambda person: die(person, source=" "),
        persons.NoDeathSource,
        "death_source",
        "Say on which day the person died and who says so.",
        "Indiquez le jour du décès et qui l’affirme.",
    ),
    "died twice": Case(
        die_twice,
        persons.DeathRecordedAlready,
        None,
        "A death on 1 May 2026 is on file. Correct that entry if the day or source is wrong.",
        "Un décès, le 1er mai 2026, est déjà au dossier. Corrigez cette entrée si le jour ou la"
        " source est erroné.",
    ),
    "an offer without an answer": Case(
        lambda person: offer(person, MAY, ""),
        persons.NoAnswerToOffer,
        "service_language",
        "Say when service in French was offered and what the person chose.",
        "Indiquez quand les services en français ont été offerts et ce que la personne a choisi.",
    ),
    "an offer of tomorrow": Case(
        lambda person: offer(person, TOMORROW),
        persons.NotYet,
        "french_offered_on",
        "24 Nov 2026 has not come yet. Record it afterwards.",
        "Le 24 nov. 2026 n’est pas encore venu. Consignez-le après coup.",
    ),
}


def refused(case: Case, person: Person) -> Refused:
    with pytest.raises(case.refusal) as answer:
        case.tried(person)
    assert type(answer.value) is case.refusal
    return answer.value


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_refusal_says_why_beside_its_field(person, case):
    answer = refused(case, person)

    assert (plain(answer), answer.field) == (case.english, case.field)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_refusal_is_said_in_french(person, case):
    with translation.override("fr"):
        assert plain(refused(case, person)) == case.french


def test_every_refusal_of_the_acts_is_tried_here():
    modules = (addresses, identifiers, keeping, names, persons, phones)
    known = {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Refused) and each is not Refused
    }

    assert known - {case.refusal for case in CASES.values()} == set()


# What is refused in one step, before which nothing else was written.
ONE_STEP = [
    "an address of nothing",
    "in care of nobody",
    "an address that ends before it starts",
    "a phone that ends before it starts",
    "a number of nothing",
    "a name of nothing",
    "a new legal name of no day",
    "no legal name",
    "born tomorrow",
    "a correction without a reason",
    "a correction of nothing",
    "died before birth",
    "an offer without an answer",
]


@pytest.mark.parametrize("name", ONE_STEP)
def test_what_is_refused_leaves_nothing_behind(person, name):
    refused(CASES[name], person)

    assert [entry.act for entry in Entry.objects.all()] == ["people.person_added"]
    assert [facts_of(each, NameFacts) for each in person.names.all()] == [
        NameFacts("LEGAL", "Lavallée", "Étienne")
    ]
