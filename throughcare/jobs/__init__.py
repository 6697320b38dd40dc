"""The wrapper round background work: a job exists exactly when its transaction commits."""

from throughcare.jobs.background import defer, every, task

__all__ = ["defer", "every", "task"]
