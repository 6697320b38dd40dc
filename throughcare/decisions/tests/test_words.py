"""What each decision, answer and act is called, in both languages."""

import pytest
from django.utils import translation

from throughcare.decisions import acts
from throughcare.decisions.file_part import FILE_PART
from throughcare.decisions.models import Answer, NoStaff, SetAside
from throughcare.decisions.templatetags import decided
from throughcare.decisions.words import reason_choices, reason_in_words
from throughcare.packs import choices
from throughcare.pages.marks import MARKS as DRAWN
from throughcare.staff.models import StaffMember

ACTS = {
    "decisions.set_aside": ("Set aside", "Mis de côté"),
    "decisions.set_aside_asked": (
        "Setting aside proposed, waits for approval",
        "Mise de côté proposée, attend une approbation",
    ),
    "decisions.set_aside_approved": ("Setting aside approved", "Mise de côté approuvée"),
    "decisions.set_aside_refused": ("Setting aside refused", "Mise de côté refusée"),
    "decisions.set_aside_withdrawn": ("Setting aside taken back", "Mise de côté retirée"),
    "decisions.no_staff_marked": ("Not done: no staff", "Non fait\u00a0: sans personnel"),
}
ANSWERS = {
    "NOT_ASKED": ("no approval needed", "aucune approbation requise"),
    "WAITING": ("waits for approval", "attend une approbation"),
    "APPROVED": ("approved", "approuvé"),
    "REFUSED": ("refused", "refusé"),
}
REASONS = {
    "SICK": ("Sick, or caring for someone who was", "Malade, ou au chevet d’un proche malade"),
    "FAMILY": (
        "A death or an emergency in the family",
        "Décès ou urgence dans la famille",
    ),
    "WORK_OR_SCHOOL": (
        "At work or school, and said so before",
        "Au travail ou aux études, et l’avait dit d’avance",
    ),
    "WEATHER": (
        "Weather, closed roads, or no flight",
        "Météo, routes fermées ou vol annulé",
    ),
    "OFFICE_CLOSED": (
        "The office was closed or called it off",
        "Le bureau était fermé ou a annulé",
    ),
    "DONE_OTHERWISE": ("Met in another way", "Satisfait d’une autre façon"),
    "CHANGE_BEFORE_COURT": (
        "A change of the order is before the court",
        "Une modification de l’ordonnance est devant le tribunal",
    ),
    "UNSAFE": ("It cannot be done safely", "Ne peut se faire en sécurité"),
    "NOT_ENFORCED": ("Decided not to enforce", "Décision de ne pas donner suite"),
    "OTHER": ("Another reason", "Autre motif"),
    "VACANT_POST": ("A post is vacant", "Un poste est vacant"),
    "STAFF_AWAY": (
        "Staff sick or on leave, nobody to cover",
        "Personnel malade ou en congé, sans remplacement",
    ),
    "EMERGENCY_DAY": ("An emergency took the day", "Une urgence a pris la journée"),
}


def said(words, language):
    with translation.override(language):
        return str(words)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_act_has_its_words_on_the_timeline(language):
    shown = {act: said(words, language) for act, words in FILE_PART.words.items()}

    assert shown == {act: words[language == "fr"] for act, words in ACTS.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_answer_is_called_by_its_word(language):
    shown = {each.value: said(each.label, language) for each in Answer}

    assert shown == {code: words[language == "fr"] for code, words in ANSWERS.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_reason_of_the_pack_is_said_in_the_language_of_the_page(language):
    with translation.override(language):
        shown = dict(reason_choices())

    assert shown == {code: words[language == "fr"] for code, words in REASONS.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("model", [SetAside, NoStaff])
def test_a_row_says_its_reason_in_words(model, language):
    with translation.override(language):
        assert (
            model(reason_code="SICK").get_reason_code_display()
            == (REASONS["SICK"][language == "fr"])
        )


@pytest.mark.parametrize(
    ("code", "words", "shown"),
    [
        ("SICK", "", "Sick, or caring for someone who was"),
        ("OTHER", "Flooded road", "Another reason. Flooded road"),
        ("LONG_GONE", "", "LONG_GONE"),
    ],
)
def test_words_are_added_to_a_reason(code, words, shown):
    assert reason_in_words(code, words) == shown


def test_every_mark_of_an_act_is_drawn():
    assert set(acts.MARKS.values()) <= DRAWN.keys()
    assert acts.MARKS.keys() == acts.WORDS.keys()


def test_every_field_with_a_word_is_a_column():
    columns = {field.name for field in SetAside._meta.concrete_fields}

    assert acts.FIELDS.keys() <= columns
    assert acts.FIELDS.keys() >= acts.GIST


@pytest.mark.parametrize(
    ("answer", "withdrawn", "counts", "mark"),
    [
        (Answer.NOT_ASKED, False, True, "set-aside"),
        (Answer.APPROVED, False, True, "set-aside"),
        (Answer.WAITING, False, False, "to-confirm"),
        (Answer.REFUSED, False, False, "ended"),
        (Answer.NOT_ASKED, True, False, "ended"),
        (Answer.APPROVED, True, False, "ended"),
        (Answer.WAITING, True, False, "ended"),
    ],
)
def test_a_decision_is_drawn_by_how_it_stands(answer, withdrawn, counts, mark):
    decision = SetAside(answer=answer, withdrawn_at="then" if withdrawn else None)

    assert (decision.counts, decided.decision_mark(decision)) == (counts, mark)


def test_a_decision_without_words_is_of_a_requirement():
    assert decided.decision_title(SetAside(what="")) == "A requirement of this file"
    assert decided.decision_title(NoStaff(what="Seen twice a month")) == "Seen twice a month"


def test_the_verb_is_for_another_than_who_decided():
    own, other = StaffMember(), StaffMember()
    decision = SetAside(decided_by=own)

    assert decided.answered_by_other(decision, own) == ""
    assert decided.answered_by_other(decision, other) == "Answer"


def test_reasons_of_the_two_lists_do_not_share_a_code():
    every = [code for code, _words in choices.every_reason("ca_on", "en")]

    assert len(every) == len(set(every)) == len(REASONS)
