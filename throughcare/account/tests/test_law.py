"""What codes, rules and reasons are called in the language of the page."""

import pytest
from django.conf import settings
from django.utils import translation

from throughcare.account.law import (
    authority_of,
    label_of,
    method_of,
    pack_used,
    sentences_of,
    the_pack,
)
from throughcare.kernel.calendar.answers import because
from throughcare.kernel.knowing.words import Why
from throughcare.packs.identity import pack_sha256
from throughcare.packs.loading import PACKS


def test_the_pack_is_that_of_the_office():
    assert the_pack().code == settings.JURISDICTION == "ca_on"
    assert pack_used().code == "ca_on"
    assert pack_used().sha256 == pack_sha256(PACKS / "ca_on")


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("PROBATION", "Probation order", "Ordonnance de probation"),
        ("COLLATERAL", "A collateral's word", "La parole d'un tiers"),
        ("COLLATERAL@0193", "A collateral's word", "La parole d'un tiers"),
        ("UNKNOWN_TO_IT", "Unknown to it", "Unknown to it"),
    ],
)
def test_a_code_has_its_label_and_never_shows_itself(code, english, french):
    assert label_of(code) == english
    with translation.override("fr"):
        assert label_of(code) == french


def test_every_event_of_the_pack_is_said_in_its_own_words():
    pack = the_pack()
    alone = pack.events.keys() - pack.labels.keys() - pack.evidence.keys()

    with translation.override("fr"):
        assert [each for each in alone if label_of(each) != pack.events[each]["fr"]] == []
    assert "INTAKE_HELD" in alone


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("ASKED", "Asked", "Demandé"),
        ("DOCUMENT_SEEN", "Paper seen", "Document vu"),
        ("COLLATERAL", "A collateral's word", "La parole d'un tiers"),
    ],
)
def test_a_method_is_named_without_its_gloss_and_other_evidence_by_its_label(code, english, french):
    assert method_of(code) == english
    with translation.override("fr"):
        assert method_of(code) == french


def test_an_authority_is_named_in_french():
    with translation.override("fr"):
        assert authority_of("Criminal Code, s. 732.1(2)(a)").startswith("Code criminel")


def test_reasons_are_sentences_in_the_language():
    reasons = (because(Why.NOTHING, "s. 1"),)
    english = sentences_of(reasons)
    with translation.override("fr"):
        french = sentences_of(reasons)

    assert english == ["Nothing on file: no verification of this condition was recorded."]
    assert french == [
        "Rien au dossier\xa0: aucune vérification de cette condition n'a été consignée."
    ]


def test_a_reason_that_the_pack_has_no_sentence_for_is_left_out():
    assert sentences_of((because("unknown.reason", "s. 1"),)) == []
