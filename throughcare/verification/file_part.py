"""What checks add to the pages of a file: their tab, words of their acts."""

from django.utils.translation import pgettext_lazy

from throughcare.cases.file_parts import FilePart, FileTab
from throughcare.verification import acts

FILE_PART = FilePart(
    tabs=(FileTab("checks", pgettext_lazy("a part of a file", "Checks"), "verification:list"),),
    words=acts.WORDS,
    marks=acts.MARKS,
    fields=acts.FIELDS,
    gist=acts.GIST,
)
