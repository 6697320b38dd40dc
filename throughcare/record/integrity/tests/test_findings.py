"""Each finding says in one line where it is and what it is."""

import pytest

from throughcare.record.integrity.findings import SENTENCES, Finding, Kind


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            Finding(Kind.ALTERED, 17, "people_name", "0a-1", "surname"),
            "entry 17, table people_name, row 0a-1, column surname: "
            "a value is not the one that was recorded",
        ),
        (
            Finding(Kind.NOT_NUMBERED, table="record_entry", seq=9),
            "place 9, table record_entry: an entry is kept without a number",
        ),
        (Finding(Kind.LINK_GONE, 3), "entry 3: the hashes kept of the entry are gone"),
        (Finding(Kind.GONE), "a row version that was recorded is gone"),
    ],
)
def test_a_finding_is_one_line(finding, said):
    assert str(finding) == said


def test_every_kind_has_its_sentence():
    assert SENTENCES.keys() == set(Kind)
    assert len(set(SENTENCES.values())) == len(Kind)
