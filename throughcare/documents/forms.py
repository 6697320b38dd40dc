"""The forms of documents."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from throughcare.documents.inspection import ACCEPT, LARGEST
from throughcare.documents.models import Kind
from throughcare.documents.names import LONGEST_NAME, display_name
from throughcare.documents.refusals import EmptyFile, FileTooLarge, NameTooLong
from throughcare.pages.forms import Form
from throughcare.record.ids import new_id


class DocumentForm(Form):
    """A paper to keep. `id` makes the same form sent twice one document."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, Word (.docx), PNG, JPEG or plain text, up to 20 MB."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={"required": _("Choose the file to keep.")},
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=LONGEST_NAME,
        help_text=_("What it is and of which day, so that a colleague finds it."),
        error_messages={
            "required": _("Give the document a title that says what it is."),
            "max_length": _("A title has at most 150 characters. Shorten it."),
        },
    )
    kind = forms.ChoiceField(
        label=_("Kind of paper"),
        choices=Kind.choices,
        initial=Kind.COURT_PAPER,
        error_messages={
            "required": _("Choose the kind of paper."),
            "invalid_choice": _("Choose one of the kinds in the list."),
        },
    )

    def clean_file(self) -> UploadedFile:
        """Return the file unless its name or size alone refuse it."""
        file: UploadedFile = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(EmptyFile.sentence)
        if file.size > LARGEST:
            raise forms.ValidationError(FileTooLarge.sentence)
        if len(display_name(file.name or "")) > LONGEST_NAME:
            raise forms.ValidationError(NameTooLong.sentence)
        return file

    @property
    def said(self) -> dict[str, Any]:
        """Return what `commands.keep_document` asks of the form."""
        file = self.cleaned_data["file"]
        return {
            "id": self.cleaned_data["id"],
            "content": file,
            "file_name": file.name,
            "title": self.cleaned_data["title"],
            "kind": self.cleaned_data["kind"],
        }


class MisfiledForm(Form):
    """Why a document is set aside."""

    reason = forms.CharField(
        label=_("Why does this document not belong here?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Say why this document does not belong here."),
            "max_length": _("A reason has at most 500 characters here. Shorten it."),
        },
    )
