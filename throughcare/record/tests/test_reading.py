"""What was read is not read again in a block that only reads, and never outlives a write."""

from datetime import date
from uuid import uuid4

import pytest

from throughcare import clock
from throughcare.record import asof
from throughcare.record.asof import Cut
from throughcare.record.entries import System, entry
from throughcare.record.reading import forget, read_once, reading_once

DAY, NEXT = date(2026, 3, 14), date(2026, 3, 15)
ONE, OTHER, THIRD = uuid4(), uuid4(), uuid4()


class Asked:
    """A question that keeps what it was asked, and whose answer is how often that was."""

    def __init__(self):
        self.of = []
        self.once = read_once(self._ask)

    def _ask(self, cases, on):
        self.of.append((set(cases), on))
        return {case: len(self.of) for case in cases}


@pytest.fixture
def asked():
    return Asked()


def test_outside_a_block_every_question_is_asked(asked):
    assert [asked.once([ONE], DAY), asked.once([ONE], DAY)] == [{ONE: 1}, {ONE: 2}]


def test_in_a_block_a_question_is_asked_once(asked):
    with reading_once():
        assert [asked.once([ONE], DAY), asked.once([ONE], DAY)] == [{ONE: 1}, {ONE: 1}]


def test_fewer_files_are_answered_from_more(asked):
    with reading_once():
        asked.once([ONE, OTHER], DAY)

        assert asked.once([OTHER], DAY) == {OTHER: 1}


def test_a_file_that_was_not_asked_about_is(asked):
    with reading_once():
        asked.once([ONE], DAY)

        assert asked.once([ONE, THIRD], DAY) == {ONE: 2, THIRD: 2}


def test_another_day_is_another_question(asked):
    with reading_once():
        assert [asked.once([ONE], day)[ONE] for day in (DAY, NEXT, DAY)] == [1, 2, 1]


def test_two_questions_are_not_mixed_up(asked):
    other = Asked()
    with reading_once():
        asked.once([ONE], DAY)
        asked.once([OTHER], DAY)

        assert other.once([OTHER], DAY) == {OTHER: 1}


def test_nothing_is_kept_after_the_block(asked):
    for _block in range(2):
        with reading_once():
            asked.once([ONE], DAY)

    assert len(asked.of) == 2


def test_a_block_in_a_block_is_part_of_it(asked):
    with reading_once():
        asked.once([ONE], DAY)
        with reading_once():
            asked.once([ONE], DAY)
        asked.once([ONE], DAY)

    assert len(asked.of) == 1


def test_a_block_that_fails_keeps_nothing(asked):
    with pytest.raises(ValueError, match="x"), reading_once():
        asked.once([ONE], DAY)
        raise ValueError("x")

    assert asked.once([ONE], DAY) == {ONE: 2}


def test_an_answer_can_leave_a_file_out():
    nothing = read_once(lambda cases, on: {})
    with reading_once():
        assert [nothing([ONE], DAY), nothing([ONE], DAY)] == [{}, {}]


def test_a_past_is_never_answered_from_the_present(asked):
    moment = clock.wall()
    with reading_once():
        present = asked.once([ONE], DAY)
        token = asof._past.set(Cut(moment, number=7, seq=7))
        past = asked.once([ONE], DAY)
        asof._past.reset(token)

        assert (present, past, asked.once([ONE], DAY)) == ({ONE: 1}, {ONE: 2}, {ONE: 1})


def test_forgetting_outside_a_block_is_nothing():
    assert forget() is None


@pytest.mark.django_db
def test_what_was_read_before_an_entry_is_read_again_after(asked):
    with reading_once():
        asked.once([ONE], DAY)
        with entry("office.renamed", by=System()):
            during = asked.once([ONE], DAY)

        assert (during, asked.once([ONE], DAY)) == ({ONE: 2}, {ONE: 2})
