"""Whatever words a file holds are read back, and whatever an archive says of itself is checked."""

import io
import struct
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.documents import parser
from throughcare.documents.tests import hostile
from throughcare.documents.tests.test_parser import facts, words

# What XML can hold: no control signs, no halves of signs, none of the two that are no signs.
letters = st.characters(exclude_categories=["Cc", "Cs", "Cn"])
texts = st.text(letters, min_size=1).map(str.strip).filter(bool)


@given(texts)
def test_a_word_file_says_what_was_written(text):
    assert words(hostile.docx(escape(text))) == text


@given(st.lists(st.text("abé ", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_each_paragraph_of_a_word_file_is_a_line(paragraphs):
    joined = "</w:t></w:r></w:p><w:p><w:r><w:t>".join(paragraphs)

    assert words(hostile.docx(joined)).split("\n") == paragraphs


@given(texts)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_plain_text_says_what_was_written(encoding, text):
    content = text.encode(encoding)

    # Text may begin like a file of another kind; what a kind begins with is not text.
    if parser.readers_of(content)[1] is parser.plain_text:
        assert words(content) == text.removeprefix("\ufeff").strip()


@given(st.text("àéîôùç’“”€ŒœÀÉ", min_size=1))
def test_french_of_an_older_windows_is_read(text):
    content = text.encode("cp1252")

    try:
        content.decode()
    except UnicodeDecodeError:
        assert words(content) == text


@given(st.text())
def test_words_that_are_kept_can_be_kept_in_the_database(text):
    kept = parser.bounded([text])

    assert "\0" not in kept
    assert kept.encode().decode() == kept
    assert not {sign for sign in kept if ord(sign) < 32} - {"\t", "\n"}


@given(st.lists(st.text("ab", max_size=9)), st.integers(1, 12))
def test_pieces_are_joined_up_to_the_bound(pieces, most):
    with pytest.MonkeyPatch.context() as patch:
        # The bound of time counts from the start of the process, here that of all tests.
        patch.setattr(parser, "TEXT_SECONDS", 1 << 20)
        patch.setattr(parser, "TEXT_CHARACTERS", most)

        assert parser.bounded(pieces) == "".join(pieces)[:most]


sides = st.integers(0, 65_000)


@given(sides, sides)
@pytest.mark.parametrize(
    ("make", "media_type"), [(hostile.png, parser.PNG), (hostile.jpeg, parser.JPEG)]
)
def test_a_picture_is_measured_from_its_head(make, media_type, width, height):
    expected = (media_type, 1)
    if not width or not height:
        expected = "DAMAGED"
    elif width * height > 50_000_000:
        expected = "TOO_MANY_PIXELS"

    assert facts(make(width, height)) == expected


@pytest.mark.parametrize("code", [0xC0, 0xC1, 0xC2, 0xCF])
def test_a_jpeg_has_its_size_in_any_kind_of_frame(code):
    content = hostile.jpeg(6_500, 7_700).replace(b"\xff\xc0", bytes([0xFF, code]))

    assert facts(content) == "TOO_MANY_PIXELS"


@pytest.mark.parametrize("code", [0xC4, 0xC8, 0xCC, 0xDB])
def test_a_table_of_a_jpeg_is_not_taken_for_its_size(code):
    content = hostile.jpeg(6_500, 7_700).replace(b"\xff\xc0", bytes([0xFF, code]))

    assert facts(content) == "DAMAGED"


@pytest.mark.parametrize("kind", ["png", "jpeg", "docx", "pdf"])
def test_a_file_cut_short_is_never_taken_for_whole(kind):
    whole = getattr(hostile, kind)()

    assert facts(whole)[0] in {parser.PNG, parser.JPEG, parser.DOCX, parser.PDF}
    assert answer_of(whole[: len(whole) * 2 // 3]) == "DAMAGED"


def answer_of(content):
    """What the process says first: any error of a reader means a damaged file."""
    try:
        return facts(content)
    except Exception:
        return "DAMAGED"


def archive(**parts):
    """An archive of parts that need not be a Word file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return written.getvalue()


TYPES, BODY = "[Content_Types].xml", "word/document.xml"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(archive(**{TYPES: "<Types/>"}), "UNKNOWN", id="without_a_body"),
        pytest.param(archive(**{BODY: "<x/>"}), "UNKNOWN", id="without_types"),
        pytest.param(
            archive(**{TYPES: "", BODY: "<x/>"}), (parser.DOCX, None), id="an_empty_letter"
        ),
        pytest.param(archive(**{TYPES: "", BODY: "<x>"}), "DAMAGED", id="broken_xml"),
        pytest.param(archive(**{TYPES: "", BODY: ""}), "DAMAGED", id="no_xml"),
        pytest.param(
            archive(**{TYPES: "", BODY: "<x/>", "word/vbaProject.bin": "x"}), "MACROS", id="macros"
        ),
        pytest.param(
            archive(**{TYPES: "", BODY: "<x/>", "/etc/cron.d/x": "x"}), "DAMAGED", id="absolute"
        ),
        pytest.param(
            archive(**{TYPES: "", BODY: "<x/>", "..\\..\\x": "x"}), "DAMAGED", id="upwards"
        ),
        pytest.param(archive(**{f"{n}": "" for n in range(3_001)}), "TOO_MUCH", id="many_parts"),
    ],
)
def test_an_archive_is_a_sound_word_file_or_refused(content, expected):
    assert answer_of(content) == expected


def test_an_archive_that_lies_about_its_sum_is_damaged():
    sound = archive(**{TYPES: "", BODY: "<x/>", "word/styles.xml": "these words"})

    assert facts(sound) == (parser.DOCX, None)
    assert answer_of(sound.replace(b"these words", b"those words")) == "DAMAGED"


def test_an_archive_that_lies_about_its_size_is_refused_before_it_is_opened():
    sound = archive(**{TYPES: "", BODY: "<x/>"})
    entry = sound.index(b"PK\x01\x02", sound.index(b"PK\x01\x02") + 1)
    large = struct.pack("<I", 900 << 20)

    assert answer_of(sound[: entry + 24] + large + sound[entry + 28 :]) == "TOO_MUCH"
