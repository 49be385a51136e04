"""What orchestrators and Prometheus ask: /livez, /readyz and /metrics.

They are answered ahead of the checks of host, transport and rate, without a token: keep them off
the public load balancer.
"""

from collections.abc import Callable

from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

READINESS_TIMEOUT_MS = 1000


def livez() -> HttpResponse:
    """The process serves; whether its neighbours do is the other probe's question."""
    return JsonResponse({"status": "ok"})


def readyz() -> HttpResponse:
    """The database answers within a second, so requests may come."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = %s", [READINESS_TIMEOUT_MS])
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "unavailable"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})


def metrics() -> HttpResponse:
    """The counters of this process in Prometheus' text format."""
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)


PROBES = {"/livez": livez, "/readyz": readyz, "/metrics": metrics}


def probe_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answers the probes and lets everything else pass."""

    def middleware(request: HttpRequest) -> HttpResponse:
        probe = PROBES.get(request.path) if request.method in ("GET", "HEAD") else None
        return probe() if probe else get_response(request)

    return middleware
