"""Damaged, forged and hostile files are refused in words; none is believed and none hangs."""

import json
from copy import deepcopy
from random import Random

import pytest

from throughcare.account.export import strict, verifying
from throughcare.account.export.strict import Unreadable
from throughcare.account.export.verifying import verify
from throughcare.account.export.writing import as_text
from throughcare.account.tests.exports import exported, values, written

SAID = values()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "account.json"


def refusal(path, said) -> str:
    written(path, said)
    with pytest.raises(Unreadable) as refused:
        verify(path)
    return str(refused.value)


def put(said, place, value):
    """Return a copy with a value put in a place, or the field taken out."""
    said = deepcopy(said)
    *way, last = place.split(".")
    inside = said
    for step in way:
        inside = inside[int(step) if step.isdigit() else step]
    if value is ...:
        del inside[last]
    else:
        inside[int(last) if last.isdigit() else last] = value
    return said


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("PK\x03\x04", "not JSON"),
        ('{"format": "throughcare/account"', "not JSON"),
        ("[]", "the file is not an object"),
        ("null", "the file is not an object"),
        ('{"a": 1, "a": 2}', "the field a is named twice"),
        ('{"a": 1.5}', "1.5 is not a whole number"),
        ('{"a": NaN}', "NaN is not a whole number"),
        ('{"a": 1e999999}', "is not a whole number"),
        ("[" * 200_000, "nested too deeply"),
        ('{"a": ' + "9" * 5_000 + "}", "not JSON"),
        ('{"format": "throughcare/account", "version": 2}', "version 1 can be read"),
        ('{"format": "another", "version": 1}', "the file is another version 1"),
        ('{"format": "throughcare/account", "version": true}', "file.version is not a whole"),
    ],
)
def test_what_is_no_export_is_refused(path, content, says):
    assert says in refusal(path, content)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Unreadable, match="cannot be opened"):
        verify(tmp_path / "none.json")


def test_a_file_that_is_not_utf8_is_refused(path):
    path.write_bytes(b'{"a": "\xff"}')
    with pytest.raises(Unreadable, match="not JSON"):
        verify(path)


def test_a_file_that_is_too_large_is_refused(path, monkeypatch):
    monkeypatch.setattr(strict, "MOST_BYTES", 100)

    assert "larger than 100 bytes" in refusal(path, as_text(exported()))


@pytest.mark.parametrize(
    ("place", "value", "says"),
    [
        ("comment", "hidden", "the file has the unknown field comment"),
        ("on", ..., "the file has no on"),
        ("on", "2026-02-30", "not a day of the calendar"),
        ("on", "20260101", "is not a day such as"),
        ("on", 20260101, "is not a day such as"),
        ("case", [], "the file.case is not an object"),
        ("case.id", "C-1", "the file.case.id is not a UUID"),
        ("pack.sha256", "abc", "is not a hash"),
        ("period.ends_before", "1990-01-01", "the file.period ends before it starts"),
        ("requirements", {}, "the file.requirements is not a list"),
        ("requirements.0.owed_by", "court", "requirements[0].owed_by is none of person, office"),
        ("requirements.0.owed_by", ["person"], "requirements[0].owed_by is none of"),
        ("requirements.0.at_least", "OFFICIAL", "is none of self_report"),
        ("requirements.0.closed_by", "REPORTED", "requirements[0].closed_by is not a list"),
        ("requirements.0.what", "x" * 20_001, "is not a text of at most"),
        ("requirements.0.cadence.kind", "weekly", "cadence.kind is none of once, after"),
        ("requirements.0.cadence.rates.0.times", -1, "times is not a whole number"),
        ("requirements.0.cadence.rates.0.times", True, "times is not a whole number"),
        ("requirements.0.cadence.at_once", 1, "at_once is not true or false"),
        ("facts.evidence.0.amount", "1e9", "amount is not an amount"),
        ("facts.evidence.0.amount", 60, "amount is not an amount"),
        ("facts.evidence.0.amount", "1/0", "divides by nothing"),
        ("facts.evidence.0.note", "x", "facts.evidence[0] has the unknown field note"),
        ("facts.events.0.on", None, "facts.events[0].on is not a day"),
        ("conditions.0.expects.methods", ["x", 1], "expects.methods[1] is not a text"),
        ("conditions.0.expects.more_expected", None, "more_expected is not true or false"),
        ("verifications.0.result", "fine", "result is none of confirmed"),
        ("account", {}, "account does not hold obligations and conditions"),
    ],
)
def test_a_damaged_field_is_named_with_its_place(path, place, value, says):
    assert says in refusal(path, put(SAID, place, value))


@pytest.mark.parametrize("part", ["requirements", "conditions"])
def test_an_id_named_twice_is_refused(path, part):
    twice = SAID | {part: [*SAID[part], SAID[part][0]]}

    assert refusal(path, twice) == f"the {part} name {SAID[part][0]['id']} twice"


def daily(first, **said):
    rates = [{"from": first, "times": 1}]
    cadence = {
        "kind": "times",
        "window": "day",
        "part_window": "owed",
        "at_once": False,
        "rates": rates,
    }
    return SAID["requirements"][0] | {"cadence": cadence, "in_force": {"starts_on": first}} | said


def test_values_that_ask_for_endless_work_are_refused(path):
    asked = [daily("0001-01-01", id=f"R{number}") for number in range(400)]

    assert "more windows than any case" in refusal(path, SAID | {"requirements": asked})


def test_values_that_lead_out_of_the_calendar_are_refused(path):
    said = {"on": "9999-12-31", "requirements": [daily("9999-12-01")]}

    assert refusal(path, SAID | said) == "the values lead to a day that no calendar has"


def test_a_file_cut_off_anywhere_is_refused(path):
    whole = as_text(exported())
    rng = Random(1)
    cuts = sorted({rng.randrange(len(whole) - 2) for _ in range(60)})
    for cut in cuts:
        assert "not JSON" in refusal(path, whole[:cut])
    print(f"\n{len(cuts)} files cut off, all refused.")


def mangled(rng, said):
    """Return values in which one random place holds something else."""
    said = deepcopy(said)
    inside = said
    while True:
        places = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        place = rng.choice(places)
        if not isinstance(inside[place], dict | list) or not inside[place] or rng.random() < 0.1:
            inside[place] = rng.choice([None, 7, "x", [], {}, "\ud800", "2026-01-01", -1, "1"])
            return said
        inside = inside[place]


def test_values_mangled_anywhere_are_refused_or_found_and_nothing_breaks(path):
    rng, refused, found, same = Random(2), 0, 0, 0
    for _ in range(300):
        path.write_text(json.dumps(mangled(rng, SAID)), encoding="utf-8")
        try:
            different = verifying.verify(path)
        except Unreadable:
            refused += 1
        else:
            found, same = found + bool(different), same + (not different)
    print(f"\n300 files mangled: {refused} refused, {found} different, {same} the same account.")

    assert refused + found + same == 300
    assert refused > 100
