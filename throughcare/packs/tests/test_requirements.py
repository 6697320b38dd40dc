"""From a condition of an order to what the kernel is asked, and what a person is asked."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.requirements import After, Hours, Once, Rate, Rolling, Times
from throughcare.kernel.obligations.words import OwedBy, PartWindow, Strength
from throughcare.kernel.terms.acts import Made
from throughcare.kernel.terms.computing import term_of
from throughcare.packs.loading import load, pack_of
from throughcare.packs.plain import plain_words, what_in_words
from throughcare.packs.requirements import OrderedCondition, questions_of, requirements_of
from throughcare.packs.tests.isle import CONDITION, EVIDENCE, written

ID = UUID(int=7)
MADE = date(2026, 11, 5)
YEAR = Length(years=1)
STATUTORY = {"statutory": True}


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """Load the small invented pack."""
    return load(written(tmp_path_factory.mktemp("packs") / "isle"))


def ordered(pack, parameters, code="GARDEN", **more):
    """Return a condition of a probation order of a year."""
    term = term_of(pack.terms, Made("PROBATION", MADE, YEAR))
    found = OrderedCondition(
        ID, code, parameters, "PROBATION", MADE, term, Period(MADE, term.ends_before)
    )
    return replace(found, **more)


def test_hours_and_a_notice_are_asked(pack):
    hours, notice = requirements_of(pack, ordered(pack, {"hours": 49.75}))

    assert hours.cadence == Hours(Fraction(199, 4), MADE, date(2026, 11, 16))
    assert notice.cadence == After("MOVED", Length(days=2))


def test_a_requirement_has_an_identity_that_is_never_used_again(pack):
    found = requirements_of(pack, ordered(pack, {"hours": 8}))

    assert [each.id for each in found] == [
        f"condition:{ID}:GARDEN:HOURS",
        f"condition:{ID}:GARDEN:NOTICE",
    ]


def test_an_alias_asks_the_same_under_the_packs_own_code(pack):
    by_alias = requirements_of(pack, ordered(pack, {"hours": 8}, "PLOT"))

    assert by_alias == requirements_of(pack, ordered(pack, {"hours": 8}))


def test_what_closes_a_condition_is_given_for_that_condition(pack):
    hours, _ = requirements_of(pack, ordered(pack, {"hours": 8}))

    assert hours.closed_by == {f"HOURS_WORKED@{ID}"}
    assert (hours.owed_by, hours.at_least) == (OwedBy.PERSON, Strength.SELF_REPORT)
    assert hours.authority == "Garden Act, s. 2"


@pytest.mark.parametrize(
    ("parameters", "asks"),
    [
        ({"hours": 8}, []),
        ({}, [("ASK_NOT_STATED", "GARDEN.hours")]),
        ({"hours": None}, [("ASK_NOT_STATED", "GARDEN.hours")]),
        ({"hours": "a few"}, [("ASK_CANNOT_COUNT", "GARDEN.hours")]),
        ({"hours": 0}, [("ASK_CANNOT_COUNT", "GARDEN.hours")]),
        ({"hours": 8, "by": "soon"}, [("ASK_CANNOT_COUNT", "GARDEN.by")]),
    ],
)
def test_what_the_order_leaves_open_is_asked_not_guessed(pack, parameters, asks):
    given = ordered(pack, parameters)

    questions = [(each.code, dict(each.facts)["parameter"]) for each in questions_of(pack, given)]

    assert questions == asks
    assert len(requirements_of(pack, given)) == (1 if asks else 2)


@pytest.mark.parametrize("code", ["SONG", "garden"])
def test_a_code_the_pack_does_not_know_asks_nothing(pack, code):
    given = ordered(pack, {}, code)

    assert (requirements_of(pack, given), questions_of(pack, given)) == ([], [])


def test_an_order_made_before_the_entry_asks_nothing(pack):
    assert requirements_of(pack, ordered(pack, {"hours": 8}, made_on=date(2019, 12, 31))) == []


def changed(folder, old, new):
    """Load the small pack with the notice asked in another way."""
    assert old in CONDITION
    text = CONDITION.replace(old, new).partition("\n[[condition.example]]")[0]
    return load(written(folder / "isle", condition=text))


AFTER = 'cadence = "after"\nevent = "MOVED"\nwithin = { days = 2 }'


@pytest.mark.parametrize(
    ("words", "cadence"),
    [
        (
            'cadence = "times"\ntimes = 2\nwindow = "month"',
            Times((Rate(MADE, 2),), Window.MONTH, PartWindow.OWED),
        ),
        (
            'cadence = "times"\ntimes = 1\nwindow = "quarter"\npart_window = "not_owed"',
            Times((Rate(MADE, 1),), Window.QUARTER, PartWindow.NOT_OWED),
        ),
        ('cadence = "rolling"\nwithin = { months = 1 }', Rolling(Length(months=1))),
        ('cadence = "once"\nwithin = { days = 2 }', Once(MADE, date(2026, 11, 8))),
        (
            'cadence = "once"\nwithin = { working_days = 2 }\ncounts_from = "MADE"',
            Once(MADE, date(2026, 11, 10)),
        ),
        ('cadence = "once"\nwithin = { end_of_order = true }', Once(MADE, date(2027, 11, 5))),
        (
            'cadence = "once"\nwithin = { working = "FIRST_REPORT_PROBATION" }',
            Once(MADE, date(2026, 11, 10)),
        ),
        (
            'cadence = "after"\nevent = "MOVED"\n'
            'within = { parameter = "by", else = { days = 2 } }',
            After("MOVED", Length(days=2)),
        ),
    ],
)
def test_each_cadence_is_the_kernels(tmp_path, words, cadence):
    pack = changed(tmp_path, AFTER, words)

    _, notice = requirements_of(pack, ordered(pack, {"hours": 8}))

    assert notice.cadence == cadence


def test_a_stated_length_goes_before_the_packs_own(tmp_path):
    within = 'within = { parameter = "by", else = { days = 2 } }'
    pack = changed(tmp_path, "within = { days = 2 }", within)
    given = ordered(pack, {"hours": 8, "by": {"n": 24, "unit": "hour"}})

    _, notice = requirements_of(pack, given)

    assert notice.cadence == After("MOVED", Length(days=1))


@pytest.mark.parametrize(
    ("words", "parameters", "is_asked"),
    [
        ('only_with = ["by"]', {}, False),
        ('only_with = ["by"]', {"by": "x"}, True),
        ('only_without = ["by"]', {}, True),
        ('only_without = ["by"]', {"by": "x"}, False),
        ('only_on = ["PROBATION"]', {}, True),
        ('only_on = ["PAROLE"]', {}, False),
    ],
)
def test_some_is_asked_only_of_some_orders(tmp_path, words, parameters, is_asked):
    pack = changed(tmp_path, 'event = "MOVED"', f'event = "MOVED"\n{words}')

    found = requirements_of(pack, ordered(pack, parameters))

    assert [each.id.endswith("NOTICE") for each in found] == [True] * is_asked


def test_one_meeting_serves_every_condition(tmp_path):
    pack = changed(
        tmp_path, 'closed_by = ["NOTICE_GIVEN"]', 'closed_by = ["NOTICE_GIVEN"]\nnarrow = false'
    )

    _, notice = requirements_of(pack, ordered(pack, {"hours": 8}))

    assert notice.closed_by == {"NOTICE_GIVEN"}


@pytest.mark.parametrize(
    ("language", "line"), [("en", "Garden: 8 hours"), ("fr", "Jardin\u00a0: 8 heures")]
)
def test_the_line_of_what_is_owed_is_made_from_the_requirement(pack, language, line):
    hours, _ = requirements_of(pack, ordered(pack, {"hours": 8}))

    assert what_in_words(pack, hours, language) == line
    assert what_in_words(pack, hours.what, language) == line


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("GARDEN@2026-11-05:HOURS", "Garden work"),
        ("GARDEN@2026-11-05:NOTICE", "Tell of a move"),
        ("GARDEN@2026-11-05:SONG", "GARDEN@2026-11-05:SONG"),
        ("GARDEN@2019-11-05:HOURS", "GARDEN@2019-11-05:HOURS"),
        ("SONG@2026-11-05:HOURS", "SONG@2026-11-05:HOURS"),
        ("Bring the letter of the school", "Bring the letter of the school"),
        ("", ""),
    ],
)
def test_a_line_that_cannot_be_filled_is_still_a_line(pack, what, line):
    assert what_in_words(pack, what, "en") == line


@pytest.mark.parametrize(
    ("parameters", "twin"),
    [
        ({"hours": 8}, "Do 8 hours in the garden."),
        ({"hours": 49.75}, "Do 49.75 hours in the garden."),
        ({}, "Do the hours in the garden."),
        ({"hours": None}, "Do the hours in the garden."),
    ],
)
def test_the_plain_twin_names_what_is_stated(pack, parameters, twin):
    rule = pack.conditions["GARDEN"][0]

    assert plain_words(pack, rule, parameters, "en") == twin


def test_an_order_that_begins_later_is_asked_about():
    pack = pack_of("ca_on")
    later = Period(date(2026, 12, 1), None)
    given = ordered(pack, STATUTORY, "REPORT_FIRST", in_force=later)

    assert [each.code for each in questions_of(pack, given)] == ["ASK_BEFORE_IN_FORCE"]
    assert [each.cadence for each in requirements_of(pack, given)] == [
        Once(date(2026, 12, 1), date(2026, 12, 4))
    ]


def test_reporting_is_closed_by_any_report_of_the_person():
    pack = pack_of("ca_on")

    (first,) = requirements_of(pack, ordered(pack, STATUTORY, "REPORT_FIRST"))

    assert first.closed_by == {"REPORTED"}


HALF = {"first": 6, "unit": "month"}
PHASE = '[[condition.parameter]]\nname = "by"'


@pytest.fixture(scope="module")
def parted(tmp_path_factory):
    """Load the small pack with a condition that may bind in a part of the order."""
    phase = (
        '[[condition.parameter]]\nname = "phase"\nkind = "phase"\nen = "Part"\nfr = "Partie"\n\n'
    )
    return changed(tmp_path_factory.mktemp("packs"), PHASE, phase + PHASE)


@pytest.mark.parametrize(
    ("phase", "first", "after"),
    [
        (HALF, "2026-11-05", "2027-05-05"),
        ({"from": 0, "to": 6, "unit": "month"}, "2026-11-05", "2027-05-05"),
        ({"from": 6, "to": "end", "unit": "month"}, "2027-05-05", "2027-11-05"),
        ({"from": 6, "to": 8, "unit": "month"}, "2027-05-05", "2027-07-05"),
        ({"last": 50, "unit": "day"}, "2027-09-16", "2027-11-05"),
        ({"from": 0, "to": "end"}, "2026-11-05", "2027-11-05"),
        ({"last": 3.5, "unit": "month"}, "2026-11-05", "2027-11-05"),
        ({"from": 0, "to": 3.5, "unit": "month"}, "2026-11-05", "2027-11-05"),
        ({"from": 0.5, "to": "end", "unit": "month"}, "2026-11-05", "2027-11-05"),
        ({"first": 6, "unit": "moon"}, "2026-11-05", "2027-11-05"),
        ({"first": 24, "unit": "month"}, "2026-11-05", "2027-11-05"),
        ("the winter", "2026-11-05", "2027-11-05"),
        (None, "2026-11-05", "2027-11-05"),
    ],
)
def test_a_condition_binds_in_the_part_that_the_order_states(parted, phase, first, after):
    *_, notice = requirements_of(parted, ordered(parted, {"hours": 8, "phase": phase}))

    assert (str(notice.in_force.starts_on), str(notice.in_force.ends_before)) == (first, after)


def test_what_is_due_in_a_part_is_counted_from_its_first_day(parted):
    phase = {"from": 6, "to": "end", "unit": "month"}

    hours, _ = requirements_of(parted, ordered(parted, {"hours": 8, "phase": phase}))

    assert hours.cadence == Hours(Fraction(8), date(2027, 5, 5), date(2027, 5, 16))


def test_nothing_falls_due_after_the_part_has_ended(parted):
    phase = {"first": 5, "unit": "day"}

    hours, _ = requirements_of(parted, ordered(parted, {"hours": 8, "phase": phase}))

    assert hours.cadence == Hours(Fraction(8), MADE, date(2026, 11, 10))
    assert hours.in_force.ends_before == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("words", "stated", "asks"),
    [
        ("", {}, ["GARDEN.hours"]),
        ('\nunless = ["by"]', {}, ["GARDEN.hours"]),
        ('\nunless = ["by"]', {"by": "2026-12-01"}, []),
        ('\nunless = ["by"]', {"hours": 8}, []),
    ],
)
def test_what_is_needed_may_be_stated_another_way(tmp_path, words, stated, asks):
    pack = changed(tmp_path, "needed = true", f"needed = true{words}")

    found = [dict(each.facts)["parameter"] for each in questions_of(pack, ordered(pack, stated))]

    assert sorted(set(found) - {"GARDEN.by"}) == asks or stated == {"by": "2026-12-01"}


@pytest.mark.parametrize(("narrow", "suffix"), [("", ""), ("narrow = true\n", f"@{ID}")])
def test_an_event_is_the_conditions_own_where_the_pack_says_so(tmp_path, narrow, suffix):
    evidence = EVIDENCE + narrow
    text = CONDITION.partition("\n[[condition.example]]")[0]
    pack = load(written(tmp_path / "isle", condition=text, evidence=evidence))

    _, notice = requirements_of(pack, ordered(pack, {"hours": 8}))

    assert notice.cadence.event == f"MOVED{suffix}"
