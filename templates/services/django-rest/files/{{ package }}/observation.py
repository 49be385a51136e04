"""What can be seen of each request: one line in the log, and the metrics."""

import logging
from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Gauge, Histogram

from .api.rate_limit import client_address

logger = logging.getLogger(__name__)

REQUESTS = Counter("http_requests_total", "Requests answered", ["method", "route", "status"])
DURATION = Histogram("http_request_duration_seconds", "Time to answer", ["method", "route"])
IN_PROGRESS = Gauge("http_requests_in_progress", "Requests being answered")

# Whatever else a caller invents would become a time series of its own.
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def observation_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Measures and logs every request that is not a probe."""

    def middleware(request: HttpRequest) -> HttpResponse:
        started = perf_counter()
        with IN_PROGRESS.track_inprogress():
            response = get_response(request)
        _observe(request, response, perf_counter() - started)
        return response

    return middleware


def _observe(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    method = request.method if request.method in METHODS else "other"
    route = request.resolver_match.route if request.resolver_match else "unmatched"
    REQUESTS.labels(method, route, response.status_code).inc()
    DURATION.labels(method, route).observe(seconds)
    logger.info(
        "request answered",
        extra={
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
            "duration_ms": round(seconds * 1000, 1),
            "client": getattr(getattr(request, "user", None), "name", ""),
            "address": client_address(request),
        },
    )
