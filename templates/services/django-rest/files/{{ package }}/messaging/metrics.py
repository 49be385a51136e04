"""How many messages wait in the outbox, as a metric."""

from collections.abc import Iterator

from django.db import DatabaseError
from prometheus_client.metrics_core import GaugeMetricFamily
from prometheus_client.registry import Collector

from .models import OutboxMessage


class OutboxCollector(Collector):
    """Counts at each scrape; without the database the metric is absent rather than wrong."""

    def describe(self) -> Iterator[GaugeMetricFamily]:
        yield GaugeMetricFamily("outbox_messages", "Messages that wait to be published")

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            waiting = OutboxMessage.objects.count()
        except DatabaseError:
            return
        yield GaugeMetricFamily(
            "outbox_messages", "Messages that wait to be published", value=waiting
        )
