"""What decisions add to the pages of a file: words of their acts."""

from throughcare.cases.file_parts import FilePart
from throughcare.decisions import acts

FILE_PART = FilePart(words=acts.WORDS, marks=acts.MARKS, fields=acts.FIELDS, gist=acts.GIST)
