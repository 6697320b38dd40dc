"""The office, the file and the staff of the tests of files."""

from throughcare.cases.tests.conftest import case, colleague, manager, office, officer

__all__ = ["case", "colleague", "manager", "office", "officer"]
