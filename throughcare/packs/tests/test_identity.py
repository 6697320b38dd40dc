"""A pack is named by the hash of what its files say."""

import pytest

from throughcare.packs.identity import pack_sha256
from throughcare.packs.loading import pack_folders


@pytest.fixture
def pack(tmp_path):
    def of(name, **files):
        for file, content in files.items():
            path = tmp_path / name / f"{file}.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        return pack_sha256(tmp_path / name)

    return of


def test_the_same_words_have_the_same_hash(pack):
    assert pack("one", clocks="a = 1", terms="b = 2") == pack("two", terms="b = 2", clocks="a = 1")


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"clocks": "a = 2", "terms": "b = 2"}, id="a word"),
        pytest.param({"clocks": "a = 1"}, id="a file less"),
        pytest.param({"clocks": "a = 1", "term": "b = 2"}, id="a file's name"),
        pytest.param({"clocks": "a = 1\nb = 2", "terms": ""}, id="a line in another file"),
    ],
)
def test_any_change_changes_the_hash(pack, files):
    assert pack("other", **files) != pack("one", clocks="a = 1", terms="b = 2")


def test_every_shipped_pack_has_its_own():
    hashes = [pack_sha256(each) for each in pack_folders()]

    assert {len(each) for each in hashes} == {64}
    assert len(set(hashes)) == len(hashes)
