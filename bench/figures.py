"""How a figure is taken and printed."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Times of one kind of act, in milliseconds, beside the aim where there is one."""

    name: str
    times: list[float]
    aim_p95: float | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.times, n=20)[-1] if len(self.times) > 1 else self.times[0]

    def __str__(self) -> str:
        aim = f"aim {self.aim_p95:g}, {self.p95 / self.aim_p95:.2f} of it" if self.aim_p95 else ""
        return (
            f"{self.name:<44} {len(self.times):>5} times"
            f"  median {self.median:8.1f} ms  p95 {self.p95:8.1f} ms  {aim}"
        )


def timed(name: str, acts: Iterable[Callable[[], object]], aim_p95: float | None = None) -> Figure:
    """Run each act once and return what each took; the first three warm up and do not count."""
    times = []
    for at, act in enumerate(acts):
        started = time.perf_counter()
        act()
        if at >= 3:
            times.append((time.perf_counter() - started) * 1000)
    return Figure(name, times, aim_p95)
