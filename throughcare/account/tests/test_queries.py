"""The account of a case, counted and known, as pages ask for it."""

from datetime import date

import pytest

from throughcare import clock
from throughcare.account.queries import (
    Count,
    ShownAccount,
    account_of_case,
    exported,
    how_known_of,
    unsettled_of,
)
from throughcare.account.shown import ENDING_WORDS
from throughcare.account.tests.cases import answer_with
from throughcare.account.tests.exports import exported as an_export
from throughcare.kernel.accounting.computing import OnFile, account_of
from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.accounting.tests.examples import (
    asked,
    came,
    condition,
    day,
    decided,
    once,
    span,
    told,
)
from throughcare.kernel.obligations.facts import Facts, Period
from throughcare.kernel.obligations.words import OwedBy

pytestmark = pytest.mark.django_db
WHOLE = an_export()
SINCE = Period(date(2026, 1, 1))


def shown(case, monkeypatch, *requirements, period=SINCE, on="04-20", **known):
    on_file = OnFile(
        requirements,
        known.get("facts", Facts()),
        tuple(known.get("conditions", ())),
        tuple(known.get("verifications", ())),
    )
    answer_with(monkeypatch, on_file)
    return account_of_case(case, period, day(on))


def counts(found: ShownAccount):
    return {each.ending: (each.person, each.office) for each in found.counts}


def test_endings_are_counted_for_each_side(case, monkeypatch):
    found = shown(
        case,
        monkeypatch,
        asked("R1"),
        asked("R2", closed_by=frozenset({"ATTENDED"})),
        asked("R3", once("05-01", "05-09"), owed_by=OwedBy.OFFICE),
        asked("R4", closed_by=frozenset({"X"}), owed_by=OwedBy.OFFICE),
        facts=Facts(evidence=(came("03-04"),), set_aside=(decided("03-01", requirement="R4"),)),
    )

    assert counts(found) == {
        Ending.EVIDENCE: (1, 0),
        Ending.RECORDED_REASON: (0, 1),
        Ending.NOT_YET_DUE: (0, 1),
        Ending.NOTHING_ON_FILE: (1, 0),
    }


def test_every_ending_is_counted_in_the_same_order_even_where_there_is_none(case, monkeypatch):
    assert shown(case, monkeypatch).counts == [
        Count(each, ENDING_WORDS[each], 0, 0) for each in Ending
    ]


def test_conditions_are_counted_with_those_that_nothing_watches(case, monkeypatch):
    found = shown(
        case,
        monkeypatch,
        conditions=[condition(id="C1"), condition(id="C2"), condition(id="C3")],
        verifications=[told("04-01", of="C3")],
    )

    assert (found.conditions, found.bare) == (3, 2)


@pytest.mark.parametrize(
    ("period", "last_day"),
    [(SINCE, None), (Period(date(2026, 3, 1), date(2026, 4, 1)), date(2026, 3, 31))],
)
def test_a_period_says_its_last_day(case, monkeypatch, period, last_day):
    assert shown(case, monkeypatch, period=period).last_day == last_day


def test_the_counts_are_of_the_period_whatever_part_is_shown(case, monkeypatch):
    answer_with(monkeypatch, WHOLE.on_file)
    whole = account_of_case(case, WHOLE.period, WHOLE.on)
    part = account_of_case(case, WHOLE.period, WHOLE.on, "nothing")

    assert whole.counts == part.counts
    assert len(whole.groups) > len(part.groups) or whole.groups != part.groups


def test_the_counts_are_those_of_the_kernel(case, monkeypatch):
    answer_with(monkeypatch, WHOLE.on_file)
    found = account_of(WHOLE.on_file, WHOLE.period, WHOLE.on)
    total = {
        ending: (person, office)
        for ending, (person, office) in counts(
            account_of_case(case, WHOLE.period, WHOLE.on)
        ).items()
    }

    for ending in Ending:
        assert sum(total[ending]) == [each.ending for each in found.lines].count(ending)


def test_how_each_condition_in_force_is_known(case, monkeypatch):
    on_file = OnFile(
        conditions=(
            condition(id="C1"),
            condition(id="C2", in_force=span("03-01", "04-01")),
            condition(id="C3", in_force=span("05-01")),
        ),
        verifications=(told("04-01"),),
    )
    answer_with(monkeypatch, on_file)

    assert [(each.condition, each.strength) for each in how_known_of(case.pk, day("04-20"))] == [
        ("C1", 1)
    ]


def test_an_export_holds_what_is_on_file_and_names_case_and_pack(case, monkeypatch):
    answer_with(monkeypatch, WHOLE.on_file)
    found = exported(case, WHOLE.period, WHOLE.on)

    assert found.on_file == WHOLE.on_file
    assert (found.case, found.number, found.period) == (case.pk, case.number, WHOLE.period)
    assert found.pack.code == "ca_on"
    assert len(found.pack.sha256) == 64


def test_a_file_without_requirements_has_nothing_unsettled(case, monkeypatch):
    answer_with(monkeypatch, OnFile())

    assert unsettled_of([case.pk], clock.today()) == {case.pk: []}


def test_what_is_unsettled_stands_under_its_own_case(case, officer, monkeypatch):
    answer_with(monkeypatch, OnFile((asked(),)))
    found = unsettled_of([case.pk], day("03-03"))

    assert [(each.case, each.key) for each in found[case.pk]] == [(case.pk, ("R1", day("03-02")))]
