"""Typed reading of the environment: what is missing or malformed stops the process at once."""

from base64 import b64encode
from typing import Any, NamedTuple

from django.core.exceptions import ImproperlyConfigured
from environ import Env

env = Env()

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}


class Rate(NamedTuple):
    """At most `limit` requests in each period of `seconds`."""

    limit: int
    seconds: int


def required(name: str) -> str:
    """The value of a variable that has no safe default."""
    value = env.str(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set: .env.example says what it holds")
    return value


def database(url: str) -> dict[str, Any]:
    """Connection settings for a `postgres://` URL, with deadlines and kept-alive connections."""
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured("DATABASE_URL does not start with postgres://")
    config = Env.db_url_config(url)
    deadlines = {
        "connect_timeout": 3,
        "tcp_user_timeout": 5000,
        "options": "-c statement_timeout=10000",
    }
    return {
        **config,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**deadlines, **config.get("OPTIONS", {})},
    }


def bearer_tokens(pairs: str) -> dict[bytes, str]:
    """Client names by token, from `client:password,client:password`.

    A client may stand there twice, so that its password can be changed without an outage.
    """
    tokens = {}
    for pair in pairs.split(","):
        client, _, password = pair.strip().partition(":")
        if not client or not password:
            raise ImproperlyConfigured("API_CLIENTS is not a list of client:password pairs")
        tokens[b64encode(f"{client}:{password}".encode())] = client
    return tokens


def rate(text: str) -> Rate:
    """The rate in `600/minute`."""
    limit, _, period = text.partition("/")
    if not limit.isdecimal() or period not in SECONDS:
        raise ImproperlyConfigured(f"rate {text!r} is not NUMBER/{'|'.join(SECONDS)}")
    return Rate(int(limit), SECONDS[period])
