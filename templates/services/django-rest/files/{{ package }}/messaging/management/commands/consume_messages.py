from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from ...consumer import subscribe
from ...worker import Shutdown, broker_channel

PAUSE_SECONDS = 1


class Command(BaseCommand):
    help = "Receive the messages that this service subscribes to until SIGTERM"

    def handle(self, **options: Any) -> None:
        shutdown = Shutdown()
        with broker_channel() as channel:
            for subscription in import_string(settings.SUBSCRIPTIONS):
                subscribe(channel, subscription)
            while not shutdown:
                channel.connection.process_data_events(time_limit=PAUSE_SECONDS)
