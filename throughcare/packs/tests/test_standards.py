"""From the levels of a file to what the standards of supervision ask of the office."""

from datetime import date
from uuid import UUID

import pytest

from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.computing import obligations
from throughcare.kernel.obligations.facts import Event, Evidence, Facts, Period
from throughcare.kernel.obligations.requirements import After, Once, Rate, Rolling, Times
from throughcare.kernel.obligations.words import OwedBy, PartWindow
from throughcare.packs.loading import pack_of
from throughcare.packs.plain import what_in_words
from throughcare.packs.standards import level_of, standard_requirements, standards_of

ISLAND, ONTARIO = pack_of("example"), pack_of("ca_on")
CASE = UUID(int=5)
OPENED = date(2026, 1, 5)
SPRING, SUMMER = date(2026, 3, 10), date(2026, 7, 1)


def asked(levels, *, instruments=("WATCH",), opened_on=OPENED, reports=True):
    """Return what the island's standards ask, by the last part of the id."""
    found = standard_requirements(ISLAND, CASE, levels, instruments, opened_on, reports=reports)
    return {each.id.removeprefix(f"standard:{CASE}:"): each for each in found}


ALWAYS_CALM = [("CALM", Period(OPENED))]
CALM_THEN_STORM = [("CALM", Period(OPENED, SPRING)), ("STORM", Period(SPRING))]
STORM_CALM_STORM = [
    ("STORM", Period(OPENED, SPRING)),
    ("CALM", Period(SPRING, SUMMER)),
    ("STORM", Period(SUMMER)),
]


@pytest.mark.parametrize(
    ("levels", "codes"),
    [
        (ALWAYS_CALM, ["WALK", "TEA", "NEW_KETTLE"]),
        (CALM_THEN_STORM, ["WALK", "NIGHT_LOOK", "TEA", "NEW_KETTLE"]),
        (STORM_CALM_STORM, ["WALK", "NIGHT_LOOK", "NIGHT_LOOK:2026-07-01", "TEA", "NEW_KETTLE"]),
        ([("FIRST_NIGHT", Period(OPENED))], ["WALK", "TEA", "NEW_KETTLE"]),
        ([], []),
        ([("GALE", Period(OPENED))], ["TEA", "NEW_KETTLE"]),
    ],
)
def test_which_standards_hold_depends_on_the_levels(levels, codes):
    assert list(asked(levels)) == codes


@pytest.mark.parametrize(
    ("levels", "rates"),
    [
        (ALWAYS_CALM, (Rate(OPENED, 1),)),
        (CALM_THEN_STORM, (Rate(OPENED, 1), Rate(SPRING, 3))),
        (
            [("FIRST_NIGHT", Period(OPENED, SPRING)), ("CALM", Period(SPRING))],
            (Rate(OPENED, 1),),
        ),
        (
            [("CALM", Period(OPENED, SPRING)), ("GALE", Period(SPRING))],
            (Rate(OPENED, 1), Rate(SPRING, 0)),
        ),
    ],
)
def test_a_number_for_each_window_changes_with_the_level(levels, rates):
    assert asked(levels)["WALK"].cadence == Times(rates, Window.MONTH, PartWindow.NOT_OWED)


def test_a_new_level_counts_from_the_next_window():
    walk = asked(CALM_THEN_STORM)["WALK"]

    found = obligations(walk, Facts(), date(2026, 4, 15))

    assert [(str(each.opens_on), each.needed) for each in found] == [
        ("2026-02-01", 1),
        ("2026-03-01", 1),
        ("2026-04-01", 3),
        ("2026-05-01", 3),
    ]


def test_a_standard_that_begins_again_with_the_level_has_a_stretch_of_its_own():
    found = asked(STORM_CALM_STORM)

    assert found["NIGHT_LOOK"].in_force == Period(OPENED, SPRING)
    assert found["NIGHT_LOOK:2026-07-01"].in_force == Period(SUMMER)
    assert found["NIGHT_LOOK"].cadence == Rolling(Length(weeks=2))


def test_neighbouring_levels_that_both_have_a_standard_are_one_stretch():
    levels = [("STORM", Period(OPENED, SPRING)), ("STORM", Period(SPRING, SUMMER))]

    assert asked(levels)["NIGHT_LOOK"].in_force == Period(OPENED, SUMMER)


@pytest.mark.parametrize(
    ("opened_on", "due_before"),
    [("2024-12-31", "2025-01-03"), ("2025-01-01", "2025-01-08"), ("2019-12-31", None)],
)
def test_the_version_of_the_opening_of_the_file_applies(opened_on, due_before):
    day = date.fromisoformat(opened_on)

    found = asked([("CALM", Period(day))], opened_on=day).get("TEA")

    assert (found and found.cadence) == (due_before and Once(day, date.fromisoformat(due_before)))


def test_a_standard_after_an_event_waits_for_it():
    kettle = asked(ALWAYS_CALM)["NEW_KETTLE"]
    changed = Facts(events=(Event("ROOF_CHANGED", SPRING),))

    assert kettle.cadence == After("ROOF_CHANGED", Length(days=3))
    assert [str(each.due_before) for each in obligations(kettle, changed, SPRING)] == ["2026-03-14"]
    assert obligations(kettle, Facts(), SPRING) == []


def test_a_standard_may_concern_some_instruments_only():
    assert "TEA" in asked(ALWAYS_CALM, instruments=["PLEDGE", "WATCH"])
    assert "TEA" not in asked(ALWAYS_CALM, instruments=["PLEDGE"])
    assert "TEA" not in asked(ALWAYS_CALM, instruments=[])


def test_a_standard_may_concern_only_those_who_report():
    assert "NEW_KETTLE" not in asked(ALWAYS_CALM, reports=False)
    assert "WALK" in asked(ALWAYS_CALM, reports=False)


def test_the_office_owes_what_a_standard_asks():
    found = asked(CALM_THEN_STORM).values()

    assert {each.owed_by for each in found} == {OwedBy.OFFICE}
    assert {kind for each in found for kind in each.closed_by} == {"MET_WARDEN", "BOAT_LOOKED_AT"}


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Walk with the person"), ("fr", "Marcher avec la personne")]
)
def test_a_standard_has_its_line(language, said):
    walk = asked(ALWAYS_CALM)["WALK"]

    assert what_in_words(ISLAND, walk, language) == said


@pytest.mark.parametrize("what", ["standard SONG@2020-01-01", "standard WALK@1999-01-01"])
def test_a_standard_that_is_not_known_keeps_its_words(what):
    assert what_in_words(ISLAND, what, "en") == what


@pytest.mark.parametrize(
    ("level", "interim", "at"),
    [
        ("STORM", "", "STORM"),
        ("NOT_SET", "FIRST_NIGHT", "CALM"),
        ("FIRST_NIGHT", "", "CALM"),
        ("STORM", "FIRST_NIGHT", "STORM"),
        ("NOT_SET", "", "NOT_SET"),
    ],
)
def test_a_file_is_supervised_at_its_level_or_as_its_interim_standard_says(level, interim, at):
    assert level_of(ISLAND, level, interim) == at


@pytest.mark.parametrize(
    ("level", "interim", "on", "codes"),
    [
        ("CALM", "", "2026-01-01", ["WALK", "TEA", "NEW_KETTLE"]),
        ("STORM", "", "2026-01-01", ["WALK", "NIGHT_LOOK", "TEA", "NEW_KETTLE"]),
        ("NOT_SET", "FIRST_NIGHT", "2026-01-01", ["WALK", "TEA", "NEW_KETTLE"]),
        ("CALM", "", "2019-01-01", []),
    ],
)
def test_the_standards_of_a_level(level, interim, on, codes):
    found = standards_of(ISLAND, level, interim, date.fromisoformat(on))

    assert [each.code for each in found] == codes


ONTARIOS = {
    "VERY_LOW": ["CONTACT_QUARTERLY", "INTAKE", "FIRST_ASSESSMENT", "PLAN_CONDITIONAL_SENTENCE"],
    "LOW": ["CONTACT_QUARTERLY", "INTAKE", "FIRST_ASSESSMENT", "PLAN_CONDITIONAL_SENTENCE"],
    "MEDIUM": [
        "CONTACT_MONTHLY",
        "INTAKE",
        "FIRST_ASSESSMENT",
        "REASSESSMENT",
        "PLAN",
        "PLAN_CONDITIONAL_SENTENCE",
    ],
    "HIGH": [
        "CONTACT_MONTHLY",
        "COLLATERAL_QUARTERLY",
        "INTAKE",
        "FIRST_ASSESSMENT",
        "REASSESSMENT",
        "ADDRESS",
        "PLAN",
        "PLAN_CONDITIONAL_SENTENCE",
        "FILE_REVIEW",
    ],
}


@pytest.mark.parametrize(("level", "codes"), ONTARIOS.items())
def test_ontarios_standards_by_level(level, codes):
    assert [each.code for each in standards_of(ONTARIO, level, "", OPENED)] == codes


def test_the_interim_standard_is_that_of_its_level():
    assert standards_of(ONTARIO, "NOT_SET", "AS_HIGH", OPENED) == standards_of(
        ONTARIO, "HIGH", "", OPENED
    )


def test_ontarios_standards_say_that_they_are_samples():
    assert all(each.sample for each in ONTARIO.standards.every)


def test_the_first_assessment_is_due_six_weeks_after_the_first_intake_appointment():
    levels = [("AS_MEDIUM", Period(OPENED))]
    found = standard_requirements(ONTARIO, CASE, levels, ["PROBATION"], OPENED)
    (first,) = (each for each in found if each.id.endswith("FIRST_ASSESSMENT"))
    met = date(2026, 1, 12)
    facts = Facts(events=(Event("INTAKE_HELD", met),))

    (owed,) = obligations(first, facts, met)

    assert str(owed.due_before) == "2026-02-24"
    assert obligations(first, Facts(), met) == []


def test_a_person_who_need_not_report_is_owed_no_monthly_meeting():
    levels = [("HIGH", Period(OPENED))]
    found = standard_requirements(ONTARIO, CASE, levels, ["PROBATION"], OPENED, reports=False)

    codes = [each.id.rpartition(":")[-1] for each in found]
    assert "CONTACT_MONTHLY" not in codes
    assert "FILE_REVIEW" in codes


def test_one_meeting_counts_for_the_standard():
    levels = [("MEDIUM", Period(OPENED))]
    found = standard_requirements(ONTARIO, CASE, levels, ["PROBATION"], OPENED)
    (monthly,) = (each for each in found if each.id.endswith("CONTACT_MONTHLY"))
    seen = Facts((Evidence("c", "SEEN_OFFICE", date(2026, 2, 3)),))

    states = [each.state.value for each in obligations(monthly, seen, date(2026, 2, 10))]

    assert states == ["done", "ahead"]
