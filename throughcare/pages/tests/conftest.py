"""What the tests of pages share: a language and a fixed day."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.utils import translation

from throughcare import clock


@pytest.fixture(autouse=True)
def tuesday() -> Iterator[None]:
    """Tuesday 24 November 2026, 09:12 in Sudbury, on an English page."""
    with clock.frozen(datetime(2026, 11, 24, 14, 12, tzinfo=UTC)), translation.override("en"):
        yield


@pytest.fixture
def french() -> Iterator[None]:
    """A French page."""
    with translation.override("fr"):
        yield
