"""Checks in words, for pages."""

from django import template

from throughcare.verification.library import evidence_called
from throughcare.verification.models import Finding, Verification
from throughcare.verification.queries import CheckLine

register = template.Library()
MARKS = {
    Finding.AS_ORDERED: "verified",
    Finding.NOT_AS_ORDERED: "contradicted",
    Finding.COULD_NOT_TELL: "to-confirm",
}


@register.filter
def check_title(check: Verification) -> str:
    """Return what a check shows, as the pack calls it."""
    return evidence_called(check.shows)


@register.filter
def check_mark(line: CheckLine) -> str:
    """Return the mark of a check by what it found; one that no longer stands is over."""
    return MARKS[Finding(line.check.result)] if line.stands else "ended"
