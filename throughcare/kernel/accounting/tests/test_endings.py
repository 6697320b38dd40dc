"""Each obligation of an account has one ending, with who and why where a reason ends it."""

import pytest

from throughcare.kernel.accounting.endings import (
    ENDING_OF,
    Ending,
    Recorded,
    RecordedReason,
    reason_recorded,
)
from throughcare.kernel.accounting.tests.examples import (
    account,
    asked,
    came,
    day,
    decided,
    sixty_hours,
    span,
)
from throughcare.kernel.obligations.facts import Facts, Pause
from throughcare.kernel.obligations.words import OwedBy, State, Strength

OFFICE = {"owed_by": OwedBy.OFFICE}


def test_every_state_has_an_ending():
    assert ENDING_OF.keys() == set(State)


@pytest.mark.parametrize(
    ("on", "said", "known", "ending"),
    [
        pytest.param("03-01", {}, {}, "NOT_YET_DUE", id="it lies ahead"),
        pytest.param("03-08", {}, {}, "NOT_YET_DUE", id="its last day is today"),
        pytest.param("03-09", {}, {}, "NOTHING_ON_FILE", id="its last day is over"),
        pytest.param("03-09", {}, {"evidence": (came("03-08"),)}, "EVIDENCE", id="done"),
        pytest.param("03-20", {}, {"evidence": (came("03-12"),)}, "EVIDENCE", id="done late"),
        pytest.param(
            "03-20", {}, {"evidence": (came("03-21"),)}, "NOTHING_ON_FILE", id="not known yet"
        ),
        pytest.param(
            "03-20",
            {"at_least": Strength.DOCUMENT},
            {"evidence": (came("03-04"),)},
            "NOTHING_ON_FILE",
            id="the person's word where a paper is asked",
        ),
        pytest.param(
            "03-20",
            {"in_force": span("03-03")},
            {"evidence": (came("03-02"),)},
            "NOTHING_ON_FILE",
            id="before the order",
        ),
        pytest.param(
            "03-20", {}, {"set_aside": (decided("03-02"),)}, "RECORDED_REASON", id="set aside"
        ),
        pytest.param(
            "03-20", {}, {"set_aside": (decided("03-03"),)}, "NOTHING_ON_FILE", id="aside later"
        ),
        pytest.param(
            "03-20", OFFICE, {"no_staff": (decided("03-01"),)}, "RECORDED_REASON", id="no staff"
        ),
        pytest.param(
            "03-20", {}, {"no_staff": (decided("03-01"),)}, "NOTHING_ON_FILE", id="the person's"
        ),
        pytest.param(
            "03-20",
            {},
            {"pauses": (Pause("CUSTODY", span("03-04")),)},
            "RECORDED_REASON",
            id="in custody",
        ),
        pytest.param(
            "03-20", {"in_force": span("03-01", "03-05")}, {}, "RECORDED_REASON", id="order ended"
        ),
    ],
)
def test_an_obligation_ends_in_one_of_four_ways(on, said, known, ending):
    (line,) = account(on, asked(**said), facts=Facts(**known)).lines

    assert line.ending is Ending[ending]


def test_evidence_is_named_by_its_id():
    facts = Facts(evidence=(came("03-04", name="contact:7"),))
    (line,) = account("03-20", asked(), facts=facts).lines

    assert line.obligation.evidence == ("contact:7",)
    assert line.recorded is None
    assert not line.is_late


def test_evidence_after_the_last_day_is_said_to_be_late():
    (line,) = account("03-20", asked(), facts=Facts(evidence=(came("03-12"),))).lines

    assert (line.ending, line.is_late) == (Ending.EVIDENCE, True)


def test_hours_that_fall_short_show_what_was_worked():
    facts = Facts(evidence=(came("03-10", "HOURS", amount=40),))
    asks = asked(cadence=sixty_hours(), closed_by=frozenset({"HOURS"}))
    (line,) = account("05-01", asks, facts=facts).lines

    assert line.ending is Ending.NOTHING_ON_FILE
    assert (line.obligation.met, line.obligation.needed) == (40, 60)


@pytest.mark.parametrize(
    ("said", "known", "reason"),
    [
        pytest.param(
            {},
            {"set_aside": (decided("03-01"),)},
            RecordedReason(Recorded.SET_ASIDE, day("03-01"), "L. Tremblay", "in hospital", "D1"),
            id="set aside",
        ),
        pytest.param(
            OFFICE,
            {"no_staff": (decided("02-01"),)},
            RecordedReason(Recorded.NO_STAFF, day("02-01"), "L. Tremblay", "in hospital", "D1"),
            id="no staff",
        ),
        pytest.param(
            {},
            {"pauses": (Pause("HOSPITAL", span("03-06")), Pause("CUSTODY", span("03-04")))},
            RecordedReason(Recorded.PAUSED, day("03-04"), why="CUSTODY"),
            id="the pause that began first",
        ),
        pytest.param(
            {},
            {
                "pauses": (
                    Pause("HOSPITAL", span("03-03", "03-05")),
                    Pause("CUSTODY", span("03-06")),
                )
            },
            RecordedReason(Recorded.PAUSED, day("03-06"), why="CUSTODY"),
            id="the pause that holds",
        ),
        pytest.param(
            {"in_force": span("03-01", "03-05")},
            {},
            RecordedReason(Recorded.ENDED, day("03-05")),
            id="ended",
        ),
    ],
)
def test_a_recorded_reason_says_what_since_when_by_whom_and_why(said, known, reason):
    (line,) = account("03-20", asked(**said), facts=Facts(**known)).lines

    assert line.recorded == reason


def test_of_two_decisions_the_one_that_covers_the_window_is_named():
    later = decided("04-01")
    facts = Facts(set_aside=(later, decided("03-02", "03-03")))
    (line,) = account("03-20", asked(), facts=facts).lines

    assert line.recorded.since == day("03-02")


def test_a_decision_that_is_not_in_the_facts_is_an_error():
    facts = Facts(set_aside=(decided("03-01"),))
    (line,) = account("03-20", asked(), facts=facts).lines

    with pytest.raises(LookupError, match="decision that is not there"):
        reason_recorded(line.obligation, Facts(), None, day("03-20"))


@pytest.mark.parametrize(
    ("ends_before", "pauses", "what", "since"),
    [
        pytest.param(None, (), Recorded.ENDED, "03-20", id="nobody says since when"),
        pytest.param("03-05", (), Recorded.ENDED, "03-05", id="the requirement ended"),
        pytest.param("03-05", (span("02-20"),), Recorded.ENDED, "03-05", id="ended, in custody"),
        pytest.param("03-09", (span("02-20"),), Recorded.PAUSED, "02-20", id="gone by in custody"),
        pytest.param(None, (span("03-03"),), Recorded.ENDED, "03-20", id="another custody"),
    ],
)
def test_what_ended_says_whether_it_ended_or_went_by_in_a_pause(ends_before, pauses, what, since):
    (line,) = account("03-20", asked(in_force=span("03-01", "03-05"))).lines
    facts = Facts(pauses=tuple(Pause("CUSTODY", each) for each in pauses))
    end = day(ends_before) if ends_before else None
    found = reason_recorded(line.obligation, facts, end, day("03-20"))

    assert (found.what, found.since) == (what, day(since))
