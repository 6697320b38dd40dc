"""The sentences for a file that is not kept; each reason is a class of its own."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from throughcare.refusal import Refused


class FileRefused(Refused):
    """A file that cannot be kept; each reason is a class of its own."""

    sentence: ClassVar[str | Promise]

    def __init__(self, **said: str) -> None:
        super().__init__(self.sentence % said if said else self.sentence, field="file")


class EmptyFile(FileRefused):
    sentence = _("This file is empty: 0 bytes. Choose the file again, or scan the paper again.")


class FileTooLarge(FileRefused):
    sentence = _("This file is larger than 20 MB. Scan it at a lower quality, or in parts.")


class NameTooLong(FileRefused):
    sentence = _("The name of this file is longer than 150 characters. Shorten it and try again.")


class NotAKeptType(FileRefused):
    sentence = _(
        "This kind of file is not kept here. Save it as PDF, Word (.docx), PNG, JPEG or plain text."
    )


class NotWhatItsNameSays(FileRefused):
    sentence = _(
        "The name ends in %(named)s but the content is something else: %(found)s. "
        "Save it again from the program that made it."
    )


class EncryptedFile(FileRefused):
    sentence = _("This file is locked with a password. Save a copy without a password.")


class OldOrLockedWord(FileRefused):
    sentence = _(
        "This is an older Word file, or one locked with a password. "
        "Open it in Word and save it as .docx without a password, or as PDF."
    )


class FileHasMacros(FileRefused):
    sentence = _("This Word file holds macros, which are never kept. Save it as PDF.")


class DamagedFile(FileRefused):
    sentence = _("This file is damaged or incomplete and cannot be read. Save or scan it again.")


class UnpacksTooLarge(FileRefused):
    sentence = _(
        "This file unpacks to far more than it seems to hold, so it was not opened. Save it as PDF."
    )


class TooManyPixels(FileRefused):
    sentence = _("This picture has more than 50 million pixels. Save it smaller and try again.")


class ReadingStopped(FileRefused):
    sentence = _(
        "Reading this file took too long or too much memory, so it was stopped. Save it as a new "
        "PDF, or scan the paper."
    )
