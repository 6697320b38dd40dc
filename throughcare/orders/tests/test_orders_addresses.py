"""Another file's ids, another office's papers and ids that nobody has, in every address."""

from datetime import date

import pytest
from django.urls import reverse

from throughcare.cases.tests.factories import a_case
from throughcare.orders.commands import expecting, papers
from throughcare.orders.models import Expected, Paper
from throughcare.orders.tests.acting import Acting
from throughcare.orders.tests.factories import condition_of
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.staff.tests.factories import a_member, an_office, signed_in

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
# Each page of a file that names a row of it, and what would be sent there.
OF_ROWS = {
    "order": ("order", {"act": "confirm_order"}),
    "taken_in": ("order", {"kind": "BRING", "due_on": "3 Dec 2026", "how_given": "PHONE"}),
    "explain": ("order", {"given_on": "today", "language": "en"}),
    "event": ("order", {"what": "ended", "on": "today", "words": "By the court"}),
    "vary": (
        "order",
        {"asked_by": "PERSON", "asked_on": "today", "after": "Be home by 11.", "words": "Shifts"},
    ),
    "protect": ("order", {"names": "R. S."}),
    "add_condition": ("order", {"words": "Stay in school."}),
    "met": ("direction", {"on": "today"}),
    "take_back": ("direction", {"reason": "Moved"}),
    "decide_variation": ("variation", {"outcome": "REFUSED", "decided_on": "today"}),
    "answer": ("query", {"answer": "The first."}),
}
SHOWN_ONLY = {"slip": "direction", "sheet": "order"}
ROWS = {name: row for name, (row, _said) in OF_ROWS.items()} | SHOWN_ONLY
PAPERS = {"paper": {}, "hold": {"held_as": "YOUTH", "whom_to_call": "x"}, "aside": {"reason": "x"}}
LINES = {"seen": {"seen_on": "today"}, "not_expected": {"reason": "x"}}


@pytest.fixture
def acting(case, officer):
    return Acting(case, officer)


@pytest.fixture
def other(officer):
    """Another file of the same officer, which they may see."""
    return a_case(holder=officer)


@pytest.fixture
def as_officer(client, officer):
    return signed_in(client, officer)


@pytest.fixture
def unchanged():
    """Called before an act: hold at the end that it left nothing in the record of orders."""

    def count():
        return Entry.objects.filter(act__startswith="orders.").count()

    before = []
    yield lambda: before.append(count())
    assert count() == before[0]


def address(name, number, row):
    more = ["fr"] if name == "sheet" else []
    return reverse(f"orders:{name}", args=[number, row, *more])


def a_paper(office, by):
    return papers.keep_paper(id=new_id(), office=office, by=by, words="1. Keep the peace.")


def a_line(office, by):
    return expecting.expect_person(
        id=new_id(), office=office, name="Noé Gatien", sentenced_on=DAY, by=by
    )


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_not_shown_under_another_file(as_officer, acting, other, name):
    row = getattr(acting, ROWS[name]).pk

    assert as_officer.get(address(name, acting.case.number, row)).status_code == 200
    assert as_officer.get(address(name, other.number, row)).status_code == 404


@pytest.mark.parametrize("name", OF_ROWS)
def test_nothing_is_done_to_a_row_of_another_file(as_officer, acting, other, unchanged, name):
    row, said = OF_ROWS[name]
    unchanged()

    answer = as_officer.post(address(name, other.number, getattr(acting, row).pk), said)

    assert answer.status_code == 404


@pytest.mark.parametrize("name", ROWS)
def test_an_id_that_nobody_has_is_not_there(as_officer, acting, name):
    unknown = address(name, acting.case.number, new_id())

    assert as_officer.get(unknown).status_code == 404


@pytest.mark.parametrize("name", ROWS)
def test_an_id_of_another_kind_of_row_is_not_there(as_officer, acting, name):
    kinds = {"order": "direction", "direction": "query", "query": "variation", "variation": "order"}
    wrong = getattr(acting, kinds[ROWS[name]]).pk

    assert as_officer.get(address(name, acting.case.number, wrong)).status_code == 404


@pytest.mark.parametrize("name", OF_ROWS)
def test_a_file_of_another_office_takes_nothing(client, acting, unchanged, name):
    signed_in(client, a_member("OFFICER", office=an_office()))
    row, said = OF_ROWS[name]
    unchanged()

    answer = client.post(address(name, acting.case.number, getattr(acting, row).pk), said)

    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["register", "direct", *ROWS])
def test_a_file_number_that_nobody_has_is_not_there(as_officer, acting, name):
    row = getattr(acting, ROWS[name]).pk if name in ROWS else None
    args = ["S-000-000", *([row] if row else []), *(["fr"] if name == "sheet" else [])]

    assert as_officer.get(reverse(f"orders:{name}", args=args)).status_code == 404


@pytest.mark.parametrize("name", ["register", *SHOWN_ONLY])
def test_a_page_that_only_shows_takes_no_form(as_officer, acting, name):
    number = acting.case.number
    where = (
        address(name, number, getattr(acting, ROWS[name]).pk)
        if name in ROWS
        else reverse("orders:register", args=[number])
    )

    assert as_officer.post(where, {"reason": "x"}).status_code == 405


@pytest.mark.parametrize("act", ["confirm", "ask", "none"])
def test_a_condition_of_another_file_is_not_decided_here(as_officer, acting, other, act):
    here = Acting(other, acting.by)
    condition = condition_of(acting.order, 1)
    said = {"act": act, "condition": str(condition.pk), "reason": "Recited"}

    answer = as_officer.post(address("order", other.number, here.order.pk), said)

    assert answer.status_code == 422
    assert condition_of(acting.order, 1).standing == "proposed"


@pytest.mark.parametrize("typed", ["", "1", "none", "00000000-0000-0000-0000-00000000000g"])
def test_a_condition_that_is_no_id_is_answered_with_a_sentence(as_officer, acting, typed):
    said = {"act": "none", "condition": typed, "reason": "Recited"}
    answer = as_officer.post(address("order", acting.case.number, acting.order.pk), said)

    assert answer.status_code == 422


def test_a_change_cannot_name_a_condition_of_another_file(as_officer, acting, other):
    there = condition_of(Acting(other, acting.by).order, 2)
    said = OF_ROWS["vary"][1] | {"before": str(there.pk)}
    answer = as_officer.post(address("vary", acting.case.number, acting.order.pk), said)

    assert answer.status_code == 422
    assert acting.order.variations.count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_another_office_is_neither_shown_nor_decided(
    client, office, clerk, name, method
):
    paper = a_paper(office, clerk)
    signed_in(client, a_member("CLERK", office=an_office()))

    answer = getattr(client, method)(reverse(f"orders:{name}", args=[paper.pk]), PAPERS[name])

    assert answer.status_code == 404
    assert Paper.objects.get().standing == "WAITS"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", LINES)
def test_someone_expected_at_another_office_is_neither_shown_nor_decided(
    client, office, clerk, name, method
):
    line = a_line(office, clerk)
    signed_in(client, a_member("CLERK", office=an_office()))

    answer = getattr(client, method)(reverse(f"orders:{name}", args=[line.pk]), LINES[name])

    assert answer.status_code == 404
    assert (Expected.objects.get().ending, Expected.objects.get().seen_on) == ("WAITS", None)


@pytest.mark.parametrize("name", [*PAPERS, *LINES])
def test_an_id_of_the_counter_that_nobody_has_is_not_there(client, clerk, name):
    signed_in(client, clerk)

    assert client.get(reverse(f"orders:{name}", args=[new_id()])).status_code == 404


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_that_was_set_aside_is_not_decided_again(client, office, clerk, name):
    paper = a_paper(office, clerk)
    papers.set_paper_aside(paper=paper, reason="Blank", by=clerk)
    signed_in(client, clerk)

    before = Entry.objects.count()
    address = reverse(f"orders:{name}", args=[paper.pk])
    client.post(address, {"held_as": "YOUTH", "whom_to_call": "The court", "reason": "Again"})

    assert client.get(address).status_code == 404
    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", LINES)
def test_someone_off_the_list_is_not_decided_again(client, office, clerk, name):
    line = a_line(office, clerk)
    expecting.no_longer_expect(expected=line, reason="Moved", by=clerk)
    signed_in(client, clerk)

    before = Entry.objects.count()
    address = reverse(f"orders:{name}", args=[line.pk])
    client.post(address, LINES[name])

    assert client.get(address).status_code == 404
    assert Entry.objects.count() == before


@pytest.mark.parametrize("which", ["of another office", "off the list", "nobody", "no id"])
def test_a_paper_is_not_tied_to_a_line_that_does_not_wait_here(client, office, clerk, which):
    lines = {
        "of another office": lambda: a_line(an_office(), clerk).pk,
        "off the list": lambda: (
            expecting.no_longer_expect(expected=a_line(office, clerk), reason="Moved", by=clerk).pk
        ),
        "nobody": new_id,
        "no id": lambda: "1",
    }
    signed_in(client, clerk)
    said = {"surname": "Gatien", "words": "1. Keep the peace."}
    answer = client.post(f"{reverse('orders:arrive')}?expected={lines[which]()}", said)

    assert answer.status_code == 302
    assert Paper.objects.get().expected is None
