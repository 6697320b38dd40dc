"""The sentences of counting in English and in French."""

from datetime import date

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import say

ONTARIO = load(PACKS / "ca_on")
FACTS = {
    "clock": "CSO_BREACH_HEARING",
    "day": date(2026, 7, 1),
    "event": date(2026, 3, 2),
    "holiday": "CANADA_DAY",
    "length": Length(months=6),
    "moved": date(2026, 7, 3),
    "other": date(2026, 7, 2),
    "since": date(2026, 2, 1),
}
SAID = {
    "COUNT_RULE": (
        (
            "Hearing of an alleged breach of a conditional sentence begins (or as soon "
            "after as is practicable): 6 months, counted from March 2, 2026."
        ),
        (
            "Début de l'audience sur un manquement allégué au sursis (ou "
            "dès que possible par la suite)\u00a0: 6 mois, à compter du 2 mars "
            "2026."
        ),
    ),
    "COUNT_WITHIN": (
        (
            "March 2, 2026 is left out and the last day is counted, so 6 months leads "
            "to July 1, 2026."
        ),
        (
            "Le 2 mars 2026 ne compte pas et le dernier jour compte\u00a0: 6 mois "
            "mènent au 1er juillet 2026."
        ),
    ),
    "COUNT_WITHIN_BEFORE": (
        "March 2, 2026 is left out: the last day before it is July 1, 2026.",
        (
            "Le 2 mars 2026 ne compte pas\u00a0: le dernier jour qui le précède "
            "est le 1er juillet 2026."
        ),
    ),
    "COUNT_CLEAR_DAYS": (
        ("“At least” means clear days: both ends are left out, which leads to July 1, 2026."),
        (
            "«\u00a0Au moins\u00a0» veut dire des jours francs\u00a0: les deux bouts "
            "sont exclus, ce qui mène au 1er juillet 2026."
        ),
    ),
    "COUNT_PLAIN_DAYS": (
        ("Under this law “at least” leaves out the first day and counts the last: July 1, 2026."),
        (
            "Selon cette loi, «\u00a0au moins\u00a0» exclut le premier jour et "
            "compte le dernier\u00a0: le 1er juillet 2026."
        ),
    ),
    "COUNT_DISPUTED": (
        (
            "Whether “at least” means clear days here is not settled: July "
            "1, 2026 is safe, July 2, 2026 is the other reading."
        ),
        (
            "Il n'est pas établi qu'«\u00a0au moins\u00a0» veuille dire ici des "
            "jours francs\u00a0: le 1er juillet 2026 est sûr, le 2 juillet 2026 est "
            "l'autre lecture."
        ),
    ),
    "COUNT_TAKES_EFFECT": (
        (
            "The law itself acts on July 1, 2026. Nobody has a thing to do, so a "
            "holiday moves nothing."
        ),
        (
            "L'effet se produit de plein droit le 1er juillet 2026. Personne n'a "
            "d'acte à accomplir\u00a0: un jour férié n'y change rien."
        ),
    ),
    "COUNT_ELAPSED": (
        (
            "6 months must have gone by entirely since March 2, 2026: the first day "
            "after is July 1, 2026."
        ),
        (
            "Il faut que 6 mois se soient écoulés en entier depuis le 2 mars "
            "2026\u00a0: le premier jour qui suit est le 1er juillet 2026."
        ),
    ),
    "COUNT_BEGINNING_WITH": (
        (
            "The period begins with March 2, 2026, which counts as its first day: its "
            "last is July 1, 2026."
        ),
        (
            "La période commence par le 2 mars 2026, qui en est le premier "
            "jour\u00a0: son dernier jour est le 1er juillet 2026."
        ),
    ),
    "COUNT_BUSINESS_DAYS": (
        (
            "Only days that are neither on a weekend nor a holiday count: the last of "
            "them is July 1, 2026."
        ),
        (
            "Seuls comptent les jours hors fin de semaine et hors jours "
            "fériés\u00a0: le dernier est le 1er juillet 2026."
        ),
    ),
    "HOLIDAY_MOVES_ACT": (
        (
            "July 1, 2026 is a holiday (Canada Day): the act may still be done on July "
            "3, 2026, the next day that is not one."
        ),
        (
            "Le 1er juillet 2026 est un jour férié (fête du Canada)\u00a0: "
            "l'acte peut encore être accompli le 3 juillet 2026, premier jour "
            "suivant qui ne l'est pas."
        ),
    ),
    "HOLIDAY_MAY_MOVE_ACT": (
        (
            "July 1, 2026 may be a holiday (Canada Day). If it is, the act may still "
            "be done on July 3, 2026."
        ),
        (
            "Le 1er juillet 2026 est peut-être un jour férié (fête du "
            "Canada). Si c'est le cas, l'acte peut encore être accompli le 3 "
            "juillet 2026."
        ),
    ),
    "OFFICE_SHUT_MOVES_FILING": (
        (
            "The office that takes the filing is shut on July 1, 2026: it may still be "
            "filed on July 3, 2026, the next day the office is open."
        ),
        (
            "Le bureau qui reçoit le dépôt est fermé le 1er juillet "
            "2026\u00a0: le dépôt peut encore être fait le 3 juillet 2026, "
            "premier jour suivant d'ouverture."
        ),
    ),
    "HOLIDAYS_NOT_CHECKED": (
        (
            "Calendar incomplete: the holidays around July 1, 2026 were not checked. A "
            "person must check them."
        ),
        (
            "Calendrier incomplet\u00a0: les jours fériés autour du 1er juillet "
            "2026 n'ont pas été vérifiés. Une personne doit les "
            "vérifier."
        ),
    ),
    "RULE_UNCONFIRMED": (
        (
            "Hearing of an alleged breach of a conditional sentence begins (or as soon "
            "after as is practicable): that this rule applies since February 1, 2026 "
            "is not confirmed. The answer of the rule before it is shown too."
        ),
        (
            "Début de l'audience sur un manquement allégué au sursis (ou "
            "dès que possible par la suite)\u00a0: il n'est pas confirmé que cette "
            "règle s'applique depuis le 1er février 2026. La réponse de la "
            "règle précédente est aussi donnée."
        ),
    ),
    "RULE_NOT_KNOWN": (
        (
            "No rule is known for Hearing of an alleged breach of a conditional "
            "sentence begins (or as soon after as is practicable) on March 2, 2026. "
            "Ask counsel or the manager which one applies."
        ),
        (
            "Aucune règle n'est connue pour Début de l'audience sur un "
            "manquement allégué au sursis (ou dès que possible par la suite) "
            "au 2 mars 2026. Demandez au conseiller juridique ou au gestionnaire "
            "laquelle s'applique."
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
    assert codes[0] in SAID
