"""The work that the record does by itself."""

from django.db import connection

from throughcare.jobs import every
from throughcare.record.integrity.chain import chain


@every("* * * * *")
def chain_entries() -> None:
    """Chain what was recorded since the last minute."""
    with connection.cursor() as cursor:
        chain(cursor)
