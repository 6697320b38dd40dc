"""An order as plain values: the names and shapes that other programs rely on."""

import json
from datetime import date

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.flags import Flag
from throughcare.kernel.reading.reading import read_order
from throughcare.kernel.reading.texts import Span
from throughcare.packs.order_words import as_values, flag_as_values, length_as_values
from throughcare.packs.reading import folder_with_words, order_words

WORDS = order_words(folder_with_words())
MADE_ON = date(2026, 3, 2)
TEXT = "A conditional sentence of 6 months.\n1. Keep the peace.\n2. Paint the fence of the church."


def values(text, made_on=MADE_ON):
    """Return an order as plain values."""
    return as_values(WORDS, read_order(WORDS.law, text, made_on), text)


def test_the_names_of_an_order():
    assert list(values(TEXT)) == [
        "order_type",
        "made_on",
        "length",
        "handling",
        "proposed",
        "unplaced",
        "headings",
        "dates",
        "flags",
    ]


def test_an_order_as_a_whole():
    found = values(TEXT)

    assert (found["order_type"], found["made_on"], found["handling"]) == (
        "CSO",
        "2026-03-02",
        "supervise",
    )
    assert found["length"] == {"months": 6}
    assert found["dates"] == {"start": "2026-03-02", "last_day": "2026-09-01"}


def test_a_proposal():
    assert values(TEXT)["proposed"] == [
        {
            "start": 39,
            "end": 54,
            "text": "Keep the peace.",
            "codes": ["KPGB"],
            "parameters": {},
            "because": [
                {
                    "start": 39,
                    "end": 53,
                    "code": "KPGB",
                    "pattern": "KPGB 1",
                    "words": "Keep the peace",
                }
            ],
        }
    ]


def test_what_is_not_placed_and_what_is_a_heading():
    found = values(TEXT)

    assert [TEXT[each["start"] : each["end"]] for each in found["unplaced"]] == [
        "Paint the fence of the church."
    ]
    assert [TEXT[each["start"] : each["end"]] for each in found["headings"]] == [
        "A conditional sentence of 6 months."
    ]


def test_a_doubt_is_marked():
    found = values("Probation.\n1. Report within two (3) days.")["proposed"][0]

    assert (found["unsure"], found["doubts"]) == (True, ["NUMBER_CONTRADICTED"])


def test_what_is_implied():
    found = values("Probation on the statutory terms.")["proposed"][0]

    assert found["implies"] == ["KPGB", "APPEAR", "NOTIFY_NAME_ADDR", "NOTIFY_JOB"]


def test_days_that_are_not_certain_say_so():
    assert values("Probation for 12 months.")["dates"] == {
        "start": "2026-03-02",
        "last_day": "2027-03-01",
        "cap_last_day": "2029-03-02",
        "unsure": True,
    }


def test_no_days_are_made_up():
    assert values("Probation for 12 months after his release.")["dates"] == {}


def test_an_order_that_nothing_is_known_of():
    found = values("Keep the peace.", None)

    assert (found["order_type"], found["made_on"], found["length"]) == (None, None, None)


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (None, None),
        (Length(years=2, less_days=1), {"years": 2, "less_days": 1}),
        (Length(days=90), {"days": 90}),
        (Length(weeks=2), {"weeks": 2}),
    ],
)
def test_a_length_has_the_parts_it_has(length, shown):
    assert length_as_values(length) == shown


def test_a_flag_has_a_sentence_in_both_languages():
    flag = flag_as_values(WORDS, Flag("COMPULSORY_MISSING", {"codes": ["KPGB", "APPEAR"]}))

    assert "KPGB, APPEAR" in flag["en"]
    assert "KPGB, APPEAR" in flag["fr"]
    assert flag["facts"] == {"codes": ["KPGB", "APPEAR"]}


def test_a_flag_with_days_and_a_place():
    flag = flag_as_values(
        WORDS, Flag("X", {"permitted": MADE_ON, "of": Length(days=1)}, Span(1, 3))
    )

    assert flag == {
        "code": "X",
        "facts": {"permitted": "2026-03-02", "of": str(Length(days=1))},
        "start": 1,
        "end": 3,
    }


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Suspended sentence. Probation for 5 years.\n1. Report within two (3) days.",
        "Ordonnance de probation de deux ans.\n1. Ne pas troubler l’ordre public.",
        "Keep the peace.",
    ],
)
def test_everything_can_be_written_as_json(text):
    assert json.loads(json.dumps(values(text))) == values(text)
