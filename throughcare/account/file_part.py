"""What accounts add to the pages of a file: their tab."""

from django.utils.translation import pgettext_lazy

from throughcare.cases.file_parts import FilePart, FileTab

FILE_PART = FilePart(
    tabs=(FileTab("account", pgettext_lazy("of obligations", "Account"), "account:account"),)
)
