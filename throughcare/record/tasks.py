"""The work that the record does by itself."""

from django.conf import settings
from django.db import connection

from throughcare.jobs import every
from throughcare.record.integrity.chain import chain
from throughcare.record.integrity.checkpoints import places, sign
from throughcare.record.looks import make_months


@every("* * * * *")
def chain_entries() -> None:
    """Chain what was recorded since the last minute."""
    with connection.cursor() as cursor:
        chain(cursor)


@every("*/5 * * * *")
def sign_the_record() -> None:
    """Sign the record as far as it is chained, and keep that in every folder for checkpoints."""
    with connection.cursor() as cursor:
        sign(cursor, places(settings.RECORD_KEY, settings.CHECKPOINTS))


@every("11 2 * * *")
def make_months_of_looks() -> None:
    """Have a place for what will be looked at this month and the next ones."""
    make_months()
