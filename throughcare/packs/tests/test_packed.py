"""A pack's files as one text and back, and packs of an earlier day in the place of today's."""

import shutil
from hashlib import sha256

import pytest

from throughcare.packs import choices
from throughcare.packs.folders import PACKS, folder_of, is_of_then, packs_from
from throughcare.packs.identity import NotAPack, pack_sha256, packed, unpack
from throughcare.packs.loading import load_kept, pack_of

SHIPPED = ["ca_on", "example"]


@pytest.fixture
def changed(tmp_path):
    """A copy of the example with another name for one of its levels."""
    folder = tmp_path / "example"
    shutil.copytree(PACKS / "example", folder)
    file = next(path for path in folder.rglob("*.toml") if "en = " in path.read_text("utf-8"))
    file.write_text(file.read_text("utf-8") + "\n# Changed.\n", "utf-8")
    return folder


@pytest.mark.parametrize("code", SHIPPED)
def test_the_hash_of_a_pack_is_that_of_its_text(code):
    assert pack_sha256(PACKS / code) == sha256(packed(PACKS / code)).hexdigest()


@pytest.mark.parametrize("code", SHIPPED)
def test_a_pack_comes_back_file_by_file(code, tmp_path):
    unpack(packed(PACKS / code), tmp_path)

    back = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.toml")}
    folder = PACKS / code
    assert back == {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.toml")}
    assert pack_sha256(tmp_path) == pack_sha256(folder)


def test_a_changed_word_is_another_pack(changed):
    assert pack_sha256(changed) != pack_sha256(PACKS / "example")


@pytest.mark.parametrize(
    "text",
    [
        b"no more than a name.toml",
        b"a.toml\nmany\n",
        b"a.toml\n99\nshort",
        b"a.toml\n-1\n",
        b"../a.toml\n1\nx",
        b"/etc/a.toml\n1\nx",
        b"b/../../a.toml\n1\nx",
        b"a.py\n1\nx",
        b"\xff.toml\n1\nx",
    ],
    ids=repr,
)
def test_a_text_that_is_no_pack_is_refused_and_nothing_is_written(text, tmp_path):
    folder = tmp_path / "inner"
    folder.mkdir()

    with pytest.raises(NotAPack):
        unpack(text, folder)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_nothing_is_an_empty_pack(tmp_path):
    unpack(b"", tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", SHIPPED)
def test_a_pack_is_where_it_ships(code):
    assert (folder_of(code), is_of_then(code)) == (PACKS / code, False)


def test_another_pack_stands_in_for_the_length_of_a_block(changed):
    with packs_from({"example": changed}):
        assert (folder_of("example"), is_of_then("example")) == (changed, True)
        assert pack_of("example") is load_kept(changed)
        assert folder_of("ca_on") == PACKS / "ca_on"

    assert folder_of("example") == PACKS / "example"


def test_a_block_that_fails_leaves_the_pack_that_ships(changed):
    with pytest.raises(ValueError, match="x"), packs_from({"example": changed}):
        raise ValueError("x")

    assert pack_of("example") is not load_kept(changed)


def test_blocks_in_blocks_keep_what_the_outer_one_chose(changed, tmp_path):
    with packs_from({"example": changed}), packs_from({"ca_on": tmp_path}):
        assert (folder_of("example"), folder_of("ca_on")) == (changed, tmp_path)


def test_lists_of_an_earlier_day_are_offered_in_its_block(tmp_path):
    folder = tmp_path / "ca_on"
    shutil.copytree(PACKS / "ca_on", folder)
    file = folder / "reasons.toml"
    text = file.read_text("utf-8")
    now = dict(choices.every_reason("ca_on", "en"))["SICK"]
    file.write_text(text.replace(f'"{now}"', '"Was ill"', 1), "utf-8")

    with packs_from({"ca_on": folder}):
        assert dict(choices.every_reason("ca_on", "en"))["SICK"] == "Was ill"
    assert dict(choices.every_reason("ca_on", "en"))["SICK"] == now
