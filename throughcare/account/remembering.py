"""What was computed of a file is remembered by this process while nothing of the file changes.

Nothing of it is stored. The record says whether it still holds: every row that an account is made
of is written in an entry about its file or its person, and entries get their numbers in the order
in which others come to see them. A past holds for ever: only an erasure takes from it, and that
empties the memory. A write that is not over is never answered from here.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import wraps
from itertools import islice
from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

from django.utils.translation import get_language

from throughcare.account.law import the_pack
from throughcare.record.asof import Cut, known_at
from throughcare.record.entries import current_entry
from throughcare.record.reading import read_once
from throughcare.record.rows import rows_of

T = TypeVar("T")
Ask = Callable[[Collection[UUID], date], dict[UUID, T]]
Token = tuple[object, ...]

MOST = 20_000
"""So many files are remembered for each question: the caseloads of three hundred officers."""

ERASURES = "SELECT count(*) FROM public.record_erasure WHERE versions <> ''"
# A number is given again when what it was given to is rolled back; a place in the sequence is not.
# Work marked as not done for want of staff is one entry for several files: its rows are counted.
STAMPS = """
SELECT f.id, (SELECT count(*) FROM public.record_erasure WHERE versions <> ''),
    own.number, own.seq, own.recorded_at, theirs.number, theirs.seq, theirs.recorded_at,
    (SELECT count(*) FROM decisions_nostaff AS undone WHERE undone.case_id = f.id)
FROM cases_case AS f
LEFT JOIN LATERAL (
    SELECT number, seq, recorded_at FROM record_entry
    WHERE case_id = f.id AND number > 0 ORDER BY number DESC LIMIT 1
) AS own ON true
LEFT JOIN LATERAL (
    SELECT number, seq, recorded_at FROM record_entry
    WHERE person_id = f.person_id AND number > 0 ORDER BY number DESC LIMIT 1
) AS theirs ON true
WHERE f.id = ANY(%(cases)s)
"""


def remembered(ask: Ask[T]) -> Ask[T]:
    """Let a question about files on a day be answered again without asking the database for all.

    Only the files that something was written about since are asked for: one query for the rest.
    The answers are shared: whoever asks must not change them.
    """
    memory: Memory[T] = Memory(MOST)

    @wraps(ask)
    def answered(cases: Collection[UUID], on: date) -> dict[UUID, T]:
        if current_entry() is not None:
            return ask(cases, on)
        tokens, past = _tokens(cases, on), known_at()
        known = memory.holding(tokens, past)
        missing = [case for case in cases if case not in known]
        if missing:
            afresh = ask(missing, on)
            kept = {case: (tokens[case], afresh[case]) for case in missing if case in tokens}
            memory.keep(kept, past)
            known |= afresh
        return {case: known[case] for case in cases}

    return answered


class Memory(Generic[T]):
    """The last answer about each file, now and in each past, and what it rests on.

    The longest unasked are forgotten first; all of them when something was erased.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[UUID, Cut | None], tuple[Token, T]] = OrderedDict()
        self._erasures: object = 0
        self._lock = Lock()

    def holding(self, tokens: Mapping[UUID, Token], past: Cut | None = None) -> dict[UUID, T]:
        """Return the answers that rest on the same as these files do now, or did in a past."""
        found = {}
        with self._lock:
            self._drop_what_was_before_an_erasure(tokens)
            for case, token in tokens.items():
                kept = self._kept.get((case, past))
                if kept is not None and kept[0] == token:
                    self._kept.move_to_end((case, past))
                    found[case] = kept[1]
        return found

    def keep(self, answers: Mapping[UUID, tuple[Token, T]], past: Cut | None = None) -> None:
        """Keep answers in place of those before them."""
        with self._lock:
            for case, answer in answers.items():
                self._kept[case, past] = answer
                self._kept.move_to_end((case, past))
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def _drop_what_was_before_an_erasure(self, tokens: Mapping[UUID, Token]) -> None:
        for erasures, *_rest in islice(tokens.values(), 1):
            if erasures != self._erasures:
                self._kept.clear()
                self._erasures = erasures


def _tokens(cases: Collection[UUID], on: date) -> dict[UUID, Token]:
    """Return what an answer about each file rests on; first of all how often was erased by law.

    Now that is its record, the day, the rules and the words. To a past nothing is ever added.
    """
    shared = (on, the_pack(), get_language())
    if known_at() is not None:
        return dict.fromkeys(cases, (_erasures(), *shared))
    return {case: (*stamp, *shared) for case, stamp in stamps_of(cases, on).items()}


def _erasures() -> int:
    """Return how many erasures were carried out until now. One query."""
    [(count,)] = rows_of(ERASURES)
    return int(count)


@read_once
def stamps_of(cases: Collection[UUID], on: date) -> dict[UUID, Token]:
    """Return what tells apart every two states of each file; an absent file is left out.

    The day is not asked for. One query.
    """
    return {case: tuple(stamp) for case, *stamp in rows_of(STAMPS, cases=list(cases))}
