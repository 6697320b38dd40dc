"""Reads of files: who may see which, lists of them, one file, an office, counts."""

from throughcare.cases.queries.visibility import (
    case_for,
    my_cases,
    person_for,
    visible_cases,
    visible_people,
)

__all__ = ["case_for", "my_cases", "person_for", "visible_cases", "visible_people"]
