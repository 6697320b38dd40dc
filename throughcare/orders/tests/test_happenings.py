"""Events of an order, read from JSON into the kernel's acts."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.terms.acts import (
    BreachProcess,
    Committed,
    Custody,
    Ended,
    Extended,
    Imprisoned,
    Outcome,
    Shortened,
    Transferred,
    Varied,
)
from throughcare.orders.happenings import (
    ACTS,
    Happening,
    changes_of,
    custody_of,
    ended_on,
    standing,
)
from throughcare.orders.models import EventKind

DAY = date(2026, 10, 1)
READ = [
    ("IMPRISONED", {}, Imprisoned(DAY)),
    ("IMPRISONED", {"released_on": None}, Imprisoned(DAY)),
    ("IMPRISONED", {"released_on": "2026-10-20"}, Imprisoned(DAY, date(2026, 10, 20))),
    ("EXTENDED", {"by": {"months": 3}}, Extended(DAY, Length(months=3))),
    ("EXTENDED", {"by": {"years": 1}}, Extended(DAY, Length(years=1))),
    ("EXTENDED", {"by": {"weeks": 2, "days": 3}}, Extended(DAY, Length(weeks=2, days=3))),
    ("SHORTENED", {"last_day": "2026-12-31"}, Shortened(DAY, date(2026, 12, 31))),
    ("ENDED", {}, Ended(DAY)),
    ("REVOKED", {}, Ended(DAY, is_revoked=True)),
    ("VARIED", {}, Varied(DAY)),
    ("VARIED", {"unknown": "kept for people, not for the kernel"}, Varied(DAY)),
    ("TRANSFERRED", {"to": "Timmins"}, Transferred(DAY, "Timmins")),
    ("COMMITTED", {}, Committed(DAY)),
    ("BREACH_PROCESS", {}, BreachProcess()),
    ("BREACH_PROCESS", {"warrant_on": "2026-10-01"}, BreachProcess(warrant_on=DAY)),
    ("BREACH_PROCESS", {"arrested_on": "2026-10-01"}, BreachProcess(arrested_on=DAY)),
    ("BREACH_PROCESS", {"appearance_on": "2026-10-01"}, BreachProcess(appearance_on=DAY)),
    ("BREACH_PROCESS", {"detained_on": "2026-10-01"}, BreachProcess(detained_on=DAY)),
    ("BREACH_PROCESS", {"determined_on": "2026-10-01"}, BreachProcess(determined_on=DAY)),
    ("BREACH_PROCESS", {"outcome": "dismissed"}, BreachProcess(outcome=Outcome.DISMISSED)),
    ("BREACH_PROCESS", {"credit_days": 4}, BreachProcess(credit_days=4)),
]
CUSTODY = [
    ({}, Custody()),
    ({"released_on": "2026-10-01"}, Custody(released_on=DAY)),
    ({"is_conditional": True}, Custody(is_conditional=True)),
    ({"is_conditional": None}, Custody()),
    ({"expires_on": "2026-10-01"}, Custody(expires_on=DAY)),
    ({"imposed_on": "2026-10-01"}, Custody(imposed_on=DAY)),
    ({"length": {"days": 90}}, Custody(length=Length(days=90))),
    ({"is_intermittent": True}, Custody(is_intermittent=True)),
]
WRONG = [
    ("SHORTENED", {}),
    ("SHORTENED", {"last_day": "tomorrow"}),
    ("SHORTENED", {"last_day": 20261231}),
    ("EXTENDED", {}),
    ("EXTENDED", {"by": {"moons": 1}}),
    ("TRANSFERRED", {}),
    ("IMPRISONED", {"released_on": "2026-02-30"}),
    ("BREACH_PROCESS", {"outcome": "forgotten"}),
]


def happening(kind="VARIED", on=DAY, name="a", facts=None, replaces=None):
    return Happening(name, kind, on, facts or {}, replaces)


@pytest.mark.parametrize(("kind", "facts", "act"), READ)
def test_an_event_becomes_the_kernels_act(kind, facts, act):
    assert changes_of([happening(kind, facts=facts)]) == (act,)


@pytest.mark.parametrize(("facts", "custody"), CUSTODY)
def test_custody_is_read(facts, custody):
    assert custody_of([happening("CUSTODY", facts=facts)]) == custody


@pytest.mark.parametrize(("kind", "facts"), WRONG)
def test_what_cannot_be_read_is_an_error(kind, facts):
    with pytest.raises((TypeError, ValueError)):
        changes_of([happening(kind, facts=facts)])


def test_every_kind_of_event_is_read_or_has_its_own_reader():
    apart = {"CUSTODY", "HAPPENED", "TAKEN_BACK"}

    assert set(ACTS) | apart == set(EventKind.values)


def test_the_custody_told_last_stands():
    told = [happening("CUSTODY", name=name, facts={"is_conditional": name == "b"}) for name in "ab"]

    assert custody_of(told) == Custody(is_conditional=True)


def test_without_custody_there_is_none():
    assert custody_of([happening()]) is None


def test_an_order_without_length_ends_when_it_happened():
    assert ended_on([happening(), happening("HAPPENED", on=date(2026, 11, 2))]) == date(2026, 11, 2)
    assert ended_on([happening()]) is None


def test_a_replaced_event_does_not_stand():
    wrong, right = happening(name="a"), happening(name="b", replaces="a")

    assert standing([wrong, right]) == [right]


def test_an_event_taken_back_leaves_nothing():
    assert standing([happening(name="a"), happening("TAKEN_BACK", name="b", replaces="a")]) == []


def test_a_correction_of_a_correction_stands():
    chain = [
        happening(name="a"),
        happening("ENDED", name="b", replaces="a"),
        happening("REVOKED", name="c", replaces="b"),
    ]

    for order in permutations(chain):
        assert [each.id for each in standing(order)] == ["c"]


@given(st.permutations("abcdef"))
def test_the_order_of_reading_does_not_matter(names):
    by_day = {
        name: happening(name=name, on=date(2026, 10, 1 + n)) for n, name in enumerate("abcdef")
    }

    assert [each.id for each in standing(by_day[name] for name in names)] == list("abcdef")


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_any_day_is_read_back(day):
    facts = {"last_day": day.isoformat()}

    assert changes_of([happening("SHORTENED", facts=facts)]) == (Shortened(DAY, day),)
