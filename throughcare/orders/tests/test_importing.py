"""Orders and a caseload brought in: once, row by row, every fault told, nothing red before."""

import json
from datetime import date
from fractions import Fraction

import pytest

from throughcare.cases.models import Case
from throughcare.orders import account
from throughcare.orders.commands import confirming
from throughcare.orders.commands.importing import import_orders
from throughcare.orders.importing import files
from throughcare.orders.importing.values import brought
from throughcare.orders.models import Order
from throughcare.people.models import Person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
ROW = {key: value for key, value in files.SAMPLE.items() if key in files.ORDERS}
FULL = dict(files.SAMPLE)
FAULTS = [
    ({"id": ""}, "id is missing"),
    ({"court": ""}, "court is missing"),
    ({"instrument": ""}, "instrument is missing"),
    ({"instrument": "PAROL"}, "instrument PAROL is not known"),
    ({"information_number": " "}, "information_number is missing"),
    ({"made_on": ""}, "made_on is missing"),
    ({"made_on": "8 Sept"}, "made_on is not a day such as 2026-01-31"),
    ({"made_on": "2026-02-30"}, "made_on: February 2026 has 28 days."),
    ({"received_on": "soon"}, "received_on is not a day such as 2026-01-31"),
    ({"length": "a while"}, "length cannot be read: write it such as 18 months"),
    ({"surname": ""}, "surname or person is missing"),
    ({"born": "April"}, "born is not a day such as 1990-04-17, nor a year"),
    ({"language": "de"}, "language is en or fr"),
    ({"hours_done": "many"}, "hours_done is not a number"),
    ({"as_at": ""}, "as_at is missing: say on which day the balances were so"),
    ({"as_at": "2026-11-27"}, "as_at has not come yet"),
    ({"conditions": "{"}, "conditions is not a list of words with their codes"),
    ({"conditions": [{"words": "Be."}]}, "conditions is not a list of words with their codes"),
]


@pytest.fixture
def bring(clerk, manager):
    def brings(*rows, **said):
        return import_orders(rows=list(rows), by=clerk, **said)

    return brings


@pytest.mark.parametrize(("said", "why"), FAULTS)
def test_a_fault_is_told_in_words(said, why):
    assert why in brought(FULL | said).wrong


def test_every_fault_of_a_row_is_told():
    assert len(brought(FULL | {"court": "", "length": "a while", "born": "x"}).wrong) == 3


def test_a_row_is_read_as_an_order():
    found = brought(FULL)

    assert found.wrong == []
    assert found.made.length.months == 12
    assert found.made.balance == {"hours_done": 22.5, "last_contact_on": "2026-10-27"}
    assert [code.code for each in found.conditions for code in each.codes] == [
        "KPGB",
        "COMMUNITY_SERVICE",
    ]


def test_conditions_may_be_given_with_their_codes():
    given = [{"words": "Be home.", "codes": {"CURFEW": {"window": {"start": "22:00"}}}}]

    for said in (given, json.dumps(given)):
        (condition,) = brought(ROW | {"conditions": said}).conditions
        assert condition.codes[0].parameters == {"window": {"start": "22:00"}}


def test_an_order_comes_in_with_its_person_and_file(bring):
    outcome = bring(ROW)

    assert (outcome.made, outcome.already, outcome.wrong) == (1, 0, [])
    order = Order.objects.get()
    assert (order.provisional, order.person.name.full) == (True, "Remy Sample")
    assert Case.objects.get().assignments.get(ends_at=None).uncovered


def test_the_same_file_again_changes_nothing(bring):
    bring(ROW)
    outcome = bring(ROW)

    assert (outcome.made, outcome.already) == (0, 1)
    assert Order.objects.count() == Person.objects.count() == 1


def test_a_wrong_row_never_stops_the_right_ones(bring):
    other = ROW | {"id": "OLD-2", "surname": "Gatien", "information_number": "26-0999"}
    outcome = bring(ROW, ROW | {"id": "OLD-3", "made_on": "never"}, other)

    assert outcome.made == 2
    assert [(row["id"], row["row"]) for row in outcome.wrong] == [("OLD-3", 2)]
    assert "made_on" in outcome.wrong[0]["why"]


def test_what_a_command_refuses_is_told_too(bring):
    outcome = bring(ROW | {"last_day": "2026-09-01"})

    assert outcome.wrong[0]["why"].startswith("last_day_stated: The last day")
    assert not Person.objects.exists()


def test_a_dry_run_says_the_same_and_keeps_nothing(bring):
    outcome = bring(ROW, ROW | {"id": "OLD-3", "made_on": "never"}, dry_run=True)

    assert (outcome.made, len(outcome.wrong)) == (1, 1)
    assert not Order.objects.exists()
    assert not Person.objects.exists()


def test_someone_on_file_is_never_merged_silently(bring):
    bring(ROW)
    outcome = bring(ROW | {"id": "OLD-9", "information_number": "26-0999"})

    number = Person.objects.get().number
    assert number in outcome.wrong[0]["why"]
    again = bring(ROW | {"id": "OLD-9", "information_number": "26-0999", "person": number})
    assert again.made == 1
    assert Order.objects.count() == 2


def test_a_number_that_nobody_has_is_told(bring):
    assert bring(ROW | {"person": "P-999"}).wrong[0]["why"] == "Nobody has the number P-999."


def test_the_holder_is_named(bring, officer):
    bring(ROW | {"holder": officer.username})

    assert Case.objects.get().assignments.get(ends_at=None).holder == officer


def test_progress_sees_every_row(bring):
    seen = []
    bring(ROW, progress=lambda rows: (seen.append(len(row)) or row for row in rows))

    assert len(seen) == 1


@pytest.fixture
def running(bring, officer):
    bring(FULL | {"holder": officer.username})
    order = Order.objects.get()
    return confirming.confirm_order(order=order, by=officer)


def test_nothing_before_go_live_is_asked(running):
    found = account.requirements([running.case_id], TODAY)[running.case_id]

    assert all(each.in_force.starts_on >= date(2026, 9, 8) for each in found)
    assert not [each for each in found if "EXPLAIN" in each.id]


def test_hours_done_before_count_for_the_condition(running):
    condition = running.conditions.get(number=2)
    known = account.facts([running.case_id], TODAY)[running.case_id].evidence

    hours = [each for each in known if each.kind == f"HOURS_WORKED@{condition.pk}"]
    assert [(each.amount, each.on) for each in hours] == [(Fraction("22.5"), date(2026, 11, 1))]


def test_the_last_contact_before_counts_as_reporting(running):
    known = account.facts([running.case_id], TODAY)[running.case_id]

    kinds = {each.kind for each in known.evidence if each.on == date(2026, 10, 27)}
    assert kinds == {"REPORTED", "SEEN_OFFICE"}


@pytest.mark.parametrize("kind", files.KINDS)
@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_template_can_be_brought_in(tmp_path, bring, kind, form):
    path = tmp_path / f"file.{form}"
    path.write_text(files.template(kind, form), encoding="utf-8")

    assert bring(*files.rows_of(path, kind)).made == 1


def test_what_was_wrong_is_written_with_the_reason(tmp_path, bring):
    outcome = bring(ROW | {"made_on": "never"})
    path = tmp_path / "wrong.csv"
    path.write_text(files.written(outcome.wrong, "orders", "row", "why"), encoding="utf-8")

    (row,) = files.rows_of(path, "orders")
    assert row["made_on"] == "never"
    assert row["why"] == "made_on is not a day such as 2026-01-31"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.json", "{", "cannot be read"),
        ("a.json", "{}", "must hold a list of objects"),
        ("a.json", "[1]", "must hold a list of objects"),
        ("a.csv", "id,moon\n1,2\n", "These columns are not known: moon."),
    ],
)
def test_a_file_that_cannot_be_read_says_so(tmp_path, name, text, why):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")

    with pytest.raises(files.UnreadableFile, match=why):
        files.rows_of(path, "orders")


def test_somebody_of_the_same_name_and_birth_date_is_not_added_again(officer):
    row = {**files.SAMPLE, "holder": officer.username}
    import_orders(rows=[row], by=officer)

    again = import_orders(rows=[row | {"id": "OLD-2", "information_number": "26-9"}], by=officer)

    [wrong] = again.wrong
    number = Person.objects.get().number
    assert f"Someone like this is on file: {number}." in wrong["why"]
