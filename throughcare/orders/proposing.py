"""A paper read: what its words say, with what its own row says."""

from throughcare.orders.models import Paper
from throughcare.orders.reading import Read, read


def read_paper(paper: Paper) -> Read:
    """Return what a paper says. The same words read the same each time."""
    return read(paper.words)
