"""The documented format of an export is the one that is written and read."""

import pytest

from throughcare.account.export.reading import _CADENCES, exported
from throughcare.account.tests.exports import values
from throughcare.account.tests.schema import DEFINED, SCHEMA, misfits
from throughcare.kernel.accounting.endings import Ending, Recorded, RecordedReason
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.knowing.known import Expectation, Verification
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.knowing.words import Result, Standing
from throughcare.kernel.obligations.facts import Decision, Event, Evidence, Facts, Pause, Period
from throughcare.kernel.obligations.requirements import (
    After,
    Hours,
    Once,
    Rate,
    Requirement,
    Rolling,
    Times,
)
from throughcare.kernel.obligations.words import OwedBy, PartWindow, State, Strength

STRENGTHS = [each.name.lower() for each in Strength]


@pytest.mark.parametrize("seed", range(8))
def test_what_is_written_fits(seed):
    assert misfits(values(seed)) == []


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("requirement.owed_by", OwedBy),
        ("obligation.owed_by", OwedBy),
        ("obligation.state", State),
        ("recorded.what", Recorded),
        ("times.window", Window),
        ("times.part_window", PartWindow),
        ("verification.result", Result),
        ("known_condition.result", Result),
        ("known_condition.standing", Standing),
    ],
)
def test_its_words_are_the_words_of_the_kernel(place, words):
    definition, name = place.split(".")

    assert set(DEFINED[definition]["properties"][name]["enum"]) == {each.value for each in words}


def test_its_endings_and_strengths_are_those_of_the_kernel():
    assert DEFINED["ending"]["enum"] == [each.value for each in Ending]
    assert DEFINED["strength"]["enum"] == STRENGTHS


def test_it_has_every_part_of_a_length_every_kind_of_fact_and_every_cadence():
    assert set(DEFINED["length"]["properties"]) == set(Length.__dataclass_fields__)
    assert set(DEFINED["facts"]["properties"]) == set(Facts.__dataclass_fields__)
    choices = DEFINED["requirement"]["properties"]["cadence"]["oneOf"]
    assert [each["$ref"].rpartition("/")[2] for each in choices] == list(_CADENCES)


def test_no_object_takes_unknown_fields():
    objects = [each for each in [SCHEMA, *DEFINED.values()] if each.get("type") == "object"]

    assert len(objects) == 25
    assert {each["additionalProperties"] for each in objects} == {False}


@pytest.mark.parametrize("name", sorted(DEFINED))
def test_what_is_required_is_described(name):
    definition = DEFINED[name]

    assert set(definition.get("required", ())) <= set(definition.get("properties", {}))


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("version", 2),
        ("version", True),
        ("on", "soon"),
        ("conditions", {}),
        ("requirements", [{}]),
        ("facts", {"evidence": []}),
        ("account", {"obligations": [], "conditions": [], "notes": []}),
    ],
)
def test_the_check_finds_what_does_not_fit(part, value):
    assert misfits(values() | {part: value}) != []


def test_all_that_is_required_is_all_that_the_reader_needs():
    said = values()
    found, stated = exported(said)

    assert found.number == "C-1"
    assert stated == said["account"]


@pytest.mark.parametrize(
    ("definition", "values_of", "otherwise"),
    [
        ("requirement", Requirement, {}),
        ("once", Once, {"kind"}),
        ("after", After, {"kind"}),
        ("times", Times, {"kind"}),
        ("rolling", Rolling, {"kind"}),
        ("hours", Hours, {"kind"}),
        ("rate", Rate, {"from", "from_day"}),
        ("evidence", Evidence, {}),
        ("event", Event, {}),
        ("pause", Pause, {"period", "starts_on", "ends_before"}),
        ("decision", Decision, {"period", "starts_on", "ends_before"}),
        ("period", Period, {}),
        ("condition", Condition, {}),
        ("expectation", Expectation, {}),
        ("verification", Verification, {}),
        ("recorded", RecordedReason, {}),
    ],
)
def test_no_field_of_the_kernel_is_left_out(definition, values_of, otherwise):
    described = set(DEFINED[definition]["properties"])

    assert described ^ set(values_of.__dataclass_fields__) == set(otherwise)
