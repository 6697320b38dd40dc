"""What each act, field, kind and standing is called, in both languages."""

import pytest
from django.utils import translation

from throughcare.orders import acts, file_part, models

ACTS = {
    "orders.received": ("Order received", "Ordonnance reçue"),
    "orders.confirmed": ("Order confirmed", "Ordonnance confirmée"),
    "orders.event_recorded": (
        "Change to an order recorded",
        "Changement à une ordonnance consigné",
    ),
    "orders.event_corrected": (
        "Change to an order corrected",
        "Changement à une ordonnance corrigé",
    ),
    "orders.condition_confirmed": ("Condition confirmed", "Condition confirmée"),
    "orders.condition_changed": (
        "Reading of a condition changed",
        "Lecture d’une condition modifiée",
    ),
    "orders.condition_unclear": ("Condition marked unclear", "Condition signalée comme obscure"),
    "orders.condition_withdrawn": (
        "Taken off: not a condition",
        "Retirée : n’est pas une condition",
    ),
    "orders.condition_added": ("Condition added", "Condition ajoutée"),
    "orders.direction_given": ("Direction given", "Directive donnée"),
    "orders.direction_acknowledged": ("Direction acknowledged", "Directive reçue et comprise"),
    "orders.direction_met": ("Direction followed", "Directive suivie"),
    "orders.direction_withdrawn": ("Direction taken back", "Directive retirée"),
    "orders.explained": ("Order explained and given", "Ordonnance expliquée et remise"),
    "orders.variation_asked": (
        "Change of conditions asked for",
        "Modification de conditions demandée",
    ),
    "orders.variation_decided": (
        "Change of conditions decided",
        "Décision sur une modification de conditions",
    ),
    "orders.query_asked": ("Query to court office or Crown", "Question au greffe ou à la Couronne"),
    "orders.query_answered": ("Query answered", "Réponse reçue"),
    "orders.protected_named": ("Protected person named", "Personne protégée nommée"),
    "orders.expected": ("Expected from court", "Attendu du tribunal"),
    "orders.expected_seen": ("Seen at the counter", "Vu au comptoir"),
    "orders.expected_paper": ("Paper arrived", "Document arrivé"),
    "orders.expected_ended": ("No longer expected", "N’est plus attendu"),
    "orders.paper_arrived": ("Paper arrived at the counter", "Document arrivé au comptoir"),
    "orders.paper_held": (
        "Paper held: not ours to supervise",
        "Document gardé : pas de notre ressort",
    ),
    "orders.paper_set_aside": ("Paper set aside", "Document mis de côté"),
}

FIELDS = {
    "instrument": ("Kind of order", "Sorte d’ordonnance"),
    "court": ("Court", "Tribunal"),
    "information_number": ("Information", "Dénonciation"),
    "made_on": ("Made", "Rendue le"),
    "number": ("Number", "Numéro"),
    "words": ("Words", "Mots"),
    "doubt": ("What is unclear", "Ce qui est obscur"),
    "due_on": ("Due", "Échéance"),
    "how_given": ("How given", "Comment"),
    "to": ("Asked of", "Posée à"),
    "answer": ("Answer", "Réponse"),
    "given_on": ("Given", "Remise le"),
    "asked_by": ("Asked for by", "Demandée par"),
    "takes_effect_on": ("Takes effect", "Prend effet le"),
}

CHOICES = {
    ("AskedBy", "PERSON"): ("The person", "La personne"),
    ("AskedBy", "OFFICER"): ("The officer", "L’agent"),
    ("AskedBy", "PROSECUTOR"): ("The Crown", "La Couronne"),
    ("AskedBy", "INFORMANT"): ("The informant", "Le dénonciateur"),
    ("AskedBy", "PROTECTED"): ("The protected person", "La personne protégée"),
    ("AskedBy", "COURT"): ("The court of its own accord", "Le tribunal, d’office"),
    ("AskedBy", "BOARD"): ("The board", "La commission"),
    ("AskedOf", "COURT_OFFICE"): ("Court office", "Greffe"),
    ("AskedOf", "CROWN"): ("Crown", "Couronne"),
    ("ConditionStanding", "proposed"): ("Proposed", "Proposée"),
    ("ConditionStanding", "provisional"): ("To confirm", "À confirmer"),
    ("ConditionStanding", "confirmed"): ("Confirmed", "Confirmée"),
    ("ConditionStanding", "unclear"): ("Unclear", "Obscure"),
    ("ConditionStanding", "withdrawn"): ("Not a condition", "N’est pas une condition"),
    ("DirectionKind", "REPORT"): ("To report", "Se présenter"),
    ("DirectionKind", "ATTEND"): (
        "To attend a program or assessment",
        "Se présenter à un programme ou à une évaluation",
    ),
    ("DirectionKind", "BRING"): ("To bring proof", "Apporter une preuve"),
    ("DirectionKind", "SIGN"): ("To sign releases", "Signer des autorisations"),
    ("DirectionKind", "OTHER"): ("Something else", "Autre chose"),
    ("Ending", "WAITS"): ("Waits", "En attente"),
    ("Ending", "TAKEN_IN"): (
        "Paper and person are here",
        "Le document et la personne sont arrivés",
    ),
    ("Ending", "NOT_OURS"): ("Not for this office", "Pas pour ce bureau"),
    ("EventKind", "CUSTODY"): (
        "Imprisonment with the order",
        "Emprisonnement joint à l’ordonnance",
    ),
    ("EventKind", "BREACH_PROCESS"): ("Breach process", "Procédure pour manquement"),
    ("EventKind", "IMPRISONED"): (
        "Imprisonment for another offence",
        "Emprisonnement pour une autre infraction",
    ),
    ("EventKind", "EXTENDED"): ("Extended", "Prolongée"),
    ("EventKind", "SHORTENED"): ("Shortened", "Abrégée"),
    ("EventKind", "ENDED"): ("Ended early", "Fin anticipée"),
    ("EventKind", "REVOKED"): ("Revoked", "Révoquée"),
    ("EventKind", "VARIED"): ("Conditions changed", "Conditions modifiées"),
    ("EventKind", "TRANSFERRED"): (
        "Transferred to another court",
        "Transférée à un autre tribunal",
    ),
    ("EventKind", "COMMITTED"): (
        "Committed to custody for a part",
        "Détention pour une partie de la peine",
    ),
    ("EventKind", "HAPPENED"): ("What the order waited for", "Ce que l’ordonnance attendait"),
    ("EventKind", "TAKEN_BACK"): (
        "Taken back: recorded by mistake",
        "Retiré : consigné par erreur",
    ),
    ("HeldKind", "YOUTH"): ("Youth sentence", "Peine pour adolescent"),
    ("HeldKind", "PROVINCIAL_OFFENCES"): (
        "Provincial offences order",
        "Ordonnance relative à une infraction provinciale",
    ),
    ("HeldKind", "LONG_TERM"): ("Long-term supervision", "Surveillance de longue durée"),
    ("HeldKind", "OTHER_LAW"): ("Order under another law", "Ordonnance en vertu d’une autre loi"),
    ("HowGiven", "IN_PERSON"): ("In person, with a slip", "En personne, avec un billet"),
    ("HowGiven", "PHONE"): ("By phone", "Par téléphone"),
    ("HowGiven", "TEXT"): ("By text message", "Par message texte"),
    ("HowGiven", "LETTER"): ("By letter", "Par lettre"),
    ("HowGiven", "EMAIL"): ("By e-mail", "Par courriel"),
    ("PaperStanding", "WAITS"): ("Waits to be keyed", "À saisir"),
    ("PaperStanding", "HELD"): ("Held: not ours to supervise", "Gardé : pas de notre ressort"),
    ("PaperStanding", "TAKEN_IN"): ("Taken in", "Consigné"),
    ("PaperStanding", "SET_ASIDE"): ("Set aside", "Mis de côté"),
    ("VariationOutcome", "ASKED"): ("Asked for", "Demandée"),
    ("VariationOutcome", "PENDING"): (
        "Pending: it touches a protected person",
        "En attente : touche une personne protégée",
    ),
    ("VariationOutcome", "GRANTED"): ("Granted", "Accordée"),
    ("VariationOutcome", "REFUSED"): ("Refused", "Refusée"),
    ("VariationOutcome", "WITHDRAWN"): ("Withdrawn", "Retirée"),
}


def said(words, language):
    """Return words in a language, with plain spaces."""
    with translation.override(language):
        return str(words).replace("\u00a0", " ")


@pytest.mark.parametrize("act", ACTS)
def test_an_act_has_its_words(act):
    assert (said(acts.WORDS[act], "en"), said(acts.WORDS[act], "fr")) == ACTS[act]


def test_no_act_is_left_without_words_here():
    assert set(acts.WORDS) == set(ACTS)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_has_its_words(field):
    words = file_part.FIELDS[field]
    assert (said(words, "en"), said(words, "fr")) == FIELDS[field]


def test_no_field_is_left_without_words_here():
    assert set(file_part.FIELDS) == set(FIELDS)


@pytest.mark.parametrize(("choices", "code"), CHOICES)
def test_a_choice_has_its_words(choices, code):
    label = getattr(models, choices)(code).label
    assert (said(label, "en"), said(label, "fr")) == CHOICES[choices, code]


def test_no_choice_is_left_without_words_here():
    listed = {
        (name, value)
        for name in models.__all__
        for value in getattr(getattr(models, name), "values", [])
    }
    assert listed == set(CHOICES)


def test_marks_belong_to_acts():
    assert set(acts.MARKS) <= set(acts.WORDS)
