"""Logs as data: one JSON object a line, without personal data."""

import json
import logging
import sys
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any

import structlog

from throughcare.jobs.failures import place_of, short_path

Said = MutableMapping[str, Any]


def without_messages(logger: Any, method: str, said: Said) -> Said:
    """Put the place of a failure where its message would stand: messages quote people's data."""
    error = said.pop("exc_info", None)
    if isinstance(error, BaseException):
        said.update(place_of(error))
    elif error and (caught := sys.exc_info()[1]) is not None:
        said.update(place_of(caught))
    return said


class PlaceFormatter(logging.Formatter):
    """Writes a library's log line as its place in the code, never as its words."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "event": "library",
            "logger": record.name,
            "level": record.levelname.lower(),
            "from": f"{short_path(record.pathname)}:{record.lineno}",
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            said |= place_of(record.exc_info[1])
        return json.dumps(said)


def configure_logs() -> dict[str, Any]:
    """Set structlog up and return the matching LOGGING setting: JSON lines on standard error.

    Our own lines say only what their caller put in them: routes, ids, counts. Paths, bodies and
    the messages of errors can hold names, so libraries' lines keep only their place.
    """
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_messages,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"place": {"()": PlaceFormatter}},
        "handlers": {
            "places": {"class": "logging.StreamHandler", "formatter": "place"},
            "quiet": {"class": "logging.NullHandler"},
        },
        "root": {"handlers": ["places"], "level": "WARNING"},
        # The middleware logs every answer, and errors.py every failure.
        "loggers": {"django.request": {"handlers": ["quiet"], "propagate": False}},
    }
