"""Which sessions are good, moment by moment, without a database."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare import clock
from throughcare.staff.middleware import has_both_factors, is_signed_in

IDLE, LONGEST = 30 * 60, 10 * 3600


def request_of(*, posting: str | None = "p1", seen=0.0, since=0.0, known=True, **more):
    """Return a request whose session was used `seen` and began `since` seconds ago."""
    now = clock.wall().timestamp()
    said = {"seen_at": now - seen, "signed_in_at": now - since, "posting": "p1"} | more
    posted = SimpleNamespace(pk=posting) if posting else None
    user = SimpleNamespace(is_authenticated=known, posting=posted)
    return SimpleNamespace(user=user, session=said)


@pytest.mark.parametrize(
    ("facts", "good"),
    [
        pytest.param({}, True, id="just_signed_in"),
        pytest.param({"known": False}, False, id="nobody"),
        pytest.param({"posting": None}, False, id="posted_nowhere_today"),
        pytest.param({"posting": "p2"}, False, id="posted_elsewhere_by_now"),
        pytest.param({"seen": IDLE - 5}, True, id="almost_idle"),
        pytest.param({"seen": IDLE + 1}, False, id="idle"),
        pytest.param({"since": LONGEST - 5}, True, id="almost_a_day"),
        pytest.param({"since": LONGEST + 1}, False, id="a_whole_day"),
        pytest.param({"seen_at": 0}, False, id="never_seen"),
        pytest.param({"signed_in_at": 0}, False, id="never_begun"),
        pytest.param({"in_demo": True}, False, id="of_a_demo_that_is_over"),
    ],
)
def test_a_session_is_good_as_long_as_it_says(facts, good, settings):
    settings.DEMO = False

    assert is_signed_in(request_of(**facts)) is good


@given(st.integers(0, 2 * IDLE), st.integers(0, 2 * LONGEST))
def test_time_alone_never_makes_a_session_good_again(seen, since):
    now = is_signed_in(request_of(seen=seen, since=since))
    later = is_signed_in(request_of(seen=seen + 60, since=since + 60))

    assert now or not later


@given(st.floats(-50, 50).map(lambda days: timedelta(days=days)))
def test_the_day_that_is_looked_at_changes_nothing(away):
    with clock.frozen(clock.wall() + away):
        assert is_signed_in(request_of())
        assert not is_signed_in(request_of(seen=IDLE + 1))


@pytest.mark.parametrize(
    ("idle", "longest", "good"),
    [(timedelta(minutes=5), timedelta(hours=10), False), (timedelta(hours=1),) * 2 + (True,)],
)
def test_an_installation_may_choose_its_limits(idle, longest, good, settings):
    settings.SESSION_ENDS_IDLE, settings.SESSION_ENDS_ANYWAY = idle, longest

    assert is_signed_in(request_of(seen=600, since=600)) is good


@pytest.mark.parametrize(
    ("said", "both"),
    [({}, False), ({"second_factor": False}, False), ({"second_factor": True}, True)],
)
def test_the_second_factor_is_given_or_not(said, both):
    assert has_both_factors(SimpleNamespace(session=said)) is both
