"""Names in the code are the words of the office, one word for one thing."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.tree import PACKAGE, ROOT, app_of, code_files, files, mend, name_of, parsed

JUNK = {"utils", "util", "common", "core", "helpers", "helper", "base", "misc", "lib", "shared"}

# A word that code does not use, and the one it uses instead: docs/words.md says why.
INSTEAD = {
    "offender": "person",
    "client": "person",
    "inmate": "person",
    "perpetrator": "person",
    "violation": "breach",
    "violations": "breach",
    "absconding": "whereabouts_unknown",
    "absconded": "whereabouts_unknown",
    "absconder": "whereabouts_unknown",
    "no_show": "did_not_report",
    "noshow": "did_not_report",
    "excused": "set_aside",
    "excuse": "set_aside",
    "waived": "set_aside",
    "capsule": "transfer_summary",
    "break_glass": "emergency_access",
    "breakglass": "emergency_access",
    "supervisor": "officer or manager",
    "supervisee": "person",
    "spo": "manager",
    "vlo": "victim_contact",
    "iso": "specialized",
    "adm": "clerk",
    "par": "partner_assault_program, or parole",
    "cso": "conditional_sentence, or community_service",
    "stream": "specialized",
    "seal": "checkpoint, or a judge's sealed record",
    "caseworker": "officer",
    "duty": "obligation; duty_officer and duty_day are the officer of the day",
}
# Names in which such a word means something else, with the reason.
MEANT = {
    "duty_officer": "the officer of the day",
    "duty_day": "the officer of the day",
    "EXCUSED": "what a court finds: a reasonable excuse",
    "client_ip": "HTTP's own word",
    "get_client_ip": "allauth's own name",
    "HttpResponseClientRedirect": "django-htmx's own name",
    "Client": "the test client of Django",
    "get_http_user_agent": "allauth's own name",
    "user_agent": "HTTP's own word",
    "iso": "the standard of dates and of languages",
    "isoformat": "Python's own",
    "fromisoformat": "Python's own",
    "isoweekday": "Python's own",
    "stream": "a stream of bytes",
}
# The app in which a word is at home: staff knows who is on duty.
AT_HOME = {"duty": "staff"}
VAGUE_CLASSES = re.compile(r"(Manager|Helper|Util|Utils|Base|Info|Data|Processor)$")
VAGUE_MEANT = {
    "Manager": "the role of an office's manager",
    "AccountManager": "Django's word for what finds rows",
    "OfficeHasNoManager": "the role of an office's manager",
}


def parts_of(name: str) -> list[str]:
    """Return a name's words in lower case, whether written snake_case or CamelCase."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return [part for part in spaced.lower().split("_") if part]


def words_against(name: str, app: str = "") -> list[str]:
    """Return the words in a name that have a better one, in an app where they are not at home."""
    if name in MEANT:
        return []
    parts = parts_of(name)
    joined = "_".join(parts)
    return [
        word
        for word in INSTEAD
        if (word in parts or ("_" in word and word in joined))
        and not meant_here(joined)
        and AT_HOME.get(word) != app
    ]


def meant_here(joined: str) -> bool:
    """Say whether a longer name contains one in which the word is meant."""
    return any("_" in meant and meant in joined for meant in MEANT)


def names_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give each name that a module makes: of classes, functions, parameters, fields, variables."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id


def junk_in(names: Iterable[str]) -> list[str]:
    """Return the paths that have a junk drawer's name in them."""
    return [name for name in names if JUNK & {part.removesuffix(".py") for part in name.split("/")}]


def test_code_uses_the_words_of_the_office():
    """A person is a person, an obligation an obligation, in every name."""
    found = [
        f"{name_of(path)}:{line} {name}: say {INSTEAD[word]}"
        for path in code_files()
        for line, name in names_in(parsed(path))
        for word in words_against(name, app_of(path))
    ]

    assert found == [], mend(
        "Use the word of docs/words.md; where it is another thing, add it to MEANT.", found
    )


def test_files_use_the_words_of_the_office():
    """Folders and files too."""
    found = [
        name_of(path)
        for path in files(PACKAGE)
        if path.suffix in (".py", ".html") and words_against(path.stem, app_of(path))
    ]

    assert found == [], mend("Rename the file with the word of docs/words.md.", found)


def test_words_are_explained():
    """Every word the law refuses stands in docs/words.md with the word that is used."""
    page = (ROOT / "docs" / "words.md").read_text(encoding="utf-8").lower()
    found = [word for word in INSTEAD if word.replace("_", " ") not in page.replace("-", " ")]

    assert found == [], mend("Add the word to the table of docs/words.md.", found)


def test_no_junk_drawers():
    """No utils, common, core, helpers or base: name the thing."""
    assert junk_in(name_of(path) for path in files(PACKAGE)) == [], (
        "Name the module for what it holds, and leave it in its only user until there are two."
    )


def test_no_vague_classes():
    """A class is named for the thing it is."""
    found = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in code_files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
        and VAGUE_CLASSES.search(node.name)
        and node.name not in VAGUE_MEANT
    ]

    assert found == [], mend(
        "Say what it is, without Manager, Helper, Util, Base, Info or Data.", found
    )


def test_nothing_is_hidden_in_save():
    """Saving a model only saves."""
    found = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in code_files()
        if path.name == "models.py" or path.parent.name == "models"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete", "full_clean"}
    ]

    assert found == [], mend("Write it in a command; a model's save is Django's own.", found)


def test_the_law_sees_a_word_that_code_may_not_use():
    tree = ast.parse("class OffenderForm: ...\ndef open(no_show, duty_officer): is_excused = 1")

    assert [(name, words_against(name)) for _, name in sorted(names_in(tree))] == [
        ("OffenderForm", ["offender"]),
        ("duty_officer", []),
        ("is_excused", ["excused"]),
        ("no_show", ["no_show"]),
        ("open", []),
    ]
    assert junk_in(["throughcare/cases/utils.py", "throughcare/core/x.py", "a/b.py"]) == [
        "throughcare/cases/utils.py",
        "throughcare/core/x.py",
    ]
