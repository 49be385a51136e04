"""Writing to the outbox, and emptying it into the broker."""

import json
from typing import Any

from django.conf import settings
from django.db import transaction
from pika import BasicProperties, DeliveryMode
from pika.adapters.blocking_connection import BlockingChannel

from ..correlation import correlation_id
from .models import OutboxMessage


def store(*, exchange: str, routing_key: str, payload: dict[str, Any]) -> None:
    """Keeps a message until the broker has it. Call it in the transaction of the change."""
    OutboxMessage.objects.create(
        exchange=exchange,
        routing_key=routing_key,
        payload=payload,
        correlation_id=correlation_id(),
    )


@transaction.atomic
def publish_next(channel: BlockingChannel) -> bool:
    """Publishes the oldest message that no other worker holds; False where there is none.

    The row goes only after the broker's confirmation, for which the channel must be in confirm
    mode. A crash in between publishes twice: delivery is at least once.
    """
    message = OutboxMessage.objects.select_for_update(skip_locked=True).order_by("id").first()
    if message is None:
        return False
    channel.exchange_declare(message.exchange, exchange_type="topic", durable=True)
    channel.basic_publish(
        message.exchange,
        message.routing_key,
        json.dumps(message.payload).encode(),
        BasicProperties(
            app_id=settings.SERVICE_NAME,
            content_type="application/json",
            correlation_id=message.correlation_id,
            delivery_mode=DeliveryMode.Persistent,
            message_id=f"{settings.SERVICE_NAME}-{message.pk}",
        ),
    )
    message.delete()
    return True
