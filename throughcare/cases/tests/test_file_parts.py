"""What higher duties add to the pages of a file."""

from datetime import date

import pytest
from django.test import override_settings

from throughcare import clock
from throughcare.cases import file_parts
from throughcare.cases.file_parts import FilePart, FileTab
from throughcare.cases.header import header_of
from throughcare.cases.queries.file import state_of
from throughcare.cases.tests.factories import a_case
from throughcare.pages.person_header import OrderInForce
from throughcare.people.queries import person_card
from throughcare.staff.tests.factories import a_member

BOND = OrderInForce("Peace bond", "to 3 Feb 2027")
SAMPLE = FilePart(
    tabs=(FileTab("sample", "Sample", "cases:record"),),
    words={"sample.made": "A sample was made"},
    marks={"sample.made": "ahead"},
    fields={"kind": "Kind of sample"},
    gist=frozenset({"kind"}),
    orders_in_force=lambda case, on: [BOND],
)
HERE = "throughcare.cases.tests.test_file_parts.SAMPLE"


@pytest.fixture
def with_sample():
    with override_settings(FILE_PARTS=[HERE]):
        file_parts.file_parts.cache_clear()
        yield
    file_parts.file_parts.cache_clear()


@pytest.fixture
def alone():
    with override_settings(FILE_PARTS=[]):
        file_parts.file_parts.cache_clear()
        yield
    file_parts.file_parts.cache_clear()


def header():
    officer = a_member("OFFICER")
    case = a_case(holder=officer)
    state = state_of(case, officer, clock.today())
    return header_of(state, person_card(case.person_id, on=clock.today()), "sample")


@pytest.mark.django_db
def test_the_tabs_of_a_part_stand_between_identity_and_documents(with_sample):
    tabs = header().tabs

    assert [tab.label for tab in tabs] == ["Overview", "Identity", "Sample", "Documents", "Record"]
    assert [tab.current for tab in tabs] == [False, False, True, False, False]


@pytest.mark.django_db
def test_the_header_names_the_orders_in_force(with_sample):
    assert header().orders == [BOND]


@pytest.mark.django_db
def test_where_nothing_keeps_orders_none_are_named(alone):
    assert header().orders is None
    assert len(header().tabs) == 4


def test_the_words_of_a_part_join_the_files_own(with_sample):
    own = {"cases.opened": "Opened", "kind": "Kind"}

    assert file_parts.words_of(own, "words") == own | {"sample.made": "A sample was made"}
    assert file_parts.words_of(own, "fields")["kind"] == "Kind of sample"
    assert own["kind"] == "Kind"


def test_marks_of_a_part_are_known(with_sample):
    assert file_parts.words_of({}, "marks") == {"sample.made": "ahead"}


def test_without_parts_only_the_files_own_words_are_known(alone):
    assert file_parts.words_of({"a": "b"}, "words") == {"a": "b"}
    assert file_parts.orders_in_force(None, date(2026, 11, 26)) is None


def test_a_part_that_keeps_no_orders_is_passed_over(monkeypatch):
    monkeypatch.setattr(file_parts, "file_parts", lambda: (FilePart(), SAMPLE))

    assert file_parts.orders_in_force(None, date(2026, 11, 26)) == [BOND]
