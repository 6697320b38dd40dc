"""The form that takes in a paper."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from throughcare.documents import refusals
from throughcare.documents.forms import DocumentForm, MisfiledForm
from throughcare.documents.uploads import BoundedUploadHandler
from throughcare.record.ids import new_id


def filled(content=b"Order", name="order.txt", **changed):
    said = {"id": str(new_id()), "title": "Order", "kind": "LETTER"} | changed
    return DocumentForm(said, {"file": SimpleUploadedFile(name, content)})


def test_a_filled_form_says_what_the_command_asks():
    form = filled()

    assert form.is_valid()
    assert sorted(form.said) == ["content", "file_name", "id", "kind", "title"]
    assert (form.said["file_name"], form.said["kind"]) == ("order.txt", "LETTER")


@pytest.mark.parametrize(
    ("form", "field", "sentence"),
    [
        (filled(b""), "file", refusals.EmptyFile.sentence),
        (filled(name="n" * 151 + ".txt"), "file", refusals.NameTooLong.sentence),
        (filled(title=" "), "title", "Give the document a title that says what it is."),
        (filled(title="t" * 151), "title", "A title has at most 150 characters. Shorten it."),
        (filled(kind="SECRET"), "kind", "Choose one of the kinds in the list."),
        (DocumentForm({}, {}), "file", "Choose the file to keep."),
        (MisfiledForm({"reason": ""}), "reason", "Say why this document does not belong here."),
    ],
)
def test_a_form_says_what_is_wrong(form, field, sentence):
    assert not form.is_valid()
    assert form.errors[field] == [str(sentence)]


def test_an_upload_is_never_written_past_the_largest_size(monkeypatch):
    monkeypatch.setattr("throughcare.documents.uploads.LARGEST", 100_000)
    monkeypatch.setattr("throughcare.documents.forms.LARGEST", 100_000)
    upload = SimpleUploadedFile("order.txt", bytes(400_000))
    request: HttpRequest = RequestFactory().post("/", {"file": upload})
    request.upload_handlers = [BoundedUploadHandler(request)]

    form = DocumentForm(request.POST, request.FILES)

    assert form.errors["file"] == [str(refusals.FileTooLarge.sentence)]
    taken = request.FILES["file"]
    assert taken.size == 400_000
    assert len(taken.read()) < 100_000
    taken.close()
