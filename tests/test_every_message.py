"""Every message exists in English and in French."""

import importlib.util
import subprocess
import sys

import pytest
from babel.messages.catalog import Catalog, Message

from tests.tree import PACKAGE, ROOT, mend

TOOL = ROOT / "tools" / "messages.py"


def checker():
    """Return the tool that collects and checks messages, as a module."""
    described = importlib.util.spec_from_file_location("messages_tool", TOOL)
    tool = importlib.util.module_from_spec(described)
    described.loader.exec_module(tool)
    return tool


def test_every_message_has_its_french():
    """No page is half in one language."""
    done = subprocess.run(
        [sys.executable, str(TOOL), "check"], capture_output=True, text=True, cwd=ROOT
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", sorted(path.parent.name for path in PACKAGE.glob("*/locale")))
def test_french_is_the_only_catalogue(name):
    """English is the source: it has no catalogue that could differ from the code."""
    assert [path.name for path in (PACKAGE / name / "locale").iterdir()] == ["fr"]


@pytest.mark.parametrize(
    ("english", "french", "faults"),
    [
        ("Open the file", "Ouvrir le dossier", []),
        ("Due: %(day)s", "Échéance\u00a0: %(day)s", []),
        ("Due: %(day)s", "Échéance: %(jour)s", 2),
        ("The file is closed.", "L'dossier est fermé", 2),
    ],
)
def test_the_law_sees_french_that_breaks_it(english, french, faults):
    found = list(checker().faults(Message(english, french)))

    assert len(found) == (faults or 0), found


def twofold(catalogues: dict[str, Catalog]) -> list[str]:
    """Return the messages that two apps put into different French: pages show one of the two."""
    known: dict[tuple[object, object], tuple[str, object]] = {}
    found = []
    for app, catalogue in sorted(catalogues.items()):
        for message in catalogue:
            said = known.setdefault((message.context, message.id), (app, message.string))
            if message.id and said[1] != message.string:
                found.append(
                    f"{message.id!r}: {said[1]!r} in {said[0]}, {message.string!r} in {app}"
                )
    return found


def test_an_english_sentence_has_one_french():
    """Django merges the catalogues: of two translations of one message, one is lost."""
    paths = {path.parents[3].name: path for path in PACKAGE.glob("*/locale/fr/*/django.po")}
    found = twofold({app: checker().read(path) for app, path in paths.items()})

    assert found == [], mend("Say where it stands: pgettext or translate … context.", found)


def test_the_law_sees_two_translations_of_one_message():
    one, other = Catalog(locale="fr"), Catalog(locale="fr")
    for catalogue, french in ((one, "Refusé"), (other, "Refusée")):
        catalogue.add("Refused", french)
        catalogue.add("Refused", "Refusé", context="a transfer")

    assert twofold({"cases": one, "orders": other}) == [
        "'Refused': 'Refusé' in cases, 'Refusée' in orders"
    ]
    assert twofold({"cases": one}) == []
