"""What the answer to *how do we know* is made of, and the sentences that explain it."""

from enum import StrEnum, auto


class Result(StrEnum):
    """What a verification found."""

    CONFIRMED = auto()
    CONTRADICTED = auto()
    INCONCLUSIVE = auto()
    """It was tried and showed nothing: nobody at home, no answer. Nothing is known by it."""


class Standing(StrEnum):
    """How what is known of a condition stands beside what the pack expects."""

    NOTHING_ON_FILE = auto()
    AS_EXPECTED = auto()
    MORE_EXPECTED = auto()
    """What is on file is weaker, or older, than the pack expects at this level."""
    NO_STRONGER_EXPECTED = auto()
    """The person's own word is on file, and the pack expects no more at this level."""


class Why(StrEnum):
    """The sentences of this part of the kernel: a pack has each of them in its languages."""

    LAST_KNOWN = "knowing.last_known"
    EXPECTED = "knowing.expected"
    EXPECTED_AGAIN = "knowing.expected_again"
    OWN_WORD_SUFFICES = "knowing.own_word_suffices"
    WEAKER = "knowing.weaker"
    OLDER = "knowing.older"
    CONTRADICTED = "knowing.contradicted"
    NOTHING = "knowing.nothing"
    TRIED = "knowing.tried"
    NOT_WATCHED = "knowing.not_watched"
