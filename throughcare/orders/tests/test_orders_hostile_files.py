"""Whatever is sent to the counter as an order is taken in or refused in a clear word."""

import io

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from throughcare.documents.tests import hostile
from throughcare.orders.models import Paper
from throughcare.people.tests.factories import plain
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import signed_in

pytestmark = pytest.mark.django_db
TYPED = "1. Keep the peace."
PICTURE = "No words could be read out of this file: it is a picture."


def written(writer):
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


def without_pages():
    return written(pypdf.PdfWriter())


def with_script():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(hostile.pdf_saying("Keep the peace")))
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1)")}
    action = DictionaryObject({NameObject(name): said for name, said in script.items()})
    writer.root_object[NameObject("/OpenAction")] = action
    return written(writer)


REFUSED = {
    "locked": (lambda: hostile.pdf(password="x"), "This file is locked with a password."),
    "of 200 pages": (lambda: hostile.pdf(200), "This file has 200 pages. An order has fewer"),
    "without pages": (without_pages, "This file is damaged or incomplete"),
    "no PDF": (lambda: b"%PDF-1.7\nno more", "This file is damaged or incomplete"),
    "something else": (lambda: b"\x7fELF" + bytes(90), "The name ends in .pdf but the content"),
    "empty": (lambda: b"", "This file is empty"),
    "a picture": (lambda: hostile.pdf(1), PICTURE),
    "a bomb": (lambda: hostile.pdf_of(b"0 0 m " * 20_000_000), "Not all the words of this file"),
    "slow": (hostile.slow_pdf, "Not all the words of this file could be read"),
}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"


@pytest.fixture
def send(client, clerk, monkeypatch):
    """Send a file to the counter, with typed words or without."""
    monkeypatch.setattr("throughcare.documents.reading.WALL_SECONDS", 3)
    signed_in(client, clerk)

    def sent(content, words="", name="order.pdf"):
        said = {"id": str(new_id()), "surname": "Brazeau", "given": "Odile", "words": words}
        file = SimpleUploadedFile(name, content)
        return client.post(reverse("orders:arrive"), said | {"file": file})

    return sent


@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_refused_in_words_and_nothing_typed_is_lost(send, kind):
    make, why = REFUSED[kind]
    answer = send(make())

    assert answer.status_code == 422
    assert why in plain(answer.text)
    assert 'value="Brazeau"' in answer.text
    assert not Paper.objects.exists()


@pytest.mark.parametrize("make", [lambda: hostile.pdf(1), lambda: hostile.pdf(60)])
def test_with_its_words_typed_the_file_is_kept(send, make):
    assert send(make(), TYPED).status_code == 302

    paper = Paper.objects.get()
    assert (paper.words, paper.file_name, len(paper.sha256)) == (TYPED, "order.pdf", 64)


def test_a_script_inside_is_never_run_and_the_words_are_read(send):
    assert send(with_script()).status_code == 302
    assert Paper.objects.get().words == "Keep the peace"


def test_a_locked_file_keeps_the_words_that_were_typed_in_the_form(send):
    answer = send(hostile.pdf(password="x"), TYPED)

    assert answer.status_code == 422
    assert TYPED in answer.text


def test_an_order_as_text_is_read(send):
    assert send(b"\xef\xbb\xbf1. Keep the peace.\r\n", name="order.txt").status_code == 302
    assert Paper.objects.get().words == "1. Keep the peace."
