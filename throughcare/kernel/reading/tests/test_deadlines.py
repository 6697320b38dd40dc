"""How soon to report, and which part of the order is meant."""

import pytest

from throughcare.kernel.reading.deadlines import report_deadlines
from throughcare.kernel.reading.parts import Part, part_in
from throughcare.kernel.reading.service import rate_in, service_deadline
from throughcare.kernel.reading.tests.samples import COUNTING, WORDING
from throughcare.kernel.reading.texts import folded


def deadlines(text):
    """Return each deadline as number, unit, event."""
    found = report_deadlines(WORDING, COUNTING, folded(text))
    return [(each.n, each.unit, each.event) for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("report within 24 hours of release", [(24, "hour", "release")]),
        ("report within two working days", [(2, "working_day", "")]),
        ("report within 2 business days of today", [(2, "business_day", "order")]),
        ("report within 7 days after completion of your CSO", [(7, "day", "cso_end")]),
        ("report in 3 days of the making of this order", [(3, "day", "order")]),
        ("report no later than 5 days after your release", [(5, "day", "release")]),
        ("report within the first 14 days of probation", [(14, "day", "")]),
        ("report today", [(0, "today", "")]),
        ("report immediately upon your release", [(0, "immediately", "release")]),
        ("report forthwith", [(0, "immediately", "")]),
        ("report within 48 hours and after release as told", [(48, "hour", "release")]),
        ("report within 48 hours and thereafter on release", [(48, "hour", "")]),
        ("report as required", []),
        ("report every 7 days", []),
        ("notify of any change within 24 hours", []),
        ("you have 48 hours to report", [(48, "hour", "")]),
        ("two days after your release, report", [(2, "day", "release")]),
        ("se présenter dans les deux jours ouvrables", [(2, "working_day", "")]),
        ("se présenter immédiatement", [(0, "immediately", "")]),
        ("report within 2 days or within 3 days", [(2, "day", ""), (3, "day", "")]),
        ("report today, and within 2 days", [(2, "day", ""), (0, "today", "")]),
    ],
)
def test_first_report_deadlines(text, found):
    assert deadlines(text) == found


def test_a_deadline_counts_from_what_it_names():
    first = report_deadlines(WORDING, COUNTING, "report within 2 days of release")[0]

    assert first.as_value("order") == {"n": 2, "unit": "day", "from": "release"}


def test_a_deadline_that_names_nothing_counts_from_what_the_order_does():
    first = report_deadlines(WORDING, COUNTING, "report within 2 days")[0]

    assert first.as_value("cso_end")["from"] == "cso_end"


def part(text, before=None):
    """Return the part a text speaks of, as a value."""
    found = part_in(WORDING, COUNTING, folded(text), before)
    return None if found is None else found.as_value()


FIRST = Part(0, 6, "month")


@pytest.mark.parametrize(
    ("text", "before", "value"),
    [
        ("for the first six months", None, {"from": 0, "to": 6, "unit": "month"}),
        ("for the first 50 days", None, {"from": 0, "to": 50, "unit": "day"}),
        ("during the first year", None, {"from": 0, "to": 12, "unit": "month"}),
        ("for the last two months", None, {"last": 2, "unit": "month"}),
        ("its final four months", None, {"last": 4, "unit": "month"}),
        ("the next four months", FIRST, {"from": 6, "to": 10, "unit": "month"}),
        ("the following 3 months", FIRST, {"from": 6, "to": 9, "unit": "month"}),
        ("the next 50 days", FIRST, None),
        ("the next four months", None, None),
        ("for the balance of the order", FIRST, {"from": 6, "to": "end", "unit": "month"}),
        ("for the balance of the order", None, None),
        ("for the entire term", None, {"from": 0, "to": "end"}),
        ("throughout the sentence", None, {"from": 0, "to": "end"}),
        ("within six months", None, None),
        ("at all times", None, None),
        ("pendant les six premiers mois", None, {"from": 0, "to": 6, "unit": "month"}),
        ("les deux derniers mois", None, {"last": 2, "unit": "month"}),
    ],
)
def test_parts_of_an_order(text, before, value):
    assert part(text, before) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("within 18 months", {"n": 18, "unit": "month", "from": "start"}),
        ("over the first 18 months of the order", {"n": 18, "unit": "month", "from": "start"}),
        ("within the first year", {"n": 12, "unit": "month", "from": "start"}),
        ("within one year", {"n": 12, "unit": "month", "from": "start"}),
        ("in 90 days", {"n": 90, "unit": "day", "from": "start"}),
        ("before the end of the order", {"at": "order_end"}),
        ("as directed", None),
        ("at 10 hours per month", None),
    ],
)
def test_the_time_for_community_service(text, value):
    assert service_deadline(WORDING, COUNTING, text) == (value, True)


def test_two_times_for_community_service_are_not_certain():
    _, is_certain = service_deadline(WORDING, COUNTING, "within 12 months or within 18 months")

    assert not is_certain


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("at a rate of 10 hours per month", {"min_hours": 10, "per": "month"}),
        ("at least five hours each week", {"min_hours": 5, "per": "week"}),
        ("dix heures par mois", {"min_hours": 10, "per": "month"}),
        ("cinq heures par semaine", {"min_hours": 5, "per": "week"}),
        ("at a rate directed by the supervisor", "as directed"),
        ("within 18 months", None),
        ("3 days a week", None),
    ],
)
def test_the_rate_of_community_service(text, rate):
    assert rate_in(WORDING, COUNTING, text) == rate
