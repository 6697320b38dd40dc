"""An invented island that shares nothing with Ontario works through the same functions."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from uuid import UUID

import pytest

from throughcare.kernel.calendar.counting import deadline_from
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.working import nth_working_day
from throughcare.kernel.obligations.computing import obligations, unsettled
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Period
from throughcare.kernel.obligations.words import Strength
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs.conditions import compulsory, condition_rule, over_ceilings
from throughcare.packs.conform import conform_dates
from throughcare.packs.examples import examples_of, failing_examples
from throughcare.packs.loading import pack_of
from throughcare.packs.plain import plain_words, what_in_words
from throughcare.packs.requirements import OrderedCondition, questions_of, requirements_of
from throughcare.packs.wording import authority_in_words, say

VECTORS = Path(__file__).parents[3] / "tests" / "vectors"
ISLAND = pack_of("example")
ID = UUID(int=3)
MADE = date(2026, 11, 5)
NBSP = "\u00a0"
HALF_A_YEAR, NOTHING_KNOWN = Length(months=6), Facts()


def ordered(code, stated=None, *, instrument="WATCH", made=MADE, length=HALF_A_YEAR):
    """Return a condition of an order of the Harbour Court."""
    term = term_of(ISLAND.terms, Made(instrument, made, length))
    in_force = Period(term.starts_on, term.ends_before)
    return OrderedCondition(ID, code, stated or {}, instrument, made, term, in_force)


def lines(given, facts=NOTHING_KNOWN, on=MADE):
    """Return each obligation in words."""
    return [
        (
            what_in_words(ISLAND, requirement, "en"),
            str(each.opens_on),
            str(each.due_before - timedelta(days=1)),
            each.state.value,
        )
        for requirement in requirements_of(ISLAND, given)
        for each in obligations(requirement, facts, on)
    ]


def test_its_own_examples_hold():
    assert failing_examples(ISLAND) == []
    assert len(list(examples_of(ISLAND))) == 9


def test_every_entry_has_an_example():
    with_one = {rule.code for rule, _ in examples_of(ISLAND)}

    assert with_one == set(ISLAND.condition_codes)


def test_its_conformance_cases_agree(capsys):
    assert conform_dates(VECTORS / "dates_example.json") == 0
    assert capsys.readouterr().out == "12 passed, 0 failed\n"


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        ("2026-11-06", "FRIDAY"),
        ("2026-11-07", None),
        ("2026-11-08", None),
        ("2026-02-03", "LANTERNS"),
        ("2026-06-02", "TIDE_TUESDAY"),
        ("2026-11-18", "LAST_BOAT"),
        ("2023-11-15", None),
        ("2026-12-25", "FRIDAY"),
        ("2026-07-01", None),
    ],
)
def test_its_holidays(day, holiday):
    found = ISLAND.holidays["MARRAM"].on(date.fromisoformat(day))

    assert (found and found.code) == holiday


@pytest.mark.parametrize(
    ("event", "days", "last"),
    [
        ("2026-11-05", 1, "2026-11-08"),
        ("2026-11-05", 3, "2026-11-10"),
        ("2026-11-15", 3, "2026-11-19"),
        ("2026-06-01", 1, "2026-06-03"),
    ],
)
def test_its_working_days(event, days, last):
    found = nth_working_day(ISLAND.office, date.fromisoformat(event), days, "x")

    assert (str(found.on), found.others) == (last, ())


def test_an_act_that_falls_due_on_its_day_of_rest_moves():
    found = deadline_from(ISLAND.clocks, "ASK_AGAIN", date(2026, 11, 3))

    assert (str(found.unextended), str(found.due.on)) == ("2026-11-13", "2026-11-14")


@pytest.mark.parametrize(
    ("instrument", "length", "last"),
    [("WATCH", Length(months=6), "2027-05-05"), ("PLEDGE", Length(weeks=20), "2027-03-24")],
)
def test_its_orders_end_as_its_law_says(instrument, length, last):
    term = term_of(ISLAND.terms, Made(instrument, MADE, length))

    assert (str(term.starts_on), str(term.last.on)) == ("2026-11-05", last)


def test_a_watch_of_more_than_a_year_is_flagged():
    term = term_of(ISLAND.terms, Made("WATCH", MADE, Length(months=13)))

    assert [flag.code for flag in term.flags] == ["TERM_OVER_CAP"]


@pytest.mark.parametrize(
    ("code", "stated", "expected"),
    [
        ("GREET", {}, [("Greet the warden", "2026-11-05", "2026-11-10", "open")]),
        ("HELLO", {}, [("Greet the warden", "2026-11-05", "2026-11-10", "open")]),
        (
            "GREET",
            {"greet_within": {"n": 0, "unit": "before_dark"}},
            [("Greet the warden", "2026-11-05", "2026-11-05", "open")],
        ),
        (
            "BEACH_WORK",
            {"beach_hours": 12},
            [("Beach: 12 hours", "2026-11-05", "2027-03-25", "open")],
        ),
        ("NEW_ROOF", {}, []),
        ("LAMP_OUT", {}, []),
        (
            "BOAT_ASHORE",
            {},
            [
                ("Look at the boat", "2026-11-05", "2026-11-30", "open"),
                ("Look at the boat", "2026-12-01", "2026-12-31", "ahead"),
            ],
        ),
    ],
)
def test_what_its_conditions_ask(code, stated, expected):
    assert lines(ordered(code, stated))[: len(expected) or 1] == expected


def test_evidence_closes_what_is_owed_on_the_island():
    worked = Evidence("e", f"BEACH_HOURS@{ID}", date(2026, 12, 1), Strength.DOCUMENT, Fraction(12))
    said = Evidence("s", f"BEACH_HOURS@{ID}", date(2026, 12, 1), Strength.SELF_REPORT, Fraction(12))
    given, on = ordered("BEACH_WORK", {"beach_hours": 12}), date(2026, 12, 24)

    assert [line[-1] for line in lines(given, Facts((worked,)), on)] == ["done"]
    assert [line[-1] for line in lines(given, Facts((said,)), on)] == ["open"]


def test_one_meeting_serves_two_orders_on_the_island():
    met = Facts((Evidence("m", "MET_WARDEN", date(2026, 11, 8), Strength.OBSERVED),))
    first, second = ordered("GREET"), ordered("GREET", instrument="PLEDGE", length=Length(weeks=9))

    assert [line[-1] for given in (first, second) for line in lines(given, met)] == ["open"] * 2
    found = [line for given in (first, second) for line in lines(given, met, date(2026, 11, 9))]
    assert [line[-1] for line in found] == ["done"] * 2


def test_an_event_opens_what_is_owed_after_it():
    moved = Facts(events=(Event("ROOF_CHANGED", date(2026, 12, 1)),))
    (requirement,) = requirements_of(ISLAND, ordered("NEW_ROOF"))

    (open_one,) = unsettled([requirement], moved, date(2026, 12, 3))

    assert (str(open_one.opens_on), str(open_one.due_before)) == ("2026-12-01", "2026-12-06")


@pytest.mark.parametrize(
    ("instrument", "codes"), [("WATCH", ["GREET"]), ("PLEDGE", []), ("PROBATION", [])]
)
def test_what_its_law_makes_compulsory(instrument, codes):
    assert [rule.code for rule in compulsory(ISLAND, instrument, MADE)] == codes


def test_what_passes_its_ceiling():
    rule = condition_rule(ISLAND, "BEACH_WORK", MADE)

    (over,) = over_ceilings(ISLAND, rule, {"beach_hours": 61}, MADE)

    assert (over.stated, over.most, over.authority) == (61, 60, "Marram Orders Ordinance, art. 7")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The Harbour Court did not say: Hours on the beach. Ask its clerk."),
        (
            "fr",
            f"La Cour du Port ne l'a pas dit{NBSP}: Heures à la plage. Demandez à son greffe.",
        ),
    ],
)
def test_it_asks_in_its_own_words(language, said):
    (question,) = questions_of(ISLAND, ordered("BEACH_WORK"))

    assert say(ISLAND, question, language) == said


@pytest.mark.parametrize(
    ("language", "twin"),
    [
        ("en", "Pick up what the sea leaves, for 12 hours."),
        ("fr", "Ramassez ce que la mer laisse, pendant 12 heures."),
    ],
)
def test_its_plain_words(language, twin):
    rule = condition_rule(ISLAND, "BEACH_WORK", MADE)

    assert plain_words(ISLAND, rule, {"beach_hours": 12}, language) == twin


def test_its_authorities_in_french():
    rule = condition_rule(ISLAND, "BOAT_ASHORE", MADE)

    assert authority_in_words(ISLAND, rule.authority, "fr") == (
        "Ordonnance sur les veilles de Marram, art. 8 (2025)"
    )


@pytest.mark.parametrize("code", ["PROBATION", "KPGB", "REPORT_FIRST", "COMMUNITY_SERVICE"])
def test_nothing_of_ontario_is_known_there(code):
    assert condition_rule(ISLAND, code, MADE) is None
    assert code not in ISLAND.labels
