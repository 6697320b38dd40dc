"""The ids of rows."""

from uuid import UUID

import uuid6


def new_id() -> UUID:
    """Return a fresh UUIDv7: unique, made by the program, and rising with time."""
    return UUID(bytes=uuid6.uuid7().bytes)
