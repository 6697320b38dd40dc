"""Who acted, for whom, about what, why, when it happened and when it was written down."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from throughcare.record.entries import OpenEntry, System, current_entry, entry, request_id
from throughcare.record.ids import new_id
from throughcare.record.models import Entry
from throughcare.record.registry import columns_of
from throughcare.staff.models import Office

pytestmark = pytest.mark.django_db
HAPPENED = datetime(2024, 2, 29, 23, 59, 59, 123456, tzinfo=UTC)
DEVICE = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


class Someone:
    """A member of staff, a case or a person: the record asks for no more than this."""

    def __init__(self, full_name: str = "A. Okafor", role: str = "OFFICER") -> None:
        self.id = uuid4()
        self.full_name = full_name
        self.role = role


def kept(opened: OpenEntry) -> Entry:
    return Entry.objects.get(seq=opened.seq)


def test_everything_said_is_kept():
    officer, manager, case, person = (Someone(name) for name in ("O", "M", "C", "P"))
    with entry(
        "contact.recorded",
        by=officer,
        on_behalf_of=manager,
        case=case,
        person=person,
        reason="seen at the counter",
        happened_at=HAPPENED,
        device_at=DEVICE,
    ) as opened:
        pass

    said = kept(opened)
    assert (said.act, said.reason) == ("contact.recorded", "seen at the counter")
    assert (said.by_id, said.by_name, said.by_role) == (officer.id, "O", "OFFICER")
    assert (said.for_id, said.for_name) == (manager.id, "M")
    assert (said.case_id, said.person_id) == (case.id, person.id)
    assert (said.happened_at, said.device_at) == (HAPPENED, DEVICE)
    assert not said.loaded


def test_what_is_not_said_is_empty():
    with entry("office.opened", by=System()) as opened:
        pass

    said = kept(opened)
    assert (said.by_id, said.by_name, said.by_role) == (None, "Throughcare", "SYSTEM")
    assert (said.for_id, said.for_name, said.reason, said.request_id) == (None, "", "", "")
    assert (said.case_id, said.person_id) == (None, None)
    assert (said.happened_at, said.device_at) == (None, None)


def test_the_name_stays_as_it_was_then():
    officer = Someone("Adaeze Okafor")
    with entry("a.b", by=officer) as opened:
        pass
    officer.full_name = "Adaeze Lachance"

    assert kept(opened).by_name == "Adaeze Okafor"


def test_an_entry_knows_its_request():
    token = request_id.set("4f1c")
    try:
        with entry("a.b", by=System()) as opened:
            pass
    finally:
        request_id.reset(token)

    assert kept(opened).request_id == "4f1c"


@pytest.mark.parametrize(
    "reason",
    [
        "l’été, « où » – œuvre",
        "'; DROP TABLE record_entry; --",
        "%s %(name)s {0}",
        "two\nlines\tand a tab",
        "שלום 🦌",
        "x" * 20_000,
    ],
)
def test_a_reason_is_kept_to_the_letter(reason):
    with entry("a.b", by=System(), reason=reason) as opened:
        pass

    assert kept(opened).reason == reason


def test_an_inner_act_is_told_by_the_outer_entry():
    officer, clerk = Someone("O"), Someone("C", "CLERK")
    with entry("a.b", by=officer) as outer, entry("c.d", by=clerk, reason="inner"):
        pass

    assert [(each.act, each.by_name, each.reason) for each in Entry.objects.all()] == [
        ("a.b", "O", "")
    ]
    assert kept(outer).number == 1


def test_an_inner_error_that_is_dealt_with_leaves_the_outer_entry_whole():
    with entry("a.b", by=System()) as outer:
        Office.objects.create(code="A")
        try:
            with transaction.atomic(), entry("c.d", by=System()):
                Office.objects.create(code="B")
                raise KeyError("inner")
        except KeyError:
            pass
        assert current_entry() is outer
        Office.objects.create(code="C")

    assert sorted(Office.objects.values_list("code", flat=True)) == ["A", "C"]
    assert kept(outer).number is not None


def test_after_an_error_the_next_entry_opens_as_if_nothing_had_been():
    with pytest.raises(KeyError), entry("a.b", by=System()):
        raise KeyError("first")
    with entry("c.d", by=System()):
        Office.objects.create(code="A")

    assert [(each.number, each.act) for each in Entry.objects.all()] == [(1, "c.d")]


def test_numbers_follow_each_other():
    for _ in range(5):
        with entry("a.b", by=System()):
            pass

    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == [
        1,
        2,
        3,
        4,
        5,
    ]


def test_an_entry_can_stand_alone_without_changing_a_row():
    with entry("document.printed", by=System()) as opened:
        pass

    assert str(kept(opened)) == "1 document.printed"


def test_ids_are_version_7_and_rise():
    made = [new_id() for _ in range(200)]

    assert {each.version for each in made} == {7}
    assert all(isinstance(each, UUID) for each in made)
    assert sorted(made) == made
    assert len(set(made)) == len(made)


def test_columns_are_named_in_the_order_of_the_model():
    assert columns_of(Office)[:3] == ["id", "code", "name"]
