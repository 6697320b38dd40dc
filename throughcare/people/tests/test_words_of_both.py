"""Codes, acts and columns in the two languages of the office, word for word."""

import pytest
from django.utils import translation

from throughcare.people import acts, words
from throughcare.people.models import Address, Identifier, Name, Person, Phone
from throughcare.people.telling import label_of, value_words
from throughcare.people.tests.factories import plain

MODELS = [Person, Name, Identifier, Address, Phone]

CODES = [
    (words.Pronoun.HE, "he", "il"),
    (words.Pronoun.SHE, "she", "elle"),
    (words.Pronoun.THEY, "they", "iel"),
    (words.Pronoun.OWN, "other words", "d’autres mots"),
    (words.Service.ENGLISH, "service in English", "services en anglais"),
    (words.Service.FRENCH, "service in French", "services en français"),
    (words.Language.ENGLISH, "English", "anglais"),
    (words.Language.FRENCH, "French", "français"),
    (words.Language.OJIBWE, "Anishinaabemowin (Ojibwe)", "anishinaabemowin (ojibwé)"),
    (words.Language.OJI_CREE, "Oji-Cree", "oji-cri"),
    (words.Language.CREE, "Cree", "cri"),
    (words.Language.MOHAWK, "Mohawk", "mohawk"),
    (words.Language.INUKTITUT, "Inuktitut", "inuktitut"),
    (words.Language.AMHARIC, "Amharic", "amharique"),
    (words.Language.ARABIC, "Arabic", "arabe"),
    (words.Language.CANTONESE, "Cantonese", "cantonais"),
    (words.Language.DARI, "Dari", "dari"),
    (words.Language.FILIPINO, "Filipino", "filipino"),
    (words.Language.GUJARATI, "Gujarati", "gujarati"),
    (words.Language.HINDI, "Hindi", "hindi"),
    (words.Language.ITALIAN, "Italian", "italien"),
    (words.Language.KOREAN, "Korean", "coréen"),
    (words.Language.MANDARIN, "Mandarin", "mandarin"),
    (words.Language.PERSIAN, "Persian", "persan"),
    (words.Language.POLISH, "Polish", "polonais"),
    (words.Language.PORTUGUESE, "Portuguese", "portugais"),
    (words.Language.PUNJABI, "Punjabi", "pendjabi"),
    (words.Language.RUSSIAN, "Russian", "russe"),
    (words.Language.SOMALI, "Somali", "somali"),
    (words.Language.SPANISH, "Spanish", "espagnol"),
    (words.Language.SWAHILI, "Swahili", "swahili"),
    (words.Language.TAMIL, "Tamil", "tamoul"),
    (words.Language.TIGRINYA, "Tigrinya", "tigrigna"),
    (words.Language.UKRAINIAN, "Ukrainian", "ukrainien"),
    (words.Language.URDU, "Urdu", "ourdou"),
    (words.Language.VIETNAMESE, "Vietnamese", "vietnamien"),
    (words.Language.YORUBA, "Yoruba", "yoruba"),
    (words.Language.ASL, "American Sign Language", "langue des signes américaine (ASL)"),
    (words.Language.LSQ, "Quebec Sign Language", "langue des signes québécoise (LSQ)"),
    (words.Language.OTHER, "another language", "autre langue"),
    (words.NameKind.LEGAL, "legal name", "nom légal"),
    (words.NameKind.PREFERRED, "preferred name", "nom préféré"),
    (words.NameKind.ALIAS, "also known as", "alias"),
    (words.NameKind.FORMER, "former name", "ancien nom"),
    (words.NameKind.MAIDEN, "name at birth", "nom à la naissance"),
    (words.IdentifierKind.FPS, "fingerprint (FPS) number", "numéro d’empreintes (SED)"),
    (words.IdentifierKind.INSTITUTION, "institution number", "numéro d’établissement"),
    (words.IdentifierKind.LICENCE, "driver’s licence", "permis de conduire"),
    (
        words.IdentifierKind.IMMIGRATION,
        "immigration client number",
        "numéro de client de l’immigration",
    ),
    (words.IdentifierKind.OTHER, "other number", "autre numéro"),
    (words.AddressKind.HOME, "home", "domicile"),
    (words.AddressKind.SHELTER, "shelter", "refuge"),
    (words.AddressKind.CARE_OF, "in care of someone", "chez quelqu’un"),
    (words.AddressKind.INSTITUTION, "institution", "établissement"),
    (words.AddressKind.NO_FIXED, "no fixed address", "sans adresse fixe"),
    (words.AddressKind.UNKNOWN, "not known", "inconnue"),
    (words.AddressKind.MAILING, "mailing address", "adresse postale"),
    (words.Source.PERSON, "the person’s word", "sa parole"),
    (words.Source.DOCUMENT, "a document", "un document"),
    (words.Source.COURT, "court papers", "documents du tribunal"),
    (words.Source.POLICE, "police", "police"),
    (words.Source.INSTITUTION, "an institution", "un établissement"),
    (words.Source.COLLATERAL, "someone who knows the person", "quelqu’un qui connaît la personne"),
    (words.Source.VISIT, "seen by an officer", "constaté par un agent ou une agente"),
    (words.PhoneKind.MOBILE, "mobile", "cellulaire"),
    (words.PhoneKind.HOME, "home phone", "téléphone du domicile"),
    (words.PhoneKind.WORK, "work phone", "téléphone au travail"),
    (words.PhoneKind.SHELTER, "shelter phone", "téléphone du refuge"),
    (words.PhoneKind.BAND_OFFICE, "band office phone", "téléphone du bureau de la bande"),
    (words.PhoneKind.OTHER, "other phone", "autre téléphone"),
    (words.Answers.SELF, "the person", "la personne"),
    (words.Answers.PARTNER, "partner", "partenaire"),
    (words.Answers.PARENT, "parent", "père ou mère"),
    (words.Answers.FAMILY, "another relative", "autre membre de la famille"),
    (words.Answers.SHARED, "shared: anyone may answer", "partagé : n’importe qui peut répondre"),
    (words.Answers.STAFF, "staff of the place", "personnel du lieu"),
    (words.Answers.OTHER, "someone else", "quelqu’un d’autre"),
    (words.Message.NO, "leave no message", "ne laisser aucun message"),
    (
        words.Message.NAME_ONLY,
        "leave only a name and a number to call",
        "laisser seulement un nom et un numéro à rappeler",
    ),
    (words.Message.YES, "a message may be left", "on peut laisser un message"),
]
ACTS = {
    "people.person_added": ("Person added", "Personne ajoutée"),
    "people.birth_corrected": ("Birth date corrected", "Date de naissance corrigée"),
    "people.language_set": (
        "Languages and pronoun written down",
        "Langues et pronom consignés",
    ),
    "people.french_offered": ("Service in French offered", "Services en français offerts"),
    "people.death_recorded": ("Death recorded", "Décès consigné"),
    "people.death_corrected": ("Death corrected", "Décès corrigé"),
    "people.name_added": ("Name added", "Nom ajouté"),
    "people.name_corrected": ("Name corrected", "Nom corrigé"),
    "people.name_ended": ("Name ended", "Fin d’un nom"),
    "people.identifier_added": ("Number added", "Numéro ajouté"),
    "people.identifier_withdrawn": ("Number withdrawn", "Numéro retiré"),
    "people.address_added": ("Address added", "Adresse ajoutée"),
    "people.address_corrected": ("Address corrected", "Adresse corrigée"),
    "people.address_ended": ("Address ended", "Fin d’une adresse"),
    "people.phone_added": ("Phone added", "Téléphone ajouté"),
    "people.phone_corrected": ("Phone corrected", "Téléphone corrigé"),
    "people.phone_ended": ("Phone ended", "Fin d’un téléphone"),
}
LABELS = [
    (Person, "born_year", "year of birth", "année de naissance"),
    (Person, "pronoun_words", "pronoun in other words", "pronom, en d’autres mots"),
    (Person, "interpreter_language", "interpreter", "interprète"),
    (Person, "french_offered_on", "service in French offered", "services en français offerts"),
    (Person, "deceased_on", "died", "décès"),
    (Person, "death_source", "who says so", "qui le dit"),
    (Name, "surname", "surname", "nom de famille"),
    (Name, "given", "given names", "prénoms"),
    (Name, "family_first", "family name first", "nom de famille en premier"),
    (Identifier, "value", "number", "numéro"),
    (Identifier, "issued_by", "given by", "délivré par"),
    (Identifier, "withdrawn_on", "withdrawn", "retrait"),
    (Address, "care_of", "in care of", "aux soins de"),
    (Address, "line1", "street", "rue"),
    (Address, "postal_code", "postal code", "code postal"),
    (Address, "verified_on", "checked", "vérification"),
    (Address, "start_is_known", "first day is known", "premier jour connu"),
    (Address, "starts_on", "since", "depuis"),
    (Address, "ends_before", "ended", "fin"),
    (Phone, "answered_by", "who answers", "qui répond"),
    (Phone, "answered_words", "who answers, in words", "qui répond, en toutes lettres"),
    (Phone, "message", "message", "message"),
    (Phone, "message_words", "words of a message", "mots du message"),
    (Phone, "as_typed", "as typed", "tel que saisi"),
]
VALUES = [
    (Person, "pronoun", "THEY", "they", "iel"),
    (Person, "spoken_language", "oj", "Anishinaabemowin (Ojibwe)", "anishinaabemowin (ojibwé)"),
    (Person, "deceased_on", None, "nothing", "rien"),
    (Name, "family_first", True, "yes", "oui"),
    (Name, "family_first", False, "no", "non"),
    (Identifier, "kind", "FPS", "fingerprint (FPS) number", "numéro d’empreintes (SED)"),
    (Address, "city", "", "nothing", "rien"),
    (Address, "city", "Wawa", "Wawa", "Wawa"),
    (Address, "source", "COURT", "court papers", "documents du tribunal"),
    (Phone, "message", "YES", "a message may be left", "on peut laisser un message"),
]


@pytest.mark.parametrize(("code", "english", "french"), CODES)
def test_a_code_in_both_languages(code, english, french):
    assert plain(code.label) == english
    with translation.override("fr"):
        assert plain(code.label) == french


def test_every_code_is_here():
    known = {
        code
        for each in vars(words).values()
        if isinstance(each, type) and issubclass(each, words.TextChoices)
        for code in each
    }

    assert known == {code for code, _english, _french in CODES}


@pytest.mark.parametrize("act", ACTS)
def test_an_act_in_both_languages(act):
    english, french = ACTS[act]

    assert str(acts.WORDS[act]) == english
    with translation.override("fr"):
        assert str(acts.WORDS[act]) == french


def test_every_act_is_here():
    assert ACTS.keys() == acts.WORDS.keys()


@pytest.mark.parametrize(("model", "name", "english", "french"), LABELS)
def test_a_column_in_both_languages(model, name, english, french):
    field = model._meta.get_field(name)

    assert label_of(field) == english
    with translation.override("fr"):
        assert label_of(field) == french


@pytest.mark.parametrize(("model", "name", "value", "english", "french"), VALUES)
def test_a_value_in_both_languages(model, name, value, english, french):
    field = model._meta.get_field(name)

    assert value_words(field, value) == english
    with translation.override("fr"):
        assert value_words(field, value) == french


@pytest.mark.parametrize("model", MODELS)
def test_no_column_is_called_by_its_name_in_the_code(model):
    columns = {"id", "person", "folded", "sounds", "sort_key"}
    fields = [each for each in model._meta.concrete_fields if each.name not in columns]

    with translation.override("fr"):
        assert not [each.name for each in fields if "_" in label_of(each)]


def test_a_column_without_words_is_called_as_django_calls_it():
    assert label_of(Person._meta.get_field("sort_key")) == "sort key"
