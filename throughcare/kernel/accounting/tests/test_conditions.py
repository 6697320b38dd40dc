"""What an account says of each condition: how it is known, or that nothing is on file."""

import pytest

from throughcare.kernel.accounting.endings import Ending
from throughcare.kernel.accounting.tests.examples import (
    account,
    asked,
    came,
    condition,
    day,
    decided,
    once,
    the_condition,
    told,
)
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.words import Result, Standing
from throughcare.kernel.obligations.facts import Facts
from throughcare.kernel.obligations.words import OwedBy, Strength

MONTHLY = Length(months=1)
CAME = Facts(evidence=(came("03-04"),))
ASIDE = Facts(set_aside=(decided("03-02"),))


@pytest.mark.parametrize(
    ("on", "requirements", "known", "ending", "bare"),
    [
        pytest.param("04-20", (), {}, "NOTHING_ON_FILE", True, id="nothing watches it"),
        pytest.param(
            "04-20", (), {"verifications": [told("04-21")]}, "NOTHING_ON_FILE", True, id="not yet"
        ),
        pytest.param(
            "04-20",
            (),
            {"verifications": [told("04-01", of="C2")]},
            "NOTHING_ON_FILE",
            True,
            id="another condition was checked",
        ),
        pytest.param(
            "04-20",
            (),
            {"verifications": [told("04-01", result=Result.INCONCLUSIVE)]},
            "NOTHING_ON_FILE",
            True,
            id="tried in vain",
        ),
        pytest.param("04-20", (), {"verifications": [told("04-20")]}, "EVIDENCE", False, id="told"),
        pytest.param("04-20", (asked(),), {"facts": CAME}, "EVIDENCE", False, id="came"),
        pytest.param(
            "04-20", (asked(),), {}, "NOTHING_ON_FILE", False, id="its obligation says it"
        ),
        pytest.param("03-08", (asked(),), {}, "NOT_YET_DUE", False, id="still time"),
        pytest.param("04-20", (asked(),), {"facts": ASIDE}, "RECORDED_REASON", False, id="aside"),
        pytest.param(
            "04-20",
            (asked(), asked("R2", once("05-01", "05-09"))),
            {},
            "NOT_YET_DUE",
            False,
            id="one of two is still to come",
        ),
        pytest.param(
            "04-20", (asked("R3"),), {}, "NOTHING_ON_FILE", True, id="another's obligation"
        ),
    ],
)
def test_a_condition_ends_by_what_is_known_or_by_what_watches_it(
    on, requirements, known, ending, bare
):
    found = the_condition(on, *requirements, conditions=[condition("R1", "R2")], **known)

    assert (found.ending, found.is_bare) == (Ending[ending], bare)


def test_what_the_office_did_watches_a_condition_but_is_no_knowledge_of_the_person():
    directed = asked(owed_by=OwedBy.OFFICE)
    found = the_condition("04-20", directed, conditions=[condition("R1")], facts=CAME)

    assert (found.ending, found.is_bare) == (Ending.EVIDENCE, False)
    assert found.known.standing is Standing.NOTHING_ON_FILE


def test_a_contact_of_two_kinds_is_known_by_the_kind_that_was_asked_for():
    facts = Facts(evidence=(came("03-04"), came("03-04", "SEEN_OFFICE")))
    found = the_condition("04-20", asked(), conditions=[condition("R1")], facts=facts)

    assert [each.method for each in found.watched.verifications] == ["REPORTED"]


@pytest.mark.parametrize(
    ("on", "ending"),
    [("04-01", Ending.NOT_YET_DUE), ("04-02", Ending.NOTHING_ON_FILE)],
)
def test_a_first_check_has_the_time_that_the_pack_gives(on, ending):
    found = the_condition(on, conditions=[condition(every=MONTHLY)])

    assert found.ending is ending


def test_a_first_check_in_vain_does_not_wait_for_the_time_to_pass():
    in_vain = [told("03-05", result=Result.INCONCLUSIVE)]
    found = the_condition("03-06", conditions=[condition(every=MONTHLY)], verifications=in_vain)

    assert found.ending is Ending.NOTHING_ON_FILE


def test_what_is_not_accounted_for_is_lines_then_bare_conditions():
    found = account(
        "04-20",
        asked(),
        conditions=[condition("R1"), condition(id="C2"), condition(id="C3")],
        verifications=[told("04-01", of="C3")],
    )
    lines, bare = found.nothing_on_file()

    assert lines.key == ("R1", day("03-02"))
    assert bare.condition.id == "C2"


@pytest.mark.parametrize(
    ("verification", "expected", "more"),
    [
        (told("04-01"), {}, False),
        (told("04-01"), {"at_least": Strength.COLLATERAL}, True),
        (told("04-01", strength=Strength.COLLATERAL), {"at_least": Strength.COLLATERAL}, False),
        (told("03-01"), {"every": MONTHLY}, True),
        (told("03-20"), {"every": MONTHLY}, False),
    ],
)
def test_more_is_expected_where_what_is_known_is_weaker_or_older(verification, expected, more):
    found = account("04-20", conditions=[condition(**expected)], verifications=[verification])

    assert bool(found.more_expected()) is more
    assert found.nothing_on_file() == ()
