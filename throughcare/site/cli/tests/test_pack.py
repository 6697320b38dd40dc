"""`throughcare pack` checks a pack, shows an entry and writes the reference, without a database."""

import shutil

import pytest

from throughcare.packs.loading import PACKS, pack_folders
from throughcare.site import cli

ISLAND = PACKS / "example"


@pytest.fixture(autouse=True)
def no_database(monkeypatch):
    """An address at which nothing answers: a command that asked it would fail."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann@127.0.0.1:1/office")


@pytest.fixture
def broken(tmp_path):
    """Copy the island and break it in three files."""
    folder = tmp_path / "isle"
    shutil.copytree(ISLAND, folder)
    for name, old, new in (
        ("conditions/shore.toml", 'fr = "Saluer la gardienne"\naliases', "aliases"),
        ("standards.toml", 'levels = ["STORM"]', 'levels = ["STROM"]'),
        ("responses.toml", "step = 1\n", ""),
    ):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_a_pack_that_can_be_used_is_counted(capsys):
    assert cli.main(["pack", "check", str(ISLAND)]) == 0

    assert capsys.readouterr().out.split("\n")[:-1] == [
        "example can be used. It holds:",
        "     2  instruments",
        "     2  clocks",
        "     5  conditions",
        "     6  versions of conditions",
        "     1  aliases",
        "     3  parameters",
        "     5  requirements",
        "     1  conditions that owe nothing, and say why",
        "     9  worked examples, run",
        "     3  methods of checking",
        "     4  kinds of evidence",
        "     5  standards",
        "     4  responses",
        "     1  incidents",
        "     1  ways to vary an order",
        "     0  reasons to set aside",
    ]


def test_every_error_is_printed_and_counted(broken, capsys):
    assert cli.main(["pack", "check", str(broken)]) == 1

    said = capsys.readouterr().out.split("\n")
    assert said[:-1] == [
        "isle/conditions/shore.toml, line 4, condition GREET: the French is missing: write"
        ' fr = "…".',
        "isle/standards.toml, line 40, standard NIGHT_LOOK: levels = 'STROM' is not known. Did you"
        " mean STORM?",
        "isle/responses.toml, line 11, response RAISE_EYEBROW: write step = a whole number.",
        "3 errors. The pack does not load until they are mended.",
    ]


def test_an_example_that_fails_is_an_error(tmp_path, capsys):
    folder = tmp_path / "isle"
    shutil.copytree(ISLAND, folder)
    path = folder / "conditions" / "shore.toml"
    text = path.read_text(encoding="utf-8").replace("by = 2026-11-10", "by = 2026-11-12", 1)
    path.write_text(text, encoding="utf-8")

    assert cli.main(["pack", "check", str(folder)]) == 1
    first, last, _ = capsys.readouterr().out.split("\n")
    assert first == (
        "isle/conditions/shore.toml, line 37, condition GREET, example 1: the example says that"
        " GREETING from 2026-11-05 by 2026-11-12, open is owed, but what is owed is: GREETING from"
        " 2026-11-05 by 2026-11-10, open."
    )
    assert last == "1 error. The pack does not load until they are mended."


def test_a_wrong_reason_of_the_pick_list_is_an_error(tmp_path, capsys):
    folder = tmp_path / "isle"
    shutil.copytree(ISLAND, folder)
    reason = '[[reason]]\ncode = "STORMY"\nfrom = 2020-01-01\nen = "Storm"\nfr = "Tempête"\n'
    (folder / "reasons.toml").write_text(reason, encoding="utf-8")

    assert cli.main(["pack", "check", str(folder)]) == 1
    assert capsys.readouterr().out.startswith(
        "isle/reasons.toml, line 1, reason STORMY: write for = "
    )


def test_a_folder_that_is_no_pack_says_what_is_missing(tmp_path, capsys):
    assert cli.main(["pack", "check", str(tmp_path)]) == 1
    assert "the file holidays.toml is missing. Add it." in capsys.readouterr().out


def test_a_condition_without_an_example_is_named(tmp_path, capsys):
    folder = tmp_path / "isle"
    shutil.copytree(ISLAND, folder)
    path = folder / "conditions" / "shore.toml"
    head, _, rest = path.read_text(encoding="utf-8").partition("# After an event.")
    entry, _, later = rest.partition("[[condition.example]]")
    later = later[later.index("# In each window") :]
    path.write_text(f"{head}{entry}{later}", encoding="utf-8")

    assert cli.main(["pack", "check", str(folder)]) == 0
    assert capsys.readouterr().out.endswith("Without a worked example: NEW_ROOF.\n")


def test_an_entry_is_shown_as_on_a_day(capsys):
    words = ["pack", "show", "BOAT_ASHORE", "--pack", str(ISLAND), "--on"]

    assert cli.main([*words, "2025-06-30"]) == 0
    before = capsys.readouterr().out
    assert cli.main([*words, "2025-07-01"]) == 0
    after = capsys.readouterr().out

    assert "once in each quarter" in before
    assert "once in each month" in after
    assert before.startswith(
        "Keep the boat ashore  (BOAT_ASHORE)\n  This pack uses the entry from January 1, 2020 on."
    )


def test_an_entry_is_shown_in_french(capsys):
    assert cli.main(["pack", "show", "HELLO", "--pack", str(ISLAND), "--lang", "fr"]) == 0

    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert said.startswith("Saluer la gardienne  (GREET)\n")
    assert "\nEn langage clair\n  Voyez la gardienne [délai pour saluer].\n" in said


def test_ontario_is_shown_where_no_pack_is_named(capsys):
    assert cli.main(["pack", "show", "COMMUNITY_SERVICE", "--on", "2026-11-26"]) == 0

    assert "at most 240 by law (Criminal Code, ss. 732.1(3)(f)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["GREAT"], "the pack example has no entry GREAT. Did you mean GREET?"),
        (["greet"], "the pack example has no entry greet. Did you mean GREET?"),
        (["XYZZY"], "the pack example has no entry XYZZY."),
        (
            ["GREET", "--on", "2019-12-31"],
            "GREET was not in force on 2019-12-31. Choose a later day with --on.",
        ),
    ],
)
def test_an_entry_that_is_not_there_is_told(words, said, capsys):
    assert cli.main(["pack", "show", *words, "--pack", str(ISLAND)]) == 1
    assert capsys.readouterr().err == f"throughcare: {said}\n"


def test_a_pack_that_cannot_be_used_shows_nothing(broken, capsys):
    assert cli.main(["pack", "show", "GREET", "--pack", str(broken)]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("throughcare: isle/conditions/shore.toml, line 4, condition GREET:")
    assert said.err.endswith(f"(and 2 more: throughcare pack check {broken})\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pack"], "the following arguments are required: WHAT"),
        (["pack", "sing"], "invalid choice: 'sing'"),
        (["pack", "show", "GREET", "--on", "soon"], "'soon' is not a day. Write one such as"),
        (["pack", "show", "GREET", "--lang", "de"], "invalid choice: 'de'"),
    ],
)
def test_what_is_not_asked_rightly_is_refused(words, said, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)

    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_the_reference_of_every_pack_is_written_in_both_languages(tmp_path, capsys):
    assert cli.main(["pack", "reference", str(tmp_path / "out")]) == 0

    names = [f"{folder.name}.{x}.md" for folder in pack_folders() for x in ("en", "fr")]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)
    assert capsys.readouterr().out.count("\n") == len(names)
