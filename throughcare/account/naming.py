"""What requirements and evidence are called, and where each can be read."""

from throughcare.account.law import label_of
from throughcare.kernel.obligations.requirements import Requirement


def what_of(requirement: Requirement) -> str:
    """Return what is asked, in the language of the page."""
    return label_of(requirement.what)


def evidence_link(evidence: str) -> str:
    """Return the address of the page that shows a piece of evidence, or nothing."""
    return ""
