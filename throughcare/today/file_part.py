"""What the day adds to the first page of a file."""

from throughcare.cases.file_parts import FilePart, Overview
from throughcare.today.queries.file import overview

FILE_PART = FilePart(overview=Overview(overview, "today/_head.html", "today/_side.html"))
