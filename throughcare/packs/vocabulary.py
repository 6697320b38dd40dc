"""The codes that the entries of a pack may name: instruments, evidence, methods, clocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from throughcare.kernel.calendar.lengths import Length
from throughcare.packs.condition_rules import Method


@dataclass(frozen=True)
class Vocabulary:
    """What each code stands for where an entry names it."""

    instruments: Mapping[str, str]
    evidence: Mapping[str, str]
    events: Mapping[str, str]
    methods: Mapping[str, Method]
    ceilings: Mapping[str, Length]
    working: Mapping[str, int]
    clocks: Mapping[str, str]
    levels: Mapping[str, str]
    of_person: frozenset[str] = frozenset()
    """Evidence that is of the person, not of one condition: one meeting serves every order."""
