"""What holds of *how do we know* for every expectation, all verifications and any day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.known import Expectation, Verification, known
from throughcare.kernel.knowing.watching import Condition, watched
from throughcare.kernel.knowing.words import Result, Standing
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.words import Strength

days = st.dates(date(2026, 1, 1), date(2026, 6, 30))
expectations = st.builds(
    Expectation,
    st.just(("CALL",)),
    st.sampled_from(Strength),
    st.none() | st.builds(Length, days=st.integers(1, 60)),
    st.booleans(),
    st.just("Rule 1"),
)
verifications = st.builds(
    Verification,
    st.sampled_from(["C1", "C2"]),
    st.sampled_from(["CALL", "VISIT"]),
    st.sampled_from(Strength),
    days,
    st.sampled_from(Result),
)
on_file = st.lists(verifications, max_size=6)
BADNESS = {Standing.NOTHING_ON_FILE: 2, Standing.MORE_EXPECTED: 1}


def badness(expects, found, on):
    return BADNESS.get(known("C1", expects, found, on).standing, 0)


@given(expectations, on_file, days)
def test_every_answer_has_a_standing_and_a_reason(expects, found, on):
    answer = known("C1", expects, found, on)

    assert answer.standing in Standing
    assert answer.reasons
    assert (answer.last_on is None) == (answer.standing is Standing.NOTHING_ON_FILE)


@given(expectations, on_file, days)
def test_the_order_of_what_is_on_file_does_not_matter(expects, found, on):
    assert known("C1", expects, found, on) == known("C1", expects, found[::-1], on)


@given(expectations, on_file, verifications, days)
def test_one_more_verification_never_makes_things_worse(expects, found, one, on):
    assert badness(expects, [*found, one], on) <= badness(expects, found, on)


@given(expectations, on_file, days)
def test_a_days_passing_alone_never_makes_things_better(expects, found, on):
    today = [each for each in found if each.on <= on]

    assert badness(expects, today, on + timedelta(days=1)) >= badness(expects, today, on)


@given(expectations, on_file, days)
def test_no_stronger_expected_is_said_of_the_persons_own_word_alone(expects, found, on):
    answer = known("C1", expects, found, on)

    if answer.standing is Standing.NO_STRONGER_EXPECTED:
        assert answer.strength is Strength.SELF_REPORT
        assert not expects.more_expected


@given(expectations, on_file, days)
def test_as_expected_is_never_said_of_less_than_is_expected(expects, found, on):
    answer = known("C1", expects, found, on)

    if answer.standing is Standing.AS_EXPECTED:
        assert answer.strength >= expects.at_least


@given(expectations, on_file, days)
def test_a_watched_condition_answers_as_it_would_alone(expects, found, on):
    condition = Condition("C1", Period(on), expects)

    (answer,) = watched([condition], [], found, [], on)

    assert answer.known == known("C1", expects, found, on)
    assert answer.is_watched == any(each.condition == "C1" and each.on <= on for each in found)
