"""What each finding, strength, method and act of a check is called, in both languages."""

import pytest
from django.utils import translation

from throughcare.packs import choices
from throughcare.pages.marks import MARKS as DRAWN
from throughcare.verification import acts, library
from throughcare.verification.file_part import FILE_PART
from throughcare.verification.models import STRENGTHS, Finding, Verification, method_choices
from throughcare.verification.queries import CheckLine
from throughcare.verification.templatetags.checks import check_mark, check_title

FOUND = {
    "AS_ORDERED": ("As ordered", "Comme ordonné"),
    "NOT_AS_ORDERED": ("Not as ordered", "Pas comme ordonné"),
    "COULD_NOT_TELL": ("Could not tell", "Impossible à dire"),
}
STRONG = {
    "SELF_REPORT": ("the person’s word", "sa parole"),
    "DOCUMENT": ("document", "document"),
    "COLLATERAL": ("collateral", "tiers"),
    "OBSERVED": ("observed", "observée"),
    "OFFICIAL": ("official", "officielle"),
}
ACTS = {
    "verification.recorded": ("Condition checked", "Condition vérifiée"),
    "verification.evidence_recorded": ("Evidence recorded", "Preuve consignée"),
    "verification.check_corrected": ("Check corrected", "Vérification corrigée"),
}


def said(words, language):
    with translation.override(language):
        return str(words)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_finding_is_called_by_its_word(language):
    shown = {each.value: said(each.label, language) for each in Finding}

    assert shown == {code: words[language == "fr"] for code, words in FOUND.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_strength_is_called_by_its_word(language):
    shown = {code: said(words, language) for code, words in STRENGTHS}

    assert shown == {code: words[language == "fr"] for code, words in STRONG.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_act_has_its_words_on_the_timeline(language):
    shown = {act: said(words, language) for act, words in FILE_PART.words.items()}

    assert shown == {act: words[language == "fr"] for act, words in ACTS.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_methods_are_the_packs(language):
    with translation.override(language):
        assert method_choices() == choices.every_method("ca_on", language)


@pytest.mark.parametrize(
    ("language", "kind", "words"),
    [
        ("en", "RELEASE_SIGNED", "Release of information signed"),
        ("fr", "SEEN_HOME", "Rencontre à domicile"),
        ("en", "NO_SUCH", "NO_SUCH"),
    ],
)
def test_evidence_is_called_as_the_pack_calls_it(language, kind, words):
    with translation.override(language):
        assert library.evidence_called(kind).startswith(words)
        assert check_title(Verification(shows=kind)).startswith(words)


@pytest.mark.parametrize(
    ("result", "by_mistake", "mark"),
    [
        ("AS_ORDERED", False, "verified"),
        ("NOT_AS_ORDERED", False, "contradicted"),
        ("COULD_NOT_TELL", False, "to-confirm"),
        ("AS_ORDERED", True, "ended"),
    ],
)
@pytest.mark.django_db
def test_a_check_is_drawn_by_what_it_found(result, by_mistake, mark):
    line = CheckLine(Verification(result=result, by_mistake=by_mistake), outside=False)

    assert check_mark(line) == mark
    assert mark in DRAWN


def test_every_mark_of_an_act_is_drawn():
    assert set(acts.MARKS.values()) <= DRAWN.keys()
    assert acts.MARKS.keys() <= acts.WORDS.keys()


def test_every_field_with_a_word_is_a_column():
    columns = {field.name for field in Verification._meta.concrete_fields}

    assert acts.FIELDS.keys() <= columns
    assert acts.FIELDS.keys() >= acts.GIST


def test_the_tab_has_its_word_in_both_languages():
    tab = FILE_PART.tabs[0]

    assert [said(tab.label, language) for language in ("en", "fr")] == ["Checks", "Vérifications"]
    assert tab.url_name == "verification:list"
