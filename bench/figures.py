"""How a figure is taken and printed."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

WARMING_UP = 3


@dataclass(frozen=True)
class Figure:
    """Times of one kind of act, in milliseconds, beside the aim where there is one.

    `times` are by the clock; `busy` is how long this process worked, which other work on the
    machine lengthens less. What the database did is in the first and not in the second.
    """

    name: str
    times: Sequence[float]
    busy: Sequence[float] = ()
    aim_p95: float | None = None

    @property
    def median(self) -> float:
        """Return the middle time by the clock."""
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        """Return the time by the clock that nineteen of twenty keep under."""
        return p95_of(self.times)

    def __str__(self) -> str:
        said = f"{self.name:<42} {len(self.times):>4} times"
        said += f"  median {self.median:7.1f} ms  p95 {self.p95:7.1f} ms"
        if self.busy:
            said += f"  (at work {statistics.median(self.busy):6.1f}, {p95_of(self.busy):6.1f})"
        return f"{said}  aim {self.aim_p95:g}" if self.aim_p95 else said


def p95_of(times: Sequence[float]) -> float:
    """Return the time that nineteen of twenty keep under."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def timed(name: str, acts: Iterable[Callable[[], object]], aim_p95: float | None = None) -> Figure:
    """Run each act once and return what each took; the first three warm up and do not count."""
    times, busy = [], []
    for at, act in enumerate(acts):
        started, worked = time.perf_counter(), time.process_time()
        act()
        if at >= WARMING_UP:
            times.append((time.perf_counter() - started) * 1000)
            busy.append((time.process_time() - worked) * 1000)
    return Figure(name, times, busy, aim_p95)


def ratio(name: str, one: Figure, other: Figure, most: float) -> str:
    """Return how much longer one kind of act took than another, in a line: by clock and at work."""
    by_clock = one.median / other.median
    at_work = statistics.median(one.busy) / statistics.median(other.busy)
    return f"{name:<42} {by_clock:.2f} times, {at_work:.2f} at work  aim {most:g} at most"
