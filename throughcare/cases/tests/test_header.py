"""What the header and the timeline of a file say, in both languages."""

from datetime import timedelta

import pytest
from django.utils import translation

from throughcare import clock
from throughcare.cases.commands import away, closing, holding, levels
from throughcare.cases.header import header_of, kind_line
from throughcare.cases.queries.file import state_of
from throughcare.cases.queries.holders import standing_assignment
from throughcare.cases.queries.past import entries_of_file
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.cases.tests.test_visibility import cover
from throughcare.cases.timeline import timeline_of
from throughcare.pages.dates import full_day
from throughcare.people.queries import person_card
from throughcare.people.tests.factories import an_address
from throughcare.record.ids import new_id
from throughcare.staff.tests.factories import a_member, an_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return a_member("OFFICER", office=an_office(), given_name="Adaeze", surname="Okafor")


@pytest.fixture
def case(officer):
    return a_case(holder=officer, happened_at=clock.now() - timedelta(days=9))


def header(case, member):
    state = state_of(case, member, clock.today())
    return header_of(state, person_card(case.person_id, on=clock.today()), "file")


def test_the_header_names_holder_level_and_interim_standard(case, officer):
    shown = header(case, officer)

    assert shown.officer == f"A. Okafor, since {full_day(case.opened_on)}"
    assert (shown.level, shown.level_word) == (0, "Not set")
    assert shown.level_note == "supervised as Medium until the first assessment (sample)"
    assert (shown.surname, shown.file, list(shown.flags)) == ("Lavallée", case.number, [])
    assert [str(tab.label) for tab in shown.tabs if tab.current] == ["Overview"]


def test_the_header_says_it_in_french(case, officer):
    with translation.override("fr"):
        shown = header(case, officer)

    assert shown.officer.startswith("A. Okafor, depuis le ")
    named = [str(tab.label) for tab in shown.tabs]
    assert (named[0], named[-1]) == ("Aperçu", "Registre")
    assert {"Identité", "Documents"} < set(named)


def test_the_header_names_cover_confirmed_level_and_flags(case, officer):
    today = clock.today()
    colleague = a_member("OFFICER", office=officer.office, given_name="Julie", surname="Roy")
    cover(case, colleague)
    levels.set_level(id=new_id(), case=case, level="HIGH", reason="Assessment", by=officer)
    away.record_away(
        id=new_id(), person=case.person, kind="CUSTODY", starts_on=today, source="x", by=officer
    )
    restricted(case)

    shown = header(case, officer)

    assert shown.officer_note == f"Covered by J. Roy through {full_day(today)}"
    assert (shown.level, shown.level_note) == (4, f"confirmed {full_day(today)}, A. Okafor")
    assert list(shown.flags) == [
        f"Custody since {full_day(today)}",
        "Restricted: named members only",
    ]


def test_an_uncovered_and_a_closed_file_say_so(case, officer):
    manager = a_member("MANAGER", office=officer.office, given_name="Louise", surname="Tremblay")
    holding.mark_uncovered(id=new_id(), case=case, by=manager, reason="Vacant")
    assert header(case, officer).officer.startswith("Uncovered, held by L. Tremblay since ")
    assert list(header(case, officer).flags) == ["Uncovered since today"]

    closed = closing.close_case(case=case, closing_words="Ended", by=manager)

    assert header(closed, officer).officer == "nobody: the file is closed"
    assert "closed" in kind_line(state_of(closed, officer, clock.today()))


def test_the_timeline_says_what_changed_from_what_to_what(case, officer):
    manager = a_member("MANAGER", office=officer.office)
    successor = a_member("OFFICER", office=officer.office)
    holding.assign_officer(id=new_id(), case=case, holder=successor, by=manager, reason="Caseload")
    address = an_address(case.person)

    added, assigned, opened, person_added = timeline_of(entries_of_file(case))

    assert [str(line.act) for line in (added, assigned, opened, person_added)] == [
        "Address added",
        "Given to an officer",
        "File opened",
        "Person added",
    ]
    assert address.line1 in added.gist
    assert (assigned.gist, assigned.reason) == (successor.full_name, "Caseload")
    assert (opened.late, assigned.late) == ("9 days later", "")
    assert [(str(each.field), each.after) for each in assigned.changes] == [
        ("Holder", successor.full_name)
    ]


def test_entries_of_the_persons_other_files_stay_out(case, officer):
    other = a_case(holder=officer, person=case.person, kind="REPORT_ONLY")
    holding.mark_uncovered(
        id=new_id(),
        case=other,
        by=a_member("MANAGER", office=officer.office),
        reason="Vacant",
    )

    acts = {entry.act for entry in entries_of_file(case)}

    assert acts == {"cases.opened", "people.person_added"}
    assert standing_assignment(case).holder == officer
