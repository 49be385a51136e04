"""The frame of a worker: a channel to the broker, and work until SIGTERM or SIGINT."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from django.conf import settings
from pika import BlockingConnection, URLParameters
from pika.adapters.blocking_connection import BlockingChannel


class Shutdown:
    """Becomes true at the first request to stop, so that the work at hand is finished."""

    def __init__(self) -> None:
        self._requested = False
        signal.signal(signal.SIGTERM, self._request)
        signal.signal(signal.SIGINT, self._request)

    def __bool__(self) -> bool:
        return self._requested

    def _request(self, number: int, frame: FrameType | None) -> None:
        self._requested = True


@contextmanager
def broker_channel() -> Iterator[BlockingChannel]:
    """A channel that confirms what it publishes and hands out ten messages at a time.

    A lost connection ends the process, and its supervisor starts it anew: messages wait meanwhile
    in the outbox and in the broker's queues.
    """
    parameters = URLParameters(settings.BROKER_URL)
    parameters.blocked_connection_timeout = 30
    with BlockingConnection(parameters) as connection, connection.channel() as channel:
        channel.confirm_delivery()
        channel.basic_qos(prefetch_count=10)
        yield channel
