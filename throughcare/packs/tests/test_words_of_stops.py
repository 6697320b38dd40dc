"""The sentences of stops and phases in English and in French."""

from datetime import date

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import say

ONTARIO = load(PACKS / "ca_on")
FACTS = {
    "before": date(2026, 12, 31),
    "count": Length(days=21),
    "credit": Length(days=2),
    "day": date(2026, 7, 1),
    "detained": date(2026, 2, 11),
    "first": date(2026, 1, 15),
    "last": date(2027, 1, 14),
    "length": Length(months=6),
    "other": date(2026, 7, 2),
    "released": date(2026, 6, 30),
    "since": date(2026, 2, 1),
    "until": date(2026, 5, 31),
}
SAID = {
    "TERM_SUSPENDED": (
        (
            "The sentence stood still from February 1, 2026 to May 31, 2026, both days "
            "counted: 21 days."
        ),
        (
            "La peine n'a pas couru du 1er février 2026 au 31 mai 2026, ces deux "
            "jours compris\u00a0: 21 jours."
        ),
    ),
    "TERM_SUSPENDED_ONE_END": (
        (
            "Where only one of the two end days counts, the sentence stood still for "
            "21 days and ends one day sooner."
        ),
        (
            "Si un seul des deux jours extrêmes compte, la peine n'a pas couru "
            "pendant 21 jours et prend fin un jour plus tôt."
        ),
    ),
    "TERM_SUSPENDED_TO_DETENTION": (
        (
            "The sentence stood still from February 1, 2026 and ran again on February "
            "11, 2026, the day of the order to detain: 21 days."
        ),
        (
            "La peine n'a pas couru à partir du 1er février 2026 et a repris le "
            "11 février 2026, jour de l'ordonnance de détention\u00a0: 21 jours."
        ),
    ),
    "TERM_IMPRISONED": (
        (
            "Imprisonment for another offence stopped the sentence from February 1, "
            "2026; the day of release, June 30, 2026, runs again: 21 days."
        ),
        (
            "L'emprisonnement pour une autre infraction a arrêté la peine à "
            "partir du 1er février 2026; elle reprend le jour de la mise en "
            "liberté, le 30 juin 2026\u00a0: 21 jours."
        ),
    ),
    "TERM_NOT_TOLLED": (
        (
            "Imprisonment from February 1, 2026 does not stop this order: it "
            "continues, except where compliance is impossible for the time being. The "
            "last day does not move."
        ),
        (
            "L'emprisonnement à partir du 1er février 2026 n'arrête pas cette "
            "ordonnance\u00a0: elle continue, sauf si le respect en est temporairement "
            "impossible. Le dernier jour ne change pas."
        ),
    ),
    "TERM_NOT_SUSPENDED": (
        "An alleged breach does not stop this order. The last day does not move.",
        ("Un manquement allégué n'arrête pas cette ordonnance. Le dernier jour ne change pas."),
    ),
    "TERM_DEEMED_SERVED": (
        (
            "The allegation failed: all the time the sentence stood still, 21 days, "
            "counts as served."
        ),
        (
            "L'allégation n'a pas été retenue\u00a0: tout le temps où la "
            "peine n'a pas couru, soit 21 jours, compte comme purgé."
        ),
    ),
    "TERM_DETENTION_CREDIT": (
        "21 days ran in detention: 2 days more count as served.",
        ("21 jours courus en détention\u00a0: 2 jours de plus comptent comme temps purgé."),
    ),
    "TERM_CREDIT_HALF_DAY": (
        (
            "The credit comes to a half day. It is taken as 2 days, the sooner end; 1 "
            "day is the other reading. Ask the court office."
        ),
        (
            "Le crédit donne une demi-journée. Il est pris pour 2 jours, la fin "
            "la plus proche; 1 jour est l'autre lecture. Demandez au greffe."
        ),
    ),
    "TERM_COURT_CREDIT": (
        "The court counted 2 days of that time as served.",
        "Le tribunal a compté 2 jours de ce temps comme temps purgé.",
    ),
    "TERM_CREDIT_OVER": (
        (
            "The credit of 2 days is more than the time the sentence stood still, 21 "
            "days. It stands as made; ask the court office."
        ),
        (
            "Le crédit de 2 jours dépasse le temps où la peine n'a pas couru, "
            "soit 21 jours. Il vaut tel quel; demandez au greffe."
        ),
    ),
    "TERM_MOVED": (
        "All told the last day moves from December 31, 2026 to January 14, 2027.",
        "En tout, le dernier jour passe du 31 décembre 2026 au 14 janvier 2027.",
    ),
    "TERM_STOP_AFTER_END": (
        (
            "What began on February 1, 2026 came after the sentence had ended on "
            "January 14, 2027: nothing was stopped."
        ),
        (
            "Ce qui a commencé le 1er février 2026 est venu après la fin de "
            "la peine, le 14 janvier 2027\u00a0: rien n'a été arrêté."
        ),
    ),
    "TERM_PHASE": (
        "This part of 6 months runs from January 15, 2026 to July 1, 2026.",
        "Cette partie de 6 mois va du 15 janvier 2026 au 1er juillet 2026.",
    ),
    "TERM_PHASE_SHARE": (
        "This part comes to 21 days: from January 15, 2026 to July 1, 2026.",
        "Cette partie compte 21 jours\u00a0: du 15 janvier 2026 au 1er juillet 2026.",
    ),
    "TERM_PHASE_REST": (
        "This part is what is left of the order: from January 15, 2026 to July 1, 2026.",
        "Cette partie est ce qui reste de l'ordonnance\u00a0: du 15 janvier 2026 au"
        " 1er juillet 2026.",
    ),
    "TERM_PHASE_HALF_DAY": (
        "The part comes to part of a day. Certain: 21 days. The other reading: 1 day. Never"
        " allege a breach of the disputed day.",
        "La partie comprend une fraction de jour. Certain\u00a0: 21 jours. Autre lecture\u00a0:"
        " 1 jour. N'alléguez jamais un manquement le jour contesté.",
    ),
    "TERM_PHASE_PAST_END": (
        (
            "This part, from January 15, 2026 to July 1, 2026, reaches outside the "
            "order. Ask the court office."
        ),
        (
            "Cette partie, du 15 janvier 2026 au 1er juillet 2026, dépasse "
            "l'ordonnance. Demandez au greffe."
        ),
    ),
    "TERM_PHASES_OVERLAP": (
        (
            "Two parts share 21 days around July 1, 2026. Ask the court office which "
            "terms bind on them."
        ),
        (
            "Deux parties partagent 21 jours autour du 1er juillet 2026. Demandez au "
            "greffe lesquelles des modalités s'y appliquent."
        ),
    ),
    "TERM_PHASES_LEAVE_DAYS": (
        (
            "Between two parts, 21 days before July 1, 2026 belong to neither. Ask the "
            "court office which terms bind on them."
        ),
        (
            "Entre deux parties, 21 jours avant le 1er juillet 2026 n'appartiennent "
            "à aucune. Demandez au greffe quelles modalités s'y appliquent."
        ),
    ),
    "TERM_PHASE_WHILE_STOPPED": (
        (
            "The sentence stood still before the end of this part, July 1, 2026. "
            "Whether the part moves with it must be asked."
        ),
        (
            "La peine n'a pas couru avant la fin de cette partie, le 1er juillet 2026. "
            "Il faut demander si la partie est déplacée d'autant."
        ),
    ),
}


def facts_of(code):
    """Return the facts of a sentence; the other reading of half a day is a length."""
    half_days = {"TERM_CREDIT_HALF_DAY", "TERM_PHASE_HALF_DAY"}
    return FACTS | ({"other": Length(days=1)} if code in half_days else {})


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", SAID)
def test_what_is_said(code, language):
    reason = because(code, "", **facts_of(code))

    assert say(ONTARIO, reason, language) == SAID[code][language == "fr"]


def test_these_are_all_such_sentences_of_the_pack():
    codes = list(ONTARIO.sentences)
    first, last = (codes.index(code) for code in (next(iter(SAID)), [*SAID][-1]))

    assert codes[first : last + 1] == list(SAID)
