"""Gaps planted in invented cases: the account finds all, and says nothing on file nowhere else."""

from collections import Counter
from random import Random

import pytest

from throughcare.kernel.accounting.computing import Account, account_of
from throughcare.kernel.accounting.conditions import ConditionLine
from throughcare.kernel.accounting.tests.planting import Draft, Gap, a_case
from throughcare.kernel.obligations.facts import Period

PLANTED = 500
OF_EACH = PLANTED // len(Gap)
CLEAN = 500


def alarms(account: Account) -> set:
    """Return the keys of all that an account says is not accounted for."""
    found = (*account.nothing_on_file(), *account.more_expected())
    return {each.condition.id if isinstance(each, ConditionLine) else each.key for each in found}


def account_of_draft(draft: Draft) -> Account:
    earliest = min(each.in_force.starts_on for each in draft.requirements)
    return account_of(draft.on_file(), Period(earliest), draft.on)


def cases_with_gaps(of_each: int) -> list[Draft]:
    """Return cases of one to four gaps of different kinds, so many of each kind in all."""
    rng, cases, left = Random(20261126), [], Counter(dict.fromkeys(Gap, of_each))
    while left := +left:
        gaps = rng.sample(sorted(left), min(len(left), rng.randint(1, 4)))
        cases.append(a_case(rng, set(gaps)))
        left.subtract(cases[-1].planted.keys())
    return cases


def test_the_account_finds_every_planted_gap_and_no_other():
    found, elsewhere, planted = Counter(), 0, Counter()
    drafts = cases_with_gaps(OF_EACH)
    for draft in drafts:
        said = alarms(account_of_draft(draft))
        for gap, keys in draft.planted.items():
            planted[gap] += 1
            found[gap] += keys <= said
        elsewhere += len(said - set().union(*draft.planted.values()))
    print(f"\n{planted.total()} gaps planted in {len(drafts)} cases, {found.total()} found;")
    print(f"{elsewhere} alarms elsewhere. By kind: {dict(found)}")

    assert found == planted
    assert (planted.total(), len(planted), elsewhere) == (PLANTED, len(Gap), 0)


def test_whole_cases_raise_no_alarm():
    rng = Random(4)
    said = [alarms(account_of_draft(a_case(rng, set()))) for _ in range(CLEAN)]
    print(f"\n{CLEAN} cases without a gap, {sum(map(bool, said))} with an alarm.")

    assert said == [set()] * CLEAN


@pytest.mark.parametrize("gap", Gap)
def test_each_kind_of_gap_alone_is_all_that_is_said(gap):
    draft = next(each for each in iter(lambda: a_case(Random(7), {gap}), None) if each.planted)

    assert alarms(account_of_draft(draft)) == draft.planted[gap]
