"""Numbers, heads and feet of pages: left out of the reading, never lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from throughcare.kernel.reading.changes import Change
from throughcare.kernel.reading.texts import Span

LINE = re.compile(r"[^\n\f]+")
PAGE = re.compile(
    r"\W*(?:pages?\s*:?\s*\d{1,4}(?:\s*(?:of|de|sur|/)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}"
    r"|[-–—]\s*\d{1,4}\s*[-–—])\W*",
    re.IGNORECASE,
)
LONGEST_HEAD = 100
UNFINISHED = re.compile(r"[^.;:!?\s]\s*$")


def page_lines(text: str) -> Iterator[Change]:
    """Yield the numbers of pages, and the heads and feet that come beside them again and again."""
    lines = [found for found in LINE.finditer(text) if found[0].strip()]
    numbers = {place for place, line in enumerate(lines) if PAGE.fullmatch(line[0])}
    beside = {at for place in numbers for at in (place - 1, place + 1)} - numbers
    near = [at for at in sorted(beside) if 0 <= at < len(lines)]
    often = Counter(_bare(lines[at][0]) for at in near)
    heads = {at for at in near if often[_bare(lines[at][0])] > 1 and _is_head(lines[at][0])}
    dropped = numbers | heads
    for first in sorted(dropped - {at + 1 for at in dropped}):
        last = next(at for at in range(first, len(lines)) if at + 1 not in dropped)
        yield _dropped(text, Span(lines[first].start(), lines[last].end()))


def _is_head(line: str) -> bool:
    """Say whether a line can be the head of a page: short, and no sentence or item."""
    return len(line) <= LONGEST_HEAD and not line.rstrip().endswith((".", ";"))


def _bare(line: str) -> str:
    """Return a line without its numbers."""
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _dropped(text: str, lines: Span) -> Change:
    """Return the change that leaves lines out; a sentence that they cut goes on."""
    start, end = len(text[: lines.start].rstrip()), lines.end
    end += len(text[end:]) - len(text[end:].lstrip())
    goes_on = UNFINISHED.search(text[max(0, start - 1) : start]) and text[end : end + 1].islower()
    return Change(Span(start, end), "\n" if goes_on else "\n\n", is_dropped=True)
