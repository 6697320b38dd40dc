"""The form that takes in a paper."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.translation import override

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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Choose the file to keep.", "Choose the kind of paper."]),
        ("fr", ["Choisissez le fichier à conserver.", "Choisissez la sorte de document."]),
    ],
)
def test_what_is_missing_is_said_in_both_languages(language, said):
    with override(language):
        form = DocumentForm({"title": "Order"}, {})
        assert [form.errors[name][0] for name in ("file", "kind")] == said


def test_the_field_of_the_file_offers_the_kinds_that_are_kept():
    shown = str(DocumentForm()["file"])

    assert 'accept=".pdf,.docx,.png,.jpg,.jpeg,.txt"' in shown
    assert 'class="govuk-file-upload"' in shown
    assert 'type="file"' in shown


def test_two_new_forms_keep_two_documents():
    first, second = (DocumentForm()["id"].value() for _form in range(2))

    assert first != second
    assert 'type="hidden"' in str(DocumentForm()["id"])


def test_what_was_typed_stays_when_the_file_is_refused():
    form = filled(b"", title="Order of 3 March", kind="CONSENT")

    assert not form.is_valid()
    assert 'value="Order of 3 March"' in str(form["title"])
    assert '<option value="CONSENT" selected>' in str(form["kind"])


@pytest.mark.parametrize(("length", "good"), [(500, True), (501, False)])
def test_a_reason_has_its_bound(length, good):
    form = MisfiledForm({"reason": "r" * length})

    assert form.is_valid() is good
    assert form.errors == ({} if good else {"reason": [TOO_LONG_A_REASON]})


TOO_LONG_A_REASON = "A reason has at most 500 characters here. Shorten it."


@pytest.mark.parametrize(("size", "kept"), [(10, 10), (20, 20), (21, 0), (60, 0)])
def test_a_piece_of_an_upload_past_the_largest_size_is_dropped(size, kept, monkeypatch):
    monkeypatch.setattr("throughcare.documents.uploads.LARGEST", 20)
    handler = BoundedUploadHandler(HttpRequest())
    handler.new_file("file", "order.txt", "text/plain", None)

    handler.receive_data_chunk(bytes(size), 0)

    taken = handler.file_complete(size)
    assert (handler.taken, len(taken.read()), taken.size) == (size, kept, size)
    taken.close()
