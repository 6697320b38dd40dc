"""What an export rests on is read back as it was, and its account follows from it."""

import json
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.account.export.document import Exported
from throughcare.account.export.reading import exported
from throughcare.account.export.verifying import differences, recomputed, verify
from throughcare.account.export.writing import as_text, as_values
from throughcare.account.tests.exports import CASE, PACK
from throughcare.account.tests.exports import exported as an_export
from throughcare.kernel.accounting.computing import OnFile
from throughcare.kernel.accounting.tests.planting import Gap, a_case
from throughcare.kernel.calendar.lengths import Length
from throughcare.kernel.knowing.known import Expectation, Verification
from throughcare.kernel.knowing.watching import Condition
from throughcare.kernel.knowing.words import Result
from throughcare.kernel.obligations.facts import Period
from throughcare.kernel.obligations.tests.strategies import days, facts, periods, requirements
from throughcare.kernel.obligations.words import Strength

expectations = st.builds(
    Expectation,
    st.lists(st.sampled_from(["ASKED", "DOOR_CHECK"]), max_size=2).map(tuple),
    st.sampled_from(Strength),
    st.none() | st.builds(Length, months=st.integers(1, 9)),
    st.booleans(),
    st.text(max_size=9),
)
conditions = st.builds(Condition, st.just("C"), periods(), expectations, st.just(frozenset({"R"})))
verifications = st.builds(
    Verification,
    st.just("C"),
    st.just("ASKED"),
    st.sampled_from(Strength),
    days,
    st.sampled_from(Result),
)
on_files = st.builds(
    OnFile,
    st.tuples(requirements),
    facts,
    st.tuples(conditions),
    st.lists(verifications, max_size=3).map(tuple),
)


@given(on_files, periods(), days)
def test_what_is_written_is_read_back_the_same(on_file, period, on):
    whole = Exported(CASE, "C-1", PACK, period, on, on_file)
    said = as_values(whole)
    found, stated = exported(json.loads(json.dumps(said)))

    assert found == whole
    assert differences(stated, recomputed(found)) == []


@pytest.mark.parametrize("seed", range(20))
def test_the_file_of_a_case_is_verified(tmp_path, seed):
    draft = a_case(Random(seed), {Gap.MISSED_REPORT, Gap.STALE})
    whole = Exported(CASE, "C-1", PACK, Period(date(2024, 1, 1)), draft.on, draft.on_file())
    path = tmp_path / "account.json"
    path.write_text(as_text(whole), encoding="utf-8")

    assert verify(path) == []


def test_the_same_case_is_the_same_text():
    assert as_text(an_export()) == as_text(an_export())


def test_words_in_french_stay_readable_in_the_file():
    whole = an_export()
    named = Exported(whole.case, "É-1", PACK, whole.period, whole.on, whole.on_file)

    assert '"É-1"' in as_text(named)
