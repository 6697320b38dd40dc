"""What is closed answers as what is absent, at the addresses below a file and beside it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from throughcare import clock
from throughcare.cases.commands import away as away_commands
from throughcare.cases.commands import covering
from throughcare.cases.tests.factories import a_case, a_conflict, restricted
from throughcare.documents.models import Document
from throughcare.documents.tests.factories import keep
from throughcare.people.tests.factories import a_phone
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db

# The token of a form, and the minute at which a page would be printed.
TOKEN = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]+"|<p class="tc-print-only">.*?</p>', re.DOTALL
)
RELATIONS = ["restricted", "conflict", "other_office"]
ACTS = [
    "add-name",
    "add-number",
    "add-address",
    "add-phone",
    "correct-birth",
    "languages",
    "french-offer",
    "record-death",
]
ROW_ACTS = ["correct-phone", "end-phone"]
NO_FILE = "C-2026-99999"
NO_PERSON = "P-9999999"
SENT = {"reason": "A reason", "surname": "Roy", "number": "705-555-0199", "last_day": "today"}


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"


@pytest.fixture
def made(officer, there):
    """A way to make a file, before it is closed to the manager."""
    return lambda relation: a_case(
        holder=a_member("OFFICER", office=there.office) if relation == "other_office" else officer,
        happened_at=clock.now() - timedelta(days=9),
    )


def close_to(member, case, relation):
    if relation == "restricted":
        restricted(case)
    elif relation == "conflict":
        a_conflict(case, member)


def holder_of(case):
    return case.assignments.get(ends_at=None).holder


def an_away(case):
    return away_commands.record_away(
        id=new_id(),
        person=case.person,
        kind="CUSTODY",
        starts_on=clock.today() - timedelta(days=3),
        source="Police",
        by=holder_of(case),
    )


def a_cover(by, **what):
    (cover,) = covering.cover_cases(
        id=new_id(),
        covering=a_member("OFFICER", office=by.office),
        starts_on=clock.today(),
        ends_before=clock.today() + timedelta(days=5),
        by=by,
        **what,
    )
    return cover


def shown(answer, *own):
    """Return the bytes of an answer without its token and what its address names."""
    text = TOKEN.sub("", answer.content.decode())
    for each in own:
        text = text.replace(str(each), "")
    return answer.status_code, text


def the_same(client, name, closed, absent, method="get"):
    """Say that an address answers 404, with the same bytes for both."""
    send = getattr(client, method)
    data = SENT if method == "post" else {}
    first = shown(send(reverse(f"cases:{name}", args=closed), data), *closed)
    second = shown(send(reverse(f"cases:{name}", args=absent), data), *absent)
    assert first[0] == second[0] == 404
    assert first == second


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("act", [*ACTS, "no-such-act"])
def test_an_identity_act(as_manager, manager, made, act, relation, method):
    case = made(relation)
    close_to(manager, case, relation)

    the_same(as_manager, "identity_act", [case.number, act], [NO_FILE, act], method)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("act", ROW_ACTS)
def test_an_identity_row(as_manager, manager, made, act, relation, method):
    case = made(relation)
    phone = a_phone(case.person)
    close_to(manager, case, relation)

    closed, absent = [case.number, act, phone.pk], [NO_FILE, act, new_id()]
    the_same(as_manager, "identity_row", closed, absent, method)


@pytest.mark.parametrize("act", ROW_ACTS)
def test_a_row_of_a_closed_file_is_not_reached_through_an_open_one(as_manager, case, made, act):
    hidden = made("restricted")
    phone = a_phone(hidden.person)
    restricted(hidden)

    closed, absent = [case.number, act, phone.pk], [case.number, act, new_id()]
    the_same(as_manager, "identity_row", closed, absent)


@pytest.mark.parametrize("name", ["document", "misfiled"])
@pytest.mark.parametrize("relation", RELATIONS)
def test_a_document(as_manager, manager, made, name, relation):
    case = made(relation)
    document = keep(case=case, by=holder_of(case))
    close_to(manager, case, relation)

    the_same(as_manager, name, [document.pk], [new_id()])


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_document_is_not_set_aside(as_manager, manager, made, relation):
    case = made(relation)
    document = keep(case=case, by=holder_of(case))
    close_to(manager, case, relation)

    the_same(as_manager, "misfiled", [document.pk], [new_id()], "post")

    assert Document.objects.get().misfiled_at is None


@pytest.mark.parametrize("name", ["document", "misfiled"])
def test_a_document_of_an_open_file_opens(as_manager, case, officer, name):
    document = keep(case=case, by=officer)

    answer = as_manager.get(reverse(f"cases:{name}", args=[document.pk]))
    assert answer.status_code == 200
    if answer.streaming:
        assert b"".join(answer.streaming_content) == b"Order of 3 March"
    answer.close()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("relation", RELATIONS)
def test_the_end_of_a_time_away(as_manager, manager, made, relation, method):
    case = made(relation)
    away = an_away(case)
    close_to(manager, case, relation)

    the_same(as_manager, "end_away", [case.number, away.pk], [NO_FILE, new_id()], method)

    away.refresh_from_db()
    assert away.ends_before is None


def test_a_time_away_is_not_reached_through_another_file(as_manager, case, made):
    hidden = made("restricted")
    away = an_away(hidden)
    restricted(hidden)

    closed, absent = [case.number, away.pk], [case.number, new_id()]
    the_same(as_manager, "end_away", closed, absent)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("relation", RELATIONS)
def test_the_end_of_the_cover_of_a_file(as_manager, manager, made, relation, method):
    case = made(relation)
    cover = a_cover(holder_of(case), cases=[case])
    close_to(manager, case, relation)

    the_same(as_manager, "end_cover", [cover.pk], [new_id()], method)

    before = cover.ends_before
    cover.refresh_from_db()
    assert cover.ends_before == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_end_of_the_cover_of_an_officer_elsewhere(as_manager, there, method):
    officer = a_member("OFFICER", office=there.office)
    cover = a_cover(officer, officer=officer)

    the_same(as_manager, "end_cover", [cover.pk], [new_id()], method)


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_person(as_manager, manager, made, relation):
    case = made(relation)
    close_to(manager, case, relation)

    the_same(as_manager, "person", [case.person.number], [NO_PERSON])


@pytest.mark.parametrize("role", ["MANAGER", "OFFICER", "CLERK"])
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("relation", RELATIONS)
def test_opening_a_file_for_a_person(client, office, made, relation, method, role):
    member = a_member(role, office=office)
    signed_in(client, member)
    case = made(relation)
    close_to(member if relation == "conflict" else None, case, relation)
    before = Entry.objects.filter(act__startswith="cases.").count()

    the_same(client, "open_for", [case.person.number], [NO_PERSON], method)

    assert Entry.objects.filter(act__startswith="cases.").count() == before
    assert case.person.cases.count() == 1


def test_each_address_of_an_open_file_opens(as_manager, case, officer):
    phone, away = a_phone(case.person), an_away(case)
    cover = a_cover(officer, officer=officer)
    wanted = {
        "identity_act": [case.number, "add-name"],
        "identity_row": [case.number, "end-phone", phone.pk],
        "end_away": [case.number, away.pk],
        "end_cover": [cover.pk],
        "open_for": [case.person.number],
    }

    for name, args in wanted.items():
        assert as_manager.get(reverse(f"cases:{name}", args=args)).status_code == 200, name
