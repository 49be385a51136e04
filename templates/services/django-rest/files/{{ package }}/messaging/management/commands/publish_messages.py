from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from ...outbox import publish_next
from ...worker import Shutdown, broker_channel

PAUSE_SECONDS = 1


class Command(BaseCommand):
    help = "Publish the messages of the outbox until SIGTERM"

    def handle(self, **options: Any) -> None:
        shutdown = Shutdown()
        with broker_channel() as channel:
            while not shutdown:
                close_old_connections()
                if not publish_next(channel):
                    channel.connection.process_data_events(time_limit=PAUSE_SECONDS)
