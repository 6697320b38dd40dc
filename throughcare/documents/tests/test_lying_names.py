"""Every kind of content under every name: only the one that tells the truth is kept."""

import io

import pytest

from throughcare.documents import inspection, refusals
from throughcare.documents.inspection import LARGEST, TYPES, inspect
from throughcare.documents.parser import DOCX, JPEG, PDF, PNG, TEXT
from throughcare.documents.reading import Reading
from throughcare.documents.store import Arrival

FOUND = {PDF: ".pdf", DOCX: ".docx", PNG: ".png", JPEG: ".jpg", TEXT: ".txt"}


def arrived(content=b"Order", size=None):
    """Bytes that arrived; the size may be said without being there."""
    return Arrival(io.BytesIO(content), None, "0" * 64, len(content) if size is None else size)


@pytest.fixture
def reads(monkeypatch):
    """Let the parser say what a test wants."""

    def said(**values):
        monkeypatch.setattr(inspection, "read", lambda file: Reading(**values))

    return said


@pytest.mark.parametrize("media_type", FOUND)
@pytest.mark.parametrize("suffix", TYPES)
def test_a_name_is_held_against_the_content(suffix, media_type, reads):
    reads(media_type=media_type, whole=True)

    if TYPES[suffix] == media_type:
        assert inspect(arrived(), f"scan{suffix}").media_type == media_type
        return
    with pytest.raises(refusals.NotWhatItsNameSays) as refused:
        inspect(arrived(), f"scan{suffix}")
    assert f"ends in {suffix} but" in str(refused.value)
    assert f"something else: {FOUND[media_type]}." in str(refused.value)


@pytest.mark.parametrize("media_type", FOUND)
def test_a_name_without_an_ending_tells_no_lie(media_type, reads):
    reads(media_type=media_type, pages=2, text="Order", whole=True)

    assert inspect(arrived(), "scan") == Reading("", media_type, 2, "Order", whole=True)


@pytest.mark.parametrize(
    "name", ["a.exe", "a.html", "a.svg", "a.doc", "a.pdf.js", "a.zip", "a.gif"]
)
def test_a_name_of_another_kind_is_refused_unread(name, monkeypatch):
    monkeypatch.setattr(inspection, "read", lambda file: pytest.fail("The file was read."))

    with pytest.raises(refusals.NotAKeptType):
        inspect(arrived(), name)


@pytest.mark.parametrize(
    ("size", "refusal"),
    [
        (0, refusals.EmptyFile),
        (LARGEST + 1, refusals.FileTooLarge),
        (1, refusals.NotAKeptType),
        (LARGEST, refusals.NotAKeptType),
    ],
)
def test_the_size_is_looked_at_first(size, refusal):
    with pytest.raises(refusals.FileRefused) as refused:
        inspect(arrived(size=size), "a.exe")

    assert type(refused.value) is refusal


@pytest.mark.parametrize(("code", "refusal"), inspection.REFUSALS.items())
@pytest.mark.parametrize("name", ["scan", "scan.pdf"])
def test_each_code_is_refused_with_its_own_sentence(name, code, refusal, reads):
    reads(refused=code)

    with pytest.raises(refusals.FileRefused) as refused:
        inspect(arrived(), name)
    assert type(refused.value) is refusal


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"MZ\x90\0" + bytes(60), ".exe"),
        (b"GIF89a" + bytes(60), ".gif"),
        (b"\x1f\x8b\x08" + bytes(60), ".gz"),
        (b"\0", "not a kind known here"),
    ],
)
def test_an_unknown_content_is_named_where_it_can_be(content, found, reads):
    reads(refused="UNKNOWN")

    with pytest.raises(refusals.NotWhatItsNameSays, match=f"something else: {found}"):
        inspect(arrived(content), "scan.pdf")
    with pytest.raises(refusals.NotAKeptType):
        inspect(arrived(content), "scan")
