"""Each reason of an obligation, as Ontario's pack says it in both languages."""

from datetime import date
from fractions import Fraction

import pytest

from throughcare.kernel.calendar.answers import because
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.reasons import Why
from throughcare.kernel.obligations.requirements import After, Hours, Requirement
from throughcare.kernel.obligations.words import OwedBy, PauseKind
from throughcare.packs.loading import PACKS, load
from throughcare.packs.wording import fact_in_words, say

ONTARIO = load(PACKS / "ca_on")
MARCH_1, MARCH_31 = date(2026, 3, 1), date(2026, 3, 31)
WINDOW = {"opens": MARCH_1, "last": MARCH_31}
SAID = {
    Why.ONCE: (
        WINDOW,
        "To be done once, from March 1, 2026 through March 31, 2026.",
        "À faire une fois, du 1er mars 2026 au 31 mars 2026 inclusivement.",
    ),
    Why.TWO_READINGS: (
        {"safe": MARCH_1, "last": MARCH_31},
        "There are two ways to count to the last day. At the latest March 31, 2026; to be safe, by"
        " March 1, 2026. Nothing is late before the later day is over.",
        "Il y a deux façons de compter jusqu'au dernier jour. Au plus tard le 31 mars 2026; pour"
        " être en sûreté, au plus tard le 1er mars 2026. Rien n'est en retard avant la fin du jour"
        " le plus éloigné.",
    ),
    Why.AFTER_EVENT: (
        {"event": "intake interview", "on": MARCH_1, "length": Length(weeks=6), "last": MARCH_31},
        "Intake interview on March 1, 2026: to be done within 6 weeks, by March 31, 2026.",
        "Intake interview le 1er mars 2026\u00a0: à faire dans un délai de 6 semaines, au plus"
        " tard le 31 mars 2026.",
    ),
    Why.AFTER_EVENT_COUNTED: (
        {"event": "notice", "on": MARCH_1, "last": MARCH_31},
        "Notice on March 1, 2026: to be done by March 31, 2026, as the calendar counts it.",
        "Notice le 1er mars 2026\u00a0: à faire au plus tard le 31 mars 2026, selon le calendrier.",
    ),
    Why.TIMES_IN_WINDOW: (
        {**WINDOW, "count": Fraction(2)},
        "Number owed from March 1, 2026 through March 31, 2026: 2.",
        "Nombre dû du 1er mars 2026 au 31 mars 2026 inclusivement\u00a0: 2.",
    ),
    Why.SINCE_LAST: (
        {"since": MARCH_1, "length": Length(days=30), "last": MARCH_31},
        "Owed again within 30 days, counted from March 1, 2026: by March 31, 2026.",
        "À refaire dans un délai de 30 jours, à compter du 1er mars 2026\u00a0: au plus tard le"
        " 31 mars 2026.",
    ),
    Why.SINCE_LAST_COUNTED: (
        {"since": MARCH_1, "last": MARCH_31},
        "Owed again after March 1, 2026: by March 31, 2026, as the calendar counts it.",
        "À refaire après le 1er mars 2026\u00a0: au plus tard le 31 mars 2026, selon le"
        " calendrier.",
    ),
    Why.HOURS_BY: (
        {**WINDOW, "hours": Fraction(25, 2)},
        "Hours owed from March 1, 2026 through March 31, 2026: 12.5.",
        "Heures dues du 1er mars 2026 au 31 mars 2026 inclusivement\u00a0: 12,5.",
    ),
    Why.PAUSED: (
        {"kind": "CUSTODY", "first": MARCH_1, "until": MARCH_31},
        "From March 1, 2026 through March 31, 2026 it could not be asked (custody).",
        "Du 1er mars 2026 au 31 mars 2026 inclusivement, on ne pouvait pas l'exiger (détention).",
    ),
    Why.STILL_PAUSED: (
        {"kind": "WARRANT", "first": MARCH_1},
        "Since March 1, 2026 it cannot be asked (warrant outstanding).",
        "Depuis le 1er mars 2026, on ne peut pas l'exiger (mandat non exécuté).",
    ),
    Why.PUT_OFF: (
        {"count": Length(days=30), "before": MARCH_1, "last": MARCH_31},
        "30 days lost to the pause are made up for: the last day moves from March 1, 2026 to"
        " March 31, 2026.",
        "Temps perdu pendant la pause, rendu\u00a0: 30 jours. Le dernier jour passe du 1er mars"
        " 2026 au 31 mars 2026.",
    ),
    Why.WENT_BY_IN_PAUSE: (
        {},
        "The whole window went by in the pause: nothing was owed in it.",
        "Toute la période s'est écoulée pendant la pause\u00a0: rien n'y était dû.",
    ),
    Why.CLOSED_BY: (
        {"evidence": "e1", "kind": "office contact", "on": MARCH_1},
        "What counts: office contact of March 1, 2026.",
        "Ce qui compte\u00a0: office contact du 1er mars 2026.",
    ),
    Why.SO_FAR: (
        {"met": Fraction(7, 2), "needed": Fraction(1000)},
        "On file: 3.5 of 1,000.",
        "Au dossier\u00a0: 3,5 sur 1\u00a0000.",
    ),
    Why.SET_ASIDE: (
        {"by": "L. Tremblay", "why": "in hospital"},
        "Set aside by L. Tremblay. Reason: in hospital",
        "Mis de côté par L. Tremblay. Motif\u00a0: in hospital",
    ),
    Why.NO_STAFF: (
        {"by": "A. Okafor", "why": "two posts vacant"},
        "Not done: no staff. Marked by A. Okafor. Reason: two posts vacant",
        "Non fait\u00a0: manque de personnel. Inscrit par A. Okafor. Motif\u00a0: two posts vacant",
    ),
    Why.OVERDUE: (
        {"since": MARCH_1},
        "Overdue since March 1, 2026.",
        "En retard depuis le 1er mars 2026.",
    ),
    Why.ENDED: (
        {"last": MARCH_31},
        "The requirement ended with March 31, 2026, before this was due.",
        "L'exigence a pris fin avec le 31 mars 2026, avant que ceci ne soit dû.",
    ),
}


@pytest.mark.parametrize("code", list(Why))
def test_each_reason_in_both_languages(code):
    facts, english, french = SAID[code]
    reason = because(code, "Standard 3.4", **facts)

    assert say(ONTARIO, reason, "en") == english
    assert say(ONTARIO, reason, "fr") == french


@pytest.mark.parametrize(
    ("kind", "english", "french"),
    [
        (PauseKind.CUSTODY, "custody", "détention"),
        (PauseKind.HOSPITAL, "hospital", "hôpital"),
        (PauseKind.WARRANT, "warrant outstanding", "mandat non exécuté"),
        (PauseKind.STOPPED_CLOCK, "the sentence stood still", "la peine ne courait pas"),
    ],
)
def test_why_nothing_could_be_asked(kind, english, french):
    assert fact_in_words(ONTARIO, kind, "en") == english
    assert fact_in_words(ONTARIO, kind, "fr") == french


def test_a_kind_of_one_condition_alone_is_called_like_the_kind():
    narrow = "CUSTODY@0190b6f2-0000-7000-8000-000000000000"

    assert fact_in_words(ONTARIO, narrow, "en") == "custody"
    assert fact_in_words(ONTARIO, "a@b.example", "en") == "a@b.example"


@pytest.mark.parametrize(
    ("amount", "english", "french"),
    [
        (Fraction(0), "0", "0"),
        (Fraction(240), "240", "240"),
        (Fraction(1, 4), "0.25", "0,25"),
        (Fraction(2, 3), "0.667", "0,667"),
    ],
)
def test_amounts(amount, english, french):
    assert fact_in_words(ONTARIO, amount, "en") == english
    assert fact_in_words(ONTARIO, amount, "fr") == french


def asked(cadence):
    """Return a requirement of community service, with the standard as its authority."""
    return Requirement(
        "R1",
        "hours",
        OwedBy.PERSON,
        cadence,
        frozenset({"hours worked"}),
        "Standard 3.4",
        Period(MARCH_1),
    )


def told(requirement, facts, on, language):
    (found,) = obligations(requirement, facts, on)
    return [say(ONTARIO, each, language) for each in found.reasons]


def test_hours_put_off_by_custody_explain_themselves_in_both_languages():
    hours = asked(Hours(Fraction(20), MARCH_1, date(2026, 4, 1)))
    worked = Evidence("e1", "hours worked", date(2026, 3, 3), amount=Fraction(15, 2))
    custody = Pause(PauseKind.CUSTODY, Period(date(2026, 3, 10), date(2026, 3, 15)))
    facts = Facts((worked,), pauses=(custody,))

    assert told(hours, facts, date(2026, 4, 6), "en") == [
        "Hours owed from March 1, 2026 through March 31, 2026: 20.",
        "From March 10, 2026 through March 14, 2026 it could not be asked (custody).",
        "5 days lost to the pause are made up for: the last day moves from March 31, 2026 to"
        " April 5, 2026.",
        "What counts: hours worked of March 3, 2026.",
        "On file: 7.5 of 20.",
        "Overdue since April 6, 2026.",
    ]
    assert told(hours, facts, date(2026, 4, 6), "fr") == [
        "Heures dues du 1er mars 2026 au 31 mars 2026 inclusivement\u00a0: 20.",
        "Du 10 mars 2026 au 14 mars 2026 inclusivement, on ne pouvait pas l'exiger (détention).",
        "Temps perdu pendant la pause, rendu\u00a0: 5 jours. Le dernier jour passe du 31 mars 2026"
        " au 5 avril 2026.",
        "Ce qui compte\u00a0: hours worked du 3 mars 2026.",
        "Au dossier\u00a0: 7,5 sur 20.",
        "En retard depuis le 6 avril 2026.",
    ]


def test_what_follows_an_event_explains_itself():
    report = asked(After("release", Length(days=2)))
    facts = Facts(events=(Event("release", MARCH_1),))

    assert told(report, facts, MARCH_1, "en") == [
        "Release on March 1, 2026: to be done within 2 days, by March 3, 2026."
    ]
