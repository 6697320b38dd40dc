"""An order as a whole: days, what is missing, what a person must look at."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.reading.tests.samples import MADE_ON, flags, read
from throughcare.kernel.terms.acts import Made

STATUTORY = "1. Keep the peace.\n2. Appear before the court when required."


def days(text, made_on=MADE_ON, before=None):
    """Return the first and the last day, the limit, and whether they are certain."""
    found = read(text, made_on, before).days
    return found.day("first"), found.day("last"), found.day("cap"), found.is_certain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A conditional sentence of 6 months.", (MADE_ON, date(2026, 9, 1), None, True)),
        (
            "I suspend the passing of sentence. Probation for 12 months.",
            (MADE_ON, date(2027, 3, 1), date(2029, 3, 2), True),
        ),
        (
            "Probation for 12 months. Report today. Keep the peace.",
            (MADE_ON, date(2027, 3, 1), date(2029, 3, 2), True),
        ),
        (
            "Probation for 12 months. Report today.",
            (MADE_ON, date(2027, 3, 1), date(2029, 3, 2), False),
        ),
        ("Probation for 12 months.", (MADE_ON, date(2027, 3, 1), date(2029, 3, 2), False)),
        ("On his release he is on probation for 12 months.", (None, None, None, True)),
        ("After his conditional sentence, probation for 12 months.", (None, None, None, True)),
        (
            "A conditional sentence of 6 months, followed by probation for a year.",
            (MADE_ON, date(2026, 9, 1), None, True),
        ),
        ("Keep the peace.", (None, None, None, True)),
        ("Found not criminally responsible.", (MADE_ON, None, None, True)),
    ],
)
def test_the_days_of_an_order(text, expected):
    first, last, cap, is_certain = days(text)
    kept = cap if "robation" in text and "conditional" not in text else None

    assert (first, last, kept, is_certain) == expected


def test_without_the_day_of_the_making_there_are_no_days():
    assert days("A conditional sentence of 6 months.", None) == (None, None, None, True)


def test_probation_after_a_sentence_that_is_known():
    before = Made("CSO", MADE_ON, Length(months=6))
    first, last, _, _ = days(
        "After the conditional sentence, probation for a year (one year).", before=before
    )

    assert first == date(2026, 9, 2)
    assert last == date(2027, 9, 1)


def test_probation_after_a_sentence_imposed_in_the_same_text():
    text = (
        "You receive a conditional sentence of 6 months.\n"
        "Probation order of one year: probation begins after the conditional sentence, probation.\n"
        "1. Report to your probation officer."
    )
    found = read(text)

    assert {each.code for each in found.flags} >= {"SEVERAL_ORDERS"}


def test_a_sentence_after_imprisonment_has_no_days():
    assert days("A blended sentence: jail, then a conditional sentence of 6 months.")[0] is None


def test_a_day_with_two_readings_is_not_certain():
    assert days("A conditional sentence of 6 months.", date(2026, 8, 31))[3] is False


@pytest.mark.parametrize(
    ("text", "made_on"),
    [
        ("Probation for 1 year. Dated March 4, 2026.", date(2026, 3, 4)),
        ("Sentenced on 2026-03-14 to probation.", date(2026, 3, 14)),
        ("Made on 04/05/2026: probation.", None),
        ("Born May 5, 1990.", None),
        ("Probation.", None),
    ],
)
def test_the_day_of_the_making_is_read_where_it_is_sure(text, made_on):
    assert read(text, None).made_on == made_on


def test_the_day_that_is_given_goes_before_the_text_s():
    assert read("Probation. Dated March 4, 2026.").made_on == MADE_ON


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Keep the peace.", "INSTRUMENT_UNKNOWN"),
        ("Probation.", "LENGTH_UNKNOWN"),
        ("Probation for 1 year.", "START_UNCERTAIN"),
        ("Probation for 1 year after his release.", "STARTS_ON_RELEASE"),
        ("Probation for 1 year after his conditional sentence.", "STARTS_AFTER_SENTENCE"),
        ("A conditional sentence of 6 months, then probation for a year.", "SEVERAL_ORDERS"),
        ("Probation under the YCJA.", "HOLD_YOUTH"),
        ("Probation under the Provincial Offences Act.", "HOLD_OTHER_LAW"),
        ("Released on an undertaking.", "INFORMATION_ONLY"),
        ("Heard 2025 11 04. Probation.", "DATE_AMBIGUOUS"),
        ("Probation for 1 year.\u202e", "TEXT_TURNS_DIRECTION"),
        ("Suspended sentence. Probation for 5 years.", "TERM_OVER_CAP"),
        (
            "Probation.\n1. Report within 2 days.\n2. Report within 5 days.",
            "FIRST_REPORTS_CONTRADICT",
        ),
        ("Probation.\n1. Report within two (3) days.", "NUMBER_CONTRADICTED"),
        ("Probation.\n1. Perform 300 hours of community service.", "OVER_CEILING"),
        ("Probation.\n1. Perform 50 hours of community service within 23 months.", "OVER_CEILING"),
        (
            "Probation.\n1. Perform 240 hours of community service at 10 hours a month.",
            "OVER_CEILING",
        ),
        ("Probation on the same terms as before.", "FORMAL_ORDER_NEEDED"),
        ("While he was on bail he did well. Probation.", "RECITED_TERMS"),
        ("Probation.", "COMPULSORY_MISSING"),
        ("Probation in addition to the statutory terms.", "COMPULSORY_IMPLIED"),
    ],
)
def test_a_person_must_look_at(text, code):
    assert code in flags(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Probation for 1 year. Report today.", "START_UNCERTAIN"),
        (
            "Probation.\n1. Report within 2 days.\n2. Report to the clinic within 2 days.",
            "FIRST_REPORTS_CONTRADICT",
        ),
        ("Probation.\n1. Perform 240 hours of community service within 18 months.", "OVER_CEILING"),
        (
            "Probation.\n1. Perform 60 hours of community service at 10 hours a week.",
            "OVER_CEILING",
        ),
        (
            "Probation.\n1. Perform 60 hours of community service by the end of the order.",
            "OVER_CEILING",
        ),
        ("Suspended sentence. Probation for 3 years.", "TERM_OVER_CAP"),
        ("Probation in addition to the statutory terms.", "COMPULSORY_MISSING"),
        ("Heard 2025-11-14. Probation.", "DATE_AMBIGUOUS"),
        ("Probation for 1 year.", "INSTRUMENT_UNKNOWN"),
        ("Probation for 1 year.", "LENGTH_UNKNOWN"),
        ("Probation for 1 year.", "TEXT_TURNS_DIRECTION"),
    ],
)
def test_nobody_is_asked_in_vain(text, code):
    assert code not in flags(text)


def test_without_a_day_the_making_is_asked_for():
    assert "MADE_ON_UNKNOWN" in flags("Probation for 1 year.", None)


def test_compulsory_conditions_that_are_missing_are_named_and_not_added():
    found = read(f"Probation.\n{STATUTORY}")
    missing = next(each for each in found.flags if each.code == "COMPULSORY_MISSING")

    assert missing.facts == {"codes": ["NOTIFY_NAME_ADDR", "NOTIFY_JOB"]}
    assert [each.codes for each in found.proposed] == [("KPGB",), ("APPEAR",)]


def test_the_statutory_terms_imply_the_compulsory_ones():
    found = read("A conditional sentence in addition to the statutory terms.").proposed

    assert [each.codes for each in found] == [("STATUTORY_ALL",)]
    assert found[0].implies == (
        "KPGB",
        "APPEAR",
        "REPORT_FIRST",
        "REPORT_NEXT",
        "REMAIN_JURISDICTION",
        "NOTIFY_NAME_ADDR",
        "NOTIFY_JOB",
    )


def test_what_is_printed_too_is_not_implied():
    text = "Probation.\n1. The statutory terms.\n2. Keep the peace."

    assert read(text).proposed[0].implies == ("APPEAR", "NOTIFY_NAME_ADDR", "NOTIFY_JOB")


def test_statutory_terms_that_are_printed_are_only_announced():
    found = read(f"Probation with the statutory terms.\n{STATUTORY}")

    assert [each.codes for each in found.proposed] == [("KPGB",), ("APPEAR",)]
    assert [each.of("Probation with the statutory terms.") for each in found.headings] == [
        "Probation with the statutory terms."
    ]


def test_an_announcement_that_orders_more_keeps_the_rest():
    found = read(f"Probation.\n1. The statutory terms, and sign any releases.\n{STATUTORY}")

    assert found.proposed[0].codes == ("SIGN_RELEASES",)
    assert [hit.code for hit in found.proposed[0].hits] == ["SIGN_RELEASES"]


def test_first_reports_of_a_release_count_from_it():
    found = read("On his release he is on probation.\n1. Report within 2 days.").proposed

    assert found[0].parameters["report_within"]["from"] == "release"


def test_reports_on_parole_count_from_the_release():
    found = read("Released on parole.\n1. Report within 2 days.").proposed

    assert found[0].parameters["report_within"]["from"] == "release"


def test_every_proposal_shows_the_words_it_rests_on():
    text = "Probation.\n1. Keep the peace."
    hit = read(text).proposed[0].hits[0]

    assert (hit.code, hit.span.of(text)) == ("KPGB", "Keep the peace")


SPOKEN = (
    "you must not keep the peace report probation within two days contact except for work . ; : "
    "\n 1. (a) • metres curfew 10 p.m. to 6 a.m. months conditional sentence hours"
)
WORDS = st.sampled_from(re.split(" ", SPOKEN))


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_no_word_is_lost(text):
    found = read(text)
    spans = [*(each.span for each in found.proposed), *found.unplaced, *found.headings]
    covered = {place for each in spans for place in range(each.start, each.end)}
    lost = {place for place, letter in enumerate(text) if letter in "ptk"} - covered

    assert lost == set()


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    assert read(text).proposed is not None


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_a_proposal_is_a_slice_of_the_text(text):
    assert all(each.text == each.span.of(text) for each in read(text).proposed)
