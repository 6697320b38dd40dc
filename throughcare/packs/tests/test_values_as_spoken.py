"""Numbers, times and distances as courts speak them. Every sentence is invented."""

from datetime import date

import pytest

from throughcare.kernel.reading.reading import read_order
from throughcare.packs.reading import folder_with_words, order_words

LAW = order_words(folder_with_words()).law


def value(words, name):
    """Return a value of the only condition in some words."""
    (found,) = read_order(LAW, f"1. {words}", date(2026, 3, 2)).proposed
    return found.parameters.get(name)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Report within forty-eight hours.", (48, "hour", "order")),
        ("Report within the next two business days.", (2, "business_day", "order")),
        (
            "Report by telephone within 5 (five) working days of today's date.",
            (5, "working_day", "order"),
        ),
        ("Report no later than three days after your release.", (3, "day", "release")),
        ("Report within one week.", (1, "week", "order")),
        (
            "Report to probation immediately upon leaving the courthouse.",
            (0, "immediately", "order"),
        ),
        ("Report in person today before 4:30 p.m.", (0, "today", "order")),
        (
            "Within two (2) working days of the expiry of your conditional sentence, "
            "report to a probation officer.",
            (2, "working_day", "cso_end"),
        ),
        (
            "Report within 24 hrs of release from custody and thereafter as directed.",
            (24, "hour", "release"),
        ),
        (
            "Report within 72 hours of the completion of the custodial portion of your sentence.",
            (72, "hour", "release"),
        ),
        ("Report within 10 days of being placed on probation.", (10, "day", "order")),
        ("Report within two days of the start of your probation.", (2, "day", "probation_start")),
    ],
)
def test_how_soon_to_report(words, expected):
    within = value(words, "report_within")

    assert (within["n"], within["unit"], within["from"]) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Be inside your residence from 10:00 p.m. to 6:00 a.m., seven days a week.",
            ("22:00", "06:00"),
        ),
        ("You have a curfew: 11pm-6am.", ("23:00", "06:00")),
        (
            "A curfew between the hours of 8:30 in the evening and 6:30 in the morning.",
            ("20:30", "06:30"),
        ),
        ("Remain in your residence between 2300 hours and 0500 hours.", ("23:00", "05:00")),
        ("Be in your home from 12 midnight until 7 a.m.", ("00:00", "07:00")),
        ("Curfew 10 p.m. - 6 a.m. Sunday to Thursday.", ("22:00", "06:00")),
    ],
)
def test_when_to_be_home(words, expected):
    window = value(words, "window")

    assert (window["start"], window["end"]) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Do not be within 250 meters of her home.", 250),
        ("Not be within 10 kilometres of the house.", 10000),
        ("Stay five hundred (500) metres away from her residence.", 500),
        ("Do not go within 1.5 km of her home.", 1500),
        ("Not to be within 100 m. of his residence.", 100),
    ],
)
def test_how_far_to_stay(words, expected):
    assert value(words, "distance_m") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Complete 240 hours of community service at 15 hours per month over 16 months.", 240),
        ("Do seventy-five (75) hours of community service.", 75),
        ("Do no less than 10 hours per month, to a total of 80 hours of community service.", 80),
        ("Perform community service of 45 hours.", 45),
        ("Perform 100 community service hours.", 100),
    ],
)
def test_how_many_hours(words, expected):
    assert value(words, "hours") == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Do not be within 50 feet of her home.", "distance_m"),
        ("Do not attend at her home.", "distance_m"),
        ("Perform community service as directed.", "hours"),
        ("Report as directed.", "report_within"),
        ("Be at home at all times.", "window"),
    ],
)
def test_no_value_is_made_up(words, name):
    assert value(words, name) is None
