"""Who looked at the person of a file, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from throughcare import clock
from throughcare.access import Use
from throughcare.cases.file_parts import file_parts
from throughcare.cases.models import Case
from throughcare.cases.queries import visible_cases
from throughcare.cases.queries.own_looks import reasons_of
from throughcare.record.looking import looks_at
from throughcare.record.looks import Look
from throughcare.staff.models import StaffMember
from throughcare.staff.roles import ROLES

PAGE = 50
OWN: Mapping[str, Any] = {
    "cases": pgettext_lazy("of a person", "File"),
    "decisions": pgettext_lazy("pages of a duty", "Set aside"),
    "orders": gettext_lazy("Orders"),
    "site": gettext_lazy("Search and pages of the past"),
    "staff": gettext_lazy("What was typed"),
    "today": pgettext_lazy("menu", "Today"),
    "victims": gettext_lazy("Victims’ area"),
}
"""What the pages of each duty are called where it has no tab on a file."""
USES: Mapping[str, Any] = {
    Use.READ: pgettext_lazy("what was done with a page", "opened"),
    Use.SEARCH: pgettext_lazy("what was done with a page", "searched"),
    Use.PRINT: pgettext_lazy("what was done with a page", "printed"),
    Use.EXPORT: pgettext_lazy("what was done with a page", "saved"),
}


@dataclass(frozen=True)
class LookLine:
    """One look, ready for a page."""

    at: datetime
    name: str
    role: Any
    page: Any
    use: Any
    reason: str
    known_at: datetime | None
    named_only: bool


def lines_of(case: Case, member: StaffMember, before: datetime, *, named: bool) -> list[LookLine]:
    """Return who saw the person of a file before a moment, newest first. Three or four queries.

    Looks at files of the same person that are closed to the member are left out.
    """
    files = visible_cases(member, clock.today()).filter(person=case.person_id)
    cases = list(files.values_list("pk", flat=True))
    found = looks_at(case.person_id, cases=cases, before=before, named=named, most=PAGE)
    words, since = page_words(), reasons_of(found)
    lines = []
    for look in found:
        said = since.get((look.by_id, look.case_id, clock.day_of(look.at)), "")
        lines.append(line_of(look, case, words, said))
    return lines


def line_of(look: Look, case: Case, words: Mapping[str, Any], said: str = "") -> LookLine:
    """Return a look in words; `said` is why, as who looked said it since."""
    role = ROLES.get(look.by_role)
    app = look.page.partition(":")[0]
    return LookLine(
        at=look.at,
        name=look.by_name,
        role=role.name if role else look.by_role,
        page=words.get(app, _("Another page")),
        use=USES[look.use],
        reason=look.reason or said,
        known_at=look.known_at,
        named_only=look.person_id != case.person_id,
    )


def page_words() -> dict[str, Any]:
    """Return what the pages of each duty are called: by its first tab on a file, or by name."""
    tabs = [tab for part in file_parts() for tab in part.tabs]
    labels = {tab.url_name.partition(":")[0]: tab.label for tab in reversed(tabs)}
    return labels | dict(OWN)
