"""Which names resemble a word: by its beginning, its letters or its sound."""

from functools import reduce
from operator import add, and_, or_

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import Q, QuerySet

from throughcare.people.models import Name, Person
from throughcare.people.spelling import word_sounds

# How much of a word's three-letter runs a name must hold. Below the default of 0.6, so that one
# wrong letter in a short name still finds it.
LETTERS_IN_COMMON = "0.4"
CANDIDATES = 300


def begins(word: str) -> Q:
    """Return the condition that a word of a folded name begins with this one."""
    return Q(folded__startswith=word) | Q(folded__contains=f" {word}")


def resembles(word: str) -> Q:
    """Return the condition that a word of a folded name is spelled or sounds like this one."""
    like = Q(folded__trigram_word_similar=word)
    return like | Q(sounds__overlap=heard) if (heard := word_sounds(word)) else like


def resembling(words: list[str], among: QuerySet[Person], *, every: bool = True) -> QuerySet[Name]:
    """Return names of which every word (or any) resembles one sought, the nearest first.

    Call `loosen` before, in the same transaction.
    """
    condition = reduce(and_ if every else or_, map(resembles, words))
    nearness = reduce(add, (TrigramWordSimilarity(word, "folded") for word in words))
    names = Name.objects.filter(condition, person__in=among)
    return names.order_by(nearness.desc())[:CANDIDATES]


def loosen() -> None:
    """Let this transaction's searches by letters accept names that are less near."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [LETTERS_IN_COMMON]
        )
