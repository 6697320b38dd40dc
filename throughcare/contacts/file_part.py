"""What contacts add to the pages of a file: their tab, words of their acts."""

from django.utils.translation import gettext_lazy as _

from throughcare.cases.file_parts import FilePart, FileTab
from throughcare.contacts import acts

FILE_PART = FilePart(
    tabs=(FileTab("contacts", _("Contacts"), "contacts:list"),),
    words=acts.WORDS,
    marks=acts.MARKS,
    fields=acts.FIELDS,
    gist=acts.GIST,
    telling=acts.TELLING,
)
