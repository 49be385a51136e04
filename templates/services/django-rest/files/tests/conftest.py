"""What every kind of test may ask for."""

from base64 import b64encode

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient


@pytest.fixture(autouse=True)
def _no_requests_counted() -> None:
    cache.clear()


@pytest.fixture
def api() -> APIClient:
    """The API in this process, called as the client `tester`."""
    token = b64encode(b"tester:secret").decode()
    return APIClient(headers={"Authorization": f"Bearer {token}"})
