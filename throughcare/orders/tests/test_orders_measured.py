"""How the reader's proposals fared, counted for each code and each pattern of wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.orders.commands import confirming, varying
from throughcare.orders.making import CodeMade, ConditionMade
from throughcare.orders.measuring import Decision, Tally, measured
from throughcare.orders.queries.corrections import decisions, patterns_of
from throughcare.orders.reading import read
from throughcare.orders.tests.factories import an_order, condition_of
from throughcare.record.ids import new_id

HOURS = {"code": "COMMUNITY_SERVICE", "parameters": {"hours": 60}, "patterns": ["SERVICE 1"]}
FEWER = {"code": "COMMUNITY_SERVICE", "parameters": {"hours": 40}}
PEACE = {"code": "KPGB", "parameters": {}}
FATES = [
    ([HOURS], [HOURS], (1, 0, 0, 0)),
    ([HOURS], [FEWER], (0, 1, 0, 0)),
    ([], [HOURS], (0, 0, 1, 0)),
    ([HOURS], [], (0, 0, 0, 1)),
    ([HOURS], [PEACE], (0, 0, 0, 1)),
    ([HOURS, PEACE], [PEACE, HOURS], (1, 0, 0, 0)),
]


@pytest.mark.parametrize(("proposed", "decided", "counts"), FATES)
def test_a_code_has_one_fate(proposed, decided, counts):
    found = measured([Decision(proposed, decided)])

    assert tuple(found.codes["COMMUNITY_SERVICE"].counts().values()) == counts


def test_a_pattern_shares_the_fate_of_what_it_proposed():
    found = measured([Decision([HOURS], [FEWER]), Decision([HOURS], [HOURS])])

    assert found.patterns["SERVICE 1"] == Tally(unchanged=1, changed=1)


def test_what_was_proposed_by_no_pattern_is_counted_too():
    assert measured([Decision([PEACE], [PEACE])]).patterns == {"no pattern": Tally(unchanged=1)}


def test_what_a_person_added_is_no_patterns_doing():
    assert measured([Decision([], [HOURS])]).patterns == {}


@pytest.mark.parametrize(
    ("tally", "kept"),
    [(Tally(), None), (Tally(added=3), None), (Tally(3, 0, 0, 1), 0.75), (Tally(0, 2), 0.0)],
)
def test_the_share_kept_is_of_what_was_proposed(tally, kept):
    assert tally.kept == kept


codes = st.dictionaries(st.sampled_from("ABC"), st.integers(0, 2), max_size=3).map(
    lambda said: [{"code": name, "parameters": {"n": n}} for name, n in said.items()]
)


@given(st.lists(st.builds(Decision, codes, codes), max_size=9))
def test_every_proposal_and_every_decision_is_counted_once(listed):
    found = measured(listed)

    assert found.conditions == len(listed)
    assert sum(each.proposed for each in found.codes.values()) == sum(
        len(each.proposed) for each in listed
    )
    assert sum(each.unchanged + each.changed + each.added for each in found.codes.values()) == sum(
        len(each.decided) for each in listed
    )


def test_a_reading_names_its_patterns():
    (one,) = read("1. Keep the peace.").conditions

    assert patterns_of(one.codes[0].why) == ["KPGB 1"]
    assert patterns_of({"implied": True}) == []


@pytest.fixture
def order(case, officer):
    words = "1. Keep the peace.\n2. Perform 60 hours of community service.\n3. Attend school."
    return an_order(case, officer, conditions=read(words).conditions)


def fates():
    return {name: tally.counts() for name, tally in measured(decisions()).codes.items()}


def one(**said):
    return {"unchanged": 0, "changed": 0, "added": 0, "removed": 0} | said


@pytest.mark.django_db
def test_nothing_is_measured_before_someone_decides(order):
    assert list(decisions()) == []


@pytest.mark.django_db
def test_what_officers_decided_is_measured(order, officer):
    confirming.confirm_condition(condition=condition_of(order, 1), by=officer)
    confirming.change_condition(
        condition=condition_of(order, 2),
        codes=[CodeMade("COMMUNITY_SERVICE", {"hours": 40}), CodeMade("KPGB")],
        by=officer,
    )
    confirming.withdraw_condition(condition=condition_of(order, 3), reason="Recited", by=officer)
    confirming.add_condition(
        id=new_id(),
        order=order,
        made=ConditionMade(4, "Be home by 10.", (CodeMade("CURFEW"),)),
        by=officer,
    )
    found = fates()

    assert found["COMMUNITY_SERVICE"] == one(changed=1)
    assert found["KPGB"] == one(unchanged=1, added=1)
    assert found["CURFEW"] == one(added=1)
    assert measured(decisions()).patterns["COMMUNITY_SERVICE 1"] == Tally(changed=1)


@pytest.mark.django_db
def test_the_first_proposal_counts_however_often_it_was_decided(order, officer):
    for hours in (40, 60):
        confirming.change_condition(
            condition=condition_of(order, 2),
            codes=[CodeMade("COMMUNITY_SERVICE", {"hours": hours})],
            by=officer,
        )

    assert fates()["COMMUNITY_SERVICE"] == one(unchanged=1)


@pytest.mark.django_db
def test_versions_that_a_change_made_were_never_proposed(order, officer):
    confirming.confirm_condition(condition=condition_of(order, 1), by=officer)
    variation = varying.ask_variation(
        id=new_id(),
        order=order,
        asked_by="PERSON",
        asked_on=order.made_on,
        words="Shifts",
        parts=[{"before": condition_of(order, 1), "words": "Be good.", "codes": []}],
        by=officer,
    )
    varying.grant_variation(
        variation=variation,
        decided_on=order.made_on,
        takes_effect_on=order.made_on,
        by=officer,
    )
    confirming.change_condition(
        condition=order.conditions.get(made_by=variation), codes=[CodeMade("KPGB")], by=officer
    )

    assert fates()["KPGB"] == one(unchanged=1)
