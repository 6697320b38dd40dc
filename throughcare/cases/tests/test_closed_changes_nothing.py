"""Whatever is sent to a restricted file changes no row of any table and writes no entry."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from throughcare import clock
from throughcare.cases.models import Case
from throughcare.cases.tests.factories import a_case, restricted
from throughcare.documents.tests.factories import keep
from throughcare.people.tests.factories import a_phone
from throughcare.record.ids import new_id
from throughcare.record.models import Look
from throughcare.staff.tests.factories import a_member, signed_in

pytestmark = pytest.mark.django_db

WATCHED = ("cases", "people", "documents", "record")
ACTS = [
    "assign",
    "uncovered",
    "cover",
    "level",
    "away",
    "propose_transfer",
    "accept_transfer",
    "refuse_transfer",
    "restrict",
    "name_member",
    "lift",
    "conflict",
    "close",
    "reopen",
    "documents",
]
READ_ONLY = ["file", "summary", "identity", "record"]
ROLES = ["MANAGER", "OFFICER", "CLERK"]
EVERYTHING = {
    "reason": "A reason",
    "since": "today",
    "words": "A cousin",
    "summary": "Moved",
    "closing_words": "Ended",
    "level": "HIGH",
    "kind": "CUSTODY",
    "title": "Letter",
    "starts_on": "today",
    "last_day": "2030-01-01",
    "source": "Police",
}


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.DOCUMENTS_FOLDER = tmp_path / "documents"


@pytest.fixture
def hidden(officer):
    case = a_case(holder=officer, happened_at=clock.now() - timedelta(days=9))
    a_phone(case.person)
    keep(case=case, by=officer)
    restricted(case)
    return case


def rows():
    """Return every row of the watched tables, by table. That somebody looked is written anyhow."""
    every = [each for app in WATCHED for each in apps.get_app_config(app).get_models()]
    models = [each for each in every if each is not Look]
    return {
        each._meta.label: sorted(map(repr, each._default_manager.values_list())) for each in models
    }


def sent_by(member):
    file = SimpleUploadedFile("letter.txt", b"Works since June.", "text/plain")
    own = {"id": str(new_id()), "holder": str(member.pk), "member": str(member.pk), "file": file}
    return EVERYTHING | own | {"covering": str(member.pk), "to_office": str(member.office.pk)}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ACTS)
def test_an_act_changes_nothing(client, hidden, office, name, role):
    member = a_member(role, office=office)
    signed_in(client, member)
    before = rows()

    answer = client.post(reverse(f"cases:{name}", args=[hidden.number]), sent_by(member))

    assert answer.status_code == 404
    assert rows() == before


@pytest.mark.parametrize("name", READ_ONLY)
def test_a_page_takes_nothing_that_is_sent(as_manager, manager, hidden, name):
    before = rows()

    answer = as_manager.post(reverse(f"cases:{name}", args=[hidden.number]), sent_by(manager))

    assert answer.status_code == 405
    assert rows() == before


@pytest.mark.parametrize("name", ["get", "head"])
def test_looking_changes_nothing(as_manager, hidden, name):
    before = rows()

    for each in [*ACTS, *READ_ONLY]:
        answer = getattr(as_manager, name)(reverse(f"cases:{each}", args=[hidden.number]))
        assert answer.status_code == 404, each

    assert rows() == before


def test_what_is_compared_is_not_empty(hidden):
    found = rows()

    assert len(found["cases.Case"]) == Case.objects.count() == 1
    assert len(found["cases.Restriction"]) == 1
    assert len(found["documents.Document"]) == 1
    assert len(found["people.Phone"]) == 1
    assert found["record.Entry"]


@pytest.mark.parametrize("name", ["level", "documents"])
def test_the_same_sending_by_the_holder_writes(client, officer, hidden, name):
    signed_in(client, officer)
    before = rows()["record.Entry"]
    said = sent_by(officer) | ({"kind": "LETTER"} if name == "documents" else {})

    client.post(reverse(f"cases:{name}", args=[hidden.number]), said)

    assert len(rows()["record.Entry"]) == len(before) + 1
