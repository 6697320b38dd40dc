"""No count tells of a group of one to four people, neither by itself nor by the total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughcare.cases.queries.counts import SMALLEST_GROUP, suppressed

COUNTS = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 40), max_size=6)
TABLE = [
    ("nothing", {}, {}),
    ("all_empty", {"A": 0, "B": 0}, {"A": 0, "B": 0}),
    ("large", {"A": 5, "B": 70}, {"A": 5, "B": 70}),
    ("one_small", {"A": 4, "B": 5, "C": 9}, {"A": None, "B": None, "C": 9}),
    ("one_small_before_a_tie", {"A": 1, "B": 8, "C": 8}, {"A": None, "B": None, "C": 8}),
    ("two_small", {"A": 1, "B": 2, "C": 9}, {"A": None, "B": None, "C": 9}),
    ("small_and_empty", {"A": 3, "B": 0, "C": 12}, {"A": None, "B": 0, "C": None}),
    ("only_small", {"A": 3}, {"A": None}),
    ("small_among_empty", {"A": 3, "B": 0}, {"A": None, "B": 0}),
    ("edge", {"A": 4, "B": 4, "C": 5}, {"A": None, "B": None, "C": 5}),
]


@pytest.mark.parametrize(("counts", "told"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE])
def test_what_is_told_of_some_groups(counts, told):
    assert suppressed(counts) == told


@given(COUNTS)
def test_every_group_keeps_its_name_and_its_place(counts):
    assert list(suppressed(counts)) == list(counts)


@given(COUNTS)
def test_no_small_group_is_told(counts):
    told = suppressed(counts).values()

    assert all(count is None or count == 0 or count >= SMALLEST_GROUP for count in told)


@given(COUNTS)
def test_what_is_told_is_true(counts):
    told = suppressed(counts)

    assert {name: count for name, count in told.items() if count is not None}.items() <= (
        counts.items()
    )


@given(COUNTS)
def test_the_total_gives_no_small_group_away(counts):
    hidden = [counts[name] for name, count in suppressed(counts).items() if count is None]

    another = any(count >= SMALLEST_GROUP for count in counts.values())
    assert len(hidden) != 1 or not another


@given(COUNTS)
def test_at_most_one_large_group_is_hidden_with_the_small_ones(counts):
    hidden = [name for name, count in suppressed(counts).items() if count is None]

    assert sum(counts[name] >= SMALLEST_GROUP for name in hidden) <= 1


@given(COUNTS)
def test_a_total_that_would_tell_of_another_table_is_left_unknown(counts):
    """Two groups are hidden, or all that there are: nobody can add them up."""
    told = suppressed(counts, total_tells=True)

    hidden = [name for name, count in told.items() if count is None]
    assert len(hidden) >= min(2, sum(count > 0 for count in counts.values()))
    assert {name: count for name, count in told.items() if count is not None}.items() <= (
        counts.items()
    )


@given(COUNTS)
def test_an_empty_group_is_always_told(counts):
    told = suppressed(counts)

    assert [told[name] for name, count in counts.items() if count == 0] == [
        0 for count in counts.values() if count == 0
    ]


@given(COUNTS)
def test_without_a_small_group_everything_is_told(counts):
    large = {name: count for name, count in counts.items() if not 0 < count < SMALLEST_GROUP}

    assert suppressed(large) == large
