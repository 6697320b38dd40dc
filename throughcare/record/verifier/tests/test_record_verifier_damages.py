"""An export that was damaged, forged or cut says in plain words what does not hold."""

import copy
import json
import sys
import zipfile

import pytest

from throughcare.record.verifier import verify_record
from throughcare.record.verifier.tests.an_export import (
    KEYS,
    an_export,
    hashed,
    rotation,
    zipped,
)
from throughcare.record.verifier.verify_record import Unreadable, leaf_of, own_row, problems

UNREADABLE = "The export cannot be read: "
NO_HASH = "Entry {}: its values do not have its hash."
NO_ROOT = "Entry {}: it does not lead to the signed root."
NO_WIDTH = "Entry {}: a row has more columns than values, or fewer."
NO_ORDER = "Entry {}: the entry before it about this case is not the one before it here."
NOT_SIGNED = "The checkpoint is not signed by the record's key."


def changed(**parts):
    return an_export() | parts


def with_entry(place: int, **parts):
    said = an_export()
    said["entries"][place] |= parts
    return said


def with_row(place: int, row: int, **parts):
    said = copy.deepcopy(an_export())
    said["entries"][place]["rows"][row] |= parts
    return said


def hashed_anew(said: dict, place: int = 1) -> dict:
    """What somebody makes who can compute, and cannot sign."""
    said["entries"][place]["hash"] = hashed(said["entries"][place]).hex()
    return said


@pytest.fixture
def ran(monkeypatch, capsys, tmp_path):
    """Run the program on what an export says, or on a file; give its code and its lines."""

    def run(said, *words: str) -> tuple[int, list[str]]:
        path = said
        if isinstance(said, dict):
            path = zipped(tmp_path / "case.zip", json.dumps(said))
        monkeypatch.setattr(sys, "argv", ["verify_record.py", str(path), *words])
        return verify_record.main(), capsys.readouterr().out.splitlines()

    return run


def test_an_export_made_by_hand_holds(ran):
    assert ran(an_export()) == (
        0,
        [
            "Case 'C-2026-00001': 2 entries, 4 rows.",
            "Signed over 3 entries of the record.",
            f"First key: '{KEYS[0]}'",
            "Everything holds.",
        ],
    )


ROWS = an_export()["entries"][1]["rows"]
ENTRIES = an_export()["entries"]
SPOILED = {
    "a_value": (with_row(1, 1, values=["1", "Sudbury"]), [NO_HASH, NO_ROOT]),
    "a_value_in_capitals": (with_row(1, 1, values=["1", "AZILDA"]), [NO_HASH, NO_ROOT]),
    "a_value_taken_away": (with_row(1, 1, values=["1", None]), [NO_HASH, NO_ROOT]),
    "a_value_shortened": (with_row(1, 1, values=["1"]), [NO_HASH, NO_ROOT, NO_WIDTH]),
    "values_exchanged": (with_row(1, 1, values=["Azilda", "1"]), [NO_HASH, NO_ROOT]),
    "a_column_renamed": (with_row(1, 1, columns=["id", "city"]), [NO_HASH, NO_ROOT]),
    "a_table_renamed": (with_row(1, 1, table="offices"), [NO_HASH, NO_ROOT]),
    "a_salt": (with_row(1, 1, salt="0c" * 16), [NO_HASH, NO_ROOT]),
    "a_row_withheld_falsely": (
        with_entry(1, rows=[ROWS[0], {"table": "office", "withheld": "00" * 32}]),
        [NO_HASH, NO_ROOT],
    ),
    "a_row_gone": (with_entry(1, rows=ROWS[:1]), [NO_HASH, NO_ROOT]),
    "a_row_twice": (with_entry(1, rows=[*ROWS, ROWS[1]]), [NO_HASH, NO_ROOT]),
    "an_end_gone": (with_entry(1, ended=[]), [NO_HASH, NO_ROOT]),
    "an_end_of_another": (with_entry(1, ended=[["office", "2", "1"]]), [NO_HASH, NO_ROOT]),
    "the_hash_before": (with_entry(1, before="00" * 32), [NO_HASH, NO_ROOT]),
    "its_hash": (with_entry(1, hash="00" * 32), [NO_HASH]),
    "its_proof": (with_entry(1, proof=["00" * 32]), [NO_ROOT]),
    "its_proof_emptied": (with_entry(1, proof=[]), [NO_ROOT]),
    "its_proof_too_long": (with_entry(1, proof=[*ENTRIES[1]["proof"], "00" * 32]), [NO_ROOT]),
    "the_entry_before": (with_entry(1, of_case=2), [NO_HASH, NO_ROOT, NO_ORDER]),
    "hashed_anew": (hashed_anew(with_row(1, 1, values=["1", "Sudbury"])), [NO_ROOT]),
    "its_number": (
        with_entry(1, number=2),
        [NO_ROOT.format(2), "Entry 2: its own row has another number."],
    ),
    "its_own_row_about_another_case": (
        hashed_anew(with_row(1, 0, values=["act.3", "c2", "3", "2026-01-03 09:00:00+00"])),
        [NO_ROOT, "Entry 3: it is not about this case."],
    ),
    "its_time_before_the_others": (
        hashed_anew(with_row(1, 0, values=[*ROWS[0]["values"][:3], "2025-12-31 09:00:00+00"])),
        [NO_ROOT, "Entry 3: it was recorded before the entry before it."],
    ),
    "the_first_left_out": (changed(entries=ENTRIES[1:]), [NO_ORDER]),
    "in_another_order": (
        changed(entries=ENTRIES[::-1]),
        [NO_ORDER, NO_ORDER.format(1), "Entry 1: it was recorded before the entry before it."],
    ),
    "the_last_twice": (changed(entries=[*ENTRIES, ENTRIES[1]]), [NO_ORDER]),
    "of_another_case": (
        changed(case_id="c2"),
        ["Entry 1: it is not about this case.", "Entry 3: it is not about this case."],
    ),
    "signed_by_a_stranger": (an_export(signer=1), [NOT_SIGNED]),
    "signed_with_a_retired_key": (an_export(rotation(0, 1, 0, 1)), [NOT_SIGNED]),
    "a_checkpoint_of_something_else": (
        an_export(origin="another"),
        ["The checkpoint is of something else."],
    ),
}


@pytest.mark.parametrize(("said", "expected"), SPOILED.values(), ids=SPOILED)
def test_what_does_not_hold_is_said(ran, said, expected):
    code, printed = ran(said)

    assert code == 1
    said_wrong = [each for each in printed[3:-1] if not each.startswith("Withheld")]
    assert said_wrong == [each.format(3) for each in expected]
    assert printed[-1] == f"Wrong: {len(expected)}."


@pytest.mark.parametrize(
    ("rotations", "signer"),
    [
        ([rotation(0, 1, 0, 1)], 1),
        ([rotation(0, 1, 1, 0)], 1),
        ([rotation(0, 1, 0, 1), rotation(1, 2, 1, 2)], 2),
    ],
    ids=["once", "signed_the_other_way_round", "twice"],
)
def test_an_exchanged_key_is_followed(ran, rotations, signer):
    assert ran(an_export(*rotations, signer=signer))[0] == 0


BY_THE_OLD = "a new key was not signed by the key before it"
FOR_ITSELF = "a new key did not sign for itself"


@pytest.mark.parametrize(
    ("rotations", "why"),
    [
        ([rotation(0, 1, 1)], BY_THE_OLD),
        ([rotation(0, 1, 0)], FOR_ITSELF),
        ([rotation(0, 1, 0, 2)], FOR_ITSELF),
        ([rotation(2, 1, 2, 1)], BY_THE_OLD),
        ([rotation(1, 2, 1, 2), rotation(0, 1, 0, 1)], BY_THE_OLD),
        ([rotation(0, 1, 0, 1)] * 2, BY_THE_OLD),
        ([rotation(0, 1, 0, 1).replace("rotation", "change")], BY_THE_OLD),
    ],
    ids=["new_alone", "old_alone", "stranger", "no_link", "order", "twice", "headless"],
)
def test_an_exchanged_key_that_cannot_be_followed_says_why(ran, rotations, why):
    code, printed = ran(an_export(*rotations, signer=1))

    assert (code, printed[3]) == (1, f"The record's key cannot be followed: {why}.")


@pytest.mark.parametrize(
    ("key", "code"),
    [(KEYS[0], 0), (f" {KEYS[0]}\n", 0), (KEYS[1], 1), (KEYS[0][:-1], 1)],
    ids=["same", "with_blanks", "another", "cut"],
)
def test_the_key_that_was_printed_before_is_compared(ran, key, code):
    assert ran(an_export(), "--key", key)[0] == code


def test_what_is_withheld_is_counted_and_still_proven(ran):
    said = an_export()
    rows = said["entries"][0]["rows"]
    rows[1] = {"table": "office", "withheld": leaf_of(rows[1]).hex()}

    code, printed = ran(said)

    assert code == 0
    assert printed[3] == "Withheld: 1 rows; of these only the hash is here."


@pytest.mark.parametrize("part", [each for each in an_export() if each != "format"])
def test_an_export_without_one_of_its_parts_is_unreadable(ran, part):
    said = an_export()
    del said[part]

    assert ran(said) == (2, [f"{UNREADABLE}record.json has not the parts that belong there."])


@pytest.mark.parametrize("part", sorted(an_export()["entries"][0]))
def test_an_entry_without_one_of_its_parts_is_unreadable(ran, part):
    said = an_export()
    del said["entries"][0][part]

    place = "record.json: entries 1"
    assert ran(said) == (2, [f"{UNREADABLE}{place} has not the parts that belong there."])


@pytest.mark.parametrize("value", [None, 7, {}, "x", ["x"]], ids=str)
@pytest.mark.parametrize("part", ["first_key", "checkpoint", "entries", "rotations", "case"])
def test_a_part_of_another_kind_never_holds(ran, part, value):
    code, printed = ran(changed(**{part: value}))

    if isinstance(value, str) and part in {"first_key", "case"}:
        assert code == (1 if part == "first_key" else 0)
    else:
        assert (code, len(printed)) == ((1, 5) if (part, value) == ("rotations", ["x"]) else (2, 1))


@pytest.mark.parametrize("number", [0, -1, 4, 1.5, "1", None, 2**70])
def test_a_number_that_is_no_place_never_holds(ran, number):
    assert ran(with_entry(0, number=number))[0] == 2


@pytest.mark.parametrize("said", [{}, {"format": "throughcare-record-export-9"}, {"format": None}])
def test_another_format_is_named_as_such(ran, said):
    code, printed = ran(said)

    assert code == 2
    assert "it is not of the format throughcare-record-export-2" in printed[0]


@pytest.mark.parametrize("tenth", range(10))
def test_an_archive_that_was_cut_is_unreadable(ran, tmp_path, tenth):
    path = zipped(tmp_path / "cut.zip", json.dumps(an_export()))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * tenth // 10])

    code, printed = ran(path)
    assert code == 2
    assert printed[0].startswith(f"{UNREADABLE}it is no archive (zip), or was cut or damaged")


def test_an_archive_with_one_letter_changed_is_unreadable(ran, tmp_path):
    path = zipped(tmp_path / "case.zip", json.dumps(an_export()))
    path.write_bytes(path.read_bytes().replace(b"Azilda", b"Azelda", 1))

    code, printed = ran(path)
    assert code == 2
    assert "Bad CRC-32" in printed[0]


@pytest.mark.parametrize(
    "name", ["Record.json", "case/record.json", "../record.json", "/etc/passwd", "record.json/"]
)
def test_an_archive_with_a_file_of_another_name_is_unreadable(ran, tmp_path, name):
    code, printed = ran(zipped(tmp_path / "case.zip", json.dumps(an_export()), name))

    assert code == 2
    assert printed == [f"{UNREADABLE}it holds a file that does not belong there: {name!a}."]


def test_an_archive_with_two_files_of_one_name_is_unreadable(ran, tmp_path):
    path = zipped(tmp_path / "case.zip", json.dumps(an_export()))
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("record.json", json.dumps(an_export()))

    assert ran(path)[0] == 2


def test_an_archive_without_its_file_is_unreadable(ran, tmp_path):
    path = zipped(tmp_path / "case.zip", "read me", "README.txt")

    assert ran(path) == (2, [f"{UNREADABLE}there is no record.json in it."])


def test_a_bomb_is_not_opened(ran, tmp_path):
    path = zipped(tmp_path / "case.zip", " " * 50_000_000, kind=zipfile.ZIP_DEFLATED)

    assert path.stat().st_size < 60_000
    assert ran(path) == (2, [f"{UNREADABLE}it is too large."])


@pytest.mark.parametrize(
    "content",
    ["[" * 100_000, '{"format": 1, "format": 2}', '{"format": NaN}', "\ufeff{}", "{", "\ud800"],
    ids=["deep", "twice", "no_number", "marked", "cut", "half_a_letter"],
)
def test_what_is_no_json_of_an_export_is_unreadable(ran, tmp_path, content):
    path = zipped(tmp_path / "case.zip", content.encode("utf-8", "surrogatepass"))

    code, printed = ran(path)
    assert (code, len(printed)) == (2, 1)
    assert printed[0].startswith(UNREADABLE)


def test_an_export_of_no_entry_shows_nothing(ran):
    assert ran(changed(entries=[])) == (2, [f"{UNREADABLE}there is no entry in it."])


def test_what_is_too_large_is_not_read(ran, monkeypatch):
    monkeypatch.setattr(verify_record, "LARGEST", 100)

    assert ran(an_export()) == (2, [f"{UNREADABLE}it is too large."])


def test_a_number_of_a_file_sends_no_signs_to_the_screen(ran):
    code, printed = ran(changed(case="\x1b[2J\u202e"))

    assert code == 0
    assert printed[0].startswith("Case '\\x1b[2J\\u202e': ")


@pytest.mark.parametrize(
    "row",
    [ROWS[1], ROWS[0] | {"values": ["x"]}, {"withheld": "00" * 32}],
    ids=["another_table", "too_few_values", "withheld"],
)
def test_an_entry_begins_with_its_own_row(row):
    with pytest.raises(Unreadable, match="does not begin with its own row"):
        own_row({"rows": [row]})


def test_nothing_that_was_looked_at_was_changed():
    said = an_export()
    before = copy.deepcopy(said)

    assert list(problems(said, KEYS[0])) == []
    assert said == before
