"""A paper at the counter: its words or its file, the name on it, who may be meant."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from throughcare.orders import arriving
from throughcare.orders.forms.arriving import AsideForm, HoldForm
from throughcare.orders.forms.expecting import EndForm, ExpectForm, SeenForm
from throughcare.orders.matching import Match, birth_of, name_of
from throughcare.orders.models import HeldKind, Paper
from throughcare.orders.proposing import read_paper
from throughcare.orders.reading import read
from throughcare.orders.tests.papers import PROBATION
from throughcare.people.facts import BirthFacts, NameFacts
from throughcare.people.words import NameKind

WORDS = "1. Keep the peace."
# Number, name, born, reasons, files; the line in English and in French.
LINES = {
    "all that is known": (
        Match("P-1", "Remy Sample", "1990", ("same surname",), ("F-1 (Supervision)",)),
        "Remy Sample · P-1 · 1990 · F-1 (Supervision) · same surname",
        "Remy Sample · P-1 · 1990 · F-1 (Supervision) · same surname",
    ),
    "no file": (
        Match("P-1", "Remy Sample", "1990", ("same surname",), ()),
        "Remy Sample · P-1 · 1990 · no file here · same surname",
        "Remy Sample · P-1 · 1990 · aucun dossier ici · same surname",
    ),
    "no birth, two reasons, two files": (
        Match("P-1", "Remy Sample", "", ("a", "b"), ("F-1", "F-2")),
        "Remy Sample · P-1 · F-1, F-2 · a; b",
        "Remy Sample · P-1 · F-1, F-2 · a; b",
    ),
    "no reason": (
        Match("P-1", "Remy Sample", "", (), ("F-1",)),
        "Remy Sample · P-1 · F-1",
        "Remy Sample · P-1 · F-1",
    ),
}
BORN = [
    ("", BirthFacts()),
    ("1990", BirthFacts(1990)),
    ("1990-04", BirthFacts(1990, 4)),
    ("1990-04-17", BirthFacts(1990, 4, 17)),
]
EXPECTED = {
    "name": ({"name": ""}, "name"),
    "birth to come": ({"born_on": "27 Nov 2026"}, "born_on"),
    "sentence to come": ({"sentenced_on": "27 Nov 2026"}, "sentenced_on"),
    "visit to come": ({"seen_on": "27 Nov 2026"}, "seen_on"),
    "no such day": ({"sentenced_on": "31 Feb 2026"}, "sentenced_on"),
    "too many words": ({"words": "a" * 401}, "words"),
}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"
    return settings.DOCUMENTS_FOLDER


@pytest.fixture
def holds(monkeypatch):
    """Say what the file that arrives is found to hold."""

    def found(text="", pages=None, whole=True):
        reading = SimpleNamespace(text=text, pages=pages, whole=whole)
        monkeypatch.setattr(arriving, "inspect", lambda arrival, name: reading)

    return found


def a_file(name="order.pdf", content=b"some bytes"):
    return SimpleUploadedFile(name, content)


def kept_in(folder):
    return [each for each in folder.rglob("*") if each.is_file()] if folder.exists() else []


@pytest.mark.parametrize(
    ("inside", "typed", "words"),
    [
        (WORDS, "", WORDS),
        (f"\n {WORDS} \n", "", WORDS),
        (WORDS, "Typed.", "Typed."),
        (WORDS, "  ", WORDS),
        ("", " Typed. ", "Typed."),
    ],
)
def test_typed_words_go_before_those_of_the_file(holds, inside, typed, words):
    holds(inside, 2)

    arrived = arriving.words_of(a_file(), typed)
    assert (arrived.words, arrived.file_name, arrived.pages) == (words, "order.pdf", 2)


def test_a_file_is_kept_by_its_hash(holds, folder):
    holds(WORDS)

    arrived = arriving.words_of(a_file())
    assert len(arrived.sha256) == 64
    assert [each.read_bytes() for each in kept_in(folder)] == [b"some bytes"]


def test_sixty_pages_may_be_an_order(holds):
    holds(WORDS, 60)

    assert arriving.words_of(a_file()).pages == 60


@pytest.mark.parametrize(
    ("text", "pages", "refusal", "english"),
    [
        (WORDS, 61, arriving.TooManyPages, "This file has 61 pages."),
        ("", 1, arriving.NoWordsInFile, "No words could be read out of this file"),
        (" \n", None, arriving.NoWordsInFile, "No words could be read out of this file"),
    ],
)
def test_a_file_that_is_no_order_is_refused_and_not_kept(
    holds, folder, text, pages, refusal, english
):
    holds(text, pages)

    with pytest.raises(refusal, match=english) as caught:
        arriving.words_of(a_file())
    assert caught.value.field == "file"
    assert kept_in(folder) == []


def test_too_many_pages_are_too_many_even_with_typed_words(holds):
    holds(WORDS, 61)

    with pytest.raises(arriving.TooManyPages):
        arriving.words_of(a_file(), "Typed.")


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize(("place", "language"), [(1, "en"), (2, "fr")])
def test_the_line_beside_the_radio(name, place, language):
    with translation.override(language):
        assert LINES[name][0].label == LINES[name][place]


@pytest.mark.parametrize(("written", "birth"), BORN)
def test_as_much_of_a_birth_date_as_the_paper_has(written, birth):
    assert birth_of(Paper(born=written)) == birth


def test_the_name_on_a_paper_is_the_legal_one():
    paper = Paper(surname="Sample", given="Remy")

    assert name_of(paper) == NameFacts(NameKind.LEGAL, "Sample", "Remy")


def test_a_paper_is_read_by_its_words():
    assert read_paper(Paper(words=PROBATION)) == read(PROBATION)
    assert read_paper(Paper(words="")).conditions == ()


@pytest.mark.parametrize("name", EXPECTED)
def test_who_is_expected_is_refused_beside_its_field(name):
    sent, field = EXPECTED[name]

    assert list(ExpectForm({"name": "Remy Sample"} | sent).errors) == [field]


def test_who_is_expected_may_be_known_by_name_alone():
    form = ExpectForm({"name": "Remy Sample", "sentenced_on": "26 Nov 2026"})

    assert form.is_valid()
    assert (form.said["name"], form.said["born_on"], form.said["court"]) == (
        "Remy Sample",
        None,
        "",
    )


@pytest.mark.parametrize(("sent", "valid"), [("26 Nov 2026", True), ("27 Nov 2026", False)])
def test_nobody_was_here_on_a_day_to_come(sent, valid):
    assert SeenForm({"seen_on": sent}).is_valid() is valid


@pytest.mark.parametrize(("kind", "field"), [(EndForm, "reason"), (AsideForm, "reason")])
def test_a_reason_is_asked_for(kind, field):
    assert list(kind({field: "  "}).errors) == [field]
    assert kind({field: "Another office"}).is_valid()


@pytest.mark.parametrize("held_as", HeldKind.values)
def test_a_paper_is_held_with_whom_to_call(held_as):
    assert HoldForm({"held_as": held_as, "whom_to_call": "The registry"}).is_valid()
    assert list(HoldForm({"held_as": held_as}).errors) == ["whom_to_call"]
