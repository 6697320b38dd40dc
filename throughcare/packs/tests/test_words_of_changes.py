"""The sentences of limits and changes in English and in French."""

from datetime import date

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import say

ONTARIO = load(PACKS / "ca_on")
FACTS = {
    "before": date(2026, 12, 31),
    "convicted": date(2026, 5, 4),
    "day": date(2026, 7, 1),
    "last": date(2027, 1, 14),
    "length": Length(months=6),
    "limit": Length(years=1),
    "permitted": date(2029, 1, 15),
    "to": "Thunder Bay",
}
SAID = {
    "TERM_OVER_CAP": (
        (
            "The order runs past the last day the law permits, January 15, 2029. The "
            "order stands as made; tell the manager."
        ),
        (
            "L'ordonnance dépasse le dernier jour permis par la loi, le 15 janvier "
            "2029. Elle vaut telle quelle; avisez le gestionnaire."
        ),
    ),
    "TERM_UNDER_LEAST": (
        (
            "The order ends before the first day the law permits, January 15, 2029. "
            "The order stands as made; tell the manager."
        ),
        (
            "L'ordonnance prend fin avant le premier jour permis par la loi, le 15 "
            "janvier 2029. Elle vaut telle quelle; avisez le gestionnaire."
        ),
    ),
    "TERM_OVER_TOTAL": (
        (
            "Together the sentences run past the last day the law permits, January 15, "
            "2029. They stand as made; tell the manager."
        ),
        (
            "Ensemble, les peines dépassent le dernier jour permis par la loi, le "
            "15 janvier 2029. Elles valent telles quelles; avisez le gestionnaire."
        ),
    ),
    "TERM_EXTENDED": (
        (
            "On July 1, 2026 the court extended the order by 6 months: from December "
            "31, 2026 to January 14, 2027."
        ),
        (
            "Le 1er juillet 2026, le tribunal a prolongé l'ordonnance de 6 "
            "mois\u00a0: du 31 décembre 2026 au 14 janvier 2027."
        ),
    ),
    "TERM_EXTENSION_NOT_PROVIDED": (
        (
            "No rule was found that lets a court extend such an order (by 6 months). "
            "Ask the court office."
        ),
        (
            "Aucune règle permettant de prolonger une telle ordonnance (de 6 mois) "
            "n'a été trouvée. Demandez au greffe."
        ),
    ),
    "TERM_EXTENSION_OVER_CAP": (
        (
            "The extension of 6 months is longer than the 1 year the law permits. It "
            "stands as made; tell the manager."
        ),
        (
            "La prolongation de 6 mois dépasse la limite légale (1 an). Elle "
            "vaut telle quelle; avisez le gestionnaire."
        ),
    ),
    "TERM_NO_CONVICTION": (
        "The act of July 1, 2026 needs a conviction for a new offence. None is recorded."
        " Ask the court office for its day.",
        "L'acte du 1er juillet 2026 suppose une condamnation pour une nouvelle infraction."
        " Aucune n'est consignée. Demandez-en la date au greffe.",
    ),
    "TERM_CONVICTED_OUTSIDE": (
        "The conviction of May 4, 2026 does not fall in the time of the order, before the act"
        " of July 1, 2026. Ask the court office.",
        "La condamnation du 4 mai 2026 ne tombe pas pendant l'ordonnance, avant l'acte du"
        " 1er juillet 2026. Demandez au greffe.",
    ),
    "TERM_CONVICTION_NOT_FINAL": (
        "It is not recorded that the conviction of May 4, 2026 was final before the act of"
        " July 1, 2026: no appeal taken, and the time to appeal over. Both are required."
        " Ask the court office.",
        "Il n'est pas consigné que la condamnation du 4 mai 2026 était définitive avant l'acte"
        " du 1er juillet 2026\u00a0: aucun appel interjeté, et délai d'appel expiré. Les deux"
        " sont exigés. Demandez au greffe.",
    ),
    "TERM_CHANGE_AFTER_END": (
        (
            "The change of July 1, 2026 came after the order had ended on January 14, "
            "2027. Ask the court office."
        ),
        (
            "La modification du 1er juillet 2026 est venue après la fin de "
            "l'ordonnance, le 14 janvier 2027. Demandez au greffe."
        ),
    ),
    "TERM_SHORTENED": (
        ("On July 1, 2026 the court shortened the order: its last day is January 14, 2027."),
        (
            "Le 1er juillet 2026, le tribunal a abrégé l'ordonnance\u00a0: son "
            "dernier jour est le 14 janvier 2027."
        ),
    ),
    "TERM_SHORTENED_BUT_LATER": (
        (
            "A shortened order cannot end on July 1, 2026, later than January 14, "
            "2027. The later day was not taken over; look at the endorsement."
        ),
        (
            "Une ordonnance abrégée ne peut prendre fin le 1er juillet 2026, "
            "après le 14 janvier 2027. Ce jour n'a pas été retenu; "
            "vérifiez l'inscription."
        ),
    ),
    "TERM_SHORTENING_NOT_PROVIDED": (
        (
            "No rule was found that lets a court shorten such an order (to January 14, "
            "2027). Ask the court office."
        ),
        (
            "Aucune règle permettant d'abréger une telle ordonnance (au 14 "
            "janvier 2027) n'a été trouvée. Demandez au greffe."
        ),
    ),
    "TERM_ENDED_EARLY": (
        "The court ended the order on July 1, 2026: that day is its last.",
        ("Le tribunal a mis fin à l'ordonnance le 1er juillet 2026\u00a0: c'est son dernier jour."),
    ),
    "TERM_REVOKED": (
        "The order was revoked on July 1, 2026: that day is its last.",
        ("L'ordonnance a été révoquée le 1er juillet 2026\u00a0: c'est son dernier jour."),
    ),
    "TERM_TRANSFERRED": (
        ("The order was transferred on July 1, 2026 to Thunder Bay. Its days do not change."),
        (
            "L'ordonnance a été transférée le 1er juillet 2026 à "
            "Thunder Bay. Ses jours ne changent pas."
        ),
    ),
    "TERM_VARIED": (
        "Conditions changed on July 1, 2026. The days of the order do not.",
        (
            "Des conditions ont changé le 1er juillet 2026. Les jours de "
            "l'ordonnance ne changent pas."
        ),
    ),
    "TERM_COMMITTED": (
        (
            "On July 1, 2026 the court committed the person to custody for part of the "
            "sentence. The sentence goes on in custody; confirm the day of return to "
            "the community with the institution."
        ),
        (
            "Le 1er juillet 2026, le tribunal a ordonné la détention pour une "
            "partie de la peine. La peine continue en détention; faites confirmer "
            "le jour du retour dans la collectivité par l'établissement."
        ),
    ),
    "TERM_REST_IN_CUSTODY": (
        "What was left of the sentence on July 1, 2026 is served in custody. An order that"
        " follows waits for the release. Ask the institution.",
        "Ce qui restait de la peine le 1er juillet 2026 est purgé en détention. Une ordonnance"
        " qui suit attend la mise en liberté. Demandez à l'établissement.",
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
    assert codes[last + 1] == "TERM_SUSPENDED"
