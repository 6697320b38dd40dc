"""Which names resemble a word: by its beginning, its letters or its sound."""

from functools import reduce
from operator import add, and_, or_

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import (
    BooleanField,
    Case,
    Expression,
    ExpressionWrapper,
    F,
    Q,
    QuerySet,
    Value,
    When,
)

from throughcare.people.models import Name, Person
from throughcare.people.spelling import word_sounds

# How much of a word's three-letter runs a name must hold. Below the default of 0.6, so that one
# wrong letter in a short name still finds it.
LETTERS_IN_COMMON = "0.4"
CANDIDATES = 300
BEGINS_NOT = 3


def begins(word: str) -> Q:
    """Return the condition that a word of a folded name begins with this one."""
    return Q(folded__startswith=word) | Q(folded__contains=f" {word}")


def resembles(word: str) -> Q:
    """Return the condition that a word of a folded name is spelled or sounds like this one."""
    like = Q(folded__trigram_word_similar=word)
    return like | Q(sounds__overlap=heard) if (heard := word_sounds(word)) else like


def resembling(words: list[str], among: QuerySet[Person]) -> QuerySet[Name]:
    """Return names in which each word sought resembles one, the nearest first.

    Call `loosen` before, in the same transaction.
    """
    names = Name.objects.filter(reduce(and_, map(resembles, words)), person__in=among)
    return names.order_by(_nearness(words).desc())[:CANDIDATES]


def likely(
    words: list[str], sought: list[str], names: QuerySet[Name], first: int
) -> QuerySet[Name]:
    """Return names that begin with the words, `first` or more, then those that resemble any.

    `begins` says how: 0 with a whole surname, 1 with a part of one, 2 elsewhere; `BEGINS_NOT`
    where a word does not begin any. `every` says whether each word `sought` resembles one. Of
    those that begin, the order is that of the alphabet, of the others nearness. One query, in
    which every name is looked at once. Call `loosen` before, in the same transaction.
    """
    all_begin = reduce(and_, map(begins, words))
    surname_first = Case(
        When(~all_begin, then=Value(BEGINS_NOT)),
        *(When(folded__startswith=f"{word} ", then=Value(0)) for word in words),
        *(When(folded__startswith=word, then=Value(1)) for word in words),
        default=Value(2),
    )
    alike = [resembles(word) for word in sought]
    said = names.filter(all_begin | reduce(or_, alike)).annotate(
        begins=surname_first, every=_truth(reduce(and_, alike))
    )
    alphabet = Case(When(begins__lt=BEGINS_NOT, then=F("person__sort_key")), default=Value(""))
    order = ("begins", alphabet, F("every").desc(), _nearness(sought).desc())
    return said.order_by(*order)[: first + CANDIDATES]


def _nearness(words: list[str]) -> Expression:
    return reduce(add, (TrigramWordSimilarity(word, "folded") for word in words))


def _truth(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())


def loosen() -> None:
    """Let this transaction's searches by letters accept names that are less near."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [LETTERS_IN_COMMON]
        )
