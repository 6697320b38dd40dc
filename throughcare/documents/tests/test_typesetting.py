"""Papers are set from values, reach for nothing outside, and come out the same."""

from datetime import UTC, datetime
from io import BytesIO
from uuid import uuid4

import pytest
import typst
from pypdf import PdfReader

from throughcare.documents.typesetting import PACKAGE, pdf_of

MADE = datetime(2026, 11, 26, 15, 4, 5, 678, tzinfo=UTC)
TEMPLATE = """\
#import "/documents/papers/paper.typ": paper
#let said = json(bytes(sys.inputs.said))
#show: paper.with(title: said.title, language: "fr", running: "R", page-words: "{page}/{pages}")
= #said.title
#said.words
"""


@pytest.fixture
def make():
    def made(template=TEMPLATE, **said):
        path = PACKAGE / "documents" / "papers" / f"test-{uuid4()}.typ"
        path.write_text(template, encoding="utf-8")
        try:
            return pdf_of(path, {"title": "Essai", "words": "mots"} | said, MADE)
        finally:
            path.unlink()

    return made


def words_of(pdf):
    return PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_the_same_values_at_the_same_moment_are_the_same_bytes(make):
    assert make() == make()


def test_another_word_is_another_paper(make):
    assert make() != make(words="autres mots")


def test_a_paper_counts_its_pages_in_its_foot(make):
    assert "1/1" in words_of(make())


@pytest.mark.parametrize("words", ["é à ç œ « »", '#read("/site/settings.py")', "\\ * _ $ @ <"])
def test_words_are_shown_as_they_are(make, words):
    assert words in words_of(make(words=words))


@pytest.mark.parametrize(
    "reach",
    ['#read("/etc/passwd")', '#read("../../../README.md")', '#include "/../README.md"'],
)
def test_a_template_reaches_nothing_outside_the_package(make, reach):
    with pytest.raises(typst.TypstError):
        make(TEMPLATE + reach)
