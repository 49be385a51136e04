"""Logs: one JSON object a line on stdout; the platform collects and stores them."""

import logging
from typing import Any

from .correlation import correlation_id


class CorrelationFilter(logging.Filter):
    """Gives every record the identifier of the work at hand."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.correlation_id = correlation_id()
        return True


def logging_configuration(*, service: str, version: str, level: str) -> dict[str, Any]:
    """The `dictConfig` of every process: web server, commands and workers alike."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"correlation": {"()": CorrelationFilter}},
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "style": "{",
                "format": "{levelname}{name}{message}{correlation_id}",
                "rename_fields": {"levelname": "level", "name": "logger"},
                "static_fields": {"service": service, "version": version},
                "timestamp": True,
            }
        },
        "handlers": {
            "stdout": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stdout",
                "formatter": "json",
                "filters": ["correlation"],
            }
        },
        "root": {"handlers": ["stdout"], "level": level},
        "loggers": {
            # Their own handlers would print every line a second time, and not as JSON.
            "django": {"handlers": []},
            "gunicorn.error": {"handlers": [], "propagate": True},
            # Each request has its line already; only the trace of a failure is news.
            "django.request": {"level": "ERROR"},
            "django.server": {"level": "ERROR"},
        },
    }
