"""An office with a manager and two officers, a file of nine days, and who is signed in."""

from throughcare.cases.tests.conftest import (  # noqa: F401 - fixtures
    _in_english,
    as_manager,
    case,
    colleague,
    manager,
    office,
    officer,
    there,
)
