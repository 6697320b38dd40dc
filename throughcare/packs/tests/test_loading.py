import shutil

import pytest

from throughcare.packs.entries import PackError
from throughcare.packs.loading import PACKS, load, pack_folders
from throughcare.packs.pack import Conformance


@pytest.fixture
def pack(tmp_path):
    """Copy the Ontario pack, change one text in one file, and load the copy."""

    def changed(name, old, new):
        folder = tmp_path / "copy"
        shutil.copytree(PACKS / "ca_on", folder)
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return load(folder)

    return changed


def test_the_packs_that_ship_are_found_by_name():
    assert PACKS / "ca_on" in pack_folders()


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("clocks.toml", 'authority = "Criminal Code, s. 742.4(2)"', "", "write authority = "),
        ("clocks.toml", "from = 1996-09-03", 'from = "1996-09-03"', "write from = a day"),
        (
            "clocks.toml",
            'law = "CA"',
            'law = "MOON"',
            "law = 'MOON' is not known. Choose one of: CA",
        ),
        ("clocks.toml", 'counts = "within"', 'counts = "about"', "counts = 'about' is not known"),
        ("clocks.toml", "time = { days = 7 }", "time = 7", "write time = { months = 12 }"),
        ("clocks.toml", "time = { days = 7 }", "time = { moons = 7 }", "with some of: years"),
        ("clocks.toml", "time = { days = 7 }", "time = {}", "write time = { months = 12 }"),
        ("clocks.toml", "time = { days = 7 }", "time = { days = true }", "days = a whole number"),
        ("clocks.toml", "moves = true", 'moves = "yes"', "write moves = true or moves = false"),
        ("clocks.toml", "moves = true", "move = true", "Did you mean moves?"),
        ("clocks.toml", "moves = true", "xyzzy = 1", "xyzzy is not a word of such an entry. Known"),
        ("clocks.toml", 'fr = "Demander une audience', '# "', "write fr = "),
        (
            "clocks.toml",
            'counts = "takes_effect"',
            'counts = "takes_effect"\nmoves = true',
            "only an",
        ),
        ("holidays.toml", 'method = "easter"', 'method = "moon"', "method = 'moon' is not known"),
        ("holidays.toml", 'day = "NEW_YEAR"', 'day = "MOON_DAY"', "no rule is given for MOON_DAY"),
        ("holidays.toml", 'weekday = "monday"', 'weekday = "moonday"', "is not a day of the week"),
        ("holidays.toml", 'weekly = ["sunday"]', "weekly = [1]", "a list of texts"),
        ("holidays.toml", 'weekly = ["sunday"]', 'weekly = "sunday"', "a list of texts"),
        ("counting.toml", "[law.CA.sections]", "sections = 1\n[law.CA.note]", "must be a table"),
        ("clocks.toml", "[[ceiling]]", "[ceiling]", "ceiling must be a list of tables"),
        (
            "terms.toml",
            'begins = "after_sentence"',
            'begins = "soon"',
            "begins = 'soon' is not known",
        ),
        ("authorities.toml", "[fr]", "[fr", "copy/authorities.toml: "),
    ],
)
def test_a_pack_that_cannot_be_used_says_where_and_how_to_mend_it(pack, name, old, new, said):
    with pytest.raises(PackError, match=f"copy/{name}") as refused:
        pack(name, old, new)

    assert said in str(refused.value)


def test_an_error_names_the_entry(pack):
    with pytest.raises(
        PackError, match=r"copy/clocks\.toml, line 23, clock CSO_CHANGE_REQUEST: write"
    ):
        pack("clocks.toml", "time = { days = 7 }", "time = 7")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(PackError, match=r"the file holidays\.toml is missing"):
        load(tmp_path)


def test_a_pack_may_leave_out_conformance(tmp_path):
    folder = tmp_path / "copy"
    shutil.copytree(PACKS / "ca_on", folder)
    (folder / "conformance.toml").unlink()

    assert load(folder).conformance == Conformance()
