"""The account of a case on paper."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from throughcare import clock
from throughcare.account.grouping import ShownGroup, ShownPart
from throughcare.account.known import ShownKnowing
from throughcare.account.queries import ShownAccount
from throughcare.account.shown import ShownLine
from throughcare.cases.models import Case
from throughcare.documents.typesetting import pdf_of
from throughcare.kernel.accounting.endings import Ending
from throughcare.pages import dates
from throughcare.pages.marks import STRENGTHS

TEMPLATE = Path(__file__).parent / "papers" / "account.typ"


def paper_of(case: Case, account: ShownAccount) -> bytes:
    """Return an account as tagged PDF, in the language of the page."""
    return pdf_of(TEMPLATE, values_of(case, account), clock.wall())


def values_of(case: Case, account: ShownAccount) -> dict[str, Any]:
    """Return the words of an account as its template takes them."""
    name, number = case.person.name.listed, case.number
    return {
        "title": _("Account of what is owed, file %(number)s") % {"number": number},
        "language": dates.language(),
        "running": _("%(name)s, %(number)s. Made %(moment)s.")
        % {"name": name, "number": number, "moment": dates.full_moment(clock.wall())},
        "person": name,
        "period": _period(account),
        "words": _words(),
        "counts": [
            [str(each.words), dates.number(each.person), dates.number(each.office)]
            for each in account.counts
        ],
        "groups": [_group(each) for each in account.groups],
    }


def _period(account: ShownAccount) -> str:
    said = {
        "first": dates.full_day(account.period.starts_on),
        "day": dates.full_day(account.on),
    }
    if account.last_day is None:
        return _("From %(first)s, as known on %(day)s.") % said
    said["last"] = dates.full_day(account.last_day)
    return _("From %(first)s through %(last)s, as known on %(day)s.") % said


def _words() -> dict[str, str]:
    return {
        "page": _("page {page} of {pages}"),
        "promise": _(
            "Each line ends in evidence, in a recorded reason, not yet due, or in nothing on file."
        ),
        "counts": _("How they end"),
        "ending": _("Ending"),
        "what": _("What"),
        "days": _("Days"),
        "evidence": _("Evidence"),
        "why": _("Why"),
        "known": _("How do we know?"),
        "person": _("Owed by the person"),
        "office": _("Due from us"),
        "empty": _("Nothing is owed in this time."),
    }


def _group(group: ShownGroup) -> dict[str, Any]:
    return {
        "title": str(group.title),
        "note": group.note,
        "parts": [_part(each) for each in group.parts],
    }


def _part(part: ShownPart) -> dict[str, Any]:
    head = part.head
    return {
        "head": head.full_title if head else "",
        "court": head.words if head else "",
        "lang": (head.language if head else "") or dates.language(),
        "known": _known(part.known) if part.known else "",
        "person": _lines(part.person),
        "office": _lines(part.office),
    }


def _known(known: ShownKnowing) -> str:
    """Return how a condition is known, in one line."""
    if known.is_nothing:
        return known.note
    facts = {"strength": STRENGTHS[known.strength][1], "by": known.by}
    said = _("%(strength)s: %(by)s") % facts
    return f"{said}; {known.note}" if known.note else said


def _lines(lines: Sequence[ShownLine]) -> list[dict[str, Any]]:
    return [
        {
            "said": line.said,
            "note": line.note,
            "nothing": line.ending is Ending.NOTHING_ON_FILE,
            "what": line.what,
            "amount": line.amount,
            "days": _days(line),
            "evidence": [each.words for each in line.evidence],
            "authority": line.authority,
            # What is settled by evidence explains itself; the page has its reasons too.
            "reasons": [] if line.ending is Ending.EVIDENCE else list(line.reasons),
        }
        for line in lines
    ]


def _days(line: ShownLine) -> str:
    first = dates.full_day(line.opens_on)
    if line.last_day == line.opens_on:
        return first
    return f"{first} {pgettext('from a day to a day', 'to')} {dates.full_day(line.last_day)}"
