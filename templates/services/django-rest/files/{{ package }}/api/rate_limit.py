"""Limits on requests in a period: by address for all of them, by client for single endpoints."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from .errors import error_response


def count(scope: str, caller: str) -> None:
    """Counts a request against the scope's rate; raises Throttled once the rate is used up."""
    rate = settings.RATE_LIMITS[scope]
    period, elapsed = divmod(int(time.time()), rate.seconds)
    key = f"rate:{scope}:{caller}:{period}"
    cache.add(key, 0, timeout=rate.seconds)
    if cache.incr(key) > rate.limit:
        raise Throttled(wait=rate.seconds - elapsed)


def rate_limit_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Limits each address, before tokens are looked at."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            count("address", client_address(request))
        except Throttled as refusal:
            return error_response(refusal)
        return get_response(request)

    return middleware


def rate_limited(scope: str) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """Limits each client on one method of a view, by a rate of its own."""

    def decorate(method: Callable[..., Response]) -> Callable[..., Response]:
        @wraps(method)
        def limited(view: APIView, request: Request, *args: Any, **kwargs: Any) -> Response:
            count(scope, request.user.name)
            return method(view, request, *args, **kwargs)

        return limited

    return decorate


def client_address(request: HttpRequest) -> str:
    """The caller's address as the outermost of our own proxies saw it.

    Each proxy appends the address that called it to X-Forwarded-For, so only as many entries as we
    run proxies can be believed, counted from the right.
    """
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    seen = [address.strip() for address in forwarded if address.strip()]
    seen.append(request.META["REMOTE_ADDR"])
    return seen[-1 - min(settings.TRUSTED_PROXIES, len(seen) - 1)]
