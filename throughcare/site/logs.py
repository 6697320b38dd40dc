"""Logs as data: one JSON object a line, without personal data."""

import logging
import sys
from typing import Any

import structlog

SHARED = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure_logs() -> dict[str, Any]:
    """Set structlog up and return the matching LOGGING setting: JSON lines on standard error.

    Request paths, bodies and exception messages can hold names, so Django's own lines keep only
    their event; a failure's place is logged by its own view.
    """
    structlog.configure(
        processors=[
            *SHARED,
            structlog.processors.dict_tracebacks,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"quiet": {"class": "logging.NullHandler"}},
        "loggers": {
            "django.request": {"handlers": ["quiet"], "propagate": False},
            "django.security": {"handlers": ["quiet"], "propagate": False},
        },
    }
