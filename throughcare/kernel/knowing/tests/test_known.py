"""How one condition is known, by example: what is expected, what is on file, and a day."""

from datetime import date

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.known import Expectation, Verification, known
from throughcare.kernel.knowing.words import Result, Standing
from throughcare.kernel.obligations.words import Strength

OWN_WORD = Expectation(authority="Rule 1")
COLLATERAL = Expectation(("CALL",), Strength.COLLATERAL, more_expected=True, authority="Rule 2")
MONTHLY = Expectation((), Strength.COLLATERAL, Length(months=1), True, "Rule 3")


def day(text):
    return date.fromisoformat(f"2026-{text}")


def checked(on, strength="SELF_REPORT", result=Result.CONFIRMED, method="INTERVIEW", of="C1"):
    return Verification(of, method, Strength[strength], day(on), result)


def standing(expects, *verifications, on="03-31"):
    return known("C1", expects, verifications, day(on)).standing.name


def codes(expects, *verifications, on="03-31"):
    reasons = known("C1", expects, verifications, day(on)).reasons
    return [each.code.removeprefix("knowing.") for each in reasons]


@pytest.mark.parametrize(
    ("expects", "strength", "expected"),
    [
        (OWN_WORD, "SELF_REPORT", "NO_STRONGER_EXPECTED"),
        (OWN_WORD, "DOCUMENT", "AS_EXPECTED"),
        (OWN_WORD, "COLLATERAL", "AS_EXPECTED"),
        (OWN_WORD, "OFFICIAL", "AS_EXPECTED"),
        (COLLATERAL, "SELF_REPORT", "MORE_EXPECTED"),
        (COLLATERAL, "DOCUMENT", "MORE_EXPECTED"),
        (COLLATERAL, "COLLATERAL", "AS_EXPECTED"),
        (COLLATERAL, "OBSERVED", "AS_EXPECTED"),
        (COLLATERAL, "OFFICIAL", "AS_EXPECTED"),
        (Expectation(at_least=Strength.OFFICIAL), "OBSERVED", "MORE_EXPECTED"),
        (Expectation(at_least=Strength.OFFICIAL), "OFFICIAL", "AS_EXPECTED"),
    ],
)
def test_one_verification_beside_what_is_expected(expects, strength, expected):
    assert standing(expects, checked("03-01", strength)) == expected


@pytest.mark.parametrize(
    ("at_least", "more_expected", "least"),
    [
        ("SELF_REPORT", False, "SELF_REPORT"),
        ("SELF_REPORT", True, "DOCUMENT"),
        ("DOCUMENT", False, "DOCUMENT"),
        ("DOCUMENT", True, "DOCUMENT"),
        ("OBSERVED", True, "OBSERVED"),
    ],
)
def test_more_is_never_the_persons_own_word(at_least, more_expected, least):
    expects = Expectation(at_least=Strength[at_least], more_expected=more_expected)

    assert expects.least is Strength[least]


@pytest.mark.parametrize("expects", [OWN_WORD, COLLATERAL, MONTHLY])
@pytest.mark.parametrize(
    "verifications",
    [
        (),
        (checked("03-01", "OFFICIAL", of="C2"),),
        (checked("04-01", "OFFICIAL"),),
        (checked("03-01", "OFFICIAL", Result.INCONCLUSIVE),),
    ],
    ids=["none", "of_another_condition", "tomorrow", "showed_nothing"],
)
def test_nothing_on_file(expects, verifications):
    found = known("C1", expects, verifications, day("03-31"))

    assert found.standing is Standing.NOTHING_ON_FILE
    assert (found.method, found.strength, found.last_on, found.result) == (None,) * 4


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("03-01", "AS_EXPECTED"),
        ("04-01", "AS_EXPECTED"),
        ("04-02", "MORE_EXPECTED"),
        ("12-31", "MORE_EXPECTED"),
    ],
)
def test_a_verification_holds_through_the_corresponding_day(on, expected):
    assert standing(MONTHLY, checked("03-01", "COLLATERAL"), on=on) == expected


@pytest.mark.parametrize(("on", "expected"), [("02-28", "AS_EXPECTED"), ("03-01", "MORE_EXPECTED")])
def test_a_month_from_the_thirty_first_holds_through_the_months_last_day(on, expected):
    assert standing(MONTHLY, checked("01-31", "COLLATERAL"), on=on) == expected


@pytest.mark.parametrize(
    ("on", "expected"), [("03-15", "NO_STRONGER_EXPECTED"), ("03-16", "MORE_EXPECTED")]
)
def test_the_persons_own_word_grows_old_too(on, expected):
    fortnightly = Expectation(every=Length(weeks=2))

    assert standing(fortnightly, checked("03-01"), on=on) == expected


def test_without_an_interval_one_verification_is_enough_for_good():
    old = Verification("C1", "RECORD", Strength.OFFICIAL, date(2001, 1, 1))

    assert standing(COLLATERAL, old) == "AS_EXPECTED"


@pytest.mark.parametrize(
    ("verifications", "expected"),
    [
        pytest.param(
            [checked("03-01", "COLLATERAL"), checked("03-20")],
            ("COLLATERAL", "03-01"),
            id="a_weaker_one_does_not_hide_a_strong_one",
        ),
        pytest.param(
            [checked("03-20", "COLLATERAL"), checked("03-01", "OFFICIAL")],
            ("COLLATERAL", "03-20"),
            id="of_two_strong_ones_the_later",
        ),
        pytest.param(
            [checked("03-20", "COLLATERAL"), checked("03-20", "OBSERVED")],
            ("OBSERVED", "03-20"),
            id="of_two_on_one_day_the_stronger",
        ),
        pytest.param(
            [checked("03-20"), checked("03-01", "DOCUMENT")],
            ("DOCUMENT", "03-01"),
            id="of_weak_ones_the_strongest",
        ),
        pytest.param(
            [checked("03-01", "DOCUMENT"), checked("03-05", "DOCUMENT")],
            ("DOCUMENT", "03-05"),
            id="of_equally_weak_ones_the_later",
        ),
        pytest.param(
            [checked("03-05", "COLLATERAL"), checked("03-20", "OFFICIAL", Result.INCONCLUSIVE)],
            ("COLLATERAL", "03-05"),
            id="an_attempt_changes_nothing",
        ),
    ],
)
def test_which_verification_is_shown(verifications, expected):
    for order in (verifications, verifications[::-1]):
        found = known("C1", COLLATERAL, order, day("03-31"))
        assert (found.strength.name, f"{found.last_on:%m-%d}") == expected


@pytest.mark.parametrize("strength", ["SELF_REPORT", "OFFICIAL"])
def test_of_two_on_one_day_what_contradicts_is_shown(strength):
    good = checked("03-20", strength, method="Z")
    bad = checked("03-20", strength, Result.CONTRADICTED, method="A")

    for order in ([good, bad], [bad, good]):
        found = known("C1", COLLATERAL, order, day("03-31"))
        assert (found.result, found.method) == (Result.CONTRADICTED, "A")


def test_a_later_verification_answers_one_that_contradicted():
    bad, good = checked("03-01", "OFFICIAL", Result.CONTRADICTED), checked("03-02", "OFFICIAL")

    assert known("C1", COLLATERAL, [bad, good], day("03-31")).result is Result.CONFIRMED


def test_what_contradicts_is_known_as_well_as_what_confirms():
    bad = checked("03-01", "OFFICIAL", Result.CONTRADICTED)

    assert standing(COLLATERAL, bad) == "AS_EXPECTED"
    assert codes(COLLATERAL, bad) == ["last_known", "expected", "contradicted"]


@pytest.mark.parametrize(
    ("expects", "verifications", "expected"),
    [
        (OWN_WORD, (), ["nothing", "expected"]),
        (MONTHLY, (), ["nothing", "expected", "expected_again"]),
        (
            OWN_WORD,
            (checked("03-01", result=Result.INCONCLUSIVE),),
            ["tried", "expected"],
        ),
        (OWN_WORD, (checked("03-01"),), ["last_known", "own_word_suffices"]),
        (
            Expectation(every=Length(weeks=8)),
            (checked("03-01"),),
            ["last_known", "own_word_suffices", "expected_again"],
        ),
        (OWN_WORD, (checked("03-01", "DOCUMENT"),), ["last_known", "expected"]),
        (COLLATERAL, (checked("03-01"),), ["last_known", "weaker", "expected"]),
        (
            MONTHLY,
            (checked("01-01", "OFFICIAL"),),
            ["last_known", "older", "expected", "expected_again"],
        ),
        (
            MONTHLY,
            (checked("01-01"),),
            ["last_known", "weaker", "expected", "expected_again"],
        ),
    ],
)
def test_reasons(expects, verifications, expected):
    assert codes(expects, *verifications) == expected


def facts_of(expects, *verifications):
    reasons = known("C1", expects, verifications, day("03-31")).reasons
    assert {each.authority for each in reasons} == {expects.authority}
    return {each.code.removeprefix("knowing."): dict(each.facts) for each in reasons}


def test_reasons_of_an_old_verification_name_the_days():
    found = facts_of(MONTHLY, checked("01-31", "OFFICIAL", method="RECORD"))

    assert found == {
        "last_known": {"method": "RECORD", "strength": "OFFICIAL", "day": day("01-31")},
        "older": {"day": day("01-31"), "last": day("02-28")},
        "expected": {"expected": "COLLATERAL"},
        "expected_again": {"length": Length(months=1)},
    }


def test_reasons_of_a_weak_verification_name_both_strengths():
    found = facts_of(COLLATERAL, checked("03-01", "DOCUMENT"))

    assert found["weaker"] == {"strength": "DOCUMENT", "expected": "COLLATERAL"}


def test_the_last_attempt_is_told():
    attempts = [
        checked("03-02", "OBSERVED", Result.INCONCLUSIVE, "VISIT"),
        checked("03-09", "COLLATERAL", Result.INCONCLUSIVE, "CALL"),
        checked("03-09", "OBSERVED", Result.INCONCLUSIVE, "DOOR"),
    ]

    for order in (attempts, attempts[::-1]):
        assert facts_of(COLLATERAL, *order)["tried"] == {"method": "DOOR", "day": day("03-09")}


def test_what_contradicts_names_its_day():
    found = facts_of(OWN_WORD, checked("03-02", "OFFICIAL", Result.CONTRADICTED))

    assert found["contradicted"] == {"day": day("03-02")}
