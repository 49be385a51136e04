"""The outbox: messages that the broker has not confirmed yet."""

from django.db import models


class OutboxMessage(models.Model):
    """A message, stored in the same transaction as the change that it tells of."""

    exchange = models.CharField(max_length=127)
    routing_key = models.CharField(max_length=255)
    payload = models.JSONField()
    correlation_id = models.CharField(max_length=128)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "outbox"

    def __str__(self) -> str:
        return f"{self.exchange}/{self.routing_key}"
