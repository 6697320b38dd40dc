"""What holds of accounts for every requirement, all facts, any period and any day."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from throughcare.kernel.accounting.computing import OnFile, account_of
from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.knowing.known import Expectation
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Facts, Period, together
from throughcare.kernel.obligations.tests.strategies import (
    days,
    facts,
    periods,
    pieces,
    requirements,
)

ALWAYS = Period(date(2025, 1, 1))
CONDITION = Condition("C", ALWAYS, Expectation(), frozenset({"R"}))


def on_file(requirement, known):
    return OnFile((requirement,), known, (CONDITION,))


@given(requirements, facts, days)
def test_an_account_of_all_time_has_every_obligation_once(requirement, known, on):
    found = account_of(on_file(requirement, known), ALWAYS, on)

    assert [each.obligation for each in found.lines] == obligations(requirement, known, on)


@given(requirements, facts, days, periods())
def test_a_line_is_the_same_in_every_period_it_belongs_to(requirement, known, on, period):
    whole = account_of(on_file(requirement, known), ALWAYS, on).lines
    part = account_of(on_file(requirement, known), period, on).lines

    assert set(part) <= set(whole)


@given(requirements, facts, days)
def test_each_line_has_what_its_ending_says(requirement, known, on):
    for line in account_of(on_file(requirement, known), ALWAYS, on).lines:
        assert (line.recorded is not None) is (line.ending is Ending.RECORDED_REASON)
        if line.ending is Ending.EVIDENCE:
            assert line.obligation.evidence
        if line.ending is Ending.NOT_YET_DUE:
            assert on < line.obligation.due_before


@settings(max_examples=300)
@given(requirements, facts, pieces, days)
def test_one_more_piece_of_evidence_takes_no_ending_away(requirement, known, piece, on):
    more = replace(known, evidence=(*known.evidence, piece))
    before = account_of(on_file(requirement, known), ALWAYS, on)
    after = {each.key: each for each in account_of(on_file(requirement, more), ALWAYS, on).lines}

    for line in before.lines:
        if line.key in after and line.ending is not Ending.NOTHING_ON_FILE:
            assert after[line.key].ending is not Ending.NOTHING_ON_FILE


@given(requirements, facts, days)
def test_a_condition_is_bare_only_where_no_line_says_nothing_on_file(requirement, known, on):
    found = account_of(on_file(requirement, known), ALWAYS, on)
    said = Ending.NOTHING_ON_FILE in {each.ending for each in found.lines}

    assert [each.is_bare for each in found.conditions if said] in ([], [False])


@given(st.lists(facts, max_size=3))
def test_together_keeps_every_fact(some):
    whole = together(some)

    for name in Facts.__dataclass_fields__:
        assert list(getattr(whole, name)) == [x for each in some for x in getattr(each, name)]
