"""What the parser says of bytes, called here without its confinement."""

import io
import json
import zipfile

import pytest

from throughcare.documents import parser
from throughcare.documents.tests import hostile


def facts(content):
    """What the parser says first of some bytes, or the code it refuses them with."""
    read_facts, _read_text = parser.readers_of(content[:1024])
    try:
        said = read_facts(io.BytesIO(content))
    except parser.Unfit as unfit:
        return str(unfit)
    return said["media_type"], said["pages"]


def words(content):
    """The text the parser finds in some bytes."""
    _read_facts, read_text = parser.readers_of(content[:1024])
    return parser.bounded(read_text(io.BytesIO(content)))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(hostile.pdf(3), (parser.PDF, 3), id="pdf"),
        pytest.param(hostile.pdf(1, owner="x"), (parser.PDF, 1), id="pdf_that_forbids_printing"),
        pytest.param(hostile.pdf(password="x"), "ENCRYPTED", id="pdf_with_a_password"),
        pytest.param(hostile.docx(), (parser.DOCX, None), id="docx"),
        pytest.param(hostile.workbook(), "UNKNOWN", id="another_archive"),
        pytest.param(hostile.png(7_000, 7_000), (parser.PNG, 1), id="large_png"),
        pytest.param(hostile.png(7_100, 7_100), "TOO_MANY_PIXELS", id="png_flood"),
        pytest.param(hostile.png(0, 7), "DAMAGED", id="png_without_width"),
        pytest.param(hostile.png() + b"PK\3\4", "DAMAGED", id="png_that_is_something_else_too"),
        pytest.param(hostile.jpeg(640, 480), (parser.JPEG, 1), id="jpeg"),
        pytest.param(hostile.jpeg().replace(b"\xff\xd9", b""), "DAMAGED", id="jpeg_without_end"),
        pytest.param(b"\xff\xd8\xff\xda\0\2", "DAMAGED", id="jpeg_without_frame"),
        pytest.param(b"\xd0\xcf\x11\xe0", "OLD_OR_LOCKED_WORD", id="old_word"),
        pytest.param(b"plain", (parser.TEXT, None), id="text"),
        pytest.param(b"a\0b", "UNKNOWN", id="nul"),
        pytest.param(b"\x1b[31m", "UNKNOWN", id="terminal_commands"),
        pytest.param(b"\x81\x8d", "UNKNOWN", id="no_encoding_known_here"),
        pytest.param("é".encode("utf-16"), "UNKNOWN", id="utf_16"),
    ],
)
def test_facts(content, expected):
    assert facts(content) == expected


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (hostile.docx("Une lettre"), "Une lettre"),
        (hostile.docx("a</w:t><w:tab/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c"), "a\tb\nc"),
        (hostile.docx("&lt;b&gt; &amp; é"), "<b> & é"),
        (hostile.pdf_saying("Greater Sudbury"), "Greater Sudbury"),
        (hostile.png(), ""),
        ("\ufeffligne\r\nsuivante".encode(), "ligne\nsuivante"),
        (b"caf\xe9 \x80 5", "café € 5"),
    ],
)
def test_text(content, text):
    assert words(content) == text


def test_text_is_cut_at_its_bound():
    assert len(words(b"a" * (parser.TEXT_CHARACTERS + 1))) == parser.TEXT_CHARACTERS


def test_text_without_end_is_read_no_further():
    def pages():
        yield "a" * parser.TEXT_CHARACTERS
        raise AssertionError("The second page was read.")

    assert len(parser.bounded(pages())) == parser.TEXT_CHARACTERS


def test_text_takes_no_longer_than_its_time(monkeypatch):
    monkeypatch.setattr(parser, "TEXT_SECONDS", -1)

    assert parser.bounded(iter(["one page ", "another"])) == "one page"


def test_half_a_character_is_left_out():
    assert parser.bounded(["a\ud800b"]) == "ab"


@pytest.mark.parametrize("entity", [hostile.LAUGHS, hostile.OUTSIDE])
def test_a_word_file_may_not_declare_entities(entity):
    assert facts(hostile.docx("&b;", doctype=entity)) == "DAMAGED"


def test_words_outside_the_text_of_a_word_file_are_not_read():
    assert words(hostile.docx("a</w:t></w:r><w:instrText>FIELD</w:instrText><w:r><w:t>b")) == "ab"


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../up", "a/../../up", "..\\up"], ids=lambda name: name
)
def test_a_part_that_leads_outside_refuses_the_archive(name):
    part = zipfile.ZipInfo("x")
    part.filename = name

    assert parser._leads_outside(part)


def listed(*sizes):
    """Parts of an archive that say they unpack to these sizes."""
    parts = [zipfile.ZipInfo("x") for _size in sizes]
    for part, size in zip(parts, sizes, strict=True):
        part.file_size = size
    return parts


@pytest.mark.parametrize(
    ("sizes", "packed"), [((10 << 20,), 1_000), ((90 << 20,), 1 << 20), ((0,) * 3_000, 1 << 20)]
)
def test_an_archive_may_unpack_to_what_papers_hold(sizes, packed):
    assert parser._check_unpacked_size(listed(*sizes), packed) is None


@pytest.mark.parametrize(
    ("sizes", "packed"),
    [
        (((10 << 20) + 1,), 1_000),
        ((101 << 20,), 1 << 20),
        ((150 << 20, 51 << 20), 20 << 20),
        ((0,) * 3_001, 1 << 20),
    ],
)
def test_an_archive_may_not_unpack_to_more(sizes, packed):
    with pytest.raises(parser.Unfit, match="TOO_MUCH"):
        parser._check_unpacked_size(listed(*sizes), packed)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", ()),
        ("subprocess.Popen", ()),
        ("os.fork", ()),
        ("ctypes.dlopen", ()),
        ("open", ("/etc/shadow", "r", 0)),
        ("open", ("relative", "w", 0)),
    ],
)
def test_what_a_reader_never_needs_is_refused(event, arguments):
    with pytest.raises(PermissionError):
        parser.refuse(event, arguments)


@pytest.mark.parametrize(
    ("event", "arguments"), [("open", (json.__file__, "r", 0)), ("compile", ()), ("import", ())]
)
def test_a_reader_may_load_its_libraries(event, arguments):
    assert parser.refuse(event, arguments) is None
