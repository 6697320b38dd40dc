"""What watches each condition in force: its obligations, its verifications, or nothing."""

from datetime import date
from fractions import Fraction

import pytest

from throughcare.kernel.knowing.known import Expectation, Verification
from throughcare.kernel.knowing.watching import Condition, watched
from throughcare.kernel.knowing.words import Standing
from throughcare.kernel.obligations.computing import account
from throughcare.kernel.obligations.facts import Evidence, Facts, Period
from throughcare.kernel.obligations.requirements import Once, Requirement
from throughcare.kernel.obligations.words import OwedBy, Strength


def day(text):
    return date.fromisoformat(f"2026-{text}")


IN_FORCE = Period(day("01-01"), day("07-01"))
OWN_WORD = Expectation(authority="Rule 1")
REPORT = Condition("REPORT", IN_FORCE, OWN_WORD, frozenset({"R1", "R2"}))
NO_CONTACT = Condition("NO_CONTACT", IN_FORCE, OWN_WORD)
SEEN = Evidence("e1", "OFFICE_CONTACT", day("03-03"), Strength.OBSERVED)


def asked(name, closed_by="OFFICE_CONTACT"):
    return Requirement(
        name,
        "report",
        OwedBy.PERSON,
        Once(day("03-02"), day("03-05")),
        frozenset({closed_by}),
        "Rule 1",
        IN_FORCE,
    )


def on_day(on, *conditions, evidence=(SEEN,), verifications=(), asking=("R1", "R3")):
    facts = Facts(evidence=tuple(evidence))
    obligations = [
        each
        for found in account([asked(name) for name in asking], facts, day(on)).values()
        for each in found
    ]
    return watched(conditions, obligations, verifications, evidence, day(on))


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("01-01", ["REPORT", "NO_CONTACT"]),
        ("06-30", ["REPORT", "NO_CONTACT"]),
        ("07-01", []),
    ],
)
def test_every_condition_in_force_is_answered_and_no_other(on, found):
    assert [each.condition for each in on_day(on, REPORT, NO_CONTACT)] == found


def test_a_condition_has_the_obligations_of_its_own_requirements():
    (report,) = on_day("03-10", REPORT, asking=("R1", "R2", "R3"))

    assert [each.requirement for each in report.obligations] == ["R1", "R2"]


def test_a_contact_that_closed_an_obligation_shows_that_the_person_reports():
    (report,) = on_day("03-10", REPORT)

    assert report.standing is Standing.AS_EXPECTED
    assert (report.known.method, report.known.last_on) == ("OFFICE_CONTACT", day("03-03"))
    assert report.verifications == (
        Verification("REPORT", "OFFICE_CONTACT", Strength.OBSERVED, day("03-03")),
    )


def test_one_contact_that_closed_two_obligations_is_one_verification():
    (report,) = on_day("03-10", REPORT, asking=("R1", "R2"))

    assert len(report.obligations) == 2
    assert len(report.verifications) == 1


def test_an_obligation_still_open_watches_though_nothing_is_on_file():
    (report,) = on_day("03-03", REPORT, evidence=())

    assert report.is_watched
    assert report.standing is Standing.NOTHING_ON_FILE
    assert [each.code for each in report.reasons] == ["knowing.nothing", "knowing.expected"]


def test_what_nothing_watches_says_so_first():
    (nobody,) = on_day("03-03", NO_CONTACT)

    assert not nobody.is_watched
    assert nobody.standing is Standing.NOTHING_ON_FILE
    assert [each.code for each in nobody.reasons] == ["knowing.not_watched", "knowing.expected"]
    assert nobody.reasons[0].authority == "Rule 1"


def test_a_verification_of_its_own_watches_a_condition():
    told = Verification("NO_CONTACT", "INTERVIEW", Strength.SELF_REPORT, day("03-01"))

    (found,) = on_day("03-03", NO_CONTACT, verifications=(told,))

    assert found.is_watched
    assert found.standing is Standing.NO_STRONGER_EXPECTED
    assert [each.code for each in found.reasons] == [
        "knowing.last_known",
        "knowing.own_word_suffices",
    ]


@pytest.mark.parametrize(("on", "count"), [("03-03", 0), ("03-04", 1)])
def test_a_verification_counts_from_its_day(on, count):
    told = Verification("NO_CONTACT", "INTERVIEW", Strength.SELF_REPORT, day("03-04"))

    (found,) = on_day(on, NO_CONTACT, verifications=(told,))

    assert len(found.verifications) == count


def test_verifications_stand_oldest_first_with_the_evidence_among_them():
    before = Verification("REPORT", "CALL", Strength.COLLATERAL, day("02-01"))
    after = Verification("REPORT", "RECORD", Strength.OFFICIAL, day("03-05"))

    (found,) = on_day("03-10", REPORT, verifications=(after, before))

    assert [each.method for each in found.verifications] == ["CALL", "OFFICE_CONTACT", "RECORD"]


def test_of_one_day_the_weaker_stands_first():
    record = Verification("REPORT", "RECORD", Strength.OFFICIAL, day("03-03"))
    word = Verification("REPORT", "WORD", Strength.SELF_REPORT, day("03-03"))

    (found,) = on_day("03-10", REPORT, verifications=(record, word))

    assert [each.method for each in found.verifications] == ["WORD", "OFFICE_CONTACT", "RECORD"]


def test_evidence_of_other_kinds_and_of_other_conditions_is_no_verification():
    other = Evidence("e2", "LETTER", day("03-03"), Strength.DOCUMENT, Fraction(0))

    found = on_day("03-10", REPORT, NO_CONTACT, evidence=(other,))

    assert [each.verifications for each in found] == [(), ()]


def test_evidence_that_is_not_told_leaves_the_obligation_alone_to_watch():
    facts = Facts(evidence=(SEEN,))
    obligations = account([asked("R1")], facts, day("03-10"))["R1"]

    (found,) = watched([REPORT], obligations, (), (), day("03-10"))

    assert found.verifications == ()
    assert found.is_watched


def test_the_past_is_told_as_it_was_known_then():
    facts = Facts(evidence=(SEEN,))
    obligations = account([asked("R1")], facts, day("03-10"))["R1"]

    (found,) = watched([REPORT], obligations, (), (SEEN,), day("03-02"))

    assert found.verifications == ()
