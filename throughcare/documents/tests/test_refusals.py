"""The sentence for each file that is not kept, in both languages."""

import ast
import inspect as python_inspect

import pytest
from django.utils.translation import override

from throughcare.documents import inspection, parser, reading, refusals
from throughcare.documents.reading import Reading

EVERY = refusals.FileRefused.__subclasses__()
ENGLISH = {
    refusals.EmptyFile: "This file is empty: 0 bytes.",
    refusals.FileTooLarge: "This file is larger than 20 MB.",
    refusals.NameTooLong: "The name of this file is longer than 150 characters.",
    refusals.NotAKeptType: "This kind of file is not kept here.",
    refusals.NotWhatItsNameSays: "The name ends in .pdf but the content is something else: .exe.",
    refusals.EncryptedFile: "This file is locked with a password.",
    refusals.OldOrLockedWord: "This is an older Word file, or one locked with a password.",
    refusals.FileHasMacros: "This Word file holds macros, which are never kept.",
    refusals.DamagedFile: "This file is damaged or incomplete and cannot be read.",
    refusals.UnpacksTooLarge: "This file unpacks to far more than it seems to hold,",
    refusals.TooManyPixels: "This picture has more than 50 million pixels.",
    refusals.ReadingStopped: "Reading this file took too long or too much memory,",
}


def refusal_of(kind):
    """Return a refusal with what its sentence names."""
    lie = kind is refusals.NotWhatItsNameSays
    return kind(named=".pdf", found=".exe") if lie else kind()


def test_every_refusal_is_tested_here():
    assert set(ENGLISH) == set(EVERY)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_a_refusal_stands_at_the_file_and_says_what_and_what_to_do(kind):
    refusal = refusal_of(kind)

    assert refusal.field == "file"
    said = str(refusal)
    assert said.startswith(ENGLISH[kind])
    assert len(said) > len(ENGLISH[kind])
    assert said.endswith(".")


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_a_refusal_speaks_french(kind):
    english = str(refusal_of(kind))
    with override("fr"):
        french = str(refusal_of(kind))

    assert french != english
    assert "%(" not in french
    assert not {mark for mark in (" :", " ;", " ?", " !") if mark in french}


def codes_the_parser_says():
    """Return every code in the parser's source that refuses a file."""
    tree = ast.parse(python_inspect.getsource(parser))
    calls = [each for each in ast.walk(tree) if isinstance(each, ast.Call)]
    unfit = [each.args[0] for each in calls if ast.unparse(each.func) == "Unfit"]
    said = [each for each in ast.walk(tree) if isinstance(each, ast.Dict)]
    refused = [
        value
        for each in said
        for key, value in zip(each.keys, each.values, strict=True)
        if isinstance(key, ast.Constant) and key.value == "refused"
    ]
    return {each.value for each in unfit + refused if isinstance(each, ast.Constant)}


def test_each_code_of_the_parser_has_a_sentence():
    codes = codes_the_parser_says()

    assert codes - {"UNKNOWN"} == set(inspection.REFUSALS) - {"STOPPED"}
    assert len(set(inspection.REFUSALS.values())) == len(inspection.REFUSALS)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([], Reading(refused="STOPPED"), id="no_answer"),
        pytest.param([b'{"refu'], Reading(refused="STOPPED"), id="cut_in_its_first_line"),
        pytest.param([b'{"refused": "DAMAGED"}'], Reading(refused="DAMAGED"), id="refused"),
        pytest.param(
            [b'{"media_type": "text/plain", "pages": null}', b'{"text": "Order"}'],
            Reading("", "text/plain", None, "Order", whole=True),
            id="whole",
        ),
        pytest.param(
            [b'{"media_type": "application/pdf", "pages": 3}', b'{"text": ""}'],
            Reading("", "application/pdf", 3, "", whole=True),
            id="no_words",
        ),
        pytest.param(
            [b'{"media_type": "application/pdf", "pages": 3}'],
            Reading("", "application/pdf", 3, "", whole=False),
            id="stopped_at_its_words",
        ),
        pytest.param(
            [b'{"media_type": "application/pdf", "pages": 3}', b'{"text": "Ord'],
            Reading("", "application/pdf", 3, "", whole=False),
            id="cut_in_its_words",
        ),
    ],
)
def test_what_the_answer_of_the_parser_means(lines, expected):
    assert reading._reading(lines) == expected
