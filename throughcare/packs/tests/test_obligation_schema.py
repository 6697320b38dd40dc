"""The written vocabulary of cases of obligations: the cases fit it, and it fits the kernel."""

import json
import re
from copy import deepcopy
from pathlib import Path

import pytest

from throughcare.kernel.calendar.windows import Window
from throughcare.kernel.obligations.words import OwedBy, PartWindow, State, Strength
from throughcare.packs import obligation_cases

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs/reference/obligation-cases.schema.json").read_text())
VECTORS = json.loads((ROOT / "tests/vectors/obligations.json").read_text())
DEFINED = SCHEMA["$defs"]
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}


def misfits(value, schema, at="file"):
    """Return where a value does not fit a schema, for the words of JSON Schema used here."""
    if "$ref" in schema:
        schema = DEFINED[schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema:
        fitting = [each for each in schema["oneOf"] if not misfits(value, each, at)]
        return [] if len(fitting) == 1 else [f"{at}: {len(fitting)} fit"]
    known = schema.get("enum", [schema["const"]] if "const" in schema else [value])
    if value not in known:
        return [f"{at}: {value} is none of {known}"]
    if not is_of_type(value, schema.get("type", [])):
        return [f"{at}: not {schema['type']}"]
    if isinstance(value, dict):
        return misfits_of_object(value, schema, at)
    if isinstance(value, list):
        few = [f"{at}: too few"] if len(value) < schema.get("minItems", 0) else []
        inside = enumerate(value)
        return few + [
            it for n, each in inside for it in misfits(each, schema["items"], f"{at}.{n}")
        ]
    good = not isinstance(value, str) or re.search(schema.get("pattern", ""), value)
    return [] if good else [f"{at}: {value} is not written so"]


def is_of_type(value, types):
    """Say whether a value is of one of the types; a truth is no number."""
    named = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return not named or "boolean" in named
    return not named or isinstance(value, tuple(TYPES[name] for name in named))


def misfits_of_object(value, schema, at):
    """Return the parts of an object that are missing, unknown or do not fit."""
    parts = schema["properties"]
    missing = [f"{at}: no {name}" for name in schema.get("required", []) if name not in value]
    unknown = [f"{at}: unknown {name}" for name in value if name not in parts]
    known = [(name, each) for name, each in value.items() if name in parts]
    return (
        missing
        + unknown
        + [it for name, each in known for it in misfits(each, parts[name], f"{at}.{name}")]
    )


def test_the_cases_worked_by_hand_fit():
    assert misfits(VECTORS, SCHEMA) == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param(DEFINED["requirement"]["properties"]["owed_by"], list(OwedBy), id="owed_by"),
        pytest.param(DEFINED["times"]["properties"]["window"], list(Window), id="window"),
        pytest.param(
            DEFINED["times"]["properties"]["part_window"], list(PartWindow), id="part_window"
        ),
        pytest.param(DEFINED["obligation"]["properties"]["state"], list(State), id="state"),
        pytest.param(DEFINED["strength"], [each.name.lower() for each in Strength], id="strength"),
    ],
)
def test_the_words_are_the_words_of_the_kernel_in_its_order(written, words):
    assert written["enum"] == words


def test_there_is_a_cadence_for_each_that_is_read():
    choices = DEFINED["requirement"]["properties"]["cadence"]["oneOf"]
    kinds = [each["$ref"].rpartition("/")[2] for each in choices]

    assert kinds == ["once", "after", "times", "rolling", "hours"]
    assert set(kinds) == set(obligation_cases._CADENCES)
    assert [DEFINED[kind]["properties"]["kind"]["const"] for kind in kinds] == kinds


def every_reference(schema):
    """Return what a schema refers to, at any depth."""
    inside = schema.values() if isinstance(schema, dict) else schema
    found = [schema["$ref"]] if isinstance(schema, dict) and "$ref" in schema else []
    return found + [
        it for each in inside if isinstance(each, dict | list) for it in every_reference(each)
    ]


def test_every_definition_is_used_and_every_reference_leads_somewhere():
    assert {name.removeprefix("#/$defs/") for name in every_reference(SCHEMA)} == set(DEFINED)


def test_no_object_takes_unknown_words():
    objects = [each for each in [SCHEMA, *DEFINED.values()] if each.get("type") == "object"]

    assert len(objects) == 16
    assert [each.get("additionalProperties") for each in objects] == [False] * len(objects)


@pytest.mark.parametrize("name", sorted(DEFINED))
def test_what_is_required_is_described(name):
    definition = DEFINED[name]

    assert set(definition.get("required", [])) <= set(definition.get("properties", {}))


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (["on"], "soon", "file.on: soon is not written so"),
        (["on"], 3, "file.on: not string"),
        (["id"], True, "file.id: not string"),
        (["requirements"], [], "file.requirements: too few"),
        (["requirements", 0, "owed_by"], "court", "file.requirements.0.owed_by: court is none of"),
        (["requirements", 0, "cadence"], {"kind": "x"}, "file.requirements.0.cadence: 0 fit"),
        (["facts"], {"evidences": []}, "file.facts: unknown evidences"),
        (["expected", 0, "state"], "late", "file.expected.0.state: late is none of"),
        (["expected", 0], {}, "file.expected.0: no requirement"),
    ],
)
def test_the_check_finds_what_does_not_fit(path, value, said):
    case = deepcopy(VECTORS["cases"][0])
    inside = case
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value

    assert misfits(case, DEFINED["case"])[0].startswith(said)
