"""The sentences of a first day, a last day and a question in English and in French."""

from datetime import date

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import say

ONTARIO = load(PACKS / "ca_on")
FACTS = {
    "counted": date(2027, 1, 14),
    "day": date(2026, 7, 1),
    "first": date(2026, 1, 15),
    "instrument": "PROBATION",
    "last": date(2027, 1, 14),
    "length": Length(months=6),
    "other": date(2026, 7, 2),
    "since": date(2026, 2, 1),
    "stated": date(2027, 1, 15),
}
SAID = {
    "TERM_BEGINS_ON_MAKING": (
        "The order is in force from the day it was made, July 1, 2026.",
        ("L'ordonnance est en vigueur dès le jour où elle a été rendue, le 1er juillet 2026."),
    ),
    "TERM_BEGINS_ON_RELEASE": (
        ("The order comes into force when the person is released from prison, on July 1, 2026."),
        ("L'ordonnance entre en vigueur à la mise en liberté de la personne, le 1er juillet 2026."),
    ),
    "TERM_BEGINS_ON_EXPIRY": (
        (
            "The release was conditional: the order comes into force when the sentence "
            "of imprisonment has expired. Its last day is January 14, 2027, so the "
            "first day of the order is July 1, 2026."
        ),
        (
            "La mise en liberté était conditionnelle\u00a0: l'ordonnance entre en "
            "vigueur à l'expiration de la peine d'emprisonnement. Le dernier jour "
            "de celle-ci est le 14 janvier 2027; le premier jour de l'ordonnance est "
            "donc le 1er juillet 2026."
        ),
    ),
    "TERM_BEGINS_AFTER_SENTENCE": (
        (
            "The order comes after the probation order that ends on January 14, 2027: "
            "its first day is July 1, 2026."
        ),
        (
            "L'ordonnance suit une autre mesure (ordonnance de probation) qui prend "
            "fin le 14 janvier 2027\u00a0: son premier jour est le 1er juillet 2026."
        ),
    ),
    "TERM_BEGINS_BETWEEN_SITTINGS": (
        (
            "With an intermittent sentence the order binds from July 1, 2026 whenever "
            "the person is not in custody."
        ),
        (
            "Avec une peine discontinue, l'ordonnance oblige dès le 1er juillet "
            "2026, chaque fois que la personne n'est pas détenue."
        ),
    ),
    "TERM_SENTENCE_EXPIRES": (
        "The institution gives July 1, 2026 as the last day of the sentence.",
        ("L'établissement donne le 1er juillet 2026 comme dernier jour de la peine."),
    ),
    "TERM_CONFIRM_EXPIRY": (
        (
            "The last day of the sentence, July 1, 2026, was counted here. Confirm it "
            "with the institution."
        ),
        (
            "Le dernier jour de la peine, le 1er juillet 2026, a été calculé "
            "ici. Faites-le confirmer par l'établissement."
        ),
    ),
    "TERM_IMPORTED": (
        ("July 1, 2026 comes from the certificate or permit. It is not computed here."),
        ("Le 1er juillet 2026 vient du certificat ou du permis. Il n'est pas calculé ici."),
    ),
    "TERM_ENDS_PERIOD": (
        ("The first day, January 15, 2026, counts: 6 months from then end on July 1, 2026."),
        (
            "Le premier jour, le 15 janvier 2026, compte\u00a0: 6 mois à partir de "
            "là prennent fin le 1er juillet 2026."
        ),
    ),
    "TERM_ENDS_ANNIVERSARY": (
        (
            "The order ends 6 months after January 15, 2026, and that day is still "
            "inside: July 1, 2026."
        ),
        (
            "L'ordonnance prend fin 6 mois après le 15 janvier 2026, et ce "
            "jour-là en fait encore partie\u00a0: le 1er juillet 2026."
        ),
    ),
    "TERM_NO_CORRESPONDING_DAY": (
        (
            "The last month has no day with the number of January 15, 2026. July 1, "
            "2026 is certain; July 2, 2026 is disputed. Never allege a breach of the "
            "disputed day: a person must decide."
        ),
        (
            "Le dernier mois n'a pas de jour portant le quantième du 15 janvier "
            "2026. Le 1er juillet 2026 est certain; le 2 juillet 2026 est contesté. "
            "N'alléguez jamais un manquement le jour contesté\u00a0: une personne "
            "doit trancher."
        ),
    ),
    "TERM_ENDS_ON_EVENT": (
        "The order has no length: it lasts until the event it waits for.",
        ("L'ordonnance n'a pas de durée\u00a0: elle vaut jusqu'à l'événement attendu."),
    ),
    "TERM_ENDS_STATED": (
        "The order itself gives its last day, July 1, 2026.",
        "L'ordonnance donne elle-même son dernier jour, le 1er juillet 2026.",
    ),
    "TERM_STATED_DAY_DIFFERS": (
        (
            "The order says January 15, 2027; its length leads to January 14, 2027. "
            "Only the earlier is certain. Ask the court office."
        ),
        (
            "L'ordonnance dit le 15 janvier 2027; sa durée mène au 14 janvier "
            "2027. Seul le premier des deux est certain. Demandez au greffe."
        ),
    ),
    "TERM_FOR_LIFE": (
        "The order is for life.",
        "L'ordonnance est à perpétuité.",
    ),
    "TERM_ASK_RELEASE": (
        ("On which day was (or will be) the person released from prison? Ask the institution."),
        (
            "Quel jour la personne a-t-elle été (ou sera-t-elle) mise en "
            "liberté? Demandez à l'établissement."
        ),
    ),
    "TERM_ASK_RELEASE_KIND": (
        (
            "Was the release of July 1, 2026 on parole or another condition, or "
            "outright? Ask the institution."
        ),
        (
            "La mise en liberté du 1er juillet 2026 était-elle conditionnelle ou "
            "définitive? Demandez à l'établissement."
        ),
    ),
    "TERM_ASK_EXPIRY": (
        "What is the last day of the sentence of imprisonment? Ask the institution.",
        ("Quel est le dernier jour de la peine d'emprisonnement? Demandez à l'établissement."),
    ),
    "TERM_ASK_IMPORT": (
        "Which day does the certificate or permit give? It is never computed here.",
        ("Quel jour le certificat ou le permis donne-t-il? Il n'est jamais calculé ici."),
    ),
    "TERM_ASK_LENGTH": (
        ("How long is the order? Look for its length or its last day, or ask the court office."),
        (
            "Quelle est la durée de l'ordonnance? Cherchez-y la durée ou le "
            "dernier jour, ou demandez au greffe."
        ),
    ),
    "TERM_ASK_PRIOR_TERM": (
        (
            "The order comes after another one (probation order) whose last day is not "
            "known. What is it?"
        ),
        (
            "L'ordonnance suit une autre mesure (ordonnance de probation) dont le "
            "dernier jour n'est pas connu. Quel est-il?"
        ),
    ),
    "TERM_ASK_DETERMINATION": (
        (
            "The sentence has stood still since February 1, 2026, until the court "
            "decides on the alleged breach. When it has, record the day and the "
            "outcome."
        ),
        (
            "La peine ne court plus depuis le 1er février 2026, jusqu'à la "
            "décision du tribunal sur le manquement allégué. Inscrivez "
            "ensuite le jour et l'issue."
        ),
    ),
    "TERM_ASK_PROCESS_START": (
        (
            "How did the breach process begin: by a warrant, an arrest without "
            "warrant, or a compelled appearance, and on which day?"
        ),
        (
            "Comment la procédure pour manquement a-t-elle commencé\u00a0: par un "
            "mandat, une arrestation sans mandat ou une comparution forcée, et quel "
            "jour?"
        ),
    ),
    "TERM_ASK_IMPRISONMENT_END": (
        (
            "The sentence has stood still since February 1, 2026 because of "
            "imprisonment for another offence. On which day was the person released?"
        ),
        (
            "La peine ne court plus depuis le 1er février 2026 en raison d'un "
            "emprisonnement pour une autre infraction. Quel jour la personne a-t-elle "
            "été mise en liberté?"
        ),
    ),
    "TERM_ASK_EFFECT": (
        "Imprisonment for another offence began on February 1, 2026. Whether it moves the last"
        " day is not computed here. Ask the board or the institution.",
        "Un emprisonnement pour une autre infraction a commencé le 1er février 2026. Son effet"
        " sur le dernier jour n'est pas calculé ici. Demandez à la commission ou à"
        " l'établissement.",
    ),
    "TERM_RULE_NOT_KNOWN": (
        (
            "No rule is known for the term of this order (probation order) made on "
            "July 1, 2026. Ask the manager."
        ),
        (
            "Aucune règle n'est connue pour la durée de cette ordonnance "
            "(ordonnance de probation), rendue le 1er juillet 2026. Demandez au "
            "gestionnaire."
        ),
    ),
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", SAID)
def test_what_is_said(code, language):
    reason = because(code, "", **FACTS)

    assert say(ONTARIO, reason, language) == SAID[code][language == "fr"]


def test_these_are_all_such_sentences_of_the_pack():
    codes = list(ONTARIO.sentences)
    first, last = (codes.index(code) for code in (next(iter(SAID)), [*SAID][-1]))

    assert codes[first : last + 1] == list(SAID)
    assert codes[last + 1] == "TERM_OVER_CAP"
