"""Deadlines and sums as courts say them: those that differ are in doubt, none is made up."""

from datetime import date

import pytest

from throughcare.kernel.reading.reading import read_order
from throughcare.packs.reading import folder_with_words, order_words

LAW = order_words(folder_with_words()).law


def second(text):
    """Return the second condition of an order made on March 2, 2026."""
    whole = f"I suspend the passing of sentence. Probation.\n1. Keep the peace.\n2. {text}"
    return read_order(LAW, whole, date(2026, 3, 2)).proposed[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Report to a probation officer within the next two working days.", "2 working_day order"),
        ("Report in person within 72 hours of your release from jail.", "72 hour release"),
        ("You have five days to report to probation.", "5 day order"),
        ("Report to a probation officer as soon as you leave court.", "0 immediately order"),
        ("Report upon release to a probation officer.", "0 immediately release"),
        ("Se présenter au bureau de probation dans les 48 heures.", "48 hour order"),
        ("Report to a probation officer today or tomorrow.", ""),
        ("Report to a probation officer before the close of business on Friday.", ""),
        ("Report by 4 p.m. tomorrow to the probation office.", ""),
    ],
)
def test_how_soon_one_reports(text, said):
    within = second(text).parameters.get("report_within", {})

    assert " ".join(map(str, within.values())) == said


def test_two_times_to_report_are_in_doubt():
    text = "Report within two working days or five days to a probation officer."

    assert second(text).doubts == ("DEADLINES_DIFFER",)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Perform 80 hours of community service no later than 10 months from today.", 10),
        ("Complete 40 hours of community service before this order is one year old.", 12),
        ("Accomplir quarante heures de service communautaire d'ici six mois.", 6),
    ],
)
def test_the_time_for_hours(text, months):
    by = {"n": months, "unit": "month", "from": "start"}

    assert second(text).parameters["by"] == by


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Make restitution in the amount of $3 500 to Roe Ltd.", 3500),
        ("Make restitution of $1,250.50 to Roe Ltd.", 1250.5),
        ("Rembourser 1 250 $ à la boutique.", 1250),
    ],
)
def test_a_sum(text, amount):
    assert second(text).parameters["amount"] == amount
