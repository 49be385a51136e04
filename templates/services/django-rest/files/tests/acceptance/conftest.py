from collections.abc import Iterator

import pytest

from .processes import Service, serving


@pytest.fixture
def service(transactional_db: None) -> Iterator[Service]:
    """The service under gunicorn, open for all."""
    with serving() as service:
        yield service
