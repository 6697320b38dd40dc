"""What each way, outcome, source and act of a contact is called, in both languages."""

import pytest
from django.utils import translation

from throughcare.contacts import acts
from throughcare.contacts.file_part import FILE_PART
from throughcare.contacts.forms.contact import OUTCOMES
from throughcare.contacts.models import Contact, Outcome, Purpose, Said, Source, Way
from throughcare.contacts.templatetags.contacts import contact_title
from throughcare.pages.marks import MARKS as DRAWN

WAYS = {
    "OFFICE": ("Office", "Bureau"),
    "HOME": ("Home", "Domicile"),
    "COMMUNITY": ("Elsewhere", "Ailleurs"),
    "PHONE": ("Phone", "Téléphone"),
    "VIDEO": ("Video", "Vidéo"),
    "TEXT": ("Text", "Texto"),
    "EMAIL": ("E-mail", "Courriel"),
    "MAIL": ("Letter", "Lettre"),
    "COLLATERAL": ("Collateral", "Tiers"),
}
ENDINGS = {
    "CAME": ("Came, or was reached", "S’est présentée ou a été jointe"),
    "DID_NOT_COME": ("Did not come", "Ne s’est pas présentée"),
    "NOT_REACHED": ("Tried, not reached", "Tentative, non jointe"),
    "IN_ERROR": ("Recorded by mistake", "Consigné par erreur"),
}
PURPOSES = {
    "SUPERVISION": ("Supervision", "Surveillance"),
    "INTAKE": ("Intake interview", "Entrevue d’admission"),
    "COUNTER": ("At the counter", "Au comptoir"),
}
SAYINGS = {
    "KEPT": ("kept", "respectée"),
    "NOT_KEPT": ("not kept", "non respectée"),
    "UNCLEAR": ("unclear", "pas clair"),
}
SOURCES = {
    "PERSON": ("The person’s own words", "Les mots de la personne"),
    "OFFICER": ("The officer’s view", "L’avis de l’agent"),
    "COLLATERAL": ("A collateral’s words", "Les mots d’un tiers"),
}
ACTS = {
    "contacts.contact_recorded": ("Contact", "Contact"),
    "contacts.attempt_recorded": ("Attempt, not reached", "Tentative, non jointe"),
    "contacts.did_not_come": ("Did not come", "Ne s’est pas présentée"),
    "contacts.contact_corrected": ("Contact corrected", "Contact corrigé"),
    "contacts.contact_confirmed": ("Contact confirmed", "Contact confirmé"),
}


def said(words, language):
    with translation.override(language):
        return str(words)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("choices", "known"),
    [(Way, WAYS), (Outcome, ENDINGS), (Purpose, PURPOSES), (Said, SAYINGS), (Source, SOURCES)],
    ids=["way", "outcome", "purpose", "said", "source"],
)
def test_each_choice_is_called_by_its_word(choices, known, language):
    shown = {each.value: said(each.label, language) for each in choices}

    assert shown == {code: words[language == "fr"] for code, words in known.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_act_has_its_words_on_the_timeline(language):
    shown = {act: said(words, language) for act, words in FILE_PART.words.items()}

    assert shown == {act: words[language == "fr"] for act, words in ACTS.items()}


def test_every_mark_of_an_act_is_drawn():
    assert set(acts.MARKS.values()) <= DRAWN.keys()
    assert set(acts.MARKS) <= acts.WORDS.keys()


def test_every_field_with_a_word_is_a_column():
    columns = {field.name for field in Contact._meta.concrete_fields}

    assert acts.FIELDS.keys() <= columns
    assert acts.FIELDS.keys() >= acts.GIST


def test_the_form_offers_every_outcome_but_the_correction():
    assert [code for code, _words in OUTCOMES] == ["CAME", "DID_NOT_COME", "NOT_REACHED"]


@pytest.mark.parametrize(
    ("way", "outcome", "english", "french"),
    [
        ("OFFICE", "CAME", "Office", "Bureau"),
        ("PHONE", "CAME", "Phone", "Téléphone"),
        ("OFFICE", "DID_NOT_COME", "Office: Did not come", "Bureau\u00a0: Ne s’est pas présentée"),
        ("HOME", "NOT_REACHED", "Home: Tried, not reached", None),
        ("TEXT", "IN_ERROR", "Text: Recorded by mistake", None),
    ],
)
def test_a_title_says_the_way_and_what_was_missing(way, outcome, english, french):
    contact = Contact(way=way, outcome=outcome)

    with translation.override("en"):
        assert contact_title(contact) == english
    if french:
        with translation.override("fr"):
            assert contact_title(contact) == french


def test_the_tab_is_called_contacts_in_both_languages():
    tab = FILE_PART.tabs[0]

    assert (tab.name, tab.url_name) == ("contacts", "contacts:list")
    assert [said(tab.label, language) for language in ("en", "fr")] == ["Contacts", "Contacts"]
