"""What acts about the record itself are called on a file's timeline."""

from throughcare.cases.file_parts import FilePart
from throughcare.record.acts import WORDS

FILE_PART = FilePart(words=WORDS)
