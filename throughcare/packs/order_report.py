"""The report of how the reader did on labelled orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from throughcare.packs.order_scores import DATES, VALUES, Score

LINE = "{:<26}{:>7}{:>11}{:>9}"
VALUE_LINE = "{:<26}{:>7}{:>9}{:>9}{:>9}{:>9}"


def report(score: Score) -> Iterator[str]:
    """Yield the lines of a report; the last one counts."""
    yield LINE.format("code", "labels", "precision", "recall")
    names = sorted(score.found | score.missed | score.besides)
    for code in sorted(names, key=lambda each: -(score.found[each] + score.missed[each])):
        yield _line(code, score.found[code], score.missed[code], score.besides[code])
    found, missed, besides = totals_of(score)
    yield _line("all codes", found, missed, besides)
    yield ""
    yield VALUE_LINE.format("value", "stated", "right", "unsure", "wrong", "silent")
    for name in (*VALUES, *DATES):
        count = score.values.get(name, Counter())
        kinds = [count[each] for each in ("right", "unsure", "wrong", "silent")]
        yield VALUE_LINE.format(name, sum(kinds[:3]), *kinds)
    wrong = sum(count["wrong"] for count in score.values.values())
    yield (
        f"{score.orders} orders, {found + missed} codes: precision {_ratio(found, besides)}, "
        f"recall {_ratio(found, missed)}; {wrong} values wrong without a mark"
    )


def totals_of(score: Score) -> tuple[int, int, int]:
    """Return how many codes were found, missed, and proposed besides."""
    return score.found.total(), score.missed.total(), score.besides.total()


def ratios(score: Score) -> tuple[str, str]:
    """Return precision and recall of all codes."""
    found, missed, besides = totals_of(score)
    return _ratio(found, besides), _ratio(found, missed)


def _line(code: str, found: int, missed: int, besides: int) -> str:
    """Return the line of a code."""
    return LINE.format(code, found + missed, _ratio(found, besides), _ratio(found, missed))


def _ratio(part: int, rest: int) -> str:
    """Return a share of a whole, or a dash where there is none."""
    return f"{part / (part + rest):.2f}" if part + rest else "-"
