"""The work that keeps the folder of contents in order."""

from throughcare.documents.store import sweep
from throughcare.jobs import every


@every("29 3 * * *")
def sweep_arrivals() -> None:
    """Take away what began to arrive and never ended, because the power or a process went."""
    sweep()
