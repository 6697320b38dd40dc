"""An export verifies by the one file that goes with it; any changed byte of its values does not."""

import copy
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import psycopg
import pytest

from tests.tree import ROOT
from throughcare.record.integrity.checkpoints import places, rotate, sign
from throughcare.record.integrity.exporting import VERIFIER, NothingRecorded, export, write
from throughcare.record.integrity.tests.past import CASE, OTHER_CASE
from throughcare.record.verifier import verify_record
from throughcare.record.verifier.verify_record import Unreadable, problems

IMPORT = re.compile(r"\s*(import|from) \w").match
GOLDEN = ROOT / "tests" / "vectors" / "record_export_1.zip"


@pytest.fixture(scope="module")
def said():
    """What the golden export says."""
    return verify_record.read(str(GOLDEN))


def ran(path: Path, *words: str, program: Path = VERIFIER) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, "-I", str(program), str(path), *words], capture_output=True, text=True
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


def zipped(path: Path, content: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("record.json", content)
    return path


def exported(address: str, where, case=CASE) -> dict:
    with psycopg.connect(address) as connection:
        cursor = connection.cursor()
        return export(cursor, (str(case), "C-2026-00001"), sign(cursor, where), where)


@pytest.fixture
def where(tmp_path):
    return places(tmp_path / "record.pem", [tmp_path / "kept"])


def test_an_export_of_an_earlier_version_still_verifies():
    code, printed = ran(GOLDEN)

    assert printed[0] == "Case 'C-2026-00001': 5 entries, 13 rows."
    assert printed[1] == "Signed over 10 entries of the record."
    assert (code, printed[-1]) == (0, "Everything holds.")


@pytest.mark.parametrize(("case", "entries"), [(CASE, 5), (OTHER_CASE, 2)])
def test_what_is_exported_verifies(past, where, case, entries):
    found = exported(past, where, case)

    assert len(found["entries"]) == entries
    assert list(problems(found)) == []


def test_values_come_out_as_they_were_written(past, where):
    rows = exported(past, where)["entries"][0]["rows"]
    office = dict(zip(rows[1]["columns"], rows[1]["values"], strict=True))

    assert office["address"] == "12, rue\tDurham\n\\"
    assert (office["phone"], office["opens_at"]) == ("", None)


def test_the_file_holds_its_own_verifier(past, where, tmp_path):
    path = tmp_path / "case.zip"
    write(path, exported(past, where))
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["README.txt", "record.json", "verify_record.py"]
        program = Path(archive.extract("verify_record.py", tmp_path / "elsewhere"))

    assert ran(path, program=program)[0] == 0
    with pytest.raises(FileExistsError):
        write(path, {})


def test_a_case_without_entries_is_not_exported(past, where):
    with pytest.raises(NothingRecorded):
        exported(past, where, "00000000-0000-0000-0000-0000000000ff")


def test_an_export_after_a_change_of_keys_verifies(past, where):
    rotate(where)
    found = exported(past, where)

    assert len(found["rotations"]) == 1
    assert list(problems(found)) == []


def test_an_export_of_what_the_key_before_signed_verifies(past, where):
    before = exported(past, where)
    rotate(where)
    after = exported(past, where)

    assert after == before
    assert list(problems(after)) == []


def test_rows_behind_row_security_leave_with_their_hash_alone(past, where):
    with psycopg.connect(past) as connection:
        connection.execute("ALTER TABLE staff_office ENABLE ROW LEVEL SECURITY")
        cursor = connection.cursor()
        case = (str(CASE), "C-2026-00001")
        found = export(cursor, case, sign(cursor, where), where)
        connection.rollback()

    rows = [row for entry in found["entries"] for row in entry["rows"][1:]]
    assert {frozenset(row) for row in rows} == {frozenset({"withheld"})}
    assert list(problems(found)) == []


def test_the_key_given_must_be_the_one_it_begins_with(said):
    assert ran(GOLDEN, "--key", said["first_key"])[0] == 0
    code, printed = ran(GOLDEN, "--key", "office+00000000+AA==")
    assert code == 1
    assert "The export begins with another key than the one you gave." in printed


def places_of(value, path=()):
    """Each leaf of nested values: where it is."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in items:
        if isinstance(each, dict | list):
            yield from places_of(each, (*path, key))
        else:
            yield (*path, key)


def with_change(said: dict, path: tuple) -> dict:
    changed = copy.deepcopy(said)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    was = holder[path[-1]]
    if isinstance(was, int):
        holder[path[-1]] = was + 1
    elif was is None:
        holder[path[-1]] = ""
    else:
        holder[path[-1]] = ("1" if was[:1] != "1" else "2") + was[1:]
    return changed


def holds(said: dict) -> bool:
    """Whether an export with these values would verify; any other error is a fault of ours."""
    try:
        verify_record.demand(said, verify_record.EXPORT, "record.json")
        return not list(problems(said))
    except Unreadable:
        return False


def test_every_value_of_an_export_is_held(said, capsys):
    """Only the case's number as people write it, and the format, are outside the proof."""
    paths = [path for path in places_of(said) if path not in {("case",), ("format",)}]
    missed = [path for path in paths if holds(with_change(said, path))]

    with capsys.disabled():
        print(f"\nvalues of an export changed: {len(paths)}, found: {len(paths) - len(missed)}")
    assert len(paths) > 200
    assert missed == []


@pytest.mark.parametrize("place", [0, 1, 3])
def test_an_entry_left_out_shows(said, place):
    changed = copy.deepcopy(said)
    del changed["entries"][place]

    assert any("is not the one before it here" in each for each in problems(changed))


def test_two_entries_in_another_order_show(said):
    changed = copy.deepcopy(said)
    changed["entries"][1:3] = changed["entries"][2:0:-1]

    assert not holds(changed)


def test_a_row_left_out_shows(said):
    changed = copy.deepcopy(said)
    del changed["entries"][0]["rows"][1]

    assert any("do not have its hash" in each for each in problems(changed))


def test_another_signer_shows(said, past, where):
    changed = copy.deepcopy(said)
    changed["first_key"] = exported(past, where)["first_key"]

    assert list(problems(changed)) == [
        "The record's key cannot be followed: a new key was not signed by the key before it."
    ]
    changed["rotations"] = []
    assert list(problems(changed)) == ["The checkpoint is not signed by the record's key."]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"format": "throughcare-record-export-1"}',
        json.dumps({"format": "throughcare-record-export-1", "first_key": 7}),
        json.dumps(
            {
                "format": "throughcare-record-export-1",
                "first_key": "a+b+c",
                "rotations": [],
                "checkpoint": "",
                "entries": [],
            }
        ),
    ],
)
def test_what_is_no_export_is_said_to_be_unreadable(tmp_path, content):
    code, printed = ran(zipped(tmp_path / "x.zip", content))

    assert code == 2
    assert printed[0].startswith("The export cannot be read: ")


def test_a_file_that_is_no_archive_is_unreadable(tmp_path):
    (tmp_path / "x.zip").write_text("x")

    assert ran(tmp_path / "x.zip")[0] == 2
    assert ran(tmp_path / "none.zip")[0] == 2


def test_the_verifier_uses_nothing_of_ours():
    text = VERIFIER.read_text()

    imported = {line.split()[1].partition(".")[0] for line in text.splitlines() if IMPORT(line)}
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}
