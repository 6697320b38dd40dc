"""What set off the work being done now: the id of a request, carried on into its jobs."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The middleware sets it for a request, and the wrapper round background work for a job."""
