"""The words of a pack load, and what is wrong in them is said with its place."""

import shutil
import tomllib
from pathlib import Path

import pytest

from throughcare.packs.entries import PackError
from throughcare.packs.reading import folder_with_words, order_words, wording_of

ONTARIO = folder_with_words()
FILES = ("words", "families", "parameters", "orders")
STATUTORY = "conditions/statutory"


@pytest.fixture
def folder(tmp_path):
    """A copy of Ontario's pack that a test may spoil."""
    return Path(shutil.copytree(ONTARIO, tmp_path / "ca_on"))


def spoil(folder, name, old, new):
    """Replace words of a file of the wording."""
    path = folder / "wording" / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_ontario_has_words():
    assert ONTARIO.name == "ca_on"


def test_every_pattern_is_named_by_its_code_and_number():
    names = [each.name for each in wording_of(ONTARIO).conditions]

    assert [each for each in names if each.startswith("KPGB ")][:2] == ["KPGB 1", "KPGB 2"]
    assert len(names) == len(set(names))


def test_every_code_of_a_family_has_a_pattern():
    wording = wording_of(ONTARIO)
    known = {each.code for each in wording.conditions}

    assert {code for each in wording.families for code in each.codes} - known == set()


def test_every_compulsory_code_has_a_pattern():
    known = {each.code for each in wording_of(ONTARIO).conditions}
    instruments = order_words(ONTARIO).law.instruments

    assert {code for each in instruments for code in each.compulsory} - known == set()


def test_every_parameter_is_asked_of_codes_that_are_known():
    wording = wording_of(ONTARIO)
    known = {each.code for each in wording.conditions}

    assert {code for codes in wording.asks.values() for code in codes} - known == set()


def test_no_pattern_waits_for_a_capital_letter():
    """Text is matched in small letters: a capital would never be found."""
    wording = wording_of(ONTARIO)
    patterns = [*wording.conditions, *(each for many in wording.lists.values() for each in many)]
    said = [each.says.pattern for each in patterns] + [
        each.pattern for each in wording.turns.values()
    ]
    plain = [each.replace("\\W", "").replace("\\S", "").replace("\\B", "") for each in said]

    assert [each for each in plain if each.replace("(?P<", "") != each.lower()] == []


def test_every_handling_has_a_sentence():
    words = order_words(ONTARIO)
    asked = {each.handling.upper() for each in words.law.instruments} - {"SUPERVISE"}

    assert asked - set(words.sentences) == set()


def test_every_flag_of_a_turn_of_phrase_has_a_sentence():
    words = order_words(ONTARIO)

    assert set(words.law.looked_at.values()) - set(words.sentences) == set()
    assert set(words.law.looked_at) - set(words.law.wording.turns) == set()


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (STATUTORY, 'code = "KPGB"\n', 'code = "KPGB"\nunles = ["x"]\n', "Did you mean unless?"),
        (STATUTORY, '"keep\\\\w* the peace"', '"{nobody} keeps"', "{nobody} is not a group"),
        (STATUTORY, '"keep\\\\w* the peace"', '"(keep the peace"', "a pattern cannot be read"),
        ("families", 'name = "reporting"', 'name = "reporting"\nled = "x"', "Did you mean lead?"),
        ("orders", "leads = true", 'leads = "yes"', "write leads = true or leads = false"),
        ("orders", 'handling = "hold_youth"', "handling = 3", 'write handling = "…"'),
        ("orders", "january = 1", 'january = "one"', "write january = a whole number"),
        ("parameters", "three = 3", "three = 3.5", "write three = a whole number"),
        ("parameters", 'week = ["weeks?"', 'week = ["(weeks?"', "a pattern cannot be read"),
        ("words", "[words]", "[words", "Expected ']'"),
        ("orders", 'en = "The words do not say what kind', 'an = "The words', 'write en = "…"'),
    ],
)
def test_what_is_wrong_is_said_with_its_place(folder, name, old, new, said):
    spoil(folder, name, old, new)

    with pytest.raises(PackError) as refused:
        order_words(folder)

    assert str(refused.value).startswith(f"ca_on/wording/{name}.toml")
    assert said in str(refused.value)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_missing_is_named(folder, name):
    (folder / "wording" / f"{name}.toml").unlink()

    with pytest.raises(PackError, match=rf"ca_on/wording/{name}.toml is missing"):
        order_words(folder)


def test_a_folder_without_the_words_of_any_condition_is_named(folder):
    shutil.rmtree(folder / "wording" / "conditions")

    with pytest.raises(PackError, match="ca_on/wording/conditions has no file"):
        wording_of(folder)


def test_the_words_of_a_condition_stand_in_the_file_of_its_theme_in_the_library():
    for library in (ONTARIO / "conditions").glob("*.toml"):
        known = {each["code"] for each in tomllib.loads(library.read_text("utf-8"))["condition"]}
        worded = tomllib.loads((ONTARIO / "wording/conditions" / library.name).read_text("utf-8"))

        assert {each["code"] for each in worded["condition"]} <= known, library.name


def test_a_product_without_words_says_so(monkeypatch):
    monkeypatch.setattr("throughcare.packs.reading.pack_folders", list)

    with pytest.raises(PackError, match="no pack has a folder named wording"):
        folder_with_words()
