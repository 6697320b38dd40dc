"""Instruments, clocks, ceilings and holidays as people read them."""

from datetime import date

import pytest

from throughcare.packs.loading import pack_of
from throughcare.packs.reference import entries_of

ISLAND, ONTARIO = pack_of("example"), pack_of("ca_on")
ON = date(2026, 11, 26)


def lines(code, language="en", pack=ONTARIO, on=ON):
    """Return every line of the last entry of a code."""
    *_, (_, _, parts) = entries_of(pack, code, on, language)
    return [line.replace("\u00a0", " ") for part in parts for line in part.lines]


def test_a_whole_instrument():
    assert lines("WATCH", pack=ISLAND) == [
        "This pack uses the entry from January 1, 2020 on.",
        "Authority: Marram Orders Ordinance, art. 2.",
        "It begins on the day it is made.",
        "It lasts so long after its first day: the corresponding day is still inside.",
        "At most 1 year (Marram Orders Ordinance, art. 3) – after the first day, which is left"
        " out.",
        "A limit is only flagged: the days stay as the court made them.",
        "Nothing that was read lets a court lengthen it: where one did, its days are taken over and"
        " flagged.",
        "A court may shorten or end it (Marram Orders Ordinance, art. 2).",
        "Made on March 3, 2026 for 12 months:",
        "The order is in force from the day it was made, March 3, 2026. (Marram Orders Ordinance,"
        " art. 2)",
        "The order ends 12 months after March 3, 2026, and that day is still inside: March 3, 2027."
        " (Marram Orders Ordinance, art. 2)",
    ]


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("PROBATION", "At most 3 years (Criminal Code, s. 732.2(2)(b)) – after the first day"),
        ("PROBATION", "It may be lengthened, by at most 1 year each time (Criminal Code, s. 732."),
        ("PROBATION", "It is lengthened or revoked only after a conviction for a new offence"),
        ("CSO", "Orders of this kind one after the other, together: at most 2 years less 1 day"),
        ("CSO", "A court that ends it after a breach commits the person for the rest"),
        ("CSO", "An alleged breach stops it from the warrant, the arrest without warrant or the"),
        ("CSO", "Imprisonment for another offence stops it until release (Criminal Code, s. 742."),
        ("CSO", "Where the allegation is dismissed, withdrawn or excused, all the time that it"),
        ("PEACE_BOND_8102", "Where a person has recorded “convicted before of an offence that the"),
        ("PAROLE", "What imprisonment for another offence does to its last day is for the board"),
        ("PAROLE", "Its first day is taken from the certificate or permit: nothing is computed"),
        ("TEMPORARY_ABSENCE", "Where a person has recorded “for medical reasons”: No limit"),
        ("S109_ORDER", "At least 10 years (Criminal Code, s. 109(2)(a)) – after release"),
        ("S109_ORDER", "Made on March 3, 2026 for 10 years:"),
        ("S161_PROHIBITION", "It begins on the later of the day it is made and the day of any"),
        ("RESTITUTION", "It has no length: it ends when what it waits for has happened."),
    ],
)
def test_what_an_instrument_says_of_its_days(code, line):
    assert [each for each in lines(code) if each.startswith(line)]


@pytest.mark.parametrize("code", ["PAROLE", "TEMPORARY_ABSENCE", "DNA_ORDER", "INTERMITTENT"])
def test_what_is_not_computed_has_no_example(code):
    assert not [each for each in lines(code) if each.startswith("Made on")]


def test_a_whole_clock():
    assert lines("CSO_BREACH_HEARING")[2:] == [
        "Time: 30 days.",
        "Counted by: federal law.",
        "Hearing of an alleged breach of a conditional sentence begins (or as soon after as is"
        " practicable): 30 days, counted from March 3, 2026. (Criminal Code, s. 742.6(3))",
        "March 3, 2026 is left out and the last day is counted, so 30 days leads to April 2, 2026."
        " (Interpretation Act (Canada), ss. 27(5), 28)",
    ]


@pytest.mark.parametrize(
    ("code", "language", "line"),
    [
        ("ACCESS_REQUEST", "en", "Time: 45 business days."),
        ("ACCESS_REQUEST", "fr", "Temps : 45 jours ouvrables."),
        (
            "ACCESS_REQUEST",
            "en",
            "The day it came into force was not confirmed: the rule before it is shown beside it.",
        ),
        (
            "SAMPLE_FIRST",
            "en",
            "Time: 24 hours, as they elapse; a change of the clocks changes nothing.",
        ),
        (
            "FIRST_REPORT_PROBATION",
            "fr",
            "Temps : 2 jours ouvrables du bureau, le jour de l'événement exclu (« jour ouvrable »"
            " n'est pas défini dans le Code criminel : le calendrier du bureau est utilisé).",
        ),
        (
            "COMMUNITY_SERVICE",
            "en",
            "At most 240 hours, over at most 18 months. More is recorded as made, and flagged.",
        ),
        (
            "PAROLE_BOARD_DECISION",
            "en",
            "Not found here. Where it would be: R.R.O. 1990, Reg. 778 Part II. A person is asked;"
            " nothing is computed.",
        ),
    ],
)
def test_what_a_clock_says(code, language, line):
    assert line in lines(code, language)


def test_an_example_does_not_come_before_its_clock():
    assert any("counted from April 24, 2026" in each for each in lines("ACCESS_REQUEST"))


@pytest.mark.parametrize(
    ("on", "days"), [(date(2019, 9, 18), "6 months"), (date(2019, 9, 19), "12 months")]
)
def test_a_clock_is_shown_as_it_was_on_the_day(on, days):
    assert f"Time: {days}." in lines("SUMMARY_LIMITATION", on=on)


@pytest.mark.parametrize(
    ("code", "year", "line"),
    [
        ("CA", 2026, "Every week: Sunday."),
        ("CA", 2026, "August 3, 2026: the civic holiday of August, perhaps: a limit that ends on"),
        ("CA", 2026, "September 30, 2026: National Day for Truth and Reconciliation"),
        ("CA-ON", 2026, "December 26, 2026: Boxing Day (Legislation Act, 2006 (Ontario), s. 88"),
        ("CA-ON", 2027, "December 27, 2027: Christmas Day (Legislation Act, 2006 (Ontario), s. 88"),
    ],
)
def test_holidays_of_the_year(code, year, line):
    assert [each for each in lines(code, on=date(year, 6, 1)) if each.startswith(line)]


def test_a_list_of_holidays_has_its_own_name_beside_the_law_of_its_code():
    (found,) = entries_of(ONTARIO, "CA", ON, "en")

    assert found[1] == {"en": "holidays in federal Acts", "fr": "jours fériés des lois fédérales"}
    assert ONTARIO.labels["CA"]["en"] == "federal law"
