"""The small lists of a pack and its dated clocks, malformed: one exact sentence for each."""

import pytest

from throughcare.packs.entries import PackError
from throughcare.packs.loading import PACKS, load
from throughcare.packs.problems import Problems
from throughcare.packs.tests.isle import EVIDENCE, METHODS, WORDS, refused, written
from throughcare.packs.tests.test_malformed_conditions import line_of

EVIDENCE_WRONG = {
    "no French": (
        'fr = "Heures travaillées"\n',
        "",
        '[[evidence]]\ncode = "HOURS',
        ", evidence HOURS_WORKED",
        'the French is missing: write fr = "…".',
    ),
    "an unknown word": (
        'en = "Moved"',
        'eng = "Moved"',
        'eng = "Moved"',
        ", event MOVED",
        "eng is not a word of such an entry. Did you mean en?",
    ),
    "narrow in quotation marks": (
        'fr = "Déménagé"',
        'fr = "Déménagé"\nnarrow = "yes"',
        "narrow =",
        ", event MOVED",
        "write narrow = true or narrow = false.",
    ),
    "an entry instead of a list": (
        "[[event]]",
        "[event]",
        "[event]",
        "",
        "event must be a list of tables: [[event]].",
    ),
}

METHODS_WRONG = {
    "an unknown strength": (
        'strength = "self_report"',
        'strength = "selfreport"',
        'strength = "selfreport"',
        ", method ASKED",
        "strength = 'selfreport' is not known. Did you mean self_report?",
    ),
    "no code": (
        'code = "ASKED"\n',
        "",
        "[[method]]",
        ", method 1",
        'write code = "…".',
    ),
    "no English": (
        'en = "Asked"\n',
        "",
        "[[method]]",
        ", method ASKED",
        'write en = "…".',
    ),
}

WORDS_WRONG = {
    "a day that nothing is counted from": (
        'MADE = ["order"]',
        'MADDE = ["order"]',
        "MADDE",
        ", counts_from",
        "MADDE is not a word of such an entry. Did you mean MADE?",
    ),
    "a unit that is none": (
        'months = ["month"]',
        'moons = ["month"]',
        "moons",
        ", unit",
        "moons is not a word of such an entry. Did you mean months?",
    ),
    "words that are no list": (
        'hours = ["hour"]',
        'hours = "hour"',
        "hours =",
        ", unit",
        "write hours = a list of texts in quotation marks.",
    ),
    "a saying without its French": (
        'fr = "la gardienne"\n',
        "",
        "[said.keeper]",
        ", said, keeper",
        'the French is missing: write fr = "…".',
    ),
    "an unknown table": (
        "[said.keeper]",
        "[spoken.keeper]",
        "[spoken.keeper]",
        "",
        "spoken is not a word of such an entry. Known are: currency, end_of_order, counts_from,"
        " unit, said, authority, source, note, checked_on, from, until, en, fr, sample.",
    ),
}


def check(tmp_path, name, text, row):
    """Load the small pack with one file changed, and compare the sentence."""
    old, new, mark, trail, said = row
    changed = text.replace(old, new, 1)
    assert changed != text

    message = refused(written(tmp_path / "isle", **{name: changed}))

    assert (
        message.split("\n")[0] == f"isle/{name}.toml, line {line_of(changed, mark)}{trail}: {said}"
    )


@pytest.mark.parametrize("row", EVIDENCE_WRONG.values(), ids=EVIDENCE_WRONG)
def test_a_malformed_kind_of_evidence_is_refused(tmp_path, row):
    check(tmp_path, "evidence", EVIDENCE, row)


@pytest.mark.parametrize("row", METHODS_WRONG.values(), ids=METHODS_WRONG)
def test_a_malformed_method_is_refused(tmp_path, row):
    check(tmp_path, "methods", METHODS, row)


@pytest.mark.parametrize("row", WORDS_WRONG.values(), ids=WORDS_WRONG)
def test_malformed_words_are_refused(tmp_path, row):
    check(tmp_path, "words", WORDS, row)


CLOCK = """
[[clock]]
code = "ASKING"
en = "Ask"
fr = "Demander"
from = {first}{until}
law = "CA"
counts = "within"
time = {{ days = 7 }}
authority = "Garden Act, s. 9"
"""
FOLLOWING = {
    "the same first day": (
        "",
        "2001-01-01",
        "two entries of ASKING begin on 2001-01-01. Give one of them another day or another code,"
        " or remove it.",
    ),
    "an overlap of a day": (
        "\nuntil = 2005-01-01",
        "2005-01-01",
        "two entries of ASKING overlap: the one before lasts until 2005-01-01. Write until ="
        " 2004-12-31 there, or leave until out.",
    ),
    "a day without a rule": (
        "\nuntil = 2004-12-30",
        "2005-01-01",
        "no entry of ASKING applies from 2004-12-31 to 2004-12-31. Mend until or from, so that each"
        " day has one.",
    ),
}


def with_clocks(tmp_path, until, second):
    """Write the small pack with two clocks of one code; return the folder and the last line."""
    folder = written(tmp_path / "isle")
    path = folder / "clocks.toml"
    first = CLOCK.format(first="2001-01-01", until=until)
    text = path.read_text(encoding="utf-8") + first + CLOCK.format(first=second, until="")
    path.write_text(text, encoding="utf-8")
    return folder, text[: text.rindex("from =")].count("\n") + 1


@pytest.mark.parametrize(("until", "second", "said"), FOLLOWING.values(), ids=FOLLOWING)
def test_each_day_has_one_clock_of_a_code(tmp_path, until, second, said):
    folder, line = with_clocks(tmp_path, until, second)

    assert refused(folder) == f"isle/clocks.toml, line {line}, clock ASKING: {said}"


@pytest.mark.parametrize("until", ["", "\nuntil = 2004-12-31"])
def test_a_clock_follows_the_one_before_without_a_word(tmp_path, until):
    folder, _ = with_clocks(tmp_path, until, "2005-01-01")

    pack = load(folder)

    assert [str(each.starts_on) for each in pack.clocks if each.code == "ASKING"] == [
        "2001-01-01",
        "2005-01-01",
    ]


def test_clocks_that_are_wrong_are_all_told(tmp_path):
    folder = written(tmp_path / "isle")
    path = folder / "clocks.toml"
    text = path.read_text(encoding="utf-8").replace('counts = "within"', 'counts = "about"')
    path.write_text(text, encoding="utf-8")

    lines = refused(folder).split("\n")

    assert len(lines) == text.count('counts = "about"')
    assert all("counts = 'about' is not known" in line for line in lines)


def test_problems_are_gathered_and_told_once():
    problems = Problems()

    found = problems.each([1, 2, 3], lambda number: raise_at(2, number))
    problems.append("2 is wrong")

    assert found == (1, 3)
    with pytest.raises(PackError, match="^2 is wrong$"):
        problems.stop()


def test_what_cannot_be_read_is_replaced_and_noted():
    problems = Problems()

    assert problems.of(lambda: raise_at(1, 1), otherwise=7) == 7
    assert problems.of(lambda: raise_at(1, 5), otherwise=7) == 5
    assert problems == ["1 is wrong"]


def test_nothing_wrong_stops_nothing():
    assert Problems().stop() is None


def raise_at(wrong, number):
    """Return a number, or raise at one of them."""
    if number == wrong:
        raise PackError(f"{number} is wrong")
    return number


def test_a_pack_may_leave_the_library_out(tmp_path):
    folder = written(tmp_path / "isle")
    for path in [*folder.glob("conditions/*"), *(folder / f"{name}.toml" for name in LISTS)]:
        path.unlink()

    pack = load(folder)

    assert (pack.conditions, pack.condition_codes, pack.methods) == ({}, (), {})


LISTS = ("evidence", "methods", "words")


@pytest.mark.parametrize("name", ["holidays", "counting", "clocks", "terms"])
def test_a_pack_may_not_leave_its_calendar_out(tmp_path, name):
    folder = written(tmp_path / "isle")
    (folder / f"{name}.toml").unlink()

    assert refused(folder) == f"isle: the file {name}.toml is missing. Add it."


def test_a_pack_may_say_a_reason_in_its_own_way(tmp_path):
    folder = written(tmp_path / "isle")
    own = '[ASK_NOT_STATED]\nen = "Ask the keeper: {parameter}."\nfr = "Demandez : {parameter}."\n'
    (folder / "sentences.toml").write_text(own, encoding="utf-8")

    pack = load(folder)

    assert pack.sentences["ASK_NOT_STATED"]["en"] == "Ask the keeper: {parameter}."
    assert pack.sentences["COUNT_RULE"] == load(PACKS / "ca_on").sentences["COUNT_RULE"]


def test_a_reason_is_said_in_both_languages(tmp_path):
    folder = written(tmp_path / "isle")
    (folder / "sentences.toml").write_text('[ASK_NOT_STATED]\nen = "Ask."\n', encoding="utf-8")

    assert refused(folder) == (
        'isle/sentences.toml, line 1, ASK_NOT_STATED: the French is missing: write fr = "…".'
    )
