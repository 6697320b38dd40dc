"""`throughcare record`: what is wrong is said in one sentence, with what to do."""

from contextlib import nullcontext

import pytest
from django.db import connections
from django.utils import translation

from throughcare.record.integrity.keys import new_key
from throughcare.site.cli import main, office, record

CASE = "00000000-0000-0000-0000-0000000000c1"
OPEN = "SELECT record_open('a.b', NULL, 'x', 'x', NULL, '', %s, NULL, '', NULL, '', NULL)"
SIGNED = "000000000001.checkpoint"
COMMANDS = ["verify", "chain", "checkpoint", "rotate", "export"]


@pytest.fixture
def folders(tmp_path):
    return [tmp_path / "a", tmp_path / "b"]


@pytest.fixture
def run(db, monkeypatch, capsys, settings, tmp_path, folders):
    """Run a command on a record of one entry; give its code, what it printed and complained."""
    settings.RECORD_KEY, settings.CHECKPOINTS = tmp_path / "keys" / "record.pem", folders
    monkeypatch.setattr(office, "django_ready", nullcontext)
    monkeypatch.setattr(record, "CASE_ID", f"SELECT '{CASE}' WHERE %(case)s = 'C-2026-00001'")
    with connections["owner"].cursor() as cursor:
        cursor.execute(OPEN, [CASE])
        cursor.execute("SELECT record_close()")

    def ran(*words):
        code = main(["record", *words])
        printed = capsys.readouterr()
        return code, printed.out.splitlines(), printed.err

    return ran


on_the_record = pytest.mark.django_db(databases=["default", "owner"])


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(capsys, command):
    with pytest.raises(SystemExit) as ended:
        main(["record", command, "--help"])

    assert ended.value.code == 0
    assert (
        "docs/reference/record-hashes.md says how the hashes are made." in capsys.readouterr().out
    )


@pytest.mark.parametrize("words", [[], ["destroy"], ["export"], ["export", "C-2026-00001"]])
def test_half_a_command_is_refused_with_its_usage(capsys, words):
    with pytest.raises(SystemExit) as ended:
        main(["record", *words])

    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: throughcare record")


@on_the_record
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Others may read the record's key. Give the file the mode 600."),
        ("fr", "D’autres peuvent lire la clé du registre. Donnez au fichier le mode 600."),
    ],
)
@pytest.mark.parametrize("command", ["checkpoint", "rotate"])
def test_an_open_key_signs_nothing(run, settings, folders, command, language, said):
    run("checkpoint")
    settings.RECORD_KEY.chmod(0o644)

    with translation.override(language):
        code, _, complaint = run(command)

    assert (code, complaint) == (1, f"throughcare: {said}\n")
    assert {path.name for path in folders[0].iterdir()} == {"first-key.txt", SIGNED}


@on_the_record
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The record's key is not the one that signed before. Bring that one back."),
        (
            "fr",
            "La clé du registre n’est pas celle qui a signé jusqu’ici. Remettez celle-ci en place.",
        ),
    ],
)
def test_a_key_that_was_exchanged_by_hand_signs_nothing(run, settings, language, said):
    run("checkpoint")
    settings.RECORD_KEY.unlink()
    new_key(settings.RECORD_KEY)

    with translation.override(language):
        assert run("checkpoint")[::2] == (1, f"throughcare: {said}\n")


@on_the_record
def test_every_folder_that_agrees_is_named(run, folders):
    run("checkpoint")

    _, printed, _ = run("verify")

    assert printed[2:4] == [f"The checkpoints in {each} agree, up to entry 1." for each in folders]
    assert printed[-1] == "Nothing differs."


@on_the_record
def test_a_forged_checkpoint_is_a_line_with_its_folder_and_file(run, folders):
    run("checkpoint")
    (folders[0] / SIGNED).write_text("forged")

    code, printed, _ = run("verify")

    assert code == 1
    assert printed[3:5] == [
        f"table {folders[0]}, row {SIGNED}: a file is not signed by the record's key",
        f"entry 1, table {folders[0]}: a checkpoint is not here that another folder has",
    ]
    assert printed[-1] == "Differences: 2."


@on_the_record
def test_folders_that_begin_with_two_keys_are_two_lines(run, folders, tmp_path, settings):
    run("checkpoint")
    for path in folders[1].iterdir():
        path.unlink()
    settings.RECORD_KEY, settings.CHECKPOINTS = tmp_path / "other.pem", [folders[1]]
    run("checkpoint")

    code, printed, _ = run("verify", "--checkpoints", str(folders[0]))

    assert code == 1
    assert printed[-1] == "Differences: 2."
    assert all("the folders do not begin with the same key" in each for each in printed[-4:-2])


@on_the_record
def test_an_exchanged_key_goes_on_signing(run, folders):
    run("checkpoint")
    run("rotate")

    assert run("checkpoint")[0] == 0
    assert run("verify")[1][-1] == "Nothing differs."
    assert (folders[1] / "rotation-0001.note").exists()


@on_the_record
def test_a_file_that_is_not_there_is_not_exported(run, tmp_path):
    code, _, complaint = run("export", "C-0000-00000", str(tmp_path / "case.zip"))

    assert (code, complaint) == (
        1,
        "throughcare: There is no file C-0000-00000. The page of a file shows its number.\n",
    )
    assert not (tmp_path / "case.zip").exists()


@on_the_record
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Nothing is recorded about this file yet. Choose another one."),
        ("fr", "Rien n’est encore consigné à ce dossier. Choisissez-en un autre."),
    ],
)
def test_a_file_with_nothing_on_it_is_not_exported(run, tmp_path, monkeypatch, language, said):
    monkeypatch.setattr(record, "CASE_ID", f"SELECT '{CASE[:-1]}9' WHERE %(case)s <> ''")

    with translation.override(language):
        code, _, complaint = run("export", "C-2026-00002", str(tmp_path / "case.zip"))

    assert (code, complaint) == (1, f"throughcare: {said}\n")
