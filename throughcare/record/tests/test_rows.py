"""Rows of queries written out: of the present, and just the same of a past."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from throughcare import clock
from throughcare.record.asof import as_of
from throughcare.record.entries import System, entry
from throughcare.record.rows import OF_A_PAST, rows_of
from throughcare.staff.models import Office

pytestmark = pytest.mark.django_db
NAMES = "SELECT code, name FROM staff_office WHERE code = ANY(%(codes)s)"


def test_a_query_is_answered_by_the_past_that_is_looked_at():
    with entry("office.opened", by=System()):
        Office.objects.create(code="SUD", name="Sudbury", name_fr="Sudbury")
    opened = clock.wall()
    with entry("office.renamed", by=System()):
        Office.objects.filter(code="SUD").update(name="Greater Sudbury")

    assert rows_of(NAMES, codes=["SUD", "TIM"]) == [("SUD", "Greater Sudbury")]
    with as_of(opened):
        assert rows_of(NAMES, codes=["SUD"]) == [("SUD", "Sudbury")]


def kept_plans() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return {statement for (statement,) in cursor.fetchall()}


def test_a_past_has_a_plan_of_its_own():
    with entry("office.opened", by=System()):
        Office.objects.create(code="SUD", name="Sudbury", name_fr="Sudbury")

    opened, words = clock.wall(), NAMES.replace("%(codes)s", "$1")
    rows_of(NAMES, codes=["SUD"])
    assert {each for each in kept_plans() if "staff_office" in each} == {words}
    with as_of(opened):
        rows_of(NAMES, codes=["SUD"])
    assert {each for each in kept_plans() if "staff_office" in each} == {words, words + OF_A_PAST}


def test_the_log_of_queries_tells_what_was_asked():
    with CaptureQueriesContext(connection) as queries:
        rows_of(NAMES, codes=["SUD"])
        rows_of(NAMES, codes=["SUD"])

    assert [each["sql"] for each in queries] == [NAMES.replace("%(codes)s", "$1")] * 2


def test_other_queries_keep_no_plan():
    for _time in range(9):
        Office.objects.filter(code="SUD").first()

    assert not any("staff_office" in each for each in kept_plans())


def test_an_error_of_the_database_is_said_as_for_any_other_query():
    with pytest.raises(ProgrammingError), transaction.atomic():
        rows_of("SELECT nothing FROM nowhere")
