"""The counts of what people changed of proposals, as they are printed."""

import json

import pytest

from throughcare.orders.measuring import Decision, measured
from throughcare.site.cli import corrections, parser

KPGB = {"code": "KPGB", "parameters": {}, "patterns": ["KPGB 1"]}
CURFEW = {"code": "CURFEW", "parameters": {}, "patterns": ["CURFEW 2"]}
FOUND = measured([Decision([KPGB], [KPGB]), Decision([CURFEW], []), Decision([], [CURFEW])])


def test_the_least_kept_comes_first():
    assert list(corrections.lines_of(FOUND, by_pattern=False)) == [
        "3 conditions decided",
        "        proposed unchanged   changed   removed     added      kept",
        "CURFEW         1         0         0         1         1        0%",
        "KPGB           1         1         0         0         0      100%",
    ]


def test_patterns_are_counted_where_they_are_asked_for():
    lines = list(corrections.lines_of(FOUND, by_pattern=True))

    assert [line.split()[:2] for line in lines[2:]] == [["CURFEW", "2"], ["KPGB", "1"]]


def test_nothing_decided_is_said_alone():
    assert list(corrections.lines_of(measured([]), by_pattern=True)) == ["0 conditions decided"]


def test_what_was_never_proposed_has_no_share():
    lines = list(corrections.lines_of(measured([Decision([], [KPGB])]), by_pattern=False))

    assert lines[-1].endswith("—")


def test_the_values_are_plain():
    values = json.loads(json.dumps(corrections.values_of(FOUND)))

    assert values["conditions"] == 3
    assert values["codes"]["CURFEW"] == {"unchanged": 0, "changed": 0, "added": 1, "removed": 1}
    assert set(values["patterns"]) == {"CURFEW 2", "KPGB 1"}


@pytest.mark.parametrize("words", [[], ["--json"], ["--patterns"]])
def test_the_command_is_there(words):
    assert parser().parse_args(["corrections", *words]).act is corrections.act
