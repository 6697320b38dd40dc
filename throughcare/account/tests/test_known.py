"""How the answer to "How do we know?" reads."""

import pytest
from django.utils import translation

from throughcare.account.known import shown_knowing
from throughcare.kernel.accounting.tests.examples import asked, came, condition, the_condition, told
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.facts import Facts
from throughcare.kernel.obligations.words import OwedBy, Strength

COLLATERAL = {"at_least": Strength.COLLATERAL}


def shown(on="04-20", *requirements, expected=None, **known):
    conditions = [condition("R1", **(expected or {}))]
    return shown_knowing(the_condition(on, *requirements, conditions=conditions, **known))


@pytest.mark.parametrize(
    ("given", "strength", "note", "mark"),
    [
        pytest.param({}, 0, "Nothing on file", "nothing", id="nothing"),
        pytest.param(
            {"verifications": [told("04-01")]},
            1,
            "no stronger check is expected at this level",
            "",
            id="own word suffices",
        ),
        pytest.param(
            {"verifications": [told("04-01")], "expected": COLLATERAL},
            1,
            "more is expected",
            "stale",
            id="own word is not enough",
        ),
        pytest.param(
            {"verifications": [told("04-01", strength=Strength.OFFICIAL)], "expected": COLLATERAL},
            5,
            "",
            "",
            id="as expected",
        ),
        pytest.param(
            {"verifications": [told("04-01", result=Result.CONTRADICTED)]},
            1,
            "the last check found it otherwise",
            "contradicted",
            id="contradicted",
        ),
        pytest.param(
            {"expected": {"every": Length(months=2)}},
            0,
            "Nothing known yet; what will show it is not yet due",
            "",
            id="still time",
        ),
    ],
)
def test_knowing_is_a_strength_a_note_and_a_mark_where_it_needs_attention(
    given, strength, note, mark
):
    found = shown(**given)

    assert (found.strength, found.note, found.mark) == (strength, note, mark)
    assert found.is_nothing is (strength == 0)


@pytest.mark.parametrize(
    ("given", "colour"),
    [
        ({"verifications": [told("04-01", result=Result.CONTRADICTED)]}, "brick"),
        ({"verifications": [told("04-01")], "expected": COLLATERAL}, "ochre"),
        ({"verifications": [told("04-01")]}, ""),
    ],
    ids=["contradicted", "weak", "well known"],
)
def test_only_what_needs_attention_is_coloured(given, colour):
    assert shown(**given).colour == colour


def test_knowing_names_method_and_day():
    found = shown(verifications=[told("04-01")])

    assert found.by.endswith(", 1\xa0Apr\xa02026")


def test_more_is_expected_shows_as_weak():
    assert shown(verifications=[told("04-01")], expected=COLLATERAL).weak
    assert not shown(verifications=[told("04-01")]).weak


def test_what_the_office_did_is_no_knowledge_of_the_person():
    directed = asked(owed_by=OwedBy.OFFICE)
    found = shown("04-20", directed, facts=Facts(evidence=(came("03-04"),)))

    assert (found.note, found.mark) == ("Nothing known of what the person did", "")


def test_knowing_has_its_reasons_in_both_languages():
    english = shown().reasons
    with translation.override("fr"):
        french = shown().reasons

    assert english[0] == (
        "Nothing on file: no obligation and no verification watches this condition."
    )
    assert french[0].startswith("Rien au dossier")
    assert len(english) == len(french)
