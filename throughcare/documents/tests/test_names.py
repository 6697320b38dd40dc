"""Names of files that deceive are shown as what they are."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from throughcare.documents.inspection import TYPES, with_suffix
from throughcare.documents.names import UNSEEN, display_name, suffix_of
from throughcare.documents.parser import DOCX, JPEG, PDF, PNG, TEXT


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Ordonnance 2026.pdf", "Ordonnance 2026.pdf"),
        ("order\u202efdp.exe", "orderfdp.exe"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\scan.pdf", "scan.pdf"),
        ("a\r\nContent-Type: text/html.txt", "html.txt"),
        ("nul\0l.txt", "null.txt"),
        ("e\u0301toile.txt", "étoile.txt"),
        ("e\u200d\u0301toile.txt", "étoile.txt"),
        ("אישור.pdf", "אישור.pdf"),
        ("ᐃᓄᒃᑎᑐᑦ.pdf", "ᐃᓄᒃᑎᑐᑦ.pdf"),
        ('<img onerror="x">.png', "_img onerror=_x__.png"),
        ("what? *all*|more:.txt", "what_ _all__more_.txt"),
        ("  a   b .txt", "a b .txt"),
        ("a\u00a0\u2003b.txt", "a b.txt"),
        (".hidden.pdf.", "hidden.pdf"),
        ("...", ""),
        ("", ""),
        ("folder/", ""),
        ("\u2028\u2029\ufeff", ""),
    ],
)
def test_a_name_is_shown_without_what_deceives(given, shown):
    assert display_name(given) == shown


@given(st.text())
@example("e\u200d\u0301")
@example("< .\u0338")
def test_a_shown_name_is_its_own_shown_name(given):
    shown = display_name(given)

    assert display_name(shown) == shown
    assert unicodedata.is_normalized("NFC", shown)


@given(st.text())
def test_a_shown_name_can_do_no_harm(given):
    shown = display_name(given)

    assert not set(shown) & set('/\\<>:"|?*\r\n\t\0')
    assert not {unicodedata.category(sign) for sign in shown} & UNSEEN
    assert shown == shown.strip(". ")
    assert "  " not in shown


@given(st.text("abcé -_0123456789", min_size=1).map(lambda words: f"x{words.strip()}y"))
def test_a_plain_name_loses_nothing_but_doubled_spaces(words):
    assert display_name(f"{words}.pdf") == f"{' '.join(words.split())}.pdf"


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("A.PDF", ".pdf"), ("scan", ""), ("a.tar.gz", ".gz"), (".txt", ""), ("a.pdf.exe", ".exe")],
)
def test_suffix(name, suffix):
    assert suffix_of(name) == suffix


@pytest.mark.parametrize(
    ("media_type", "suffix"),
    [(PDF, ".pdf"), (DOCX, ".docx"), (PNG, ".png"), (JPEG, ".jpg"), (TEXT, ".txt")],
)
def test_a_name_without_an_ending_gets_the_one_of_its_content(media_type, suffix):
    assert with_suffix("scan", media_type) == f"scan{suffix}"
    assert with_suffix("scan.JPEG", media_type) == "scan.JPEG"
    assert TYPES[suffix] == media_type
