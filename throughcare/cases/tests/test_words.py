"""What each act, kind, level and answer is called, in both languages."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

from throughcare.cases import acts, commands
from throughcare.cases.models import AwayKind, Kind, Level, Outcome
from throughcare.cases.standards import INTERIM, USUAL

ACTS = {
    "cases.opened": ("File opened", "Dossier ouvert"),
    "cases.assigned": ("Given to an officer", "Confié à un agent"),
    "cases.uncovered": ("Uncovered, held by the manager", "Sans agent, confié au gestionnaire"),
    "cases.covered": ("Cover arranged", "Remplacement prévu"),
    "cases.cover_ended": ("Cover ended", "Remplacement terminé"),
    "cases.level_set": ("Level confirmed", "Niveau confirmé"),
    "cases.away_recorded": ("Time away recorded", "Absence consignée"),
    "cases.away_ended": ("Time away ended", "Fin d’absence"),
    "cases.transfer_proposed": ("Transfer proposed", "Transfert proposé"),
    "cases.transfer_accepted": ("Transfer accepted", "Transfert accepté"),
    "cases.transfer_refused": ("Transfer refused", "Transfert refusé"),
    "cases.restricted": ("File restricted", "Dossier restreint"),
    "cases.named_on_restriction": (
        "A member named on the restricted file",
        "Membre du personnel nommé dans le dossier restreint",
    ),
    "cases.restriction_lifted": ("Restriction lifted", "Restriction levée"),
    "cases.conflict_declared": (
        "Conflict of interest declared",
        "Conflit d’intérêts déclaré",
    ),
    "cases.opened_in_emergency": ("Opened in an emergency", "Ouvert d’urgence"),
    "cases.emergency_reviewed": ("Emergency access reviewed", "Accès d’urgence examiné"),
    "cases.looks_reviewed": (
        "A day of looking reviewed",
        "Une journée de consultations examinée",
    ),
    "cases.look_explained": (
        "Said why the file was looked at",
        "Motif de consultation du dossier donné",
    ),
    "cases.closed": ("File closed", "Dossier fermé"),
    "cases.closing_corrected": ("Closing taken back", "Fermeture annulée"),
}


def said(words, language):
    with translation.override(language):
        return str(words)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_has_its_words(act):
    assert (said(acts.WORDS[act], "en"), said(acts.WORDS[act], "fr")) == ACTS[act]


def test_no_act_is_left_without_words_here():
    assert set(acts.WORDS) == set(ACTS)


def acts_written() -> set[str]:
    """Return every act that a command of this duty enters, read from the source."""
    found = set()
    for path in Path(commands.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "entry":
                found.add(node.args[0].value)
    return found


def test_every_act_that_is_entered_has_words_and_no_word_lacks_its_act():
    assert acts_written() == set(acts.WORDS)


def test_marks_are_of_acts():
    assert set(acts.MARKS) <= set(acts.WORDS)
    assert acts.MARKS["cases.uncovered"] == "not-done"
    assert acts.MARKS["cases.closed"] == "ended"
    assert {acts.MARKS[each] for each in ("cases.restricted", "cases.conflict_declared")} == {
        "locked"
    }


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (Kind.SUPERVISION, "Supervision", "Surveillance"),
        (Kind.REPORT_ONLY, "Report only", "Rapport seulement"),
        (Kind.INVESTIGATION, "Investigation", "Enquête"),
        (Level.NOT_SET, "Not set", "Non fixé"),
        (Level.VERY_LOW, "Very low", "Très faible"),
        (Level.LOW, "Low", "Faible"),
        (Level.MEDIUM, "Medium", "Moyen"),
        (Level.HIGH, "High", "Élevé"),
        (Level.VERY_HIGH, "Very high", "Très élevé"),
        (Outcome.WAITING, "Waiting", "En attente"),
        (Outcome.ACCEPTED, "Accepted", "Accepté"),
        (Outcome.REFUSED, "Refused", "Refusé"),
    ],
)
def test_a_value_has_its_words(value, english, french):
    assert (said(value.label, "en"), said(value.label, "fr")) == (english, french)


@pytest.mark.parametrize("value", [*Kind, *Level, *AwayKind, *Outcome], ids=str)
def test_no_value_shows_its_code(value):
    assert said(value.label, "en") != value.value
    assert said(value.label, "fr") != value.value


@pytest.mark.parametrize(
    ("level", "bars"),
    [
        (Level.NOT_SET, 0),
        (Level.VERY_LOW, 1),
        (Level.LOW, 2),
        (Level.MEDIUM, 3),
        (Level.HIGH, 4),
        (Level.VERY_HIGH, 5),
    ],
)
def test_a_level_fills_its_bars(level, bars):
    assert level.bars == bars


def test_interim_standards_say_that_they_are_samples():
    assert sorted(INTERIM) == ["AS_HIGH", "AS_MEDIUM"]
    assert USUAL == "AS_MEDIUM"
    assert all(standard.sample for standard in INTERIM.values())
    assert said(INTERIM[USUAL].words, "en") == "supervised as Medium until the first assessment"
    assert said(INTERIM[USUAL].words, "fr") != said(INTERIM[USUAL].words, "en")
