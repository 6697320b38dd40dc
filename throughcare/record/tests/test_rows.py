"""Rows of queries written out: of the present, and just the same of a past."""

import pytest

from throughcare import clock
from throughcare.record.asof import as_of
from throughcare.record.entries import System, entry
from throughcare.record.rows import rows_of
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
