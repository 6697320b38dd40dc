"""An account as pages and papers show it: words in the language of the page, no rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from throughcare.account.law import authority_of, label_of, sentences_of
from throughcare.account.naming import evidence_page, what_of
from throughcare.kernel.accounting.endings import Ending, Recorded, RecordedReason
from throughcare.kernel.accounting.lines import Line
from throughcare.kernel.calendar.lengths import ONE_DAY
from throughcare.kernel.obligations.facts import Evidence
from throughcare.kernel.obligations.requirements import Hours
from throughcare.kernel.obligations.words import OwedBy, State
from throughcare.pages import dates

MARKS = {
    State.AHEAD: "ahead",
    State.OPEN: "now",
    State.DONE: "done",
    State.DONE_LATE: "done-late",
    State.OVERDUE: "nothing",
    State.SET_ASIDE: "set-aside",
    State.NOT_DONE_NO_STAFF: "not-done",
    State.PAUSED: "paused",
    State.ENDED: "ended",
}
ENDING_WORDS: dict[Ending, Any] = {
    Ending.EVIDENCE: gettext_lazy("With evidence"),
    Ending.RECORDED_REASON: gettext_lazy("With a recorded reason"),
    Ending.NOT_YET_DUE: gettext_lazy("Not yet due"),
    Ending.NOTHING_ON_FILE: gettext_lazy("Nothing on file"),
}


@dataclass(frozen=True)
class ShownEvidence:
    """A piece of evidence in words, with the page of the file that shows it, where there is one."""

    words: str
    strength: int
    page: str = ""
    place: str = ""


@dataclass(frozen=True)
class ShownLine:
    """One obligation with its ending, in words."""

    anchor: str
    owed_by: OwedBy
    ending: Ending
    mark: str
    said: str
    note: str
    opens_on: date
    last_day: date
    what: str
    amount: str
    authority: str
    reasons: Sequence[str]
    evidence: Sequence[ShownEvidence]


def shown_line(line: Line, pieces: dict[tuple[str, str], Evidence], on: date) -> ShownLine:
    """Return an obligation in the words of the page's language.

    `pieces` is the evidence on file by its id and kind.
    """
    found = line.obligation
    return ShownLine(
        anchor=f"{found.requirement}:{found.opens_on}".replace(":", "-"),
        owed_by=found.owed_by,
        ending=line.ending,
        mark=MARKS[found.state],
        said=_said(line),
        note=_note(line, on),
        opens_on=found.opens_on,
        last_day=found.due_before - ONE_DAY,
        what=what_of(line.requirement),
        amount=_amount(line),
        authority=authority_of(line.requirement.authority),
        reasons=sentences_of(found.reasons),
        evidence=_evidence(line, pieces),
    )


def _said(line: Line) -> str:
    """Return how an obligation ends, in one or two words."""
    state = line.obligation.state
    if state is State.OVERDUE:
        return _("Nothing on file")
    if state is State.OPEN:
        return _("By %(day)s") % {"day": dates.week_day(line.obligation.due_before - ONE_DAY)}
    if state is State.AHEAD:
        return _("From %(day)s") % {"day": dates.week_day(line.obligation.opens_on)}
    return str(STATE_WORDS[state])


STATE_WORDS: dict[State, Any] = {
    State.DONE: gettext_lazy("Done"),
    State.DONE_LATE: gettext_lazy("Done late"),
    State.SET_ASIDE: gettext_lazy("Set aside"),
    State.NOT_DONE_NO_STAFF: gettext_lazy("Not done: no staff"),
    State.PAUSED: gettext_lazy("Paused"),
    State.ENDED: gettext_lazy("Ended"),
}


def _note(line: Line, on: date) -> str:
    """Return what is under the ending: how late, or who recorded which reason, and why."""
    if line.ending is Ending.NOTHING_ON_FILE:
        days = (on - line.obligation.due_before + ONE_DAY).days
        said = {"days": dates.number(days)}
        return ngettext("due %(days)s day ago", "due %(days)s days ago", days) % said
    return _recorded(line.recorded) if line.recorded else ""


def _recorded(reason: RecordedReason) -> str:
    said = {"by": reason.by, "why": reason.why, "day": dates.full_day(reason.since)}
    if reason.what is Recorded.PAUSED:
        return _("%(why)s since %(day)s") % (said | {"why": label_of(reason.why)})
    if reason.what is Recorded.ENDED:
        return _("no longer asked from %(day)s") % said
    return _("by %(by)s, from %(day)s: %(why)s") % said


def _amount(line: Line) -> str:
    """Return how much of what was needed is on file, where one piece is not enough."""
    found = line.obligation
    if isinstance(line.requirement.cadence, Hours):
        said = {"met": dates.hours(float(found.met)), "needed": dates.hours(float(found.needed))}
        return _("%(met)s of %(needed)s") % said
    if found.needed == 1:
        return ""
    said = {"met": dates.number(int(found.met)), "needed": dates.number(int(found.needed))}
    return _("%(met)s of %(needed)s") % said


def _evidence(line: Line, pieces: dict[tuple[str, str], Evidence]) -> list[ShownEvidence]:
    """Return the evidence that an obligation took, in the order taken."""
    shown = []
    for name in line.obligation.evidence:
        for kind in sorted(line.requirement.closed_by):
            if piece := pieces.get((name, kind)):
                said = {"what": label_of(kind), "day": dates.full_day(piece.on)}
                words = _("%(what)s, %(day)s") % said
                shown.append(ShownEvidence(words, int(piece.strength), *evidence_page(name)))
                break
    return shown
