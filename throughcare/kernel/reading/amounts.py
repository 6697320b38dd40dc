"""Numbers, lengths and amounts as orders write them: in figures, in words, or in both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from throughcare.kernel.calendar.lengths import MONTHS_OF_A_YEAR, Length
from throughcare.kernel.reading.texts import Span
from throughcare.kernel.reading.wording import Expression

HUNDRED, THOUSAND = 100, 1000
Number = int | float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, and whether words and figures say two different numbers."""

    number: Number
    unit: str
    span: Span
    is_contradicted: bool = False


@dataclass(frozen=True, eq=False)
class Counting:
    """How a pack writes numbers and units."""

    numbers: Mapping[str, int]
    units: Mapping[str, Expression]
    joins: str = r"(?:[\s-]+(?:and|et)?[\s-]*)"

    @cached_property
    def _number(self) -> str:
        """Return the expression of a number."""
        word = "(?:" + "|".join(sorted(map(re.escape, self.numbers), key=len, reverse=True)) + ")"
        return rf"(?:\d{{1,3}}(?:[, ]\d{{3}})+|\d+(?:\.\d+)?|{word}(?:{self.joins}{word})*)"

    @cached_property
    def _quantity(self) -> Expression:
        """Return the expression of a number with its unit."""
        units = "|".join(f"(?P<{name}>{each.pattern})" for name, each in self.units.items())
        return re.compile(
            rf"(?<![\w.])(?P<number>{self._number})"
            rf"(?:\s*\(\s*(?P<again>{self._number})\s*\))?[\s-]*(?:(?:premi|derni)\w+\s+)?"
            rf"(?:{units})(?![a-z])"
        )

    @cached_property
    def _single(self) -> Expression:
        """Return the expression of one unit that only its place counts: *the first year*."""
        units = "|".join(f"(?P<{name}>{each.pattern})" for name, each in self.units.items())
        return re.compile(
            rf"\b(?:first|last|final|next|premi\w+|derni\w+)\s+(?P<unit>{units})(?![a-z])"
        )

    def value(self, words: str) -> Number:
        """Return the value of a number in figures or words; words that are no number count 0."""
        plain = re.sub(r"(?<=\d)[, ](?=\d)", "", words.strip())
        if re.fullmatch(r"\d+(?:\.\d+)?", plain):
            return float(plain) if "." in plain else int(plain)
        return self._in_words(re.split(r"[\s-]+", plain))

    def _in_words(self, words: list[str]) -> int:
        """Return the value of a number in words."""
        total = part = 0
        for word in words:
            number = self.numbers.get(word, 0)
            if number == HUNDRED:
                part = max(part, 1) * HUNDRED
            elif number == THOUSAND:
                total, part = total + max(part, 1) * THOUSAND, 0
            else:
                part += number
        return total + part

    def quantities(self, words: str) -> Iterator[Quantity]:
        """Yield each number with a unit in folded words."""
        for found in self._quantity.finditer(words):
            number = self.value(found["number"])
            again = None if found["again"] is None else self.value(found["again"])
            unit = next(name for name in self.units if found[name] is not None)
            is_contradicted = again is not None and again != number
            yield Quantity(number, unit, Span(*found.span()), is_contradicted)
        for found in self._single.finditer(words):
            unit = next(name for name in self.units if found[name] is not None)
            yield Quantity(1, unit, Span(found.start("unit"), found.end()))

    def lengths(self, words: str) -> list[tuple[Length, Span]]:
        """Return each length of time: *two years less a day*, *18 months*."""
        found: list[tuple[Length, Span]] = []
        for each in self.quantities(words):
            length = _length(each)
            if length is None or (found and each.span.start < found[-1][1].end):
                continue
            less = LESS.match(words, each.span.end)
            if less is not None:
                length = length + Length(less_days=1)
            end = less.end() if less else each.span.end
            found.append((length, Span(each.span.start, end)))
        return found


LESS = re.compile(r"(?:'s?)?,?\s*(?:less|minus|moins)[\s-]*(?:one|a|1|un)?[\s-]*(?:day|jour)")


def _length(quantity: Quantity) -> Length | None:
    """Return a quantity of time as a length; what is no whole number or no time is none."""
    number, unit = quantity.number, quantity.unit
    if unit == "year":
        return _years(number)
    name = LENGTHS.get(unit)
    return Length(**{name: number}) if name and isinstance(number, int) else None


LENGTHS = {"month": "months", "week": "weeks", "day": "days"}


def _years(number: Number) -> Length | None:
    """Return years, a half of one as months; none where no whole months come out."""
    whole = int(number)
    months = (number - whole) * MONTHS_OF_A_YEAR
    return Length(years=whole, months=int(months)) if months == int(months) else None
