"""The same lived and chained record that the tests of integrity use."""

from throughcare.record.integrity.tests.conftest import past

__all__ = ["past"]
