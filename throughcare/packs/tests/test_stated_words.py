"""What a court stated, as people read it in English and in French."""

import pytest

from throughcare.packs.condition_rules import Kind
from throughcare.packs.loading import load
from throughcare.packs.stated_words import joined, value_in_words
from throughcare.packs.tests.isle import WORDS, written

NBSP = "\xa0"


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """Load the small invented pack, with dollars."""
    words = WORDS.replace("XTS", "CAD")
    return load(written(tmp_path_factory.mktemp("packs") / "isle", words=words))


@pytest.mark.parametrize(
    ("kind", "value", "english", "french"),
    [
        (Kind.HOURS, 120, "120", "120"),
        (Kind.HOURS, 49.75, "49.75", "49,75"),
        (Kind.HOURS, "49.75", "49.75", "49,75"),
        (Kind.HOURS, "as directed", "as directed", "as directed"),
        (Kind.NUMBER, 1000, "1,000", f"1{NBSP}000"),
        (Kind.DISTANCE, 250, "250 metres", "250 mètres"),
        (Kind.DISTANCE, 1, "1 metre", "1 mètre"),
        (Kind.DISTANCE, "two blocks", "two blocks", "two blocks"),
        (Kind.MONEY, 500, "$500", f"500{NBSP}$"),
        (Kind.MONEY, 49.5, "$49.50", f"49,50{NBSP}$"),
        (Kind.MONEY, "what the family court set", *["what the family court set"] * 2),
        (
            Kind.WINDOW,
            {"start": "23:00", "end": "06:00"},
            f"from 11{NBSP}p.m. to 6{NBSP}a.m.",
            f"de 23{NBSP}h à 6{NBSP}h",
        ),
        (
            Kind.WINDOW,
            {"start": "22:30", "end": "06:15", "days": "daily"},
            f"from 10:30{NBSP}p.m. to 6:15{NBSP}a.m.",
            f"de 22{NBSP}h{NBSP}30 à 6{NBSP}h{NBSP}15",
        ),
        (Kind.WINDOW, "not stated", "not stated", "not stated"),
        (Kind.WINDOW, {"start": "dusk", "end": "dawn"}, "from dusk to dawn", "de dusk à dawn"),
        (
            Kind.REPORT_WITHIN,
            {"n": 24, "unit": "hour"},
            "within 24 hours",
            "dans un délai de 24 heures",
        ),
        (Kind.REPORT_WITHIN, {"n": 1, "unit": "day"}, "within 1 day", "dans un délai de 1 jour"),
        (
            Kind.REPORT_WITHIN,
            {"n": 2, "unit": "working_day", "from": "order"},
            "within 2 working days of order",
            "dans un délai de 2 jours ouvrables suivant order",
        ),
        (
            Kind.REPORT_WITHIN,
            {"n": 2, "unit": "moons"},
            "within 2 moons",
            "dans un délai de 2 moons",
        ),
        (Kind.REPORT_WITHIN, "today", "today", "today"),
        (Kind.LENGTH, 6, "6", "6"),
        (Kind.LENGTH, {"n": 6, "unit": "month"}, "6 months", "6 mois"),
        (Kind.DAY, "2026-12-01", "by December 1, 2026", "au plus tard le 1er décembre 2026"),
        (
            Kind.DAY,
            {"date": "2026-12-24"},
            "by December 24, 2026",
            "au plus tard le 24 décembre 2026",
        ),
        (
            Kind.DAY,
            {"date": "2026-12-24", "time": "15:30"},
            "by December 24, 2026, 3:30\u00a0p.m.",
            "au plus tard le 24 décembre 2026, 15\u00a0h\u00a030",
        ),
        (
            Kind.DEADLINE,
            {"n": 12, "unit": "month", "from": "keeper"},
            "within 12 months of the keeper",
            "dans un délai de 12 mois suivant la gardienne",
        ),
        (Kind.DAY, {"at": "keeper"}, "by the keeper", "avant la gardienne"),
        (Kind.DAY, {"date": "[DAY]"}, "[DAY]", "[DAY]"),
        (Kind.DAY, {"n": 0, "unit": "today"}, "today", "aujourd'hui"),
        (Kind.PERSONS, "C. D.", "C. D.", "C. D."),
        (Kind.DAY, "soon", "soon", "soon"),
        (
            Kind.PHASE,
            {"first": 12, "unit": "month"},
            "for the first 12 months",
            "pendant les 12 premiers mois",
        ),
        (
            Kind.PHASE,
            {"last": 50, "unit": "day"},
            "for the last 50 days",
            "pendant les 50 derniers jours",
        ),
        (
            Kind.PHASE,
            {"from": 0, "to": 12, "unit": "month"},
            "for the first 12 months",
            "pendant les 12 premiers mois",
        ),
        (
            Kind.PHASE,
            {"from": 12, "to": "end", "unit": "month"},
            "after the first 12 months",
            "après les 12 premiers mois",
        ),
        (
            Kind.PHASE,
            {"from": 6, "to": 9, "unit": "month"},
            "after the first 6 months, until 9 months have passed",
            "après les 6 premiers mois et jusqu'au terme de 9 mois",
        ),
        (Kind.PHASE, "the winter", "the winter", "the winter"),
        (Kind.PERSONS, ["A. B."], "A. B.", "A. B."),
        (Kind.PERSONS, ["A. B.", "C. D."], "A. B. or C. D.", "A. B. ou C. D."),
        (Kind.PLACES, ["home", "work", "school"], "home, work or school", "home, work ou school"),
        (Kind.PERSONS, "keeper", "the keeper", "la gardienne"),
        (Kind.EXCEPTIONS, [{"code": "keeper"}, "x"], "the keeper or x", "la gardienne ou x"),
        (Kind.EXCEPTIONS, [{"hours": 4, "days": "Monday"}], "4, Monday", "4, Monday"),
        (Kind.TEXT, "as directed", "as directed", "as directed"),
        (Kind.TEXT, ["a", "b"], "a and b", "a et b"),
        (Kind.FLAG, True, "yes", "oui"),
        (Kind.FLAG, False, "no", "non"),
        (Kind.FLAG, "perhaps", "perhaps", "perhaps"),
    ],
)
def test_a_stated_value_reads_well(pack, kind, value, english, french):
    assert value_in_words(pack, kind, value, "en") == english
    assert value_in_words(pack, kind, value, "fr") == french


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_joined(words, said):
    assert joined(words, " and ") == said
