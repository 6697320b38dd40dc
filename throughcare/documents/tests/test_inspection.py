"""What a file is by its content, and the sentence for each that is not kept."""

import pytest

from throughcare.documents import inspection, queries, refusals
from throughcare.documents.models import ContentText, Document, State
from throughcare.documents.parser import DOCX, JPEG, PDF, PNG, TEXT
from throughcare.documents.tests import hostile
from throughcare.documents.tests.factories import keep

pytestmark = pytest.mark.django_db
EXE = b"MZ\x90\0" + bytes(60)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.pdf", hostile.pdf(3), (PDF, 3, "")),
        ("a.pdf", hostile.pdf_saying("Sudbury"), (PDF, 1, "Sudbury")),
        ("a.pdf", hostile.pdf(1, owner="printing is forbidden"), (PDF, 1, "")),
        ("a.docx", hostile.docx("Bonjour à tous"), (DOCX, None, "Bonjour à tous")),
        ("A.PNG", hostile.png(), (PNG, 1, "")),
        ("a.jpg", hostile.jpeg(), (JPEG, 1, "")),
        ("a.txt", "Étienne \U0001f600".encode(), (TEXT, None, "Étienne \U0001f600")),
        ("a.txt", b"\xc9tienne \x93dit\x94", (TEXT, None, "Étienne “dit”")),
        ("a.txt", b"<script>alert(1)</script>", (TEXT, None, "<script>alert(1)</script>")),
    ],
)
def test_a_good_file_is_kept_with_what_it_holds(name, content, expected):
    kept = keep(content, file_name=name)

    assert (kept.media_type, kept.pages, queries.text_of(kept)) == expected
    assert (kept.state, kept.size) == (State.KEPT, len(content))


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.pdf", b"", refusals.EmptyFile),
        ("a.txt", b"a" * (inspection.LARGEST + 1), refusals.FileTooLarge),
        ("n" * 150 + ".txt", b"a", refusals.NameTooLong),
        ("a.html", b"<html></html>", refusals.NotAKeptType),
        ("a.svg", b"<svg onload='alert(1)'/>", refusals.NotAKeptType),
        ("a", EXE, refusals.NotAKeptType),
        ("a.pdf", EXE, refusals.NotWhatItsNameSays),
        ("a.txt", EXE, refusals.NotWhatItsNameSays),
        ("a.png", hostile.pdf(), refusals.NotWhatItsNameSays),
        ("a.pdf", b"<html>%PDF-1.7</html>", refusals.NotWhatItsNameSays),
        ("a.docx", hostile.workbook(), refusals.NotWhatItsNameSays),
        ("a.pdf", hostile.pdf(password="secret"), refusals.EncryptedFile),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), refusals.OldOrLockedWord),
        ("a.docx", hostile.docx(word__vbaProject_dot_bin=b"x"), refusals.FileHasMacros),
        ("a.pdf", b"%PDF-1.7 and no more", refusals.DamagedFile),
        ("a.pdf", hostile.pdf()[:-200], refusals.DamagedFile),
        ("a.png", hostile.png()[:-6], refusals.DamagedFile),
        ("a.png", hostile.png(0, 5), refusals.DamagedFile),
        ("a.jpg", hostile.jpeg()[:20], refusals.DamagedFile),
        ("a.docx", hostile.docx()[:-40], refusals.DamagedFile),
        ("a.docx", hostile.docx("&b;", doctype=hostile.LAUGHS), refusals.DamagedFile),
        ("a.docx", hostile.docx("&b;", doctype=hostile.OUTSIDE), refusals.DamagedFile),
        ("a.docx", hostile.docx(**{"..__..__escape": b"x"}), refusals.DamagedFile),
        ("a.docx", hostile.docx_with_link(), refusals.DamagedFile),
        ("a.docx", hostile.bomb(), refusals.UnpacksTooLarge),
        ("a.png", hostile.png(50_000, 50_000), refusals.TooManyPixels),
        ("a.jpg", hostile.jpeg(65_000, 65_000), refusals.TooManyPixels),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_an_unfit_file_is_refused_and_leaves_nothing(name, content, refusal, documents_folder):
    with pytest.raises(refusals.FileRefused) as refused:
        keep(content, file_name=name)

    assert type(refused.value) is refusal
    assert refused.value.field == "file"
    assert not Document.objects.exists()
    assert not ContentText.objects.exists()
    assert [path for path in documents_folder.rglob("*") if path.is_file()] == []


def test_a_sound_file_whose_text_takes_too_long_is_kept_without_it():
    kept = keep(hostile.slow_pdf(), file_name="a.pdf")

    assert (kept.state, kept.pages, queries.text_of(kept)) == (State.UNREADABLE, 1, "")


def test_a_lie_says_what_was_found():
    with pytest.raises(refusals.NotWhatItsNameSays) as refused:
        keep(EXE, file_name="order.pdf")

    assert str(refused.value) == (
        "The name ends in .pdf but the content is something else: .exe. "
        "Save it again from the program that made it."
    )
