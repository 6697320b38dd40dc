"""The header that every page of a file shows: who, level, holder, cover, flags, tabs."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from throughcare import clock
from throughcare.cases.file_parts import FileTab, file_parts, orders_in_force
from throughcare.cases.models import AwayKind, Kind, Level
from throughcare.cases.models.periods import last_day
from throughcare.cases.queries.file import FileState
from throughcare.pages import dates
from throughcare.pages.person_header import PersonHeader, Tab
from throughcare.people.queries import PersonCard

FIRST_TABS = (
    FileTab("file", gettext_lazy("Overview"), "cases:file"),
    FileTab("identity", gettext_lazy("Identity"), "cases:identity"),
)
LAST_TABS = (
    FileTab("documents", gettext_lazy("Documents"), "cases:documents"),
    FileTab("record", pgettext_lazy("a part of a file", "Record"), "cases:record"),
)


def header_of(state: FileState, card: PersonCard, tab: str) -> PersonHeader:
    """Return the header of a file, with the tab that is open."""
    level, note = _level(state)
    return PersonHeader(
        surname=card.name.surname,
        first_names=card.name.given,
        initials=card.name.initials,
        facts=card.facts,
        level=level.bars,
        level_word=str(level.label) if state.level else _("None"),
        level_note=note,
        file_label=pgettext("of a person", "File"),
        file=state.case.number,
        file_note=kind_line(state),
        orders=orders_in_force(state.case, clock.today()),
        language=card.language,
        language_note=card.language_note,
        officer_label=_("Held by"),
        officer=_holder(state),
        officer_note=_cover(state),
        flags=_flags(state),
        tabs=_tabs(state.case.number, tab),
    )


def kind_line(state: FileState) -> str:
    """Return what the file is, and since when: "Supervision, opened 3 Oct 2026"."""
    case = state.case
    said = {"kind": Kind(case.kind).label, "day": dates.full_day(case.opened_on)}
    if case.closed_on:
        said["closed"] = dates.full_day(case.closed_on)
        return _("%(kind)s, opened %(day)s, closed %(closed)s") % said
    return _("%(kind)s, opened %(day)s") % said


def _level(state: FileState) -> tuple[Level, str]:
    if state.level is None:
        return Level.NOT_SET, _("this kind of file has none")
    level = Level(state.level.level)
    if state.level.confirmed_by:
        said = {
            "day": dates.full_day(state.level.starts_on),
            "name": state.level.confirmed_by.short_name,
        }
        return level, _("confirmed %(day)s, %(name)s") % said
    standard = state.interim
    words = str(standard.words) if standard else ""
    sample = standard is not None and standard.sample
    return level, _("%(words)s (sample)") % {"words": words} if sample else words


def _holder(state: FileState) -> str:
    if state.held is None:
        return _("nobody: the file is closed")
    said = {
        "name": state.held.holder.short_name,
        "day": dates.full_day(clock.day_of(state.held.starts_at)),
    }
    if state.left:
        return _("%(name)s, who no longer works here") % said
    if state.held.uncovered:
        return _("Uncovered, held by %(name)s since %(day)s") % said
    return _("%(name)s, since %(day)s") % said


def _cover(state: FileState) -> str:
    if state.cover is None:
        return ""
    last = last_day(state.cover.ends_before)
    said = {"name": state.cover.covering.short_name, "day": dates.full_day(last) if last else ""}
    return _("Covered by %(name)s through %(day)s") % said


def _flags(state: FileState) -> list[str]:
    flags = []
    for away in state.away:
        said = {"kind": AwayKind(away.kind).label, "day": dates.full_day(away.starts_on)}
        flags.append(_("%(kind)s since %(day)s") % said)
    if state.restriction:
        flags.append(_("Restricted: named members only"))
    if state.left:
        flags.append(_("Uncovered: held by someone who no longer works here"))
    elif state.held and state.held.uncovered:
        days = (clock.today() - clock.day_of(state.held.starts_at)).days
        flags.append(
            ngettext("Uncovered for %(days)s day", "Uncovered for %(days)s days", days)
            % {"days": days}
            if days
            else _("Uncovered since today")
        )
    return flags


def _tabs(number: str, current: str) -> list[Tab]:
    between = [tab for part in file_parts() for tab in part.tabs]
    return [
        Tab(str(tab.label), reverse(tab.url_name, args=[number]), tab.name == current)
        for tab in (*FIRST_TABS, *between, *LAST_TABS)
    ]
