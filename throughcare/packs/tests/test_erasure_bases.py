"""Each basis of an erasure is said in both languages, with its authority and what is doubtful."""

import pytest

from throughcare.packs import erasure_bases as module
from throughcare.packs.entries import PackError
from throughcare.packs.erasure_bases import erasure_bases

GIVEN = """
[[basis]]
code = "ONE"
en = "One"
fr = "Un"
authority = "A law"
doubt = "None."
doubt_fr = "Aucun."
"""


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """A pack with what a test writes into its file."""
    monkeypatch.setattr(module, "PACKS", tmp_path)
    (tmp_path / "mine").mkdir()

    def read(text: str):
        (tmp_path / "mine" / "erasure.toml").write_text(text)
        return erasure_bases("mine")

    return read


@pytest.mark.parametrize("code", ["RECORD_SUSPENSION", "YOUTH_RECORD", "RETENTION"])
def test_ontario_names_its_bases_and_their_doubts(code):
    basis = erasure_bases("ca_on")[code]

    assert all((basis.en, basis.fr, basis.authority, basis.doubt))
    assert basis.en != basis.fr


def test_a_basis_is_read_by_its_code(pack):
    assert pack(GIVEN)["ONE"].fr == "Un"


@pytest.mark.parametrize("part", ["code", "en", "fr", "authority", "doubt_fr"])
def test_a_basis_without_one_of_its_parts_is_refused(pack, part):
    lines = [each for each in GIVEN.splitlines() if not each.startswith(part)]

    with pytest.raises(PackError, match="basis 1 has not its six parts"):
        pack("\n".join(lines))


def test_a_pack_may_name_none(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "PACKS", tmp_path)

    assert erasure_bases("mine") == {}
