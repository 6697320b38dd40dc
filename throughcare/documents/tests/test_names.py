"""Names of files that deceive are shown as what they are."""

import pytest

from throughcare.documents.names import display_name, suffix_of


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
        ("אישור.pdf", "אישור.pdf"),
        ('<img onerror="x">.png', "_img onerror=_x__.png"),
        ("  a   b .txt", "a b .txt"),
        ("...", ""),
    ],
)
def test_a_name_is_shown_without_what_deceives(given, shown):
    assert display_name(given) == shown


@pytest.mark.parametrize(
    ("name", "suffix"), [("A.PDF", ".pdf"), ("scan", ""), ("a.tar.gz", ".gz"), (".txt", "")]
)
def test_suffix(name, suffix):
    assert suffix_of(name) == suffix
