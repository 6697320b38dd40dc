"""The sentences of working days and clock times in English and in French."""

from datetime import date, datetime

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import say

ONTARIO = load(PACKS / "ca_on")
FACTS = {
    "at": datetime(2026, 11, 2, 9, 0),
    "count": 3,
    "day": date(2026, 7, 1),
    "evening": date(2026, 10, 31),
    "event": date(2026, 3, 2),
    "in_force": date(2026, 4, 1),
    "made": date(2026, 1, 15),
    "other": date(2026, 7, 2),
    "time": datetime(2026, 11, 1, 1, 30),
    "zone": "America/Toronto",
}
SAID = {
    "WORKING_DAYS_COUNTED": (
        (
            "March 2, 2026 is left out; by the office's calendar, working day 3 after "
            "it is July 1, 2026."
        ),
        (
            "Le 2 mars 2026 ne compte pas; selon le calendrier du bureau, le jour "
            "ouvrable nº 3 qui suit est le 1er juillet 2026."
        ),
    ),
    "WORKING_DAY_DISPUTED": (
        (
            "Whether July 1, 2026 is a working day is open to argument. Read the other "
            "way, the answer is July 2, 2026."
        ),
        (
            "Il est discutable que le 1er juillet 2026 soit un jour ouvrable. Selon "
            "l'autre lecture, la réponse est le 2 juillet 2026."
        ),
    ),
    "REPORT_BEFORE_IN_FORCE": (
        (
            "The order was made on January 15, 2026 but is in force only from April 1, "
            "2026. Counted from the making, the person would have to report before the "
            "order binds. Which day must the person report?"
        ),
        (
            "L'ordonnance a été rendue le 15 janvier 2026, mais n'est en vigueur "
            "qu'à partir du 1er avril 2026. Compté depuis ce jour-là, le "
            "délai prendrait fin avant que l'ordonnance n'oblige. Quel jour la "
            "personne doit-elle se présenter?"
        ),
    ),
    "REPORT_FROM_IN_FORCE": (
        (
            "Counted from April 1, 2026, the day the order comes into force, the "
            "answer would be July 1, 2026."
        ),
        (
            "Compté depuis le 1er avril 2026, jour de l'entrée en vigueur, la "
            "réponse serait le 1er juillet 2026."
        ),
    ),
    "REPORT_IN_OWN_WORDS": (
        (
            "The order made on March 2, 2026 sets its own time to report. Which day do "
            "its words give?"
        ),
        (
            "L'ordonnance rendue le 2 mars 2026 fixe son propre délai pour se "
            "présenter. Quel jour ses mots donnent-ils?"
        ),
    ),
    "HOURS_RUN": (
        (
            "3 hours run from March 2, 2026, whatever the clocks do: until November 2, "
            "2026 at 9:00\u202fa.m.."
        ),
        (
            "3 heures s'écoulent depuis le 2 mars 2026, peu importe le changement "
            "d'heure\u00a0: jusqu'au 2 novembre 2026 à 09 h 00."
        ),
    ),
    "CLOCK_TIME_COMES_TWICE": (
        (
            "The clocks go back that night: November 1, 2026 at 1:30\u202fa.m. comes "
            "twice. Both moments are kept."
        ),
        (
            "L'heure recule cette nuit-là\u00a0: le 1er novembre 2026 à 01 h 30 "
            "revient deux fois. Les deux moments sont retenus."
        ),
    ),
    "CLOCK_TIME_SKIPPED": (
        (
            "The clocks go forward that night: November 1, 2026 at 1:30\u202fa.m. "
            "never comes. The moment of the change is used."
        ),
        (
            "L'heure avance cette nuit-là\u00a0: le 1er novembre 2026 à 01 h 30 "
            "n'existe pas. Le moment du changement est retenu."
        ),
    ),
    "WINDOW_OF_THE_NIGHT": (
        (
            "The window belongs to the evening it starts on, October 31, 2026, in the "
            "local time of the place (Eastern time)."
        ),
        (
            "La plage appartient à la soirée où elle commence, le 31 octobre "
            "2026, à l'heure locale du lieu (heure de l'Est)."
        ),
    ),
    "CLOCK_CHANGES_IN_WINDOW": (
        (
            "The clocks change during the window of October 31, 2026: it is longer or "
            "shorter than the clock times show."
        ),
        (
            "L'heure change pendant la plage du 31 octobre 2026\u00a0: elle est plus "
            "longue ou plus courte que les heures indiquées."
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
    assert codes[last + 1] == "TERM_BEGINS_ON_MAKING"
