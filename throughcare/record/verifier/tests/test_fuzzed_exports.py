"""Whatever is done to the file of an export: one clear sentence, and it never verifies."""

import copy
import json
import random
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tree import ROOT
from throughcare.record.verifier import verify_record
from throughcare.record.verifier.tests.an_export import zipped

VECTORS = ROOT / "tests" / "vectors"
GOLDEN, FIRST = VECTORS / "record_export_2.zip", VECTORS / "record_export_1.zip"
MUTATIONS = 900


@pytest.fixture
def ran(monkeypatch, capsys):
    """Run the program on a file; give its code and what it printed."""

    def run(path: Path) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["verify_record.py", str(path)])
        return verify_record.main(), capsys.readouterr().out

    return run


def flipped(whole: bytes, at: int, bits: int) -> bytes:
    return whole[:at] + bytes([whole[at] ^ bits]) + whole[at + 1 :]


def mutations(whole: bytes) -> list[bytes]:
    """The bytes with a bit flipped, a byte or a stretch changed, gone, doubled or cut, anywhere."""
    chance = random.Random(20261126)
    made = []
    for number in range(MUTATIONS):
        at = number * len(whole) // MUTATIONS
        end = at + chance.randint(1, 40)
        made.append(
            [
                flipped(whole, at, 1 << chance.randrange(8)),
                flipped(whole, at, chance.randint(1, 255)),
                whole[:at],
                whole[:at] + whole[end:],
                whole[:end] + whole[at:],
                whole[:at] + chance.randbytes(end - at) + whole[end:],
            ][number % 6]
        )
    made = [each for each in made if each != whole]
    return made + [flipped(whole, at, 255) for at in range(len(whole) - 400, len(whole))]


def test_no_mutation_of_a_golden_export_verifies_or_traces_back(ran, tmp_path, capsys):
    path, made = tmp_path / "mutated.zip", mutations(GOLDEN.read_bytes())
    answers = []
    for each in made:
        path.write_bytes(each)
        answers.append(ran(path))

    with capsys.disabled():
        print(f"\nmutations of an export: {len(made)}, refused: {len(answers)}")
    assert {code for code, _ in answers} <= {1, 2}
    assert [said for code, said in answers if code == 2 and said.count("\n") != 1] == []


def test_an_export_of_the_first_format_verifies_only_with_its_own_content(ran, tmp_path):
    path, said = tmp_path / "mutated.zip", verify_record.read(str(FIRST))
    for each in mutations(FIRST.read_bytes()):
        path.write_bytes(each)
        code, printed = ran(path)
        assert printed
        assert code in {1, 2} or verify_record.read(str(path)) == said


def test_the_golden_exports_hold(ran):
    assert [ran(each)[0] for each in (FIRST, GOLDEN)] == [0, 0]


def test_damage_beside_the_values_is_seen_too(ran, tmp_path):
    """Not a value, not a proof: the day on which the file was packed."""
    whole = GOLDEN.read_bytes()
    path = tmp_path / "case.zip"
    path.write_bytes(flipped(whole, 12, 1))

    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
    assert ran(path)[1].startswith("The export cannot be read: it is not as it was written")


STRANGE = [None, True, -1, 2**64, 1.5, "", "x", "\x00", [], {}, [[]], {"x": None}, "0" * 64]


def every_place(value, path=()):
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*path, key)
        if isinstance(each, dict | list):
            yield from every_place(each, (*path, key))


def test_no_value_of_another_kind_traces_back(ran, tmp_path):
    said = json.loads(zipfile.ZipFile(FIRST).read("record.json"))
    chance = random.Random(1)
    for place in chance.sample(list(every_place(said)), 250):
        changed = copy.deepcopy(said)
        holder = changed
        for key in place[:-1]:
            holder = holder[key]
        was = holder[place[-1]]
        holder[place[-1]] = chance.choice([each for each in STRANGE if each != was])
        code, printed = ran(zipped(tmp_path / "case.zip", json.dumps(changed)))
        assert code in {1, 2} or place == ("case",), (place, printed)
