"""Decisions in words, for pages."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from throughcare.decisions.models import Answer, SetAside
from throughcare.decisions.words import reason_in_words

register = template.Library()


@register.filter
def reason_called(code: str) -> str:
    """Return a reason in the language of the page."""
    return reason_in_words(code)


@register.filter
def decision_title(decision: Any) -> str:
    """Return what was decided about, in the words it had then."""
    return decision.what or _("A requirement of this file")


@register.filter
def decision_mark(decision: SetAside) -> str:
    """Return the mark of a decision by whether it stands, waits or fell."""
    if decision.counts:
        return "set-aside"
    if decision.answer == Answer.WAITING and decision.withdrawn_at is None:
        return "to-confirm"
    return "ended"


@register.filter
def answered_by_other(decision: SetAside, viewer: Any) -> str:
    """Return the verb of the action; nothing on one's own decision, which another answers."""
    return "" if decision.decided_by_id == viewer.pk else _("Answer")
