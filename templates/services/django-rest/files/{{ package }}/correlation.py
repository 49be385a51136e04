"""One identifier for everything that a request or message causes, here and in other services."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

HEADERS = ("X-Correlation-ID", "X-Request-ID")
ACCEPTED = re.compile(r"[A-Za-z0-9._:/+=-]{1,128}")

_current: ContextVar[str] = ContextVar("correlation_id", default="")


def correlation_id() -> str:
    """The identifier of the work at hand, empty outside of any."""
    return _current.get()


@contextmanager
def correlated(identifier: str | None) -> Iterator[str]:
    """Runs a block under the sender's identifier, or a new one where that is absent or unfit."""
    if not identifier or not ACCEPTED.fullmatch(identifier):
        identifier = uuid4().hex
    token = _current.set(identifier)
    try:
        yield identifier
    finally:
        _current.reset(token)


def correlation_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Takes the identifier from the request's headers and hands it back in the response's."""

    def middleware(request: HttpRequest) -> HttpResponse:
        sent = next((request.headers[name] for name in HEADERS if name in request.headers), None)
        with correlated(sent) as identifier:
            response = get_response(request)
        for name in HEADERS:
            response[name] = identifier
        return response

    return middleware
