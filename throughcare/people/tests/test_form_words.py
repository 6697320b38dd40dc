"""What each form is called, what its button says and what is said when it was kept."""

import pytest
from django.utils import translation

from throughcare.people.forms import form_for
from throughcare.people.forms.acts import FORMS
from throughcare.people.tests.factories import plain

ENGLISH = {
    "add-name": ("Add a name", "Add the name", "The name is on file."),
    "correct-name": (
        "Correct a name",
        "Correct the name",
        "The name is corrected. Both writings can be read.",
    ),
    "end-name": ("End a name", "End the name", "The name has ended. It is still found by search."),
    "add-number": ("Add a number", "Add the number", "The number is on file."),
    "withdraw-number": (
        "Withdraw a number",
        "Withdraw the number",
        "The number is withdrawn. It can still be read.",
    ),
    "add-address": (
        "Add an address",
        "Add the address",
        "The address is on file; the one before it has ended.",
    ),
    "correct-address": (
        "Correct an address",
        "Correct the address",
        "The address is corrected. Both writings can be read.",
    ),
    "end-address": ("End an address", "End the address", "The address has ended."),
    "add-phone": ("Add a phone", "Add the phone", "The phone is on file."),
    "correct-phone": (
        "Correct a phone",
        "Correct the phone",
        "The phone is corrected. Both writings can be read.",
    ),
    "end-phone": (
        "End a phone",
        "End the phone",
        "The phone has ended. It is not shown among those to call.",
    ),
    "correct-birth": (
        "Correct the birth date",
        "Correct the birth date",
        "The birth date is corrected. Both can be read.",
    ),
    "languages": (
        "Pronoun and languages",
        "Keep these",
        "Pronoun and languages are on file.",
    ),
    "french-offer": (
        "Active offer of service in French",
        "Record the offer",
        "The offer and the answer are on file.",
    ),
    "record-death": ("Record a death", "Record the death", "The death is on file."),
    "correct-death": (
        "Correct a death",
        "Correct the death",
        "The death is corrected. Both can be read.",
    ),
}
FRENCH = {
    "add-name": ("Ajouter un nom", "Ajouter le nom", "Le nom est au dossier."),
    "correct-name": (
        "Corriger un nom",
        "Corriger le nom",
        "Le nom est corrigé. Les deux versions restent lisibles.",
    ),
    "end-name": (
        "Mettre fin à un nom",
        "Mettre fin au nom",
        "Le nom a pris fin. La recherche le trouve encore.",
    ),
    "add-number": ("Ajouter un numéro", "Ajouter le numéro", "Le numéro est au dossier."),
    "withdraw-number": (
        "Retirer un numéro",
        "Retirer le numéro",
        "Le numéro est retiré. Il reste lisible.",
    ),
    "add-address": (
        "Ajouter une adresse",
        "Ajouter l’adresse",
        "L’adresse est au dossier; la précédente a pris fin.",
    ),
    "correct-address": (
        "Corriger une adresse",
        "Corriger l’adresse",
        "L’adresse est corrigée. Les deux versions restent lisibles.",
    ),
    "end-address": (
        "Mettre fin à une adresse",
        "Mettre fin à l’adresse",
        "L’adresse a pris fin.",
    ),
    "add-phone": (
        "Ajouter un téléphone",
        "Ajouter le téléphone",
        "Le téléphone est au dossier.",
    ),
    "correct-phone": (
        "Corriger un téléphone",
        "Corriger le téléphone",
        "Le téléphone est corrigé. Les deux versions restent lisibles.",
    ),
    "end-phone": (
        "Mettre fin à un téléphone",
        "Mettre fin au téléphone",
        "Le téléphone a pris fin. Il ne figure plus parmi ceux à appeler.",
    ),
    "correct-birth": (
        "Corriger la date de naissance",
        "Corriger la date de naissance",
        "La date de naissance est corrigée. Les deux restent lisibles.",
    ),
    "languages": (
        "Pronom et langues",
        "Consigner",
        "Le pronom et les langues sont au dossier.",
    ),
    "french-offer": (
        "Offre active de services en français",
        "Consigner l’offre",
        "L’offre et la réponse sont au dossier.",
    ),
    "record-death": ("Consigner un décès", "Consigner le décès", "Le décès est au dossier."),
    "correct-death": (
        "Corriger un décès",
        "Corriger le décès",
        "Le décès est corrigé. Les deux versions restent lisibles.",
    ),
}


def said(act):
    kind = FORMS[act]
    return tuple(plain(words) for words in (kind.title, kind.verb, kind.done))


def test_every_form_is_here():
    assert ENGLISH.keys() == FRENCH.keys() == FORMS.keys()


@pytest.mark.parametrize("act", FORMS)
def test_a_form_in_english(act):
    assert said(act) == ENGLISH[act]


@pytest.mark.parametrize("act", FORMS)
def test_a_form_in_french(act):
    with translation.override("fr"):
        assert said(act) == FRENCH[act]


@pytest.mark.parametrize("act", FORMS)
def test_every_field_that_is_seen_has_a_label_in_french(act):
    labels = [
        field.label for field in FORMS[act].base_fields.values() if not field.widget.is_hidden
    ]
    english = list(map(str, labels))

    assert all(english)
    with translation.override("fr"):
        assert [one for one, two in zip(english, map(str, labels), strict=True) if one == two] in (
            [],
            ["Note"],
        )


@pytest.mark.parametrize("act", FORMS)
def test_what_folds_out_and_what_stands_last_are_fields(act):
    kind = FORMS[act]
    named = {*kind.more, *(kind.last if kind.last != ("reason",) else ())}

    assert named <= kind.base_fields.keys()


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
class TestSentences:
    @pytest.fixture(autouse=True)
    def _french(self):
        with translation.override("fr"):
            yield

    @pytest.mark.parametrize(
        ("act", "field", "typed", "sentence"),
        [
            ("add-name", "surname", "", "Remplissez ce champ."),
            (
                "add-name",
                "surname",
                "x" * 81,
                "Réduisez à 80 caractères; il y en a 81.",
            ),
            ("add-name", "kind", "", "Choisissez une réponse."),
            ("add-name", "kind", "X", "Choisissez l’une des réponses proposées."),
            (
                "add-phone",
                "as_typed",
                "555 0142",
                (
                    "Ce n’est pas un numéro de téléphone complet. Écrivez-le avec son indicatif"
                    " régional : 705 555 0142."
                ),
            ),
            (
                "correct-birth",
                "reason",
                "",
                "Dites pourquoi c’est corrigé : quelques mots suffisent.",
            ),
            (
                "correct-birth",
                "born",
                "24 nov. 2026",
                "La date de naissance ne peut pas être après aujourd’hui, 23 nov. 2026.",
            ),
            (
                "record-death",
                "deceased_on",
                "24 nov. 2026",
                "Le jour du décès ne peut pas être après aujourd’hui, 23 nov. 2026.",
            ),
        ],
    )
    def test_a_wrong_field_is_told_in_french(self, person, act, field, typed, sentence):
        form = form_for(act, {field: typed}, person=person)

        assert [plain(words) for words in form.errors[field]] == [sentence]

    def test_own_words_are_asked_for_in_french(self, person):
        form = form_for("languages", {"pronoun": "OWN"}, person=person)

        assert form.errors["pronoun_words"] == ["Écrivez les mots que la personne emploie."]
