"""What is known about people, and who they may be."""

from throughcare.people.queries.card import PersonCard, person_card
from throughcare.people.queries.duplicates import Likeness, likely_duplicates
from throughcare.people.queries.identity import Identity, identity
from throughcare.people.queries.search import Found, Hit, search

__all__ = [
    "Found",
    "Hit",
    "Identity",
    "Likeness",
    "PersonCard",
    "identity",
    "likely_duplicates",
    "person_card",
    "search",
]
