"""Which time of an account is asked for."""

from datetime import date, timedelta

import pytest

from throughcare import clock
from throughcare.account.forms import SPANS, PeriodForm, chosen, period_of, show_of
from throughcare.kernel.obligations.facts import Period

OPENED = date(2026, 2, 10)
TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def period(**said):
    return period_of(PeriodForm(said), said, OPENED)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, Period(date(2026, 8, 26))),
        ({"span": "months"}, Period(date(2026, 8, 26))),
        ({"span": "year"}, Period(date(2025, 11, 26))),
        ({"span": "whole"}, Period(OPENED)),
        ({"span": "ever"}, Period(date(2026, 8, 26))),
        ({"first": "2026-03-01"}, Period(date(2026, 3, 1))),
        (
            {"first": "2026-03-01", "last": "31 Mar 2026"},
            Period(date(2026, 3, 1), date(2026, 4, 1)),
        ),
        ({"first": "2026-03-01", "last": "2026-03-01"}, Period(date(2026, 3, 1), date(2026, 3, 2))),
        ({"last": "2026-03-31"}, Period(OPENED, date(2026, 4, 1))),
        ({"last": "2026-01-31"}, Period(date(2026, 1, 31), date(2026, 2, 1))),
        ({"first": "2026-03-01", "span": "whole"}, Period(date(2026, 3, 1))),
        ({"first": "nonsense", "span": "whole"}, Period(OPENED)),
        ({"first": "2026-04-01", "last": "2026-03-01"}, Period(date(2026, 8, 26))),
    ],
)
def test_a_period_is_given_by_its_days_or_by_a_span(said, found):
    assert period(**said) == found


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        (
            {"first": "2026-04-01", "last": "2026-03-01"},
            "last",
            "The last day is before the first.",
        ),
        ({"first": "2026-02-30"}, "first", "February 2026 has 28 days."),
        ({"last": "soon"}, "last", "Write a day such as 26\xa0Nov\xa02026."),
    ],
)
def test_a_wrong_day_is_told_beside_its_field(said, field, words):
    form = PeriodForm(said)

    assert not form.is_valid()
    assert form.errors[field] == [words]


@pytest.mark.parametrize("asked", ["all", "nothing", "person", "office"])
def test_a_part_can_be_asked_for(asked):
    assert show_of({"show": asked}) == asked


@pytest.mark.parametrize("asked", ["", "gaps", "ALL", "\x00"])
def test_a_part_that_is_not_there_is_all(asked):
    assert show_of({"show": asked}) == "all"
    assert chosen({"span": asked}, "span", SPANS, "year") == "year"


def test_every_span_ends_today():
    assert all(period(span=each).ends_before is None for each in SPANS)
    assert period(span="year").starts_on + timedelta(days=365) == TODAY
