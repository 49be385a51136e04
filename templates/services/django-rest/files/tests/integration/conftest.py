from collections.abc import Iterator

import pytest
from django.db import DEFAULT_DB_ALIAS, connections


@pytest.fixture
def no_database() -> Iterator[None]:
    """Connects to a port that nobody listens on."""
    working = connections[DEFAULT_DB_ALIAS]
    broken = connections.create_connection(DEFAULT_DB_ALIAS)
    broken.settings_dict = {**working.settings_dict, "HOST": "127.0.0.1", "PORT": 1}
    connections[DEFAULT_DB_ALIAS] = broken
    yield
    connections[DEFAULT_DB_ALIAS] = working
