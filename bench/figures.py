"""How a figure is taken and printed."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.database import worked_ms

WARMING_UP = 3
HEAD = """
| {title} | by the clock | at work | database | work and database | aim, p95 |
|---|---|---|---|---|---|""".lstrip()


@dataclass(frozen=True)
class Figure:
    """Times of one kind of act, in milliseconds, beside the aim where there is one.

    `times` are by the clock; `busy` is how long this process worked and `database` how long the
    server's process behind it did: other work on the machine lengthens these two less.
    """

    name: str
    times: Sequence[float]
    busy: Sequence[float] = ()
    aim_p95: float | None = None
    database: Sequence[float] = ()

    @property
    def median(self) -> float:
        """Return the middle time by the clock."""
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        """Return the time by the clock that nineteen of twenty keep under."""
        return p95_of(self.times)

    @property
    def together(self) -> list[float]:
        """Return how long this process and the database worked on each act."""
        return [sum(each) for each in zip(self.busy, self.database, strict=True)]

    def __str__(self) -> str:
        said = f"{self.name:<42} {len(self.times):>4} times"
        said += f"  median {self.median:7.1f} ms  p95 {self.p95:7.1f} ms"
        if self.busy:
            said += f"  (at work {statistics.median(self.busy):6.1f}, {p95_of(self.busy):6.1f}"
            said += f"; database {statistics.median(self.database):6.1f},"
            said += f" {p95_of(self.database):6.1f})"
        return f"{said}  aim {self.aim_p95:g}" if self.aim_p95 else said

    @property
    def row(self) -> str:
        """Return the figure as a row of a table in Markdown, under `HEAD`."""
        taken = (self.times, self.busy, self.database, self.together)
        cells = [f"{_rounded(each)} ms" for each in taken]
        aim = f"{self.aim_p95:g} ms" if self.aim_p95 else "–"
        return f"| {' | '.join([self.name, *cells, aim])} |"


def _rounded(times: Sequence[float]) -> str:
    """Return the median and the time that nineteen of twenty keep under."""
    return f"{statistics.median(times):.0f} / {p95_of(times):.0f}"


def p95_of(times: Sequence[float]) -> float:
    """Return the time that nineteen of twenty keep under."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def timed(name: str, acts: Iterable[Callable[[], object]], aim_p95: float | None = None) -> Figure:
    """Run each act once and return what each took; the first three warm up and do not count."""
    times, busy, database = [], [], []
    for at, act in enumerate(acts):
        asked, started, worked = worked_ms(), time.perf_counter(), time.process_time()
        act()
        if at >= WARMING_UP:
            times.append((time.perf_counter() - started) * 1000)
            busy.append((time.process_time() - worked) * 1000)
            database.append(worked_ms() - asked)
    return Figure(name, times, busy, aim_p95, database)


def ratio(name: str, one: Figure, other: Figure, most: float) -> str:
    """Return how much longer one kind of act took than another, in a line: by clock and at work."""
    by_clock = one.median / other.median
    at_work = statistics.median(one.busy) / statistics.median(other.busy)
    return f"{name:<42} {by_clock:.2f} times, {at_work:.2f} at work  aim {most:g} at most"
