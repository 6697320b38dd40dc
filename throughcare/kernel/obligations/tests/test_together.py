"""What several duties know of one case, as one whole."""

import pytest

from throughcare.kernel.obligations.facts import (
    Decision,
    Event,
    Evidence,
    Facts,
    Pause,
    Period,
    together,
)
from throughcare.kernel.obligations.tests.examples import day

MARCH = Period(day("03-01"), day("04-01"))
SEEN = Evidence("e1", "CONTACT", day("03-02"))
CALLED = Evidence("e2", "CALL", day("03-03"))
INTAKE = Event("INTAKE", day("03-02"))
HELD = Pause("CUSTODY", MARCH)
ASIDE = Decision("d1", "R1", MARCH, "L. Tremblay", "in hospital")
UNDONE = Decision("d2", "R2", MARCH, "A. Okafor", "a post is vacant")


@pytest.mark.parametrize(
    "some",
    [
        Facts(evidence=(SEEN,)),
        Facts(events=(INTAKE,)),
        Facts(pauses=(HELD,)),
        Facts(set_aside=(ASIDE,)),
        Facts(no_staff=(UNDONE,)),
        Facts((SEEN,), (INTAKE,), (HELD,), (ASIDE,), (UNDONE,)),
    ],
)
def test_each_kind_of_fact_is_kept_in_its_place(some):
    assert together([Facts(), some, Facts()]) == some


def test_facts_stand_in_the_order_in_which_they_are_told():
    contacts, calls = Facts(evidence=(SEEN,)), Facts(evidence=(CALLED,))

    assert together(iter([contacts, calls])).evidence == (SEEN, CALLED)
    assert together([calls, contacts]).evidence == (CALLED, SEEN)


def test_nothing_known_is_nothing():
    assert together([]) == Facts()
